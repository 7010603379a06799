import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor, Body } from "../actor.ts";
import type {
  Commitment,
  Consequence,
  Determination,
  Guarantee,
  Power,
  Quantity,
  Verification,
} from "../commitment.ts";
import { consequenceKind, consequenceKinds, usualCost } from "../consequence-kind.ts";
import type { Condition, Duration, EventName, EventRef, Point, Window } from "../event.ts";
import { classOf, modeFor } from "../roles.ts";
import { notApplicable, unresolved, valueOf } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { blankConsequence, blankFrame, blankVerification } from "./blank.ts";
import { eventWords, openPoint, usualPoint } from "./event-forms.ts";
import { actorKinds } from "../actor.ts";
import { evidenceKinds, happenings, modals, powerWords, rules } from "./keywords.ts";
import { looksLikeTreatyEnglish, parseTreatyEnglish } from "./parse.ts";
import { printCommitment } from "./print-commitment.ts";
import { printCondition } from "./print-event.ts";
import { printTreatyEnglish } from "./print.ts";
import { printWindow } from "./print-window.ts";
import { actorNamed } from "../actor.ts";
import { bodyNamed, breach } from "./read-declaration.ts";
import type { TreatyEnglish } from "./tree.ts";

const runs = { numRuns: 300 };

/** A tree without what only a source has: its slips and the places of its names. */
function treeOf(source: string): TreatyEnglish {
  const { slips, mentions, ...tree } = parseTreatyEnglish(source);
  expect(mentions).toBeDefined();
  expect(slips.map(({ says, line, column }) => `${line}:${column} ${says}`)).toEqual([]);

  return tree;
}

function said<Value>(value: Value): Slot<Value> {
  return { kind: "stated", value, spans: [] };
}

function among<Value>(values: readonly Value[]): Slot<Value> {
  return { kind: "ambiguous", alternatives: values.map((value) => ({ value, spans: [] })), declared: "no" };
}

function or<Value>(slot: fc.Arbitrary<Slot<Value>>, otherwise: Slot<Value>): fc.Arbitrary<Slot<Value>> {
  return fc.oneof(slot, fc.constant(otherwise));
}

