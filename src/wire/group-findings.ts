import type { Finding } from "../checks/index.ts";
import type { Draft } from "../text/index.ts";
import { positionOf } from "../text/index.ts";
import { alikeFindings } from "./alike-findings.ts";
import type { AlikeFinding } from "./alike-findings.ts";
import { findingProvision } from "./check-json.ts";

/** What the checks say of one provision: its lines to show once, then every finding about it. */
export type FindingGroup = {
  /** Index of the provision; `null` for what concerns the text as a whole. */
  readonly provision: number | null;
  readonly lines: readonly PointedLine[];
  readonly findings: readonly PlacedFinding[];
};

/** Columns of one line of the source: 1-based, UTF-16 units, `to` exclusive. */
export type Columns = { readonly from: number; readonly to: number };

/** A line of the source (1-based) and the columns to point at; a line's end is `Infinity`. */
export type PointedLine = { readonly line: number; readonly places: readonly Columns[] };

export type PlacedFinding = AlikeFinding & { readonly line: number; readonly column: number };

/**
 * Findings by the provision they point at, in the order of the text, those of the whole text last; within one by
 * place, then as the report orders them. Findings that differ only in the wording they hold under are one, with all these wordings.
 */
export function groupFindings(draft: Draft, findings: readonly Finding[]): readonly FindingGroup[] {
  const indexOf = findingProvision(draft);
  const groups = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const index = indexOf(finding);
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [finding]);
    else group.push(finding);
  }
  const order = (index: number | null): number => index ?? draft.provisions.length;

  return [...groups]
    .toSorted(([one], [other]) => order(one) - order(other))
    .map(([provision, findings]) => {
      const placed = alikeFindings(findings).map((alike) => placedOf(draft, provision, alike));
      return {
        provision,
        findings: placed.map(({ placed }) => placed).toSorted(inTextOrder),
        lines: linesOf(placed.map(({ at }) => at)),
      };
    });
}

function inTextOrder(one: PlacedFinding, other: PlacedFinding): number {
  return one.line - other.line || one.column - other.column;
}

type Pointing = { readonly line: number; readonly place: Columns } | null;

function placedOf(
  draft: Draft,
  provision: number | null,
  alike: AlikeFinding,
): { readonly placed: PlacedFinding; readonly at: Pointing } {
  const { finding } = alike;
  if (provision === null) return { placed: { line: 1, column: 1, ...alike }, at: null };
  const start = finding.at?.start ?? 0;
  const end = finding.at?.end ?? draft.provisions[provision]?.words.length ?? start;
  const { line, column } = positionOf(draft, provision, start);
  const last = positionOf(draft, provision, Math.max(start, end - 1));

  return {
    placed: { line, column, ...alike },
    at: { line, place: { from: column, to: last.line === line ? last.column + 1 : Infinity } },
  };
}

/** Each line once, each place of it once. */
function linesOf(pointings: readonly Pointing[]): readonly PointedLine[] {
  const lines = new Map<number, Map<string, Columns>>();
  for (const at of pointings) {
    if (at === null) continue;
    const places = lines.get(at.line) ?? new Map<string, Columns>();
    places.set(`${at.place.from} ${at.place.to}`, at.place);
    lines.set(at.line, places);
  }

  return [...lines]
    .toSorted(([one], [other]) => one - other)
    .map(([line, places]) => ({ line, places: [...places.values()] }));
}
