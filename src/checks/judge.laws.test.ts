import fc from "fast-check";
import { expect, test } from "vitest";
import { unresolved } from "../commitments/index.ts";
import type { Body, Commitment, Consequence, Reading, Slot, Verification } from "../commitments/index.ts";
import { contextOf } from "./context.ts";
import { compareGrades } from "./judge.ts";
import type { Verdict } from "./judge.ts";
import {
  actor,
  body,
  commitment,
  consequence,
  days,
  determination,
  draftOf,
  reading,
  stated,
  verification,
} from "./invented.ts";

const names = ["Aland", "Bland", "Chair", "Mission", "Guarland"];
const draft = draftOf({ "1": "", "3": "", "4": "at the request of a Party", "5": "" });

const someNames = fc.subarray(names, { maxLength: 2 });
function slot<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Slot<Value>> {
  return fc.option(value).map((one) => (one === null ? unresolved() : stated(one)));
}
const someDays = fc
  .option(fc.integer({ min: 0, max: 30 }))
  .map((amount) => (amount === null ? unresolved() : days(amount)));

const verifications: fc.Arbitrary<Verification> = fc
  .record({
    by: fc.subarray([...names, "Commission"], { minLength: 1, maxLength: 2 }),
    evidence: slot(fc.subarray(["satellite", "site-visit", "self-report"] as const, { minLength: 1 })),
    access: slot(fc.boolean()),
    needsConsentOf: slot(someNames),
    within: someDays,
    bound: fc.boolean(),
    establishes: fc.constantFrom("both" as const, "breached" as const, "performed" as const),
    reportsTo: slot(fc.subarray(["Commission", "Bland", "Guarland"], { minLength: 1 })),
  })
  .map(({ by, ...more }) => verification(by, more));

const answers: fc.Arbitrary<Consequence> = fc
  .record({
    by: fc.oneof(
      fc.constant("automatic" as const),
      fc.subarray([...names, "Commission"], { minLength: 1, maxLength: 2 }),
    ),
    bound: fc.boolean(),
    needsConsentOf: slot(someNames),
    within: someDays,
    kind: fc.constantFrom("sanction" as const, "notify" as const, "snapback" as const),
    unless: slot(fc.constantFrom("Commission", "Bland")),
  })
  .map(({ by, ...more }) => consequence(by, more));

const bodies: fc.Arbitrary<Body> = fc
  .record({
    members: fc.subarray(["Aland", "Bland", "Chair"], { minLength: 1 }),
    rule: slot(
      fc.constantFrom(
        "consensus" as const,
        "majority" as const,
        "qualified-majority" as const,
        "any-member" as const,
        "chair-decides" as const,
      ),
    ),
    onSilence: slot(fc.constantFrom("nothing" as const, "deemed-adopted" as const)),
    decidesWithin: someDays,
  })
  .map(({ members, ...more }) => body("Commission", members, more));

const cases: fc.Arbitrary<{ readonly commission: Body; readonly duty: Commitment }> = fc
  .record({
    commission: bodies,
    verification: fc.array(verifications, { maxLength: 2 }),
    isDetermined: fc.boolean(),
    isBound: fc.boolean(),
    onBreach: fc.array(answers, { maxLength: 2 }),
  })
  .map(({ commission, isDetermined, isBound, ...clauses }) => ({
    commission,
    duty: commitment("1", ["Aland"], {
      ...clauses,
      counterparty: stated(["Bland"]),
      determination: isDetermined ? determination(["Commission"], { bound: isBound }) : unresolved(),
    }),
  }));

function judged(commission: Body, duty: Commitment, more: Partial<Reading> = {}): Verdict {
  const actors = [...names, "Commission"].map((name) =>
    actor(name, { kind: name.endsWith("land") ? "party" : "commission" }),
  );
  const one = reading({ actors, bodies: [commission], commitments: [duty], ...more });

  return contextOf({ draft, reading: one, choices: {} }).judgements.get("1/1")!.worst!.verdict;
}

function isNoWorse(after: Verdict, before: Verdict): boolean {
  return compareGrades(after.grade, before.grade) >= 0;
}

type Edit = (duty: Commitment) => Commitment;

const looking = (duty: Commitment, change: Partial<Verification>): Commitment => ({
  ...duty,
  verification: duty.verification.map((one) => Object.assign({}, one, change)),
});
const answering = (duty: Commitment, change: Partial<Consequence>): Commitment => ({
  ...duty,
  onBreach: duty.onBreach.map((one) => Object.assign({}, one, change)),
});

test.each<[string, Edit]>([
  ["a shall for each verifier's may", (duty) => looking(duty, { bound: true })],
  ["a shall for each answer's may", (duty) => answering(duty, { bound: true })],
  [
    "a shall for the body's may",
    (duty) =>
      duty.determination.kind === "stated"
        ? { ...duty, determination: stated({ ...duty.determination.value, bound: true }) }
        : duty,
  ],
  ["consent to looking dropped", (duty) => looking(duty, { needsConsentOf: stated([]), access: stated(true) })],
  ["consent to answering dropped", (duty) => answering(duty, { needsConsentOf: stated([]) })],
  ["deciding otherwise dropped", (duty) => answering(duty, { unless: unresolved() })],
  [
    "a further verifier",
    (duty) => ({ ...duty, verification: [...duty.verification, verification(["Mission"], { access: stated(true) })] }),
  ],
  ["a further answer", (duty) => ({ ...duty, onBreach: [...duty.onBreach, consequence(["Guarland"])] })],
])("%s never lowers a grade", (_name, change) => {
  fc.assert(
    fc.property(cases, ({ commission, duty }) => isNoWorse(judged(commission, change(duty)), judged(commission, duty))),
    { numRuns: 400 },
  );
});

test("an ally of the bearer never raises a grade, nor makes a breach verifiable", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom("Bland", "Chair", "Mission", "Guarland"), ({ commission, duty }, ally) => {
      const actors = [...names, "Commission"].map((name) =>
        actor(name, {
          kind: name.endsWith("land") ? "party" : "commission",
          alliedWith: name === "Aland" ? [ally] : [],
        }),
      );
      const [alone, allied] = [judged(commission, duty), judged(commission, duty, { actors })];

      return isNoWorse(alone, allied);
    }),
    { numRuns: 400 },
  );
});

test("names do not matter", () => {
  fc.assert(
    fc.property(cases, ({ commission, duty }) => {
      const renamed = JSON.parse(
        JSON.stringify({ commission, duty }).replaceAll("Bland", "Zland").replaceAll("Mission", "Aaa"),
      ) as {
        readonly commission: Body;
        readonly duty: Commitment;
      };
      const actors = ["Aland", "Zland", "Chair", "Aaa", "Guarland", "Commission"].map((name) =>
        actor(name, { kind: name.endsWith("land") ? "party" : "commission" }),
      );
      const { reliesOn, ...before } = judged(commission, duty);
      const { reliesOn: others, ...after } = judged(renamed.commission, renamed.duty, { actors });

      expect(after).toEqual(before);
      expect(others.map((name) => name.replaceAll("Zland", "Bland").replaceAll("Aaa", "Mission"))).toEqual(reliesOn);
    }),
    { numRuns: 200 },
  );
});
