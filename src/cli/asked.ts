import { proposeReading } from "../commitments/index.ts";
import type { Reading } from "../commitments/index.ts";
import { parseChoice } from "../text/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import { parseReadingFile, shortHash } from "../wire/index.ts";
import { exit, Stop } from "./exit.ts";
import type { Io } from "./io.ts";
import { stopAt, wordsOf } from "./source.ts";
import type { Opened } from "./source.ts";
import { cutTo, visible, visibleLine } from "./visible.ts";

/** The package that `--choose` gives; stops with 2 at a bracket or option that is not there, and lists those that are. */
export function choicesOf(given: readonly string[], draft: Draft): Choices {
  const choices: Record<string, string> = {};
  for (const words of given) {
    const parsed = parseChoice(draft, words);
    if (parsed.kind === "refused") throw new Stop(exit.usage, `--choose ${words}: ${parsed.reason}\n${known(draft)}`);
    choices[parsed.value.group] = parsed.value.option;
  }

  return choices;
}

const mostListed = 20;

/** The open brackets as `--choose` names them, with their options. */
function known(draft: Draft): string {
  if (draft.groups.length === 0) return "The text has no open bracket.";
  const lines = draft.groups.slice(0, mostListed).map((group) => {
    const provision = draft.provisions[group.provision];
    const place = `${provision?.label ?? group.id}/${(provision?.groups.indexOf(group.id) ?? 0) + 1}`;
    const options = group.options.map((option, at) => {
      const by = option.by.length > 0 ? `${option.by.join(", ")}: ` : "";
      return `${at + 1} ${by}${option.noText ? "no text" : cutTo(visibleLine(option.text), 40)}`;
    });
    return `  ${place}  ${options.join(" | ")}`;
  });
  const more = draft.groups.length - lines.length;

  return ["Open brackets:", ...lines, ...(more > 0 ? [`  and ${more} more; \`servanda read\` lists them`] : [])].join(
    "\n",
  );
}

/** The readings that were named, else those of the folder, else what the rules propose. Slips of a file go to standard error. */
export async function readingsOf(
  files: readonly string[],
  opened: Opened,
  choices: Choices,
  io: Io,
): Promise<readonly Reading[]> {
  const standing = opened.folder?.standing.map((file) => file.path) ?? [];
  const readings: Reading[] = [];
  for (const path of files.length > 0 ? files : standing) {
    const parsed = parseReadingFile(await wordsOf(path), path, opened.draft, { textHash: opened.hash });
    if (parsed.kind === "refused") return stopAt(path, parsed);
    for (const { line, column, says } of parsed.value.slips)
      io.stderr.write(visible(`${path}:${line}:${column} ${says}\n`));
    readings.push(parsed.value);
  }

  return readings.length > 0 ? readings : [proposeReading(opened.draft, choices)];
}

/** Whose reading of which text an answer is about. */
export function openingOf({ draft, hash }: Opened, readings: readonly Reading[]): string {
  const title = `${visibleLine(draft.title)} (${shortHash(hash)})`;
  if (readings.some((reading) => reading.kind === "proposed"))
    return `${title}: the proposed reading is checked, which rules made from the words; nobody has confirmed it.`;
  const names = readings.map(({ reader }) => visibleLine(reader)).join(", ");

  return readings.length === 1 ? `${title}: as ${names} reads it.` : `${title}: as ${names} read it.`;
}
