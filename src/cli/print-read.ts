import { plural } from "../base/index.ts";
import type { CommitmentRow, ReadRows } from "../wire/index.ts";
import type { Io } from "./io.ts";
import { columnsOf, paintFor } from "./paint.ts";
import type { Paint } from "./paint.ts";
import type { Opened } from "./source.ts";
import { cutTo, padTo, visibleLine, widthOf, wrapAfter, wrapTo } from "./visible.ts";

/** The terminal form of a reading: title, counts and hash, the outline, brackets, proposed commitments, slips with places. */
export function printRead(document: ReadRows, { place, hash }: Pick<Opened, "place" | "hash">, io: Io): string {
  const paint = paintFor(io.stdout, io.env);
  const columns = columnsOf(io.stdout);

  return [
    ...wrapTo(visibleLine(document.title), columns).map(paint.strong),
    ...wrapTo(`${visibleLine(place)}: ${counts(document)}`, columns),
    paint.faint(`SHA-256 ${hash}`),
    "",
    ...printOutline(document, paint, columns),
    ...printBrackets(document, paint, columns),
    ...printCommitments(document, paint, columns),
    ...printSlips(document, place, paint, columns),
  ].join("\n");
}

function counts({ provisions, brackets, commitments, languages, slips }: ReadRows): string {
  return [
    languages.map(visibleLine).join(", "),
    plural(provisions.length, "provision"),
    brackets.open === 0
      ? "no open bracket"
      : `${plural(brackets.open, "open bracket")} with ${plural(brackets.options, "option")}`,
    ...(brackets.blanks > 0 ? [plural(brackets.blanks, "blank")] : []),
    ...(brackets.placeholders > 0 ? [plural(brackets.placeholders, "placeholder")] : []),
    plural(commitments.length, "proposed commitment"),
    ...(slips.length > 0 ? [plural(slips.length, "slip")] : []),
  ].join(" · ");
}

/** Each provision on a line; a status stands there where it says more than that the words are proposed. */
function printOutline({ provisions }: ReadRows, paint: Paint, columns: number): string[] {
  const cells = Math.min(24, Math.max(8, ...provisions.map((provision) => widthOf(visibleLine(provision.label)))));
  const told = provisions.map(({ status, brackets }) =>
    [
      ...(status === "proposed" ? [] : [padTo(status, 9)]),
      ...(brackets.length === 0 ? [] : [plural(brackets.length, "bracket")]),
    ].join("  "),
  );
  const rest = Math.max(12, columns - cells - 6 - Math.max(0, ...told.map(widthOf)));
  const rows = provisions.map(({ label, heading, text }, at) => {
    const name = padTo(cutTo(visibleLine(label), cells), cells);
    const words = padTo(cutTo(visibleLine(heading ?? text), rest), rest);
    return `  ${name}  ${heading === null ? words : paint.strong(words)}  ${told[at] ?? ""}`.trimEnd();
  });

  return [paint.strong("Provisions"), ...rows, ""];
}

function printBrackets({ provisions }: ReadRows, paint: Paint, columns: number): string[] {
  const rows = provisions.flatMap(({ label, brackets }) =>
    brackets.flatMap((bracket, at) => [
      `  ${paint.strong(`${visibleLine(label)}/${at + 1}`)}${bracket.relation === "optional" ? "  these words or none" : ""}`,
      ...bracket.options.map((option, place) => {
        const by = option.by.length > 0 ? `${option.by.map(visibleLine).join(", ")}: ` : "";
        const words = option.noText ? "(no text)" : visibleLine(option.text);
        return cutTo(`    ${String(place + 1).padStart(2)}  ${by}${words}`, columns);
      }),
    ]),
  );

  return rows.length === 0 ? [] : [paint.strong("Open brackets"), ...rows, ""];
}

function printCommitments({ commitments, provisions }: ReadRows, paint: Paint, columns: number): string[] {
  if (commitments.length === 0) return ["No commitment was read from these words.", ""];
  const choices = choiceNames(provisions);
  const heading = "Commitments, as rules propose them from the words; nobody has confirmed them";

  return [
    ...wrapTo(heading, columns).map(paint.strong),
    ...commitments.map((commitment) => printCommitmentRows(commitment, choices, paint, columns).join("\n")),
    "",
  ];
}

/** Option ids as `--choose` takes them: `6.1/2=1`. */
function choiceNames(provisions: ReadRows["provisions"]): ReadonlyMap<string, string> {
  return new Map(
    provisions.flatMap(({ label, brackets }) =>
      brackets.flatMap(({ options }, group) =>
        options.map(({ id }, option): [string, string] => [id, `${label}/${group + 1}=${option + 1}`]),
      ),
    ),
  );
}

function printCommitmentRows(
  commitment: CommitmentRow,
  choices: ReadonlyMap<string, string>,
  paint: Paint,
  columns: number,
): string[] {
  const { id, bearer, modality, action, when, verifiedBy, onBreach, unresolved, ambiguous, role, requires } =
    commitment;
  const who = bearer.length === 0 ? "?" : bearer.map(visibleLine).join(", ");
  const mark = role === "mechanism" ? " (mechanism)" : "";
  const head = `${who}  ${modality ?? "?"}: ${visibleLine(action)}${mark}`;
  const rows: readonly (readonly [string, string])[] = [
    ["when", when === null ? "" : visibleLine(when)],
    ["verified by", verifiedBy.map(visibleLine).join(", ")],
    ["on breach", onBreach.map(visibleLine).join(" ")],
    ["open", unresolved.join(", ")],
    ["ambiguous", ambiguous.join(", ")],
    [
      "only with",
      Object.entries(requires)
        .map(([group, option]) => visibleLine(choices.get(option) ?? `${group}=${option}`))
        .join(", "),
    ],
  ];

  return [
    ...wrapAfter(
      `  ${paint.strong(padTo(visibleLine(id), 11))} `,
      Math.max(14, widthOf(visibleLine(id)) + 3),
      head,
      columns,
    ),
    ...rows.flatMap(([name, words]) =>
      words === "" ? [] : wrapAfter(`${" ".repeat(14)}${paint.faint(padTo(name, 12))} `, 27, words, columns),
    ),
  ];
}

function printSlips({ slips }: ReadRows, place: string, paint: Paint, columns: number): string[] {
  if (slips.length === 0) return [];

  return [
    paint.strong("Slips, kept as words"),
    ...slips.flatMap(({ line, column, code, says }) => {
      const lead = `  ${visibleLine(place)}:${line}:${column} ${code}  `;
      return wrapAfter(lead, Math.min(40, widthOf(lead)), visibleLine(says), columns);
    }),
    "",
  ];
}
