import { describe, expect, test } from "vitest";
import { telling, tellingOf } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import type { Reading } from "../reading.ts";
import { proposeReading } from "./propose-reading.ts";

/** One numbered sentence in English as a text of its own. */
function proposed(sentence: string): Reading {
  return proposeReading(readDraft(`---\nlanguages: [en]\n---\n\n1. ${sentence}\n`, { name: "row" }));
}

describe("what one sentence proposes", () => {
  test.each<[string, string[]]>([
    [
      "Aland shall withdraw its forces.",
      ["Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve"],
    ],
    [
      "Aland must withdraw its forces.",
      ["Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve"],
    ],
    [
      "Aland undertakes to withdraw its forces.",
      ["Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve"],
    ],
    [
      "Aland agrees to withdraw its forces.",
      ["Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve"],
    ],
    [
      "Aland commits itself to withdraw its forces.",
      ["Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve"],
    ],
    [
      "Aland is obliged to withdraw its forces.",
      ["Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve"],
    ],
    [
      "Aland is to withdraw its forces.",
      ["Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve"],
    ],
    ["The forces are to be withdrawn.", ["? obligation/shall withdraw forces · class: withdraw · mode: achieve"]],
    ["Aland shall not lay mines.", ["Aland prohibition/shall lay mines · class: other · mode: maintain"]],
    ["Aland must not lay mines.", ["Aland prohibition/shall lay mines · class: other · mode: maintain"]],
    ["Aland undertakes not to lay mines.", ["Aland prohibition/shall lay mines · class: other · mode: maintain"]],
    ["Aland shall refrain from laying mines.", ["Aland prohibition/shall lay mines · class: refrain · mode: maintain"]],
    ["The laying of mines is prohibited.", ["? prohibition/shall lay mines · class: refrain · mode: maintain"]],
    ["No Party shall lay mines.", ["each Party prohibition/shall lay mines · class: other · mode: maintain"]],
    ["Neither Party may lay mines.", ["each Party prohibition/may lay mines · class: other · mode: maintain"]],
    ["Aland will release the detainees.", ["Aland obligation/will release detainees · class: release · mode: achieve"]],
    [
      "Aland should release the detainees.",
      ["Aland declaration/should release detainees · class: release · mode: achieve"],
    ],
    [
      "Aland is expected to release the detainees.",
      ["Aland declaration/should release detainees · class: release · mode: achieve"],
    ],
    [
      "Aland is encouraged to release the detainees.",
      ["Aland declaration/should release detainees · class: release · mode: achieve"],
    ],
    [
      "The Chair calls upon Aland to release the detainees.",
      ["Aland declaration/should release detainees · class: release · mode: achieve"],
    ],
    ["Aland may open a liaison office.", ["Aland permission/may open liaison office · class: other · mode: achieve"]],
    [
      "Aland is entitled to open a liaison office.",
      ["Aland permission/may open liaison office · class: other · mode: achieve"],
    ],
    [
      "Aland has the right to open a liaison office.",
      ["Aland permission/may open liaison office · class: other · mode: achieve"],
    ],
    [
      "Aland is authorised to open a liaison office.",
      ["Aland permission/may open liaison office · class: other · mode: achieve"],
    ],
    [
      "Bland may suspend the payments under Article 4.",
      ["Bland power/may suspend payments under Article 4 · class: other · mode: achieve"],
    ],
    ["Aland shall endeavour to clear the road.", ["Aland best-effort/none clear road · class: other · mode: achieve"]],
    [
      "Aland shall use its best efforts to clear the road.",
      ["Aland best-effort/none clear road · class: other · mode: achieve"],
    ],
    [
      "Aland shall take all feasible measures to protect civilians.",
      ["Aland best-effort/none protect civilians · class: other · mode: maintain"],
    ],
    [
      "Aland shall clear the road where possible.",
      ["Aland best-effort/none clear road · class: other · mode: achieve"],
    ],
    [
      "Aland shall, as appropriate, clear the road.",
      ["Aland best-effort/none clear road · class: other · mode: achieve"],
    ],
    [
      "The road shall possibly be cleared by Aland.",
      ["Aland best-effort/none clear road · class: other · mode: achieve"],
    ],
    ["The lists shall be deemed complete.", []],
    ["The line is considered a boundary.", []],
    [
      "Aland reaffirms its commitment to peace.",
      ["Aland declaration/none reaffirm its commitment to peace · class: other · mode: maintain"],
    ],
    [
      "Aland recognises the importance of trade.",
      ["Aland declaration/none recognise importance of trade · class: other · mode: maintain"],
    ],
    [
      "Aland stresses the need for calm.",
      ["Aland declaration/none stress need for calm · class: other · mode: maintain"],
    ],
    ["Aland recalls the truce of May.", ["Aland declaration/none recall truce of May · class: other · mode: maintain"]],
    ["If the Mission must leave, the road is closed.", ["body Mission, of [], plan yes"]],
    [
      "Aland shall pay 40 million dollars to Bland.",
      [
        "Aland obligation/shall pay 40 million dollars · class: pay · mode: achieve · to: Bland · number: exactly 40 million dollars",
      ],
    ],
    [
      "Aland shall return the archives to Bland.",
      ["Aland obligation/shall return archives · class: return · mode: achieve · to: Bland"],
    ],
    [
      "Aland shall notify Bland of each convoy.",
      ["Aland obligation/shall notify of each convoy · class: report · mode: achieve · to: Bland"],
    ],
    [
      "Aland shall act fairly towards Bland.",
      ["Aland obligation/shall act fairly · class: other · mode: achieve · to: Bland"],
    ],
    [
      "The bridge shall be opened by Aland and cleared by Bland.",
      [
        "Aland obligation/shall open bridge · class: other · mode: achieve",
        "Bland obligation/shall clear bridge · class: other · mode: achieve",
      ],
    ],
    ["The bridge shall be opened.", ["? obligation/shall open bridge · class: other · mode: achieve"]],
    [
      "The camps shall be closed under the supervision of the Mission.",
      [
        "? obligation/shall close camps · class: other · mode: achieve · verified: by Mission, shall, using ?, access ?, leave ?, reports to ? ?, within ?, often ?",
        "Mission obligation/shall supervise close camps · class: verify · mode: maintain",
        "body Mission, of [], mandate ~1",
      ],
    ],
    [
      "The transfer shall be facilitated by Cland.",
      ["Cland obligation/shall facilitate transfer · class: other · mode: maintain"],
    ],
    [
      "Prisoners held by Bland shall be released.",
      ["? obligation/shall release Prisoners held by Bland · class: release · mode: achieve"],
    ],
    [
      "Withdrawal of all units from the valley.",
      ["? ~obligation/none withdraw all units · class: withdraw · mode: achieve · at: valley"],
    ],
    [
      "Immediate release of detainees by Bland.",
      [
        "Bland ~obligation/none release detainees · class: release · mode: achieve · when: ? to no last day after ? promptly",
      ],
    ],
    [
      "Carrying out a census in the valley.",
      ["? ~obligation/none carry out census · class: other · mode: achieve · at: valley"],
    ],
    [
      "Disarmament of the militias and exchange of prisoners.",
      [
        "? ~obligation/none disarm militias · class: disarm · mode: achieve",
        "? ~obligation/none exchange prisoners · class: release · mode: achieve",
      ],
    ],
    [
      "Ensure the reopening of the road by Aland.",
      [
        "? ~obligation/none ensure reopening of the road by Aland · class: other · mode: achieve",
        "Aland ~obligation/none reopen road · class: other · mode: achieve",
      ],
    ],
    [
      "Ensure monitoring of the truce by the Mission.",
      [
        "? ~obligation/none ensure monitoring of the truce by the Mission · class: verify · mode: maintain",
        "Mission ~obligation/none monitor truce · class: verify · mode: maintain",
        "body Mission, of [], mandate ~1",
      ],
    ],
    [
      "Release all detainees within five days of signature.",
      [
        "? ~obligation/none release all detainees · class: release · mode: achieve · number: exactly all detainees · when: 0 days to 5 days after signature@occurrence",
      ],
    ],
    [
      "Adopt a law of the Parliament of Aland on amnesty by 31 March 2027.",
      [
        "~Parliament of Aland ~obligation/none adopt law of the Parliament of Aland on amnesty · class: legislate · mode: achieve · when: ? to 0 days after 2027-03-31@occurrence",
      ],
    ],
    [
      "Aland shall withdraw within 30 days of signature.",
      [
        "Aland obligation/shall withdraw  · class: withdraw · mode: achieve · when: 0 days to 30 days after signature@occurrence",
      ],
    ],
    [
      "Aland shall release them not later than ten days after the entry into force of this Agreement.",
      [
        "Aland obligation/shall release them · class: release · mode: achieve · when: 0 days to 10 days after entry-into-force@occurrence",
      ],
    ],
    [
      "Aland shall release them 14 days after the signature.",
      [
        "Aland obligation/shall release them · class: release · mode: achieve · when: 14 days to 14 days after signature@occurrence",
      ],
    ],
    [
      "Aland shall reply on the third day after the withdrawal.",
      [
        'Aland obligation/shall reply  · class: other · mode: achieve · when: 3 days|2 days to 3 days|2 days after "the withdrawal"@start|completion ordinal',
      ],
    ],
    [
      "Aland shall reply on day 3 of the ceasefire.",
      [
        'Aland obligation/shall reply  · class: other · mode: achieve · when: 2 days|3 days to 2 days|3 days after "the ceasefire"@~start ordinal',
      ],
    ],
    [
      "Bland shall open the gate by the end of 2027.",
      [
        "Bland obligation/shall open gate · class: other · mode: achieve · when: ? to 0 days after 2027-12-31 24:00@occurrence",
      ],
    ],
    [
      "Bland shall open the gate by 31 March 2027 at 12:00 UTC.",
      [
        "Bland obligation/shall open gate · class: other · mode: achieve · when: ? to 0 days after 2027-03-31 12:00 UTC@occurrence",
      ],
    ],
    [
      "Bland shall open the gate on 1 April 2027.",
      [
        "Bland obligation/shall open gate · class: other · mode: achieve · when: 0 days to 0 days after 2027-04-01@occurrence",
      ],
    ],
    [
      "Bland shall open the gate two months after the completion of the withdrawal.",
      [
        'Bland obligation/shall open gate · class: other · mode: achieve · when: 2 months to 2 months after "the completion of the withdrawal"@completion',
      ],
    ],
    [
      "Bland shall keep the gate open from 1 April 2027 until 1 May 2027.",
      [
        "Bland obligation/shall keep gate open · class: other · mode: maintain · when: 0 days to 0 days after 2027-04-01@occurrence · until: 2027-05-01@occurrence",
      ],
    ],
    [
      "Bland shall open the gate as soon as possible.",
      [
        "Bland obligation/shall open gate · class: other · mode: achieve · when: ? to no last day after ? as-soon-as-possible",
      ],
    ],
    [
      "Bland shall open the gate without delay.",
      ["Bland obligation/shall open gate · class: other · mode: achieve · when: ? to no last day after ? promptly"],
    ],
    [
      "Bland shall open the gate within 24 hours of the signature of this Agreement.",
      [
        "Bland obligation/shall open gate · class: other · mode: achieve · when: 0 days to 24 hours after signature@occurrence",
      ],
    ],
    [
      "Bland shall open the gate within 30 days after the verification of the disarmament of the militia.",
      [
        'Bland obligation/shall open gate · class: other · mode: achieve · when: 0 days to 30 days after "the verification of the disarmament of the militia"@verified-completion',
      ],
    ],
    [
      "Bland shall itself certify that the duties under point 1 have been performed.",
      [
        "Bland obligation/shall certify that the duties under point 1 have been performed · class: verify · mode: maintain",
      ],
    ],
    [
      "Bland shall open the gate upon completion of the withdrawal.",
      [
        'Bland obligation/shall open gate · class: other · mode: achieve · when: 0 days to no last day after "completion of the withdrawal"@completion · trigger: "completion of the withdrawal"@completion',
      ],
    ],
    [
      "Bland shall open the gate on D+30.",
      [
        'Bland obligation/shall open gate · class: other · mode: achieve · when: 30 days to 30 days after "D-Day"@occurrence',
      ],
    ],
    [
      "Bland shall open the gate within 10 working days after the request.",
      [
        "Bland obligation/shall open gate · class: other · mode: achieve · when: 0 days to 10 working-days after request@occurrence",
      ],
    ],
    [
      "Bland shall keep the gate open for six months.",
      ['Bland obligation/shall keep gate open · class: other · mode: maintain · until: "for six months"@occurrence'],
    ],
    [
      "The Mission shall inspect the camps every seven days.",
      ["Mission obligation/shall inspect camps · class: verify · mode: maintain", "body Mission, of [], mandate ~1"],
    ],
    [
      "Aland shall open the gate provided that Bland has paid.",
      ['Aland obligation/shall open gate · class: other · mode: achieve · if: "Bland has paid"@~completion'],
    ],
    [
      "Aland shall open the gate if the road is safe.",
      ['Aland obligation/shall open gate · class: other · mode: achieve · if: "the road is safe"@occurrence'],
    ],
    [
      "Aland shall open the gate unless the Commission decides otherwise.",
      ["Aland obligation/shall open gate · class: other · mode: achieve · if: not decision@occurrence"],
    ],
    [
      "Aland shall open the gate with the consent of Bland.",
      ["Aland obligation/shall open gate · class: other · mode: achieve · consent: [Bland]"],
    ],
    [
      "Aland shall open the gate subject to the approval of the Council.",
      ["Aland obligation/shall open gate · class: other · mode: achieve · consent: [Council]", "body Council, of []"],
    ],
    [
      "Aland shall keep at least 20 km from the line.",
      [
        "Aland obligation/shall keep at least 20 km · class: other · mode: maintain · at: line · number: at-least 20 km",
      ],
    ],
    [
      "Aland shall open the gate, failing which the matter is referred to the Council.",
      [
        "Aland obligation/shall open gate · class: other · mode: achieve · else: failing which the matter is referred to the Council",
      ],
    ],
    [
      "Aland and Bland shall jointly clear the road.",
      ["Aland + Bland obligation/shall clear road · class: other · mode: achieve"],
    ],
    [
      "Each Party shall clear its side of the road.",
      ["each Party obligation/shall clear its side of the road · class: other · mode: achieve"],
    ],
    [
      "Aland shall withdraw its forces and release all detainees.",
      [
        "Aland obligation/shall withdraw its forces · class: withdraw · mode: achieve",
        "Aland obligation/shall release all detainees · class: release · mode: achieve",
      ],
    ],
    [
      "Aland shall clear the road in accordance with Article 4.",
      ["Aland obligation/shall clear road · class: other · mode: achieve · by what: Article 4"],
    ],
    [
      "Aland shall withdraw 40 tanks to a line at least 10 km from the border.",
      [
        "Aland obligation/shall withdraw 40 tanks · class: withdraw · mode: achieve · at: a line · number: exactly 40 tanks",
      ],
    ],
    [
      "Aland shall release all prisoners held since 1 May 2025.",
      [
        "Aland obligation/shall release all prisoners held since 1 May 2025 · class: release · mode: achieve · number: exactly all prisoners",
      ],
    ],
    [
      "The withdrawal shall be verified by the Mission by satellite images and site visits.",
      [
        "Mission obligation/shall verify withdrawal · class: verify · mode: maintain",
        "body Mission, of [], mandate ~1",
      ],
    ],
    [
      "Prisoners shall be released after approval by the Commission.",
      [
        "? obligation/shall release Prisoners · class: release · mode: achieve · consent: [Commission]",
        "body Commission, of []",
      ],
    ],
    [
      "The Mission shall report to the Commission within five days.",
      [
        "Mission obligation/shall report  · class: report · mode: achieve · to: Commission · when: 0 days to 5 days after ?",
        "body Mission, of [], mandate ~1",
        "body Commission, of []",
      ],
    ],
    [
      "Each Party shall give the Mission access to all sites.",
      [
        "each Party obligation/shall give access · class: admit-access · mode: maintain · at: all sites · to: Mission",
        "body Mission, of []",
      ],
    ],
    [
      "The Mission shall have access to all sites without the consent of the Parties.",
      [
        "Mission permission/shall have access · class: admit-access · mode: maintain · at: all sites · consent: []",
        "body Mission, of [], mandate ~1",
      ],
    ],
    [
      "The Commission shall determine whether a Party has breached Article 1 within 14 days.",
      [
        "Commission obligation/shall determine whether a Party has breached Article 1 · class: other · mode: achieve · when: 0 days to 14 days after ?",
        "body Commission, of [], mandate ~1",
      ],
    ],
    [
      "If the Commission finds a breach, the Guarantor shall reimpose the measures within seven days.",
      [
        "Guarantor obligation/shall reimpose measures · class: sanction · mode: achieve · when: 0 days to 7 days after ~determination@occurrence · if: determination@occurrence",
      ],
    ],
    ["If a Party breaches Article 1, the payments are suspended automatically.", []],
    ["A Joint Commission is hereby established.", ["body Joint Commission, of [], created 1"]],
    [
      "The Commission consists of two members appointed by each Party and a chair appointed by Cland.",
      ["body Commission, of [each Party 2, chair 1 as Cland]"],
    ],
    ["The Commission decides by a majority of its members.", ["body Commission, of [], rule majority"]],
    ["Five members are a quorum.", []],
    [
      "If the Commission does not decide within 10 days, the breach is deemed established.",
      ["body Commission, of [], decides within 10 days, silence deemed-adopted"],
    ],
    ["The Mission begins its work on 1 May 2027.", ["body Mission, of [], starts 2027-05-01@occurrence"]],
    [
      "Cland shall staff the Mission and shall pay its costs.",
      [
        "Cland obligation/shall staff Mission · class: other · mode: maintain",
        "Cland obligation/shall pay its costs · class: pay · mode: achieve",
        "body Mission, of [], staff Cland, paid Cland",
      ],
    ],
    ["Cland guarantees this Agreement.", ["guarantee Cland covers all shall trigger ? effect ?"]],
    [
      "Either Party may terminate this Agreement on three months' notice.",
      ["power either Party may terminate all notice 3 months consent ?"],
    ],
    ["No Party may suspend this Agreement.", ["power each Party may not suspend all notice ? consent ?"]],
    ["This Agreement may be amended by agreement of the Parties.", ["power ? may amend all notice ? consent Parties"]],
    ["This Agreement shall be reviewed every two years.", ["power ? may review all notice ? consent ?"]],
    ["Articles 4 and 5 survive termination.", ["power ? may survive 4, 5 notice ? consent ?"]],
    ["All times in this Agreement are Aland time.", ["zone Aland time"]],
    [
      "Done in Aland and Cland, in the English and French languages, both texts being equally authentic; in case of divergence the English text shall prevail.",
      ["authentic English, French prevailing English"],
    ],
    ['"Depot" means a place where arms are kept.', ["term Depot means a place where arms are kept"]],
    ["The working language of the Commission shall be English.", []],
    ["This Agreement enters into force on the day of its signature.", []],
    ["The Parties met on 3 May 2026.", []],
    ["The Commission has its seat in Q.", []],
  ])("%s", (sentence, expected) => {
    expect(tellingOf(proposed(sentence))).toEqual(expected);
  });
});

