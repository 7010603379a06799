import { describe, expect, test } from "vitest";
import type { Commitment } from "../commitment.ts";
import { valueOf } from "../slot.ts";
import { looksLikeTreatyEnglish, parseTreatyEnglish } from "./parse.ts";
import { printCommitment } from "./print-commitment.ts";

/** The first commitment of a source that parses without a slip. */
function frame(source: string): Commitment {
  const { slips, commitments } = parseTreatyEnglish(source, { at: "7" });
  expect(slips.map(({ says }) => says)).toEqual([]);

  return commitments[0]!;
}

describe("bearers and modals", () => {
  test.each<[string, Partial<Record<"bearer" | "liability" | "modality" | "strength", unknown>>]>([
    ["ALAND SHALL pay.", { bearer: ["ALAND"], modality: "obligation", strength: "shall", liability: null }],
    ["ALAND AND BLAND SHALL pay.", { bearer: ["ALAND", "BLAND"], liability: null }],
    ["ALAND, BLAND JOINTLY AND SEVERALLY SHALL pay.", { liability: "joint-and-several" }],
    ["ALAND, BLAND SEVERALLY SHALL pay.", { liability: "several" }],
    ["<the Joint Commission> MAY meet.", { bearer: ["the Joint Commission"], modality: "permission", strength: "may" }],
    ["Joint Commission WILL meet.", { bearer: ["Joint Commission"], modality: "obligation", strength: "will" }],
    ["?BEARER SHALL disarm <groups>.", { bearer: null }],
    ["ALAND SHALL NOT fly <drones>.", { modality: "prohibition", strength: "shall" }],
    ["ALAND SHOULD pay.", { modality: "declaration", strength: "should" }],
    ["ALAND HAS THE POWER TO call <a meeting>.", { modality: "power", strength: "may" }],
    ["ALAND SHALL USE BEST EFFORTS TO pay.", { modality: "best-effort", strength: "none" }],
    ["ALAND DECLARES THAT <peace matters>.", { modality: "declaration", strength: "none" }],
  ])("%s", (source, expected) => {
    const read = frame(source);
    const { bearer, liability, modality, strength } = read;
    const values = {
      bearer: valueOf(bearer),
      liability: valueOf(liability),
      modality: valueOf(modality),
      strength: valueOf(strength),
    };
    expect(values).toMatchObject(expected);
  });
});

describe("acts", () => {
  test.each<[string, Partial<Commitment["action"]> & { readonly mode: string }, string | null]>([
    [
      "ALAND SHALL withdraw <heavy weapons> FROM <Zone B>.",
      { verb: "withdraw", object: "heavy weapons", class: "withdraw", mode: "achieve" },
      "from Zone B",
    ],
    ["ALAND SHALL withdraw all heavy weapons.", { object: "all heavy weapons", mode: "achieve" }, null],
    [
      "ALAND SHALL hand over <the archive> TO <the city of Q>.",
      { verb: "hand over", class: "transfer", mode: "achieve" },
      "to the city of Q",
    ],
    ["ALAND SHALL respect <the ceasefire>.", { class: "other", mode: "maintain" }, null],
    ["BLAND SHALL open <the crossing at Q>.", { class: "other", mode: "achieve" }, null],
    ["BLAND SHALL open <all sites>.", { class: "admit-access", mode: "achieve" }, null],
    ["ALAND SHALL NOT deploy <forces> IN <Zone B>.", { verb: "deploy", mode: "maintain" }, "in Zone B"],
  ])("%s", (source, { mode, ...action }, place) => {
    const read = frame(source);
    expect(read.action).toMatchObject(action);
    expect(read.mode).toBe(mode);
    expect(valueOf(read.action.place)).toBe(place);
  });

  test("quantities keep their words, their bound, their count and their baseline", () => {
    const { quantity } = frame(
      "ALAND SHALL withdraw <guns> AT LEAST 50 km COUNTED AS pieces over 100 mm, BASELINE <Annex A> ON 2026-03-01.",
    );
    const value = valueOf(quantity)!;
    expect(value).toMatchObject({ value: "50", unit: "km", bound: "at-least" });
    expect([valueOf(value.countedAs), valueOf(value.baseline)]).toEqual([
      "pieces over 100 mm",
      "Annex A on 2026-03-01",
    ]);
  });
});

