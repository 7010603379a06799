import { spansOf, valueOf, type Slot } from "../slot.ts";
import { collectiveOf } from "./actor-names.ts";
import { isOtherSide } from "./actors.ts";
import type { CastOfText } from "./cast.ts";
import type { Acts, Numbered } from "./link-events.ts";
import type { PassageReading } from "./read-passage.ts";
import type { Statement, StatementKind } from "./statements.ts";

type Owed = Extract<StatementKind, { kind: "owed" }>;

/**
 * To whom acts are owed where another sentence says it ("X owes this to Y"), and who "the other Party" is: of exactly
 * two sides the one that does not act. Always `proposed`, for the rule looks beyond the sentence. O(acts × such sentences).
 */
export function withCreditors(
  acts: Acts,
  readings: readonly PassageReading[],
  cast: Pick<CastOfText, "canonical" | "parties">,
): readonly Numbered[] {
  const frames = [...withOtherSides(acts.frames, cast.parties)];
  readings.forEach((reading, at) => {
    for (const statement of reading.statements) {
      if (statement.says.kind !== "owed") continue;
      const { says } = statement;
      for (const index of owedActs(frames, says, statement, at, reading.passage.article, acts, cast)) {
        const frame = frames[index]!;
        const value = says.to.map((name) => otherOf(cast.canonical(name), valueOf(frame.bearer), cast.parties));
        const counterparty: Slot<readonly string[]> = {
          kind: "proposed",
          value,
          spans: statement.spans,
          rule: "owed-by-clause",
        };
        frames[index] = { ...frame, counterparty };
      }
    }
  });

  return frames;
}

/** The acts that a sentence of owing speaks of: those it names, else the ones before it, as far as its words reach. */
function owedActs(
  frames: readonly Numbered[],
  says: Owed,
  statement: Statement,
  at: number,
  article: string,
  acts: Acts,
  cast: Pick<CastOfText, "canonical" | "parties">,
): readonly number[] {
  const by = says.by.map(cast.canonical);
  const fitting = frames.flatMap((frame, index) => (isOwedBy(frame, by, cast.parties) ? [index] : []));
  if (says.reach === "text") return fitting;
  const labels = says.covers.filter((label) => acts.hasLabel(label));
  if (labels.length > 0)
    return fitting.filter((index) => labels.some((label) => acts.within(frames[index]!.label, label)));
  const before = fitting.filter((index) => {
    const frame = frames[index]!;
    const isEarlier = frame.reading < at || (frame.reading === at && frame.sentence < statement.sentence);

    return frame.article === article && isEarlier;
  });
  if (says.reach === "article") return before;
  const last = frames[before.at(-1) ?? -1];

  return before.filter(
    (index) => frames[index]!.reading === last?.reading && frames[index]!.sentence === last.sentence,
  );
}

function isOwedBy(frame: Numbered, by: readonly string[], parties: readonly string[]): boolean {
  const modality = valueOf(frame.modality);
  if (frame.counterparty.kind !== "unresolved" || frame.head === "helper" || frame.head === "declaration") return false;
  if (modality !== "obligation" && modality !== "prohibition" && modality !== "best-effort") return false;
  const bearers = valueOf(frame.bearer);
  if (bearers === null) return false;
  const isAnySide = by.every((name) => collectiveOf(name) !== null);

  return isAnySide
    ? bearers.every((name) => collectiveOf(name) !== null || parties.includes(name) || by.length === 0)
    : bearers.some((name) => by.includes(name));
}

/** Who "the other Party" is beside one side that acts. */
function otherOf(name: string, bearers: readonly string[] | null, parties: readonly string[]): string {
  const [bearer] = bearers ?? [];
  if (!isOtherSide(name) || parties.length !== 2 || bearers?.length !== 1 || bearer === undefined) return name;
  if (!parties.includes(bearer)) return name;

  return parties.find((party) => party !== bearer) ?? name;
}

function withOtherSides(frames: readonly Numbered[], parties: readonly string[]): readonly Numbered[] {
  if (parties.length !== 2) return frames;
  let before: { readonly names: readonly string[]; readonly article: string } = { names: [], article: "" };

  return frames.map((frame) => {
    const bearers = valueOf(frame.bearer);
    const spoken = frame.article === before.article ? before.names : [];
    const bearer = replaced(frame.bearer, spoken, parties);
    const own = valueOf(bearer);
    if (frame.head !== "helper" && bearers !== null && !bearers.some(isOtherSide))
      before = { names: bearers, article: frame.article };

    return {
      ...frame,
      bearer,
      counterparty: replaced(frame.counterparty, own, parties),
      needsConsentOf: replaced(frame.needsConsentOf, own, parties),
    };
  });
}

function replaced(
  slot: Slot<readonly string[]>,
  beside: readonly string[] | null,
  parties: readonly string[],
): Slot<readonly string[]> {
  if (slot.kind !== "stated" && slot.kind !== "proposed") return slot;
  if (!slot.value.some(isOtherSide)) return slot;
  const value = slot.value.map((name) => otherOf(name, beside, parties));
  if (value.every((name, index) => name === slot.value[index])) return slot;

  return { kind: "proposed", value, spans: spansOf(slot), rule: "other-of-two-sides" };
}
