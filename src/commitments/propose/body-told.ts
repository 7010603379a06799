import type { BodyStatement } from "./statements.ts";

/** What one sentence says of a body, and whether it says nothing else. */
export type Told = { readonly says: Omit<BodyStatement, "kind">; readonly silences: boolean };