describe("windows: source, canonical form, last day", () => {
  test.each<[string, string, string]>([
    ["WITHIN 30 DAYS AFTER COMPLETION OF [4.1]", "WITHIN 30 DAYS AFTER COMPLETION OF [4.1]", "30 days"],
    ["WITHIN 30 DAYS OF SIGNATURE", "WITHIN 30 DAYS AFTER SIGNATURE", "30 days"],
    ["WITHIN 30 DAYS FROM ENTRY INTO FORCE", "WITHIN 30 DAYS AFTER ENTRY INTO FORCE", "30 days"],
    ["WITHIN 30 DAYS", "WITHIN 30 DAYS", "30 days"],
    [
      "NO LATER THAN 14 WORKING DAYS IN <Aland> AFTER SIGNATURE",
      "NO LATER THAN 14 WORKING DAYS IN <Aland> AFTER SIGNATURE",
      "14 working-days",
    ],
    ["NOT BEFORE 2 WEEKS AFTER START OF [4.1]", "NOT BEFORE 2 WEEKS AFTER START OF [4.1]", "none"],
    ["NOT BEFORE COMPLETION OF [4.1]", "NOT BEFORE COMPLETION OF [4.1]", "none"],
    [
      "BETWEEN DAY 1 AND DAY 10 OF ?POINT <local elections>",
      "BETWEEN DAY 1 AND DAY 10 OF ?POINT [local elections]",
      "9 days",
    ],
    ["ON DAY 5 OF START OF [4.1]", "ON DAY 5 OF START OF [4.1]", "4 days"],
    ["ON ?DAY 5 OF START OF [4.1]", "ON ?DAY 5 OF START OF [4.1]", "4 or 5 days"],
    ["BETWEEN 5 DAYS AND 10 DAYS AFTER SIGNATURE", "BETWEEN 5 DAYS AND 10 DAYS AFTER SIGNATURE", "10 days"],
    ["NO LATER THAN 4 OR 5 DAYS AFTER SIGNATURE", "NO LATER THAN 4 OR 5 DAYS AFTER SIGNATURE", "4 or 5 days"],
    ["ON 2026-03-01 12:00 ZONE <Kyiv time>", "ON 2026-03-01 12:00 ZONE <Kyiv time>", "0 days"],
    ["BY 2026-03-01", "BY 2026-03-01", "0 days"],
    ["AFTER [4.1] OR [4.2]", "AFTER ?POINT [4.1] OR ?POINT [4.2]", ""],
    ["AS SOON AS POSSIBLE AFTER SIGNATURE", "AS SOON AS POSSIBLE AFTER SIGNATURE", ""],
    ["NO DEADLINE", "NO DEADLINE", "none"],
  ])("%s", (source, printed, latest) => {
    const window = valueOf(frame(`ALAND SHALL pay <it> ${source}.`).window)!;
    expect(window.words).toBe(printed);
    const values =
      window.latest.kind === "ambiguous"
        ? window.latest.alternatives.map(({ value }) => value)
        : [valueOf(window.latest)];
    const told = values.flatMap((value) => (value === null ? [] : value === "none" ? ["none"] : [`${value.amount}`]));
    const unit = values.flatMap((value) => (value === null || value === "none" ? [] : [value.unit]))[0];
    expect([told.join(" or "), unit].filter((part) => part !== undefined && part !== "").join(" ")).toBe(latest);
  });
});

describe("the point of an event", () => {
  test.each<[string, string]>([
    ["[4.1]", "ambiguous"],
    ["?POINT [4.1]", "ambiguous"],
    ["<the withdrawal>", "ambiguous"],
    ["UNKNOWN POINT OF [4.1]", "unresolved"],
    ["START OF [4.1]", "start"],
    ["VERIFIED COMPLETION OF [4.1]", "verified-completion"],
    ["OCCURRENCE OF [4.1]", "occurrence"],
    ["SIGNATURE", "occurrence"],
    ["2026-03-01", "occurrence"],
    ["<the report of the Mission>", "occurrence"],
    ["[DETERMINATION BY <Joint Commission>]", "occurrence"],
  ])("%s", (event, point) => {
    const after = valueOf(valueOf(frame(`ALAND SHALL pay WITHIN 3 DAYS AFTER ${event}.`).window)!.after)!;
    expect(valueOf(after.point) ?? after.point.kind).toBe(point);
  });
});

