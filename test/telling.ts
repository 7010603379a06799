import type { Commitment, Condition, Duration, EventRef, Reading, Slot, Window } from "../src/commitments/index.ts";

/**
 * A commitment in one line for tests: `1 Aland obligation/shall withdraw its forces · within 30 days after entry-into-force`.
 * `?` marks what nobody fills, `~` what a rule proposed beyond the sentence, `a|b` what the words leave open.
 */
export function telling(commitment: Commitment): string {
  const { action } = commitment;
  const head = [
    commitment.label,
    slot(commitment.bearer, (names) => names.join(" + ")),
    `${slot(commitment.modality)}/${slot(commitment.strength).replace("~", "")}`,
    action.verb,
    action.object,
  ].join(" ");
  const parts: readonly (readonly [string, string])[] = [
    ["class", action.class],
    ["mode", commitment.mode],
    ["role", commitment.role],
    ["at", slot(action.place)],
    ["to", slot(commitment.counterparty, (names) => names.join(" + "))],
    ["number", slot(commitment.quantity, ({ value, unit, bound }) => `${bound} ${value} ${unit ?? ""}`.trim())],
    ["when", slot(commitment.window, when)],
    ["start", slot(commitment.start, when)],
    ["until", slot(commitment.until, event)],
    ["trigger", slot(commitment.trigger, event)],
    ["if", slot(commitment.condition, condition)],
    ["else", slot(commitment.elseBranch)],
    ["consent", slot(commitment.needsConsentOf, (names) => `[${names.join(" + ")}]`)],
    ["by what", slot(commitment.criterion)],
    ["liability", slot(commitment.liability)],
    ...commitment.verification.map((one): readonly [string, string] => [
      "verified",
      [
        `by ${slot(one.by, (names) => names.join(" + "))}`,
        one.bound ? "shall" : "may",
        `using ${slot(one.evidence, (kinds) => kinds.join(", "))}`,
        `access ${slot(one.access, String)}`,
        `leave ${slot(one.needsConsentOf, (names) => `[${names.join(" + ")}]`)}`,
        `reports to ${slot(one.reportsTo, (names) => names.join(" + "))} ${slot(one.reportsWithin, duration)}`,
        `within ${slot(one.within, duration)}`,
        `often ${slot(one.frequency)}`,
      ].join(", "),
    ]),
    [
      "determined",
      slot(
        commitment.determination,
        ({ by, bound, within, onSilence }) =>
          `by ${by.join(" + ")} ${bound ? "shall" : "may"} within ${slot(within, duration)} silence ${slot(onSilence)}`,
      ),
    ],
    ...commitment.onBreach.map((one): readonly [string, string] => [
      "answer",
      [
        slot(one.by, (by) => (by === "automatic" ? by : by.join(" + "))),
        one.bound ? "shall" : "may",
        one.kind,
        one.says,
        `within ${slot(one.within, duration)}`,
        one.reinstatement,
        `unless ${slot(one.unless)}`,
        `after ${one.requires.map((ref) => ref.event.kind).join(" + ")}`,
      ].join(", "),
    ]),
  ];

  return [
    head,
    ...parts.filter(([, words]) => words !== "?" && words !== "").map(([name, words]) => `${name}: ${words}`),
  ].join(" · ");
}

/** What one sentence by itself gives: its commitments without label and role, then bodies, guarantees, powers, terms. */
export function tellingOf(reading: Reading): readonly string[] {
  const slots = reading.commitments.map((commitment) =>
    telling(commitment)
      .replace(/^1 /, "")
      .replaceAll(/ · (?:role|liability): [a-z-]+/g, ""),
  );
  const others = machinery(reading)
    .filter((line) => !line.startsWith("actor ") && line !== "zone ?" && line !== "authentic ?")
    .map((line) =>
      line.replaceAll(/(?:, (?:rule|quorum|decides within|silence|created|mandate|staff|paid|starts|plan) \?)+/g, ""),
    );

  return [...slots, ...others];
}

