import type { Severity } from "../checks/index.ts";
import type { Choices } from "../text/index.ts";

export type Screen = "text" | "verification" | "schedule";

const screens: readonly Screen[] = ["text", "verification", "schedule"];
export type View = "bracketed" | "clean" | "party";

/** Everything a person would want back after a reload or behind a link: what is shown, how, and under which choices. */
export type Address = {
  readonly screen: Screen;
  /** Label or id of a provision on the text screen, id of a commitment on the others. */
  readonly at: string | null;
  /** Name of the draft, `null` for the one the folder stands for. */
  readonly draft: string | null;
  readonly view: View;
  /** Whose wording the view `party` shows. */
  readonly party: string | null;
  readonly choices: Choices;
  /** File name of a reading, `"proposed"`, `"all"`, or `null` for the one the folder stands for. */
  readonly reading: string | null;
  /** Severities shown; empty for all. */
  readonly severities: readonly Severity[];
  readonly rule: string | null;
  /** Only commitments that this actor owes. */
  readonly bearer: string | null;
  /** Id of the finding that is open. */
  readonly finding: string | null;
  readonly search: string;
  /** Cells of the matrix: where the text answers, or its words. */
  readonly cells: "where" | "words";
  /** Whether mechanisms stand in the matrix beside the primary commitments. */
  readonly mechanisms: boolean;
};

export const start: Address = {
  screen: "text",
  at: null,
  draft: null,
  view: "bracketed",
  party: null,
  choices: {},
  reading: null,
  severities: [],
  rule: null,
  bearer: null,
  finding: null,
  search: "",
  cells: "where",
  mechanisms: false,
};

const severities: readonly Severity[] = ["error", "warning", "note"];

/**
 * Reads `#/text/6.1@draft-2?view=clean&choose=…`. What is not understood is left at its start value.
 * Law: `parseAddress(printAddress(address))` is the address.
 */
export function parseAddress(hash: string): Address {
  const [path = "", query = ""] = split(hash.replace(/^#\/?/, ""), "?");
  const [screen = "", place = ""] = split(path, "/");
  const [at = "", draft = ""] = split(place, "@");
  const given = new URLSearchParams(query);
  const view = given.get("view");

  return {
    screen: screens.find((one) => one === screen) ?? "text",
    at: decoded(at) || null,
    draft: decoded(draft) || null,
    view: view === "clean" || view === "party" ? view : "bracketed",
    party: given.get("party"),
    choices: Object.fromEntries(given.getAll("choose").flatMap(parseChosen)),
    reading: given.get("reading"),
    severities: severities.filter((severity) => given.getAll("show").includes(severity)),
    rule: given.get("rule"),
    bearer: given.get("bearer"),
    finding: given.get("finding"),
    search: given.get("search") ?? "",
    cells: given.get("cells") === "words" ? "words" : "where",
    mechanisms: given.has("mechanisms"),
  };
}

/** The address as the part of a URL after `#`, with the `#`. */
export function printAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.view !== "bracketed") query.set("view", address.view);
  if (address.party !== null) query.set("party", address.party);
  for (const [group, option] of Object.entries(address.choices))
    query.append("choose", option === "none" ? `${group}/none` : option);
  if (address.reading !== null) query.set("reading", address.reading);
  for (const severity of address.severities) query.append("show", severity);
  if (address.rule !== null) query.set("rule", address.rule);
  if (address.bearer !== null) query.set("bearer", address.bearer);
  if (address.finding !== null) query.set("finding", address.finding);
  if (address.search !== "") query.set("search", address.search);
  if (address.cells === "words") query.set("cells", "words");
  if (address.mechanisms) query.set("mechanisms", "");
  const at = address.at === null ? "" : encodeURIComponent(address.at);
  const draft = address.draft === null ? "" : `@${encodeURIComponent(address.draft)}`;
  const printed = query.toString();

  return `#/${address.screen}/${at}${draft}${printed === "" ? "" : `?${printed}`}`;
}

/** An option's id begins with its group's id: `<group>/<letters>`; `<group>/none` is no text. */
function parseChosen(chosen: string): [string, string][] {
  const cut = chosen.lastIndexOf("/");
  if (cut <= 0) return [];
  const option = chosen.slice(cut + 1);

  return [[chosen.slice(0, cut), option === "none" ? "none" : chosen]];
}

function split(words: string, at: string): [string, string] {
  const cut = words.indexOf(at);

  return cut === -1 ? [words, ""] : [words.slice(0, cut), words.slice(cut + 1)];
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