describe("no bearer is guessed: without its by-phrase nobody acts", () => {
  test.each([
    ["The bridge shall be opened by Aland within ten days of signature.", " by Aland"],
    ["Withdrawal of all units by Aland from the valley.", " by Aland"],
    ["Immediate release of detainees by Bland.", " by Bland"],
    ["The lists shall be handed over by the Government of Aland to Bland.", " by the Government of Aland"],
    ["The road will be cleared by the Parties.", " by the Parties"],
    ["The archive is to be returned by each Party.", " by each Party"],
    ["The markers should be placed by the Mission.", " by the Mission"],
  ])("%s", (sentence, phrase) => {
    const [named] = proposed(sentence).commitments;
    const [nameless] = proposed(sentence.replace(phrase, "")).commitments;
    expect(named?.bearer.kind).not.toBe("unresolved");
    expect(nameless?.bearer.kind).toBe("unresolved");
  });
});

describe("the little that is read of other languages", () => {
  test.each<[string, string, string]>([
    [
      "ru",
      "Стороны обязуются отвести тяжёлые вооружения в течение 30 дней после подписания Соглашения.",
      "Стороны obligation/shall отвести тяжёлые вооружения · class: withdraw · mode: achieve · role: primary · when: 0 days to 30 days after signature@occurrence",
    ],
    [
      "ru",
      "Аландия не вправе размещать мины.",
      "Аландия prohibition/may размещать мины · class: other · mode: maintain · role: primary",
    ],
    [
      "uk",
      "Аландія повинна звільнити всіх полонених не пізніше 31 березня 2027 року.",
      "Аландія obligation/shall звільнити всіх полонених · class: release · mode: achieve · role: primary · when: ? to 0 days after 2027-03-31@occurrence",
    ],
    [
      "fr",
      "L'Alande s'engage à retirer ses forces dans un délai de 30 jours à compter de l'entrée en vigueur.",
      "Alande obligation/shall retirer ses forces · class: withdraw · mode: achieve · role: primary · when: 0 days to 30 days after entry-into-force@occurrence",
    ],
    [
      "fr",
      "La Blande peut ouvrir un bureau.",
      "Blande permission/may ouvrir un bureau · class: other · mode: achieve · role: primary",
    ],
  ])("%s: %s", (language, sentence, expected) => {
    const reading = proposeReading(
      readDraft(`---\nlanguages: [${language}]\n---\n\n1. ${sentence}\n`, { name: "row" }),
    );
    expect(reading.commitments.map((commitment) => telling(commitment).replace(/^1 /, ""))).toEqual([expected]);
  });
});

test("a language without a lexicon gives no commitments and a slip that says so", () => {
  const reading = proposeReading(
    readDraft("---\nlanguages: [eo]\n---\n\n1. Ĉiu homo rajtas libere migri.\n", { name: "row" }),
  );
  expect(reading.commitments).toEqual([]);
  expect(reading.slips.map((slip) => slip.code)).toEqual(["language-unknown"]);
});
