/** The answer to a question the rules may refuse: a value, or a code with one sentence for a person. */
export type Outcome<Value, Code extends string> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "refused"; readonly code: Code; readonly reason: string };

export function ok<Value>(value: Value): { readonly kind: "ok"; readonly value: Value } {
  return { kind: "ok", value };
}

export function refuse<Code extends string>(
  code: Code,
  reason: string,
): { readonly kind: "refused"; readonly code: Code; readonly reason: string } {
  return { kind: "refused", code, reason };
}