describe("conditions and what holds otherwise", () => {
  test.each<[string, string, string | null]>([
    ["IF [ceasefire holds] OTHERWISE [4.9]", "and-free event", "4.9"],
    ["IF [ceasefire holds]", "and-free event", "unresolved"],
    ["PROVIDED THAT [4.1] AND [4.2] OTHERWISE NOTHING", "and", "nothing"],
    ["UNLESS [4.1]", "not", "unresolved"],
    ["IF ([4.1] OR [4.2]) AND NOT [4.3]", "and", "unresolved"],
    ["WITH CONSENT OF BLAND", "none", "unresolved"],
    ["WITHIN 3 DAYS", "none", null],
  ])("%s", (clauses, kind, otherwise) => {
    const { condition, elseBranch } = frame(`ALAND SHALL pay <it> ${clauses}.`);
    const read = valueOf(condition);
    expect(read === null ? "none" : read.kind === "event" ? "and-free event" : read.kind).toBe(kind);
    expect(valueOf(elseBranch) ?? (elseBranch.kind === "unresolved" ? "unresolved" : null)).toBe(otherwise);
  });

  test("AND binds closer than OR", () => {
    const read = valueOf(frame("ALAND SHALL pay IF [a] OR [b] AND [c].").condition);
    expect(read).toMatchObject({ kind: "or", of: [{ kind: "event" }, { kind: "and" }] });
  });

  test("64 parentheses are read, 65 are too many", () => {
    const source = (depth: number): string => `ALAND SHALL pay IF ${"(".repeat(depth)}[a]${")".repeat(depth)}.`;
    expect(parseTreatyEnglish(source(64)).slips).toEqual([]);
    expect(parseTreatyEnglish(source(65)).slips[0]?.says).toContain("64 parentheses");
  });
});

describe("who looks, who says so, what follows", () => {
  const watched = (clauses: string): Commitment => frame(`ALAND SHALL withdraw <guns> ${clauses}.`);

  test("a right of access is one as against the bearer", () => {
    const access = (clause: string): readonly unknown[] => {
      const { access: right, needsConsentOf } = watched(`VERIFIED BY <Mission> ${clause}`).verification[0]!;
      return [valueOf(right), valueOf(needsConsentOf)];
    };
    expect(access("WITHOUT CONSENT OF ALAND")).toEqual([true, []]);
    expect(access("WITHOUT CONSENT OF ANYBODY")).toEqual([true, []]);
    expect(access("WITHOUT CONSENT OF BLAND")).toEqual([null, null]);
    expect(access("WITH CONSENT OF ALAND")).toEqual([false, ["ALAND"]]);
    expect(access("")).toEqual([null, null]);
  });

  test("a verification says means, clock and reader", () => {
    const [read] = watched(
      "VERIFIED BY <Mission> USING satellite, site visit AND witness FROM START OF [7] WITHIN 5 DAYS, REPORTING TO <Joint Commission> WITHIN 2 DAYS EVERY <two weeks>",
    ).verification;
    expect(valueOf(read!.evidence)).toEqual(["satellite", "site-visit", "witness"]);
    expect(valueOf(read!.within)).toMatchObject({ amount: 5 });
    expect(valueOf(read!.reportsTo)).toEqual(["Joint Commission"]);
    expect(valueOf(read!.reportsWithin)).toMatchObject({ amount: 2 });
    expect(valueOf(read!.frequency)).toBe("two weeks");
    expect(valueOf(read!.from)?.words).toBe("FROM START OF [7]");
  });

  test("a rule in DETERMINED BY is the body's", () => {
    const { commitments, bodies } = parseTreatyEnglish(
      "7 ALAND SHALL pay. DETERMINED BY <Joint Commission> BY QUALIFIED MAJORITY WITHIN 14 DAYS, ON SILENCE deemed breach APPEAL TO <Court>.",
    );
    expect(valueOf(commitments[0]!.determination)).toMatchObject({ by: ["Joint Commission"], bound: true });
    expect(bodies.map(({ id, rule }) => [id, valueOf(rule)])).toEqual([["Joint Commission", "qualified-majority"]]);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      "<G> SHALL reimpose <Annex C measures> WITHIN 7 DAYS",
      { kind: "snapback", bound: true, says: "reimpose Annex C measures" },
    ],
    ["<G> MAY suspend <payments>", { kind: "suspend-counter-performance", bound: false }],
    ["AUTOMATICALLY SHALL release <the deposit>", { kind: "escrow-release" }],
    ["<G> SHALL notify <the Council>", { kind: "notify" }],
    ["<G> SHALL use <force>", { kind: "use-of-force" }],
    [
      "<G> SHALL deploy <a battalion> AS peacekeeping response REINSTATED BY DECISION",
      { kind: "peacekeeping-response", reinstatement: "needs-decision" },
    ],
    ["<G> SHALL NOT deliver <oil>", { says: "not deliver oil", bound: true }],
  ])("ON BREACH %s", (clause, expected) => {
    expect(watched(`ON BREACH ${clause}`).onBreach[0]).toMatchObject(expected);
  });

  test("what can stop an answer, and what must have happened before it", () => {
    const [read] = watched(
      "ON BREACH <G> SHALL impose <measures> WITHIN 7 DAYS AFTER [DETERMINATION BY JC] UNLESS JC decides otherwise",
    ).onBreach;
    expect(valueOf(read!.unless)).toBe("JC");
    expect(read!.requires.map(({ event }) => event)).toEqual([
      { kind: "determination", by: "JC", words: "determination by JC" },
    ]);
  });
});