/** Words that can stand between brackets. */
const words = fc.oneof(
  fc.constantFrom(
    "ceasefire holds",
    "the withdrawal",
    "a report",
    "4.1",
    "Annex",
    "SHALL NOT",
    "2026-03-01",
    "it ends.",
  ),
  fc
    .string({ minLength: 1, maxLength: 24 })
    .map((text) =>
      text
        .replace(/[<>[\]]/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((text) => text !== ""),
);
const name = fc.constantFrom(
  "ALAND",
  "BLAND",
  "CHAIR",
  "Joint Commission",
  "Guarantor G",
  "START",
  "O’Neil Group",
  "DAY",
  "UN-Mission",
  "NO",
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const label = fc.constantFrom("4.1", "9(b)", "4.2 ¶1", "Annex B", "12");

const event: fc.Arbitrary<EventName> = fc.oneof(
  fc.constant<EventName>({ kind: "signature" }),
  fc.constant<EventName>({ kind: "entry-into-force" }),
  fc.record({
    kind: fc.constant("date" as const),
    on: fc.constantFrom("2026-03-01", "2024-02-29", "2027-12-31"),
    hour: fc.constantFrom(null, "12:00", "24:00", "noon"),
    zone: fc.constantFrom(null, "UTC", "Kyiv time"),
  }),
  label.map((of): EventName => ({ kind: "provision", label: of })),
  label.map((of): EventName => ({ kind: "act", commitment: `${of}/2` })),
  words.map((text): EventName => ({ kind: "fact", words: text })),
  fc
    .record({ kind: fc.constantFrom(...happenings), by: fc.option(name), own: fc.option(words) })
    .map(({ kind, by, own }): EventName => ({ kind, by, words: own ?? (by === null ? kind : `${kind} by ${by}`) })),
);

function refs(use: "clock" | "condition"): fc.Arbitrary<EventRef> {
  const point = fc.oneof(
    fc.constant(null),
    fc.constantFrom<Point>("start", "completion", "verified-completion", "occurrence").map(said),
    fc.constant(openPoint([])),
    fc.constant(among<Point>(["start", "completion", "verified-completion"])),
    fc.constant<Slot<Point>>(unresolved()),
  );

  return fc.tuple(event, point).map(([of, own]) => ({ event: of, point: own ?? usualPoint(of, use, []) }));
}

const days = (amount: number): Duration => ({ amount, unit: "days", calendar: null });
const duration: fc.Arbitrary<Duration> = fc
  .record({
    amount: fc.integer({ min: 0, max: 400 }),
    unit: fc.constantFrom<Duration["unit"]>("hours", "days", "working-days", "weeks", "months", "years"),
    calendar: fc.option(name),
  })
  .map((one) => ({ ...one, calendar: one.unit === "working-days" ? one.calendar : null }));
const length = fc.oneof(duration.map(said), fc.array(duration, { minLength: 2, maxLength: 3 }).map(among));
const dayNumber = fc.integer({ min: 0, max: 40 });
const day = fc.oneof(
  dayNumber.map((amount) => said(days(amount))),
  dayNumber.map((amount) => among([days(amount), days(amount + 1)])),
);
const counted = fc.oneof(refs("clock").map(said), fc.array(refs("clock"), { minLength: 2, maxLength: 2 }).map(among));
const noFirst = notApplicable("no first day is said");
const none = said<Duration | "none">("none");
const now = said(days(0));
const uncounted = notApplicable("no event is named");

type Form = Omit<Window, "words">;

const plain = { openEnded: "no", ordinal: false } as const;
const window: fc.Arbitrary<Window> = fc
  .oneof<fc.Arbitrary<Form>[]>(
    fc
      .tuple(or<EventRef>(counted, unresolved()), length)
      .map(([after, latest]) => ({ ...plain, after, earliest: now, latest })),
    fc
      .tuple(or<EventRef>(counted, unresolved()), length)
      .map(([after, latest]) => ({ ...plain, after, earliest: noFirst, latest })),
    fc
      .tuple(or<EventRef>(counted, unresolved()), length)
      .map(([after, earliest]) => ({ ...plain, after, earliest, latest: none })),
    fc
      .tuple(or<EventRef>(counted, unresolved()), length, length)
      .map(([after, earliest, latest]) => ({ ...plain, after, earliest, latest })),
    fc
      .tuple(or<EventRef>(counted, unresolved()), day, day)
      .map(([after, earliest, latest]) => ({ ...plain, ordinal: true, after, earliest, latest })),
    fc
      .tuple(or<EventRef>(counted, unresolved()), day)
      .map(([after, latest]) => ({ ...plain, ordinal: true, after, earliest: noFirst, latest })),
    fc
      .tuple(or<EventRef>(counted, unresolved()), day)
      .map(([after, earliest]) => ({ ...plain, ordinal: true, after, earliest, latest: none })),
    or<EventRef>(counted, uncounted).map((after) => ({ ...plain, after, earliest: noFirst, latest: none })),
    counted.map((after) => ({ ...plain, after, earliest: now, latest: unresolved() })),
    fc
      .tuple(or<EventRef>(counted, uncounted), fc.constantFrom("as-soon-as-possible", "promptly", "reasonable"))
      .map(([after, openEnded]) => ({
        ordinal: false,
        openEnded,
        after,
        earliest: noFirst,
        latest: unresolved(),
      })),
  )
  .map((form) => ({ ...form, words: printWindow(form) }));

const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    refs("condition").map((of): Condition => ({ kind: "event", event: of, words: eventWords(of.event) })),
    tie("any").map((of): Condition => ({ kind: "not", of })),
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("any"), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]): Condition => ({ kind, of })),
  ),
})).any;

const quantity: fc.Arbitrary<Slot<Quantity>> = fc
  .record<Quantity>({
    value: fc.oneof(fc.constantFrom("50", "2/3", "4.5", "all"), words),
    unit: fc.option(fc.oneof(fc.constant("km from the line"), words)),
    bound: fc.constantFrom("at-least", "at-most", "exactly"),
    countedAs: or(words.map(said), unresolved()),
    baseline: or(fc.oneof(words, fc.constant("Annex A on 2026-03-01")).map(said), unresolved()),
  })
  .map((one): Slot<Quantity> => {
    const isEverything = one.value === "all" && one.unit === null;
    const isUnsaid = one.countedAs.kind === "unresolved" && one.baseline.kind === "unresolved";
    if (isEverything && isUnsaid) return notApplicable("no quantity is named");

    return said(isEverything ? { ...one, bound: "exactly" } : one);
  });

