// wire: what comes from outside in, core values out; and core values in, JSON, CSV and printable pages out.
// Bounded and strict; refuses with file, line and column. Runs in the browser too. Start with decode.ts.
export { decodeText, formatOfName, refuseSize, tooLargeInBytes } from "./decode.ts";
export type { Decoded, FileRefusal } from "./decode.ts";
export { reportStyle } from "./report-style.ts";
