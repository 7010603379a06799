import type { BodyStatement } from "./statements.ts";

export type Told = { readonly says: Omit<BodyStatement, "kind">; readonly silences: boolean };