describe("declarations", () => {
  test("a body says how it decides and what brings it into being", () => {
    const { bodies, actors } = parseTreatyEnglish(
      "BODY JC OF ALAND, BLAND, CHAIR WEIGHT 2 DECIDES BY MAJORITY THRESHOLD 3 QUORUM 2 WITHIN 14 DAYS ON SILENCE deemed breach CREATED BY [9.1] STAFFED BY CHAIR PAID BY ALAND, BLAND STARTS ON SIGNATURE IF IT LEAVES the Council takes over.",
    );
    const [body] = bodies;
    expect(body!.members.map(({ actor, weight }) => [actor, weight])).toEqual([
      ["ALAND", 1],
      ["BLAND", 1],
      ["CHAIR", 2],
    ]);
    expect([valueOf(body!.rule), valueOf(body!.threshold), valueOf(body!.quorum), valueOf(body!.onSilence)]).toEqual([
      "majority",
      3,
      2,
      "deemed-adopted",
    ]);
    expect([valueOf(body!.createdBy), valueOf(body!.paidBy), valueOf(body!.suspensionPlan)]).toEqual([
      "9.1",
      ["ALAND", "BLAND"],
      "the Council takes over",
    ]);
    expect(actors.map(({ id, kind }) => [id, kind])).toEqual([["JC", "commission"]]);
  });

  test("actors, guarantees, powers, terms and the zone", () => {
    const read = parseTreatyEnglish(`ACTOR ALAND IS third state MEMBER OF <the Union> ALLIED WITH BLAND TRUST ROOT.
      GUARANTEE BY <Guarantor G> COVERS [4.1] [4.2] ON BREACH <Guarantor G> SHALL impose <measures> WITHIN 7 DAYS.
      POWER OF ALAND TO SUSPEND ALL IF [BREACH] NOTICE 30 DAYS.
      TERM <heavy weapon> MEANS a gun over 100 mm.
      TIME ZONE <Kyiv time>.`);
    expect(read.slips).toEqual([]);
    expect(read.actors[0]).toMatchObject({
      kind: "third-state",
      memberOf: ["the Union"],
      alliedWith: ["BLAND"],
      trustRoot: true,
    });
    expect(valueOf(read.guarantees[0]!.covers)).toEqual(["4.1", "4.2"]);
    expect(valueOf(read.guarantees[0]!.trigger)?.event).toMatchObject({ kind: "breach" });
    expect(read.powers[0]).toMatchObject({ effect: "suspend", actsOn: "all", allowed: true });
    expect(read.terms[0]).toMatchObject({ term: "heavy weapon", means: "a gun over 100 mm" });
    expect(valueOf(read.timeZone)).toBe("Kyiv time");
  });
});

test("frames are numbered within their label, and a sentence after a full stop goes on under it", () => {
  const { commitments } = parseTreatyEnglish(
    "4.1 ALAND SHALL pay. BLAND SHALL pay.\n[9(b)] ALAND SHALL pay.\n4.1 ALAND MAY pay.",
  );
  expect(commitments.map(({ id }) => id)).toEqual(["4.1/1", "4.1/2", "9(b)/1", "4.1/3"]);
});