const access = fc.oneof(
  fc.constant({ access: unresolved(), needsConsentOf: unresolved() }),
  fc.constant({ access: said(true), needsConsentOf: said<readonly string[]>([]) }),
  names.map((of) => ({ access: said(false), needsConsentOf: said<readonly string[]>(of) })),
);

function verifications(at: string): fc.Arbitrary<Verification> {
  return fc
    .record({
      by: or(
        names.map((of) => said<readonly string[]>(of)),
        unresolved(),
      ),
      evidence: or(
        fc.uniqueArray(fc.constantFrom(...evidenceKinds), { minLength: 1, maxLength: 3 }).map(said),
        unresolved(),
      ),
      from: or(
        counted.map((after) => {
          const form: Form = { ...plain, after, earliest: noFirst, latest: notApplicable("no last day is said") };

          return said<Window>({ ...form, words: printWindow(form).replace(/^AFTER /, "FROM ") });
        }),
        unresolved(),
      ),
      frequency: or(words.map(said), unresolved()),
      within: or(duration.map(said), unresolved()),
      bound: fc.boolean(),
      establishes: fc.constantFrom<Verification["establishes"]>("both", "performed", "breached"),
      reportsTo: or(
        names.map((of) => said<readonly string[]>(of)),
        unresolved(),
      ),
      reportsWithin: or(duration.map(said), unresolved()),
      access,
    })
    .map(({ access: own, reportsWithin, ...one }) => ({
      ...blankVerification(at),
      ...one,
      ...own,
      reportsWithin: one.reportsTo.kind === "stated" ? reportsWithin : unresolved(),
    }));
}

function determinations(at: string): fc.Arbitrary<Determination> {
  return fc.record({
    label: fc.constant(at),
    by: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
    bound: fc.boolean(),
    within: or(duration.map(said), unresolved()),
    onSilence: or(
      fc.constantFrom<"nothing" | "deemed-breach" | "deemed-kept">("nothing", "deemed-breach", "deemed-kept").map(said),
      unresolved(),
    ),
    appealTo: or(
      names.map((of) => said<readonly string[]>(of)),
      unresolved(),
    ),
  });
}

function consequences(at: string): fc.Arbitrary<Consequence> {
  return fc
    .record({
      by: fc.oneof(
        names.map((of) => said<readonly string[] | "automatic">(of)),
        fc.constant(said<readonly string[] | "automatic">("automatic")),
        fc.constant(unresolved()),
      ),
      verb: fc.constantFrom("reimpose", "suspend", "notify", "hand over", "zorble"),
      object: fc.oneof(
        fc.constant(""),
        words.filter((text) => !/\b(?:shall|must|will|may)\b/i.test(text)),
      ),
      isLeft: fc.boolean(),
      kind: fc.option(fc.constantFrom(...consequenceKinds)),
      cost: fc.option(fc.integer({ min: 0, max: 9 })),
      requires: fc.array(refs("condition"), { maxLength: 2 }),
      needsConsentOf: fc.oneof(
        fc.constant(notApplicable("no consent is asked")),
        fc.constant(said<readonly string[]>([])),
        names.map((of) => said<readonly string[]>(of)),
      ),
      within: or(duration.map(said), unresolved()),
      bound: fc.boolean(),
      reinstatement: fc.constantFrom<Consequence["reinstatement"]>("default", "needs-decision"),
      unless: fc.oneof(
        fc.constant(notApplicable("nobody can stop it")),
        name.map(said),
        condition.map((of) => said(inForm(printCondition(of)))),
      ),
      until: or(refs("clock").map(said), notApplicable("no end is named")),
      addressee: or(
        names.map((of) => said<readonly string[]>(of)),
        unresolved(),
      ),
    })
    .map(({ verb, object, isLeft, kind, cost, ...one }): Consequence => {
      const own = kind ?? consequenceKind(verb, object);

      return {
        ...blankConsequence(at),
        ...one,
        kind: own,
        says: [isLeft ? "not" : "", verb, object].filter((part) => part !== "").join(" "),
        cost: cost === null ? { kind: "proposed", value: usualCost(own), spans: [], rule: "cost-by-kind" } : said(cost),
      };
    });
}

