import type { Term } from "../../commitments/index.ts";
import { provisionOf } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { quoted } from "../saying.ts";

/** One term, two definitions: each side will point to its own. Source: docs/sources.md#term-two-senses. */
export const termTwoSenses: Rule = {
  name: "term-two-senses",
  family: "structure",
  scope: "text",
  find: (context) => {
    const first = new Map<string, Term>();

    return context.reading.terms.flatMap((term) => {
      const name = plain(term.term);
      const known = first.get(name);
      if (known === undefined) first.set(name, term);
      if (known === undefined || plain(known.means) === plain(term.means)) return [];
      const here = labelOf(context, known);
      const there = labelOf(context, term);

      return [
        finding(
          context,
          "term-two-senses",
          "warning",
          null,
          `${quoted(term.term)} means ${quoted(known.means)} in ${here} and ${quoted(term.means)} in ${there}.`,
          { slot: `term ${name} ${there}`, provisions: [...new Set([there, here])], at: term.anchor },
        ),
      ];
    });
  },
};

function labelOf(context: Context, term: Term): string {
  return provisionOf(context.draft, term.anchor.provision)?.label ?? "the reading";
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(?:the|an?)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
