import type { Choices, Draft, Group, Option } from "../text/index.ts";

/** One option tried against the first of all other brackets, with the options around it chosen. */
export type Alternative = {
  readonly group: Group;
  /** Options that this one adds to the package; `"none"` for no text of a lone bracket. */
  readonly choices: Choices;
  readonly says: string;
};

const longest = 40;

/**
 * Every option of every open bracket that is not the first, one at a time, in the order of the text. A bracket that
 * the package decides is not tried. An option reads with the options around it chosen. O(options × depth).
 */
export function alternativesOf(draft: Draft, choices: Choices): readonly Alternative[] {
  const around = enclosing(draft);

  return draft.groups.flatMap((group) => {
    const outer = around(group);
    const isDecided =
      choices[group.id] !== undefined ||
      Object.entries(outer).some(([id, option]) => (choices[id] ?? option) !== option);
    if (isDecided) return [];
    const label = draft.provisions[group.provision]?.label ?? "";
    const others = group.options.slice(1).map((option) => ({ id: option.id, words: wordsOf(option) }));
    const isLone = group.relation === "optional" && !group.options.some(({ noText }) => noText);
    const all = isLone ? [...others, { id: "none", words: "no text" }] : others;

    return all.map(({ id, words }) => ({
      group,
      choices: { ...outer, [group.id]: id },
      says: `with ${words} at ${label}`,
    }));
  });
}

/** The option that stands when nobody has chosen, for telling what holds with the first wording only. */
export function firstOf({ group }: Alternative, draft: Draft): { readonly choices: Choices; readonly says: string } {
  const [first] = group.options;
  const label = draft.provisions[group.provision]?.label ?? "";

  return first === undefined
    ? { choices: {}, says: `with the first wording at ${label}` }
    : { choices: { [group.id]: first.id }, says: `with ${wordsOf(first)} at ${label}` };
}

/** The options that enclose a group, outermost last. */
function enclosing(draft: Draft): (group: Group) => Choices {
  const owner = new Map<string, Group>();
  for (const group of draft.groups) for (const option of group.options) owner.set(option.id, group);

  return (group) => {
    const chosen: Record<string, string> = {};
    for (let option = group.within; option !== null;) {
      const outer = owner.get(option);
      if (outer === undefined || chosen[outer.id] !== undefined) break;
      chosen[outer.id] = option;
      option = outer.within;
    }

    return chosen;
  };
}

function wordsOf({ text, noText }: Option): string {
  const words = text.replace(/\s+/g, " ").trim();
  if (noText || words === "") return "no text";

  return words.length <= longest ? `‘${words}’` : `‘${words.slice(0, longest).trimEnd()} …’`;
}
