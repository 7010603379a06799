/** Codes of what this server refuses, with the HTTP status of each. Public and forever. */
export const problemStatus = {
  "not-found": 404,
  "method-not-allowed": 405,
  "too-large": 413,
  "wrong-host": 421,
  "invalid-input": 422,
  "broke-here": 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** An answer in the form of RFC 9457. `detail` is one sentence for a person; it names no path of this machine. */
export function problem(code: ProblemCode, detail: string, place: Readonly<Record<string, unknown>> = {}): Response {
  const status = problemStatus[code];
  const body = { type: `urn:servanda:problem:${code}`, title: code, status, detail, ...place };

  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/problem+json" } });
}