function inForm(text: string): string {
  return /^(?:\[|\(|NOT )/.test(text) ? text : `(${text})`;
}

const frame: fc.Arbitrary<Commitment> = label.chain((at) =>
  fc
    .record({
      bearer: or(
        names.map((of) => said<readonly string[]>(of)),
        unresolved(),
      ),
      liability: fc.option(
        fc.constantFrom<"several" | "joint" | "joint-and-several">("several", "joint", "joint-and-several"),
      ),
      modal: fc.constantFrom(...modals),
      verb: fc.constantFrom("withdraw", "hand over", "report", "refrain", "zorble"),
      object: fc.oneof(fc.constant(""), words),
      place: or(
        words.map((text) => said(`from ${text}`)),
        notApplicable("no place is named"),
      ),
      quantity,
      trigger: or(refs("clock").map(said), notApplicable("nothing triggers it")),
      condition: or(condition.map(said), notApplicable("it is unconditional")),
      otherwise: fc.option(fc.oneof(fc.constant("nothing"), label, words)),
      window: or(window.map(said), unresolved()),
      start: or(window.map(said), notApplicable("its beginning is not set apart")),
      until: or(refs("clock").map(said), notApplicable("no end is named")),
      needsConsentOf: or(
        names.map((of) => said<readonly string[]>(of)),
        notApplicable("no consent is asked"),
      ),
      counterparty: or(
        names.map((of) => said<readonly string[]>(of)),
        unresolved(),
      ),
      reversible: or(
        fc.constantFrom<"irrevocable" | "costly" | "reversible">("irrevocable", "costly", "reversible").map(said),
        unresolved(),
      ),
      value: fc.option(fc.integer({ min: 0, max: 99 })),
      criterion: or(words.map(said), unresolved()),
      verification: fc.array(verifications(at), { maxLength: 2 }),
      determination: or(determinations(at).map(said), unresolved()),
      onBreach: fc.array(consequences(at), { maxLength: 2 }),
      overrides: fc.uniqueArray(label, { maxLength: 2 }),
      survivesTermination: fc.boolean(),
    })
    .map(({ modal, verb, object, place, otherwise, liability, value, ...one }): Commitment => {
      const isDeclared = modal.says === "DECLARES THAT";
      const count = (valueOf(one.bearer) ?? []).length;
      const waits = valueOf(one.condition) !== null || valueOf(one.needsConsentOf) !== null;
      const act = isDeclared ? "declare" : verb;
      const onWhat = isDeclared && object === "" ? "peace" : object;
      const kind = isDeclared ? "other" : classOf(verb, object);

      return {
        ...blankFrame(`${at}/1`, at, ""),
        ...one,
        liability: liability !== null ? said(liability) : count > 1 ? unresolved() : notApplicable("one bearer"),
        modality: said(modal.modality),
        strength: said(modal.strength),
        action: {
          verb: act,
          object: onWhat,
          place: isDeclared ? notApplicable("no place is named") : place,
          class: kind,
        },
        quantity: isDeclared ? notApplicable("no quantity is named") : one.quantity,
        mode: modeFor(kind, act, modal.modality),
        elseBranch: otherwise !== null ? said(otherwise) : waits ? unresolved() : notApplicable("it is unconditional"),
        value: one.reversible.kind === "stated" ? value : null,
      };
    }),
);

const body: fc.Arbitrary<Body> = fc
  .record({
    id: name,
    members: fc.uniqueArray(
      fc.record({ actor: name, weight: fc.integer({ min: 0, max: 5 }), votesAs: fc.constant(null) }),
      {
        selector: ({ actor }) => actor,
        maxLength: 3,
      },
    ),
    rule: or(
      fc.constantFrom(...rules).map(({ rule }) => said(rule)),
      unresolved(),
    ),
    threshold: or(fc.nat(9).map(said), unresolved()),
    quorum: or(fc.nat(9).map(said), unresolved()),
    tie: or(words.map(said), unresolved()),
    decidesWithin: or(duration.map(said), unresolved()),
    extension: or(duration.map(said), unresolved()),
    onSilence: or(
      fc
        .constantFrom<"nothing" | "deemed-adopted" | "deemed-rejected">("nothing", "deemed-adopted", "deemed-rejected")
        .map(said),
      unresolved(),
    ),
    createdBy: or(label.map(said), unresolved()),
    mandate: or(label.map(said), unresolved()),
    staffedBy: or(
      names.map((of) => said<readonly string[]>(of)),
      unresolved(),
    ),
    paidBy: or(
      names.map((of) => said<readonly string[]>(of)),
      unresolved(),
    ),
    startsOn: or(refs("clock").map(said), unresolved()),
    suspensionPlan: or(words.map(said), unresolved()),
  })
  .map((one) => ({ ...bodyNamed(one.id), ...one }));

const actor: fc.Arbitrary<Actor> = fc
  .record({
    id: name,
    kind: fc.constantFrom(...actorKinds),
    memberOf: fc.oneof(fc.constant([]), names),
    alliedWith: fc.oneof(fc.constant([]), names),
    trustRoot: fc.boolean(),
  })
  .map(({ id, kind, ...more }) => ({ ...actorNamed(id, kind), ...more }));

const guarantee: fc.Arbitrary<Guarantee> = label.chain((at) =>
  fc
    .record({
      guarantor: or(
        names.map((of) => said<readonly string[]>(of)),
        unresolved(),
      ),
      covers: or(
        fc
          .oneof(fc.constant("all" as const), fc.uniqueArray(label, { minLength: 1, maxLength: 3 }))
          .map((of) => said<readonly string[] | "all">(of)),
        unresolved(),
      ),
      trigger: fc.option(refs("clock")),
      effect: or(consequences(at).map(said), unresolved()),
      cost: or(fc.nat(9).map(said), unresolved()),
      expires: or(refs("clock").map(said), notApplicable("no end is named")),
    })
    .map(({ trigger, ...one }): Guarantee => ({
      id: `${at}/g1`,
      provision: "",
      label: at,
      spans: [],
      requires: {},
      optOuts: [],
      ...one,
      bound: valueOf(one.effect)?.bound ?? true,
      trigger: trigger !== null ? said(trigger) : one.effect.kind === "stated" ? said<EventRef>(breach) : unresolved(),
    })),
);

const power: fc.Arbitrary<Power> = label.chain((at) =>
  fc
    .record({
      holder: or(
        names.map((of) => said<readonly string[]>(of)),
        unresolved(),
      ),
      effect: fc.constantFrom(...powerWords).map((row) => row.effect),
      actsOn: fc.oneof(fc.constant("all" as const), fc.uniqueArray(label, { minLength: 1, maxLength: 3 })),
      allowed: fc.boolean(),
      trigger: or(condition.map(said), notApplicable("no condition is named")),
      notice: or(duration.map(said), unresolved()),
      needsConsentOf: or(
        names.map((of) => said<readonly string[]>(of)),
        notApplicable("no consent is asked"),
      ),
    })
    .map((one) => ({ id: `${at}/p1`, provision: "", label: at, spans: [], requires: {}, ...one })),
);

/** A whole tree: bodies that no line declares as actors stand last among them. */
const tree: fc.Arbitrary<TreatyEnglish> = fc
  .record({
    actors: fc.uniqueArray(actor, { selector: ({ id }) => id, maxLength: 3 }),
    bodies: fc.uniqueArray(body, { selector: ({ id }) => id, maxLength: 2 }),
    terms: fc.array(fc.record({ term: name, means: words, anchor: fc.constant({ provision: "", start: 0, end: 0 }) }), {
      maxLength: 2,
    }),
    timeZone: or(words.map(said), unresolved()),
    commitments: fc.uniqueArray(frame, { selector: ({ label: at }) => at, maxLength: 3 }),
    guarantees: fc.uniqueArray(guarantee, { selector: ({ label: at }) => at, maxLength: 2 }),
    powers: fc.uniqueArray(power, { selector: ({ label: at }) => at, maxLength: 2 }),
  })
  .map((one) => {
    const known = new Set(one.actors.map(({ id }) => id));

    return {
      ...one,
      actors: [
        ...one.actors,
        ...one.bodies.filter(({ id }) => !known.has(id)).map(({ id }) => actorNamed(id, "commission")),
      ],
    };
  });

test("a commitment that is printed is read back", () => {
  fc.assert(
    fc.property(frame, (one) => {
      expect(treeOf(printCommitment(one)).commitments).toEqual([one]);
    }),
    runs,
  );
});

test("a tree that is printed is read back", () => {
  fc.assert(
    fc.property(tree, (one) => {
      expect(treeOf(printTreatyEnglish(one))).toEqual(one);
    }),
    runs,
  );
});

test("a sentence on one line says the same", () => {
  fc.assert(
    fc.property(frame, (one) => {
      expect(treeOf(printCommitment(one, { breaks: false })).commitments).toEqual([one]);
    }),
    runs,
  );
});

/** Pieces of sentences in any order: much of it parses, none of it is canonical. */
const soup = fc
  .array(
    fc.constantFrom(
      "4.2 ALAND SHALL withdraw",
      "BLAND MAY open",
      "<heavy weapons>",
      "all tanks",
      "FROM <Zone B>",
      "WITHIN 30 DAYS",
      "AFTER COMPLETION OF [4.1]",
      "OF ?POINT <the vote>",
      "NO LATER THAN",
      "DAY 5",
      "BY 2026-03-01 12:00 ZONE UTC",
      "IF [x] OR NOT (",
      ")",
      "AND",
      "OTHERWISE [4.9]",
      "OTHERWISE NOTHING",
      "TOWARDS BLAND, Cland",
      ".",
      ",",
      "\n",
      "IRREVOCABLE",
      "VALUE 5",
      "COUNTED AS pieces",
      "BASELINE <Annex A> ON 2026-03-01",
      "VERIFIED BY",
      "<Mission>",
      "USING satellite, site visit",
      "WITHOUT CONSENT OF ALAND",
      "WITH CONSENT OF BLAND",
      "REPORTING TO <JC> WITHIN 2 DAYS",
      "DETERMINED BY <JC> BY MAJORITY",
      "ON SILENCE deemed breach",
      "ON BREACH",
      "AUTOMATICALLY",
      "SHALL pay <10 units>",
      "AGAINST ALAND",
      "UNLESS <JC> decides otherwise",
      "REINSTATED BY DECISION",
      "OVERRIDES [4.1] [4.2]",
      "SURVIVES TERMINATION",
      "UNRESOLVED TOWARDS, WINDOW",
      "?BEARER SHALL",
      "disarm",
      "AT LEAST 50 km",
      "(a remark)",
      "[",
      "<",
      "]",
      "ACTOR ALAND IS party",
      "BODY <JC> OF ALAND WEIGHT 2, BLAND",
      "DECIDES BY CHAIR",
      "GUARANTEE BY <G> COVERS [4.1] [4.2]",
      "POWER OF ALAND TO SUSPEND ALL",
      "NOTICE 30 DAYS",
      "TERM <weapon> MEANS <a thing>",
      "TIME ZONE <Kyiv time>",
      "STARTING",
      "UPON SIGNATURE",
      "UNTIL",
      "DONE MEANS none left",
      "lower words",
      "2/3",
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(" "));

test("printing what was read of any source is read to the same", () => {
  fc.assert(
    fc.property(soup, (source) => {
      const { slips: _slips, mentions: _mentions, ...first } = parseTreatyEnglish(source);
      expect(treeOf(printTreatyEnglish(first))).toEqual(first);
    }),
    { numRuns: 600 },
  );
});

test("any string is read, its slips lie inside it and nothing is thrown", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 200 }), soup), (source) => {
      for (const slip of parseTreatyEnglish(source).slips) {
        expect(slip.start).toBeLessThanOrEqual(source.length);
        expect(slip.line).toBe(source.slice(0, slip.start).split("\n").length);
      }
      expect(typeof looksLikeTreatyEnglish(source)).toBe("boolean");
    }),
    runs,
  );
});

test("names with any characters in them are printed to something that can be read", () => {
  fc.assert(
    fc.property(frame, fc.string({ maxLength: 40 }), (one, odd) => {
      const printed = printCommitment({
        ...one,
        bearer: said([odd, odd]),
        criterion: said(odd),
        label: odd === "" ? "1" : odd,
      });
      expect(parseTreatyEnglish(printed).commitments.length).toBe(1);
    }),
    runs,
  );
});
