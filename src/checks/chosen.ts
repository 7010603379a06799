import type { Choices, Draft } from "../text/index.ts";

/** Every bracket with its choice: the first option where none is made. */
export function packageOf(draft: Draft, choices: Choices): Choices {
  const chosen: Record<string, string> = {};
  for (const group of draft.groups) {
    const first = group.options[0];
    if (first !== undefined) chosen[group.id] = first.id;
  }

  return { ...chosen, ...choices };
}

/** Whether words that stand in these options are there under the package. */
export function exists(requires: Choices, choices: Choices): boolean {
  return Object.entries(requires).every(([group, option]) => choices[group] === undefined || choices[group] === option);
}
