import type { DecisionRule } from "../actor.ts";
import type { Determination, Evidence, Verification } from "../commitment.ts";
import type { Window } from "../event.ts";
import { notApplicable, unresolved } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { blankVerification } from "./blank.ts";
import {
  anchorsSince,
  fail,
  isKeyword,
  isNext,
  peek,
  readActor,
  readActors,
  stated,
  take,
  takeAfterComma,
  takeOne,
} from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { readWords } from "./read-words.ts";
import { evidenceKinds, rules, silences } from "./keywords.ts";
import { printWindow } from "./print-window.ts";
import { readAnchorEvent, readLength, readWindow } from "./read-window.ts";

type Writable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

/** After `VERIFIED BY`: who looks, by which means, with whose leave, from when, how fast, and who is told. */
export function readVerification(cursor: Cursor, bound: boolean, bearers: readonly string[]): Verification | null {
  const from = cursor.at;
  const found: Writable<Verification> = { ...blankVerification(cursor.label), bound };
  if (take(cursor, "?VERIFIER")) found.by = unresolved(...anchorsSince(cursor, from));
  else {
    const by = readActors(cursor, "verifier");
    if (by === null) return fail(cursor, ["a verifier", "?VERIFIER"]);
    found.by = stated(cursor, by, from);
  }
  for (;;) {
    const before = cursor.at;
    if (!readVerificationPart(cursor, found, bearers)) return null;
    if (cursor.at === before) break;
  }
  found.spans = anchorsSince(cursor, from);

  return found;
}

/** One part of a verification; leaves the cursor where none follows. `false` where one begins and does not read. */
function readVerificationPart(cursor: Cursor, found: Writable<Verification>, bearers: readonly string[]): boolean {
  if (takeAfterComma(cursor, "USING")) return readEvidence(cursor, found);
  if (takeAfterComma(cursor, "WITHOUT CONSENT OF")) return readFreeAccess(cursor, found, bearers);
  if (isNext(cursor, "WITH CONSENT OF")) return readAskedAccess(cursor, found);
  if (takeAfterComma(cursor, "REPORTING TO")) return readReport(cursor, found);
  const at = cursor.at;
  if (takeAfterComma(cursor, "EVERY")) {
    const words = readWords(cursor);
    if (words === null) return fail(cursor, ["a time in words: EVERY <two weeks>"]) !== null;
    found.frequency = stated(cursor, words, at);

    return true;
  }
  if (takeAfterComma(cursor, "ESTABLISHING")) {
    const what = takeOne(cursor, [{ says: "performance" }, { says: "breach" }]);
    if (what === null) return fail(cursor, ["performance", "breach"]) !== null;
    found.establishes = what.says === "breach" ? "breached" : "performed";

    return true;
  }
  if (isNext(cursor, "FROM")) return readFrom(cursor, found);
  if (found.within.kind === "unresolved" && (isNext(cursor, "WITHIN") || isNext(cursor, "NO LATER THAN"))) {
    return readClock(cursor, found);
  }

  return true;
}

function readEvidence(cursor: Cursor, found: Writable<Verification>): boolean {
  const from = cursor.at;
  const kinds: Evidence[] = [];
  do {
    const words =
      peek(cursor).kind === "word" && isKeyword(cursor) ? null : readWords(cursor, () => isNext(cursor, "and"));
    const kind = evidenceKinds.find(
      (one) => one.replaceAll("-", " ") === (words ?? "").toLowerCase().replaceAll("-", " "),
    );
    if (kind === undefined) {
      cursor.at -= words === null ? 0 : words.split(" ").length;

      return (
        fail(
          cursor,
          evidenceKinds.map((one) => one.replaceAll("-", " ")),
        ) !== null
      );
    }
    kinds.push(kind);
  } while (takeNextInList(cursor));
  found.evidence = stated(cursor, kinds, from);

  return true;
}

/** A comma or AND that goes on with another kind of evidence, not with another clause. */
function takeNextInList(cursor: Cursor): boolean {
  if (take(cursor, "AND") || take(cursor, "and")) return true;
  const next = peek(cursor, 1);
  const goesOn = peek(cursor).kind === "comma" && next.kind === "word" && /^\p{Ll}/u.test(next.text);
  if (goesOn) cursor.at += 1;

  return goesOn;
}

/** Access as against somebody: a right of access where that is the bearer, or everybody. */
function readFreeAccess(cursor: Cursor, found: Writable<Verification>, bearers: readonly string[]): boolean {
  const from = cursor.at - 3;
  const everybody = take(cursor, "ANYBODY");
  const of = everybody ? [] : readActors(cursor, "other");
  if (of === null) return fail(cursor, ["the name of an actor", "ANYBODY"]) !== null;
  const coversBearer = everybody || bearers.every((name) => of.includes(name));
  if (!coversBearer) return true;
  found.access = stated(cursor, true, from);
  found.needsConsentOf = stated(cursor, [], from);

  return true;
}

