import { lastAtMost } from "../base/index.ts";
import type { Slip, SlipCode } from "./draft.ts";
import { lineStartsOf, placeOf, type LineStarts } from "./lines.ts";
import type { Sketch } from "./sketch.ts";

type Facts = { readonly label?: string; readonly depth?: number; readonly code?: string };

/** Past this many of one code a person wants their number, not their list. */
const mostOfAKind = 5_000;

/** Writes slips with their position; `all()` gives them in the order of the source. */
export type SlipWriter = {
  (
    code: SlipCode,
    sketch: Pick<Sketch, "segments" | "labelPlaces" | "headingPlaces">,
    provision: string,
    at: number,
    facts: Facts,
  ): void;
  readonly at: (code: SlipCode, offset: number) => void;
  readonly all: () => readonly Slip[];
};

export function slipWriter(source: string): SlipWriter {
  const slips: Slip[] = [];
  let starts: LineStarts | null = null;
  const counts = new Map<SlipCode, number>();
  const push = (code: SlipCode, offset: number, provision: string | null, facts: Facts): void => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > mostOfAKind) return;
    starts ??= lineStartsOf(source);
    const { says, repair } = wording(code, facts);
    const around = source.slice(Math.max(0, offset - 20), offset + 40);
    const excerpt = around.includes("\n") ? around.replace(/\s+/g, " ").trim() : around;
    slips.push({ ...placeOf(starts, offset), code, says, provision, offset, excerpt, repair });
  };
  const write = (
    code: SlipCode,
    sketch: Pick<Sketch, "segments" | "labelPlaces" | "headingPlaces">,
    provision: string,
    at: number,
    facts: Facts,
  ): void => push(code, sourceOf(sketch, at), provision, facts);

  return Object.assign(write, {
    at: (code: SlipCode, offset: number) => push(code, offset, null, {}),
    all: () => {
      for (const [code, count] of counts) {
        const last = slips.findLast((slip) => slip.code === code);
        if (count > mostOfAKind && last !== undefined)
          slips.push({ ...last, says: `${last.says} ${count - mostOfAKind} more of this kind follow.` });
      }
      return slips.sort((a, b) => a.offset - b.offset);
    },
  });
}

function sourceOf(sketch: Pick<Sketch, "segments" | "labelPlaces" | "headingPlaces">, at: number): number {
  const low = lastAtMost(sketch.segments.length, (index) => sketch.segments[index]!.at, at);
  const segment = sketch.segments[low];
  if (segment === undefined) return sketch.labelPlaces[0]?.start ?? sketch.headingPlaces[0]?.start ?? 0;

  return segment.source + Math.min(at - segment.at, segment.sourceLength);
}

function wording(code: SlipCode, facts: Facts): { readonly says: string; readonly repair: string | null } {
  switch (code) {
    case "stray-close":
      return {
        says: "This ] closes nothing; it is kept as a word.",
        repair: "Delete it, or open the bracket before it.",
      };
    case "unclosed":
      return { says: "This [ is never closed; it is kept as a word.", repair: "Close it at the end of the provision." };
    case "spanning":
      return {
        says: `This [ is closed in another provision, ${facts.label ?? ""}.`,
        repair: "Bracket each provision by itself.",
      };
    case "too-deep":
      return { says: `Brackets deeper than ${facts.depth ?? 100} levels are kept as words.`, repair: null };
    case "duplicate-label":
      return {
        says: `A second provision bears this number; it is addressed as ${facts.label ?? ""}.`,
        repair: "Number it anew.",
      };
    case "unknown-attribution":
      return {
        says: "The name before the colon is no declared party; it is read as words.",
        repair: "Declare the party.",
      };
    case "empty-group":
      return { says: "This option has a proposer and no words.", repair: 'Write "no text" if that is proposed.' };
    case "option-number-gap":
      return { says: "The options are not numbered one after the other.", repair: "Number them anew." };
    case "reference-cycle":
      return {
        says: `These provisions only refer to one another: ${facts.label ?? ""}.`,
        repair: "State the rule in one of them.",
      };
    case "control-character":
      return { says: `An invisible character (U+${facts.code ?? ""}) stands here.`, repair: "Delete it." };
    case "crossing-emphasis":
      return {
        says: "Emphasis begins inside a bracket and ends outside it, or the other way round.",
        repair: "Close it inside the bracket.",
      };
    case "link-or-bracket":
      return {
        says: "This could be a link or a bracket before words in parentheses; it is read as a bracket.",
        repair: null,
      };
    case "language-unknown":
      return {
        says: "The language is not recognised; nothing is proposed from the words.",
        repair: "State it in the header: languages: [en].",
      };
    case "options-unread":
      return { says: "From here on options of open brackets propose no commitments of their own.", repair: null };
    case "bad-bytes":
      return { says: "These bytes are not UTF-8; they are shown as U+FFFD.", repair: "Save the file as UTF-8." };
    case "not-understood":
      return { says: "This is not understood.", repair: null };
  }
}