test("a label or bearers at the beginning of a line open the next frame without a full stop", () => {
  const { commitments, slips } = parseTreatyEnglish(
    "4.1 ALAND SHALL pay <it>\n  TOWARDS CLAND\n4.2 BLAND SHALL pay\nALAND MAY pay",
  );
  expect(slips).toEqual([]);
  expect(commitments.map(({ id }) => id)).toEqual(["4.1/1", "4.2/1", "4.2/2"]);
});

test("anchors cover the words of their slot", () => {
  const words = "ALAND SHALL withdraw <guns> WITHIN 30 DAYS AFTER SIGNATURE TOWARDS BLAND.";
  const { commitments } = parseTreatyEnglish(words, {
    at: "1",
    anchorsOf: (start, end) => [{ provision: "p", start, end }],
  });
  const { bearer, window, counterparty, spans } = commitments[0]!;
  const told = [bearer, window, counterparty].map((slot) =>
    (slot.kind === "stated" ? slot.spans : []).map(({ start, end }) => words.slice(start, end)),
  );
  expect(told).toEqual([["ALAND"], ["WITHIN 30 DAYS AFTER SIGNATURE"], ["TOWARDS BLAND"]]);
  expect(words.slice(spans[0]!.start, spans[0]!.end)).toBe(words);
});

describe("what does not parse is a slip with its place, and the rest is read", () => {
  test.each<[string, string, string, number]>([
    ["an unknown clause", "ALAND SHALL pay <it>.\n  QUICKLY AND.\nBLAND SHALL pay.", "2:3", 2],
    ["a verb in capitals", "ALAND SHALL PAY.\nBLAND SHALL pay.", "1:13", 1],
    ["no number of days", "ALAND SHALL pay WITHIN some time TOWARDS BLAND.", "1:24", 1],
    ["a second deadline", "ALAND SHALL pay WITHIN 3 DAYS. BY 2026-03-01.", "1:32", 1],
    ["a sentence of prose", "The Parties reaffirm peace.\n4 ALAND SHALL pay.", "1:1", 1],
    ["a kind of actor nobody knows", "ACTOR ALAND IS wizard.\nALAND SHALL pay.", "1:16", 1],
    ["a day that no month has", "ALAND SHALL pay BY 2026-02-30.", "1:20", 1],
    ["evidence nobody knows", "ALAND SHALL pay VERIFIED BY M USING rumour.", "1:37", 1],
  ])("%s", (_name, source, place, frames) => {
    const { slips, commitments } = parseTreatyEnglish(source);
    expect(slips.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
    expect(slips[0]!.allowed.length).toBeGreaterThan(0);
    expect(commitments.length).toBe(frames);
  });
});

describe("whether a provision is written in Treaty English", () => {
  test.each<[boolean, string]>([
    [true, "ALAND SHALL withdraw <heavy weapons> WITHIN 30 DAYS AFTER SIGNATURE."],
    [true, "BODY <Joint Commission> OF ALAND, BLAND DECIDES BY CONSENSUS."],
    [true, "TIME ZONE <Kyiv time>."],
    [false, "Aland shall withdraw heavy weapons within 30 days after signature."],
    [false, "THE PARTIES SHALL WITHDRAW ALL FORCES."],
    [false, "ALAND SHALL withdraw <heavy weapons>. The Parties reaffirm peace."],
    [false, "The Mission MAY be extended by the Council."],
    [false, ""],
  ])("%s: %s", (isTreatyEnglish, words) => {
    expect(looksLikeTreatyEnglish(words)).toBe(isTreatyEnglish);
  });
});

test("a commitment is printed one clause a line, its holes in sight", () => {
  const source =
    "4.2 ALAND SHALL withdraw <heavy weapons> FROM <Zone B> WITHIN 30 DAYS AFTER [4.1]. VERIFIED BY <Mission>.";
  expect(printCommitment(parseTreatyEnglish(source).commitments[0]!)).toBe(
    [
      "4.2  ALAND SHALL withdraw <heavy weapons> FROM <Zone B>",
      "     WITHIN 30 DAYS AFTER ?POINT [4.1]",
      "     VERIFIED BY <Mission>",
      "     UNRESOLVED TOWARDS.",
    ].join("\n"),
  );
});