/** Bodies, guarantees and powers of a reading, one line each. */
export function machinery(reading: Reading): readonly string[] {
  return [
    ...reading.actors.map(
      (actor) =>
        `actor ${actor.id} ${actor.kind}${actor.outside ? " outside" : ""}${actor.collective === null ? "" : ` of [${actor.collective.join(" + ")}]`}`,
    ),
    ...reading.bodies.map((body) =>
      [
        `body ${body.id}`,
        `of [${body.members.map(({ actor, weight, votesAs }) => `${actor} ${weight}${votesAs === null ? "" : ` as ${votesAs}`}`).join(", ")}]`,
        `rule ${slot(body.rule)}`,
        `quorum ${slot(body.quorum, String)}`,
        `decides within ${slot(body.decidesWithin, duration)}`,
        `silence ${slot(body.onSilence)}`,
        `created ${slot(body.createdBy)}`,
        `mandate ${slot(body.mandate)}`,
        `staff ${slot(body.staffedBy, (names) => names.join(" + "))}`,
        `paid ${slot(body.paidBy, (names) => names.join(" + "))}`,
        `starts ${slot(body.startsOn, event)}`,
        `plan ${slot(body.suspensionPlan, () => "yes")}`,
      ].join(", "),
    ),
    ...reading.guarantees.map(
      (one) =>
        `guarantee ${slot(one.guarantor, (names) => names.join(" + "))} covers ${slot(one.covers, (covers) => (covers === "all" ? covers : covers.join(", ")))} ${one.bound ? "shall" : "may"} trigger ${slot(one.trigger, event)} effect ${slot(one.effect, ({ kind }) => kind)}`,
    ),
    ...reading.powers.map(
      (power) =>
        `power ${slot(power.holder, (names) => names.join(" + "))} ${power.allowed ? "may" : "may not"} ${power.effect} ${power.actsOn === "all" ? "all" : power.actsOn.join(", ")} notice ${slot(power.notice, duration)} consent ${slot(power.needsConsentOf, (names) => names.join(" + "))}`,
    ),
    ...reading.terms.map(({ term, means }) => `term ${term} means ${means}`),
    `zone ${slot(reading.timeZone)}`,
    `authentic ${slot(reading.authentic, ({ languages, prevailing }) => `${languages.join(", ")} prevailing ${prevailing ?? "none"}`)}`,
  ];
}

function slot<Value>(value: Slot<Value>, tell: (value: Value) => string = String): string {
  switch (value.kind) {
    case "stated":
    case "asserted":
      return tell(value.value);
    case "proposed":
      return `~${tell(value.value)}`;
    case "ambiguous":
      return value.alternatives.map((one) => tell(one.value)).join("|");
    case "unresolved":
      return "?";
    case "not-applicable":
      return "";
  }
}

function when(window: Window): string {
  const earliest = slot(window.earliest, duration);
  const latest = slot(window.latest, (value) => (value === "none" ? "no last day" : duration(value)));
  const open = window.openEnded === "no" ? "" : ` ${window.openEnded}`;

  return `${earliest} to ${latest} after ${slot(window.after, event)}${open}${window.ordinal ? " ordinal" : ""}`;
}

function duration({ amount, unit }: Duration): string {
  return `${amount} ${unit}`;
}

function event({ event: name, point }: EventRef): string {
  const words =
    name.kind === "date"
      ? [name.on, name.hour, name.zone].filter((one) => one !== null).join(" ")
      : name.kind === "act"
        ? `[${name.commitment}]`
        : name.kind === "provision"
          ? `[${name.label}]`
          : name.kind === "fact"
            ? `"${name.words}"`
            : name.kind;

  return `${words}@${slot(point)}`;
}

function condition(value: Condition): string {
  if (value.kind === "event") return event(value.event);
  if (value.kind === "not") return `not ${condition(value.of)}`;

  return value.of.map(condition).join(` ${value.kind} `);
}