function readAskedAccess(cursor: Cursor, found: Writable<Verification>): boolean {
  const from = cursor.at;
  take(cursor, "WITH CONSENT OF");
  const of = readActors(cursor, "other");
  if (of === null) return fail(cursor, ["the name of an actor"]) !== null;
  found.access = stated(cursor, false, from);
  found.needsConsentOf = stated(cursor, of, from);

  return true;
}

function readReport(cursor: Cursor, found: Writable<Verification>): boolean {
  const from = cursor.at;
  const to = readActors(cursor, "other");
  if (to === null) return fail(cursor, ["the name of an actor"]) !== null;
  found.reportsTo = stated(cursor, to, from);
  const clock = cursor.at;
  if (!isNext(cursor, "WITHIN") && !isNext(cursor, "NO LATER THAN")) return true;
  const within = readLength(cursor);
  if (within === null) return false;
  found.reportsWithin = stated(cursor, within, clock);

  return true;
}

/** `FROM START OF [4.2]`: looking begins then; it has no last day. */
function readFrom(cursor: Cursor, found: Writable<Verification>): boolean {
  const from = cursor.at;
  take(cursor, "FROM");
  const after = readAnchorEvent(cursor);
  if (after === null) return false;
  found.from = stated(cursor, fromWindow(after), from);

  return true;
}

/** `WITHIN 5 DAYS`, with the event it is counted from where that stands here. */
function readClock(cursor: Cursor, found: Writable<Verification>): boolean {
  const from = cursor.at;
  const window = readWindow(cursor);
  if (window === null) return false;
  const latest = window.latest.kind === "stated" && window.latest.value !== "none" ? window.latest.value : null;
  if (latest === null) return fail(cursor, ["WITHIN n DAYS"]) !== null;
  found.within = stated(cursor, latest, from);
  if (window.after.kind !== "unresolved") found.from = stated(cursor, fromWindow(window.after), from);

  return true;
}

/** From an event on, without a last day. */
function fromWindow(after: Window["after"]): Window {
  const window: Omit<Window, "words"> = {
    after,
    earliest: notApplicable("no first day is said"),
    latest: notApplicable("no last day is said"),
    openEnded: "no",
    ordinal: false,
  };

  return { ...window, words: printWindow(window).replace(/^AFTER /, "FROM ") };
}

/** What `DETERMINED BY` says: the body's finding, and the rule by which the body decides where it stands here. */
export type Determined = { readonly determination: Determination; readonly rule: Slot<DecisionRule> | null };

export function readDetermination(cursor: Cursor, bound: boolean): Determined | null {
  const by = readActor(cursor, "body");
  if (by === null) return fail(cursor, ["the name of a body"]);
  const found: Writable<Determination> = {
    label: cursor.label,
    by: [by],
    bound,
    within: unresolved(),
    onSilence: unresolved(),
    appealTo: unresolved(),
  };
  const others: string[] = [];
  while (take(cursor, "AND")) {
    const next = readActor(cursor, "body");
    if (next === null) return fail(cursor, ["the name of a body"]);
    others.push(next);
  }
  found.by = [by, ...others];
  let rule: Slot<DecisionRule> | null = null;
  for (;;) {
    const from = cursor.at;
    if (isNext(cursor, "BY") && rule === null) {
      take(cursor, "BY");
      const row = takeOne(cursor, rules);
      if (row === null)
        return fail(
          cursor,
          rules.map(({ says }) => says),
        );
      rule = stated(cursor, row.rule, from);
    } else if (found.within.kind === "unresolved" && (isNext(cursor, "WITHIN") || isNext(cursor, "NO LATER THAN"))) {
      const within = readLength(cursor);
      if (within === null) return null;
      found.within = stated(cursor, within, from);
    } else if (takeAfterComma(cursor, "ON SILENCE")) {
      const silence = takeOne(
        cursor,
        silences.map((says) => ({ says })),
      );
      if (silence === null) return fail(cursor, silences);
      const value =
        silence.says === "nothing" ? "nothing" : silence.says === "deemed breach" ? "deemed-breach" : "deemed-kept";
      found.onSilence = stated(cursor, value, from);
    } else if (takeAfterComma(cursor, "APPEAL TO")) {
      const to = readActors(cursor, "other");
      if (to === null) return fail(cursor, ["the name of a body"]);
      found.appealTo = stated(cursor, to, from);
    } else break;
  }

  return { determination: found, rule };
}
