import { printName, printNames } from "../commitments/index.ts";
import type { FrameShape } from "./reading-shape.ts";

/** A piece of a sentence with the field of the file it comes from. */
export type Piece = { readonly field: string; readonly words: string };

const modals: Readonly<Record<string, string>> = {
  "obligation shall": "SHALL",
  "obligation will": "WILL",
  "obligation none": "SHALL",
  "prohibition shall": "SHALL NOT",
  "prohibition will": "WILL NOT",
  "prohibition should": "SHOULD NOT",
  "prohibition may": "MAY NOT",
  "permission may": "MAY",
  "power may": "HAS THE POWER TO",
  "immunity none": "IS IMMUNE FROM",
  "declaration should": "SHOULD",
  "declaration none": "DECLARES THAT",
  "best-effort none": "SHALL USE BEST EFFORTS TO",
};
const usual: Readonly<Record<string, string>> = {
  obligation: "SHALL",
  prohibition: "SHALL NOT",
  permission: "MAY",
  power: "HAS THE POWER TO",
  immunity: "IS IMMUNE FROM",
  declaration: "DECLARES THAT",
  "best-effort": "SHALL USE BEST EFFORTS TO",
};
const strengths: Readonly<Record<string, string>> = { shall: "SHALL", will: "WILL", should: "SHOULD", may: "MAY" };
const liabilities = { several: "SEVERALLY", joint: "JOINTLY", "joint-and-several": "JOINTLY AND SEVERALLY" };
const undo = { irrevocable: "IRREVOCABLE", costly: "COSTLY TO UNDO", reversible: "REVERSIBLE" };

/** A frame written as data, as the sentence of Treaty English that says the same, piece by piece. */
export function sentenceOf(frame: FrameShape): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (field: string, words: string | undefined | false): void => {
    if (words !== undefined && words !== false) pieces.push({ field, words });
  };
  add("bearer", frame.bearer === undefined ? "?BEARER" : namesOf(frame.bearer));
  add("liability", frame.liability !== undefined && liabilities[frame.liability]);
  add("modality", modalOf(frame));
  add("action", actionOf(frame));
  add("amount", amountOf(frame));
  add("trigger", frame.trigger !== undefined && `UPON ${frame.trigger}`);
  add("start", frame.start !== undefined && `STARTING ${frame.start},`);
  add("window", frame.window);
  add("until", frame.until !== undefined && `UNTIL ${frame.until}`);
  add("condition", frame.condition !== undefined && opened(frame.condition, /^(?:IF|UNLESS|PROVIDED THAT) /, "IF"));
  add("needsConsentOf", frame.needsConsentOf !== undefined && `WITH CONSENT OF ${namesOf(frame.needsConsentOf)}`);
  add("elseBranch", frame.elseBranch !== undefined && `OTHERWISE ${elseOf(frame.elseBranch)}`);
  add("counterparty", frame.counterparty !== undefined && `TOWARDS ${namesOf(frame.counterparty)}`);
  add("reversible", frame.reversible !== undefined && undo[frame.reversible]);
  add("value", frame.value !== undefined && `VALUE ${frame.value}`);
  add("quantity", countOf(frame));
  add("criterion", frame.criterion !== undefined && `DONE MEANS <${bare(frame.criterion)}>`);
  for (const words of frame.verification ?? [])
    add("verification", opened(words, /^(?:MAY BE )?VERIFIED BY /, "VERIFIED BY"));
  add(
    "determination",
    frame.determination !== undefined && opened(frame.determination, /^(?:MAY BE )?DETERMINED BY /, "DETERMINED BY"),
  );
  for (const words of frame.onBreach ?? []) add("onBreach", opened(words, /^ON BREACH /, "ON BREACH"));
  add(
    "overrides",
    frame.overrides !== undefined && `OVERRIDES ${frame.overrides.map((one) => `[${bare(one)}]`).join(", ")}`,
  );
  add("survivesTermination", frame.survivesTermination === true && "SURVIVES TERMINATION");
  add("unresolved", frame.unresolved !== undefined && `UNRESOLVED ${frame.unresolved.map(holeOf).join(", ")}`);

  return pieces;
}

const holeNames: Readonly<Record<string, string>> = {
  counterparty: "TOWARDS",
  elseBranch: "OTHERWISE",
  needsConsentOf: "CONSENT",
  verification: "VERIFIED",
  determination: "DETERMINED",
  onBreach: "ON BREACH",
  "action.place": "PLACE",
};

function holeOf(slot: string): string {
  return holeNames[slot] ?? slot.toUpperCase();
}

function namesOf(names: string | readonly string[]): string {
  return typeof names === "string" ? printName(names) : printNames(names);
}

function modalOf({ modality, strength }: FrameShape): string {
  if (modality === undefined) return strength === undefined ? "SHALL" : (strengths[strength] ?? "SHALL");

  return (strength === undefined ? undefined : modals[`${modality} ${strength}`]) ?? usual[modality] ?? "SHALL";
}

function actionOf({ action }: FrameShape): string {
  if (action === undefined) return "";
  const place = action.place === undefined ? "" : ` ${placeOf(action.place)}`;

  return `${action.verb}${action.object === undefined ? "" : ` <${bare(action.object)}>`}${place}`;
}

/** `from Zone B`, `FROM <Zone B>`. */
function placeOf(place: string): string {
  const [, preposition = "at", rest = place] =
    /^(from|in|into|to|at|throughout|outside|inside|along|near) (.+)$/i.exec(place) ?? [];

  return `${preposition.toUpperCase()} <${bare(rest)}>`;
}

function amountOf({ quantity }: FrameShape): string | false {
  if (quantity?.value === undefined) return false;
  const bound = (quantity.bound ?? "exactly").replace("-", " ").toUpperCase();
  const value = String(quantity.value);
  const number = /^\d+(?:\.\d+)*(?:\/\d+)?$/.test(value) ? value : `<${bare(value)}>`;

  return `${bound} ${number}${quantity.unit === undefined ? "" : ` <${bare(quantity.unit)}>`}`;
}

function countOf({ quantity }: FrameShape): string | false {
  const counted = quantity?.countedAs === undefined ? [] : [`COUNTED AS <${bare(quantity.countedAs)}>`];
  const [, name = quantity?.baseline, on = ""] = /^(.+) on (\d{4}-\d{2}-\d{2})$/.exec(quantity?.baseline ?? "") ?? [];
  const baseline = name === undefined ? [] : [`BASELINE <${bare(name)}>${on === "" ? "" : ` ON ${on}`}`];
  const clauses = [...counted, ...baseline];

  return clauses.length > 0 && clauses.join(" ");
}

/** `nothing`, a label, or what then holds in words. */
function elseOf(words: string): string {
  if (words.toLowerCase() === "nothing") return "NOTHING";

  return /^[[<]/.test(words) ? words : `[${bare(words)}]`;
}

function opened(words: string, opener: RegExp, otherwise: string): string {
  return opener.test(words) ? words : `${otherwise} ${words}`;
}

function bare(words: string): string {
  return words.replace(/^[<[]|[>\]]$/g, "").replace(/[<>[\]]/g, " ");
}
