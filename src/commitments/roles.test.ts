import { describe, expect, test } from "vitest";
import { consequenceKind, usualCost } from "./consequence-kind.ts";
import { classOf, modeFor, withRoles } from "./roles.ts";
import { parseTreatyEnglish } from "./treaty-english/parse.ts";

const declared = `ACTOR ALAND IS party. ACTOR MISSION IS verifier. ACTOR <Guarantor G> IS guarantor.
  BODY <Joint Commission> OF ALAND, BLAND.\n`;

function roleOf(sentence: string): string {
  const { commitments, actors, bodies, slips } = parseTreatyEnglish(`${declared}4 ${sentence}`);
  expect(slips).toEqual([]);

  return withRoles(commitments, { actors, bodies })[0]!.role;
}

describe("roles", () => {
  test.each<[string, "primary" | "mechanism"]>([
    ["ALAND SHALL withdraw <guns>.", "primary"],
    ["ALAND SHALL NOT fly <drones>.", "primary"],
    ["ALAND SHOULD pay <ten units>.", "primary"],
    ["?BEARER SHALL disarm <groups>.", "primary"],
    ["ALAND SHALL pay <ten units> TO <the families>.", "primary"],
    ["BLAND SHALL open <the crossing at Q>.", "primary"],
    ["ALAND AND BLAND SHALL establish <a commission>.", "mechanism"],
    ["ALAND SHALL admit <inspectors>.", "mechanism"],
    ["ALAND SHALL report <its stocks>.", "mechanism"],
    ["ALAND SHALL fund <the Joint Commission>.", "mechanism"],
    ["ALAND SHALL pay <costs> TOWARDS <Joint Commission>.", "mechanism"],
    ["MISSION SHALL watch <the line>.", "mechanism"],
    ["MISSION AND <Guarantor G> SHALL assist <ALAND>.", "mechanism"],
    ["MISSION AND ALAND SHALL assist <civilians>.", "primary"],
    ["<Joint Commission> SHALL decide <whether a breach occurred>.", "mechanism"],
    ["BLAND SHALL pay <ten units> UPON [DETERMINATION BY <Joint Commission>].", "mechanism"],
    ["BLAND SHALL pay <ten units> IF [BREACH].", "mechanism"],
    ["BLAND SHALL pay <ten units> IF NOT [BREACH].", "primary"],
  ])("%s %s", (sentence, role) => {
    expect(roleOf(sentence)).toBe(role);
  });

  test("twice is once", () => {
    const { commitments, actors, bodies } = parseTreatyEnglish(`${declared}4 ALAND SHALL report <stocks>.`);
    const once = withRoles(commitments, { actors, bodies });
    expect(withRoles(once, { actors, bodies })).toEqual(once);
  });
});

test.each<[string, string, string, "achieve" | "maintain"]>([
  ["withdraw", "guns", "withdraw", "achieve"],
  ["ensure", "safety", "other", "maintain"],
  ["monitor", "the line", "verify", "maintain"],
  ["refrain", "from fire", "refrain", "maintain"],
  ["fund", "the mission", "pay", "maintain"],
  ["pay", "ten units", "pay", "achieve"],
  ["freeze", "assets", "sanction", "achieve"],
  ["zorble", "it", "other", "achieve"],
])("%s %s is %s, %s", (verb, object, actionClass, mode) => {
  expect(classOf(verb, object)).toBe(actionClass);
  expect(modeFor(classOf(verb, object), verb)).toBe(mode);
});

test("what must not be done must not be done for good", () => {
  expect(modeFor("withdraw", "withdraw", "prohibition")).toBe("maintain");
});

test.each<[string, string, string, number]>([
  ["reimpose", "the measures", "snapback", 1],
  ["suspend", "payments", "suspend-counter-performance", 1],
  ["notify", "the Council", "notify", 0],
  ["convene", "a meeting", "consult", 0],
  ["refer", "the matter", "referral", 0],
  ["compensate", "the families", "compensation", 1],
  ["release", "the deposit", "escrow-release", 1],
  ["terminate", "the agreement", "termination", 1],
  ["deploy", "a battalion", "peacekeeping-response", 1],
  ["send", "a letter", "sanction", 1],
  ["send", "troops", "peacekeeping-response", 1],
  ["use", "force", "use-of-force", 1],
  ["zorble", "it", "sanction", 1],
])("an answer: %s %s is %s", (verb, object, kind, cost) => {
  expect(consequenceKind(verb, object)).toBe(kind);
  expect(usualCost(consequenceKind(verb, object))).toBe(cost);
});
