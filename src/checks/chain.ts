import { itemsIn, valueOf } from "../commitments/index.ts";
import type { Commitment } from "../commitments/index.ts";
import { eventWords } from "./events.ts";
import type { StoryLine } from "./finding.ts";
import type { Context } from "./rule.ts";
import { actOf, listed, sentence } from "./saying.ts";
import { latestDay } from "./schedule/whole-days.ts";
import { terrainOf } from "./terrain.ts";
import { waitsOf } from "./waits.ts";
import type { Wait } from "./waits.ts";

/** How many acts a chain tells at most. */
const longest = 12;

/** What an act waits for, and what that waits for, nearest first: each line names its provision. */
export function chainOf(context: Context, start: Commitment): readonly StoryLine[] {
  const lines: StoryLine[] = [];
  const told = new Set([start.id]);
  let open: readonly Commitment[] = [start];
  while (open.length > 0) {
    const next: Commitment[] = [];
    for (const commitment of open) {
      lines.push(...consentsAt(context, commitment));
      for (const wait of waitsOf(context, commitment)) {
        if (isMoment(wait)) continue;
        lines.push(waitLine(context, commitment, wait));
        for (const act of wait.acts)
          if (!told.has(act.id) && told.size < longest) {
            told.add(act.id);
            next.push(act);
          }
      }
    }
    open = next;
  }
  const said = new Set<string>();

  return lines.filter(({ text, provision }) => {
    const line = `${provision} ${text}`;
    if (said.has(line)) return false;
    said.add(line);

    return true;
  });
}

/** A date, or the text's own beginning: it comes of itself. */
function isMoment({ event: { event } }: Wait): boolean {
  return event.kind === "date" || event.kind === "signature" || event.kind === "entry-into-force";
}

/** Those whose consent performance needs and who do not owe it themselves. */
export function othersAsked(context: Context, commitment: Commitment): readonly string[] {
  const { cast } = terrainOf(context);
  const bearers = cast.singles(itemsIn(commitment.bearer));
  const asked = itemsIn(commitment.needsConsentOf);
  const others = cast.singles(asked).filter((name) => !bearers.includes(name));

  return others.length > 0 || bearers.length < 2 ? others : asked.filter((name) => /^(?:the )?other /i.test(name));
}

/** Consents that the act needs, and those that other acts of its provision need before it. */
function consentsAt(context: Context, commitment: Commitment): readonly StoryLine[] {
  return terrainOf(context)
    .commitmentsAt(commitment.label)
    .filter(({ label }) => label === commitment.label)
    .flatMap((one) => consentLines(context, one));
}

function consentLines(context: Context, commitment: Commitment): readonly StoryLine[] {
  const asked = othersAsked(context, commitment);
  if (asked.length === 0) return [];

  return [
    {
      day: null,
      text: `${sentence(actOf(commitment))} needs the consent of ${listed(asked)}.`,
      provision: commitment.label,
    },
  ];
}

function waitLine(context: Context, commitment: Commitment, wait: Wait): StoryLine {
  const words = eventWords(context, wait.event.event);
  const how = wait.path === "start" ? "begins after" : "waits for";
  const act = sentence(actOf(commitment));
  const { event } = wait.event;
  if (!wait.isThere && (event.kind === "report" || event.kind === "determination"))
    return { day: null, text: `${act} ${how} ${words}, for which no clause provides.`, provision: commitment.label };
  if (!wait.isThere)
    return { day: null, text: `${act} ${how} ${words}, which this text does not have.`, provision: commitment.label };

  return { day: null, text: `${act} ${how} ${words}${dateWords(context, wait.acts)}.`, provision: commitment.label };
}

/** When all of the acts are done at the latest, or that no day is stated for it. */
function dateWords(context: Context, acts: readonly Commitment[]): string {
  if (acts.length === 0) return "";
  if (acts.every((act) => !hasDate(act))) return ", which has no date";
  const days = acts.map((act) => latestDay(context, act)).filter((day) => day !== null);

  return days.length < acts.length ? "" : `, on day ${Math.max(...days)} at the latest`;
}

function hasDate({ window }: Commitment): boolean {
  const value = valueOf(window);
  const latest = value === null ? null : valueOf(value.latest);

  return (latest !== null && latest !== "none") || (value !== null && valueOf(value.after)?.event.kind === "date");
}
