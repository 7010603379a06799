import { createHash } from "node:crypto";
import { reportStyle } from "../wire/index.ts";

/** The one inline style that may stand on a page: that of the printable report, known by its hash. */
const reportStyleHash = createHash("sha256").update(reportStyle).digest("base64");

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  `style-src 'self' 'sha256-${reportStyleHash}'`,
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every answer: nothing from elsewhere runs here, and nothing here is shown elsewhere. */
export const guardHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/**
 * Whether a request names this machine. A page elsewhere can point its own name at 127.0.0.1 and read the answers as
 * its own; then the request carries that name, and is refused.
 */
export function namesThisMachine(host: string): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host);
}
