import { expect, test } from "vitest";
import { tellingOf } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

/** Shapes that sentences of agreements take, each as a text of its own: its commitments and what it says of bodies. */
test.each<[string, string[]]>([
  [
    "The Mission shall register the fighters that withdrew on 3 May 2026.",
    [
      "Mission obligation/shall register fighters that withdrew on 3 May 2026 · class: report · mode: achieve",
      "body Mission, of [], mandate ~1",
    ],
  ],
  [
    "The Parties should refrain from hostile propaganda.",
    ["Parties declaration/should refrain hostile propaganda · class: refrain · mode: maintain"],
  ],
  [
    "The Committee comprises two members appointed by each Party and one appointed by Cland.",
    ["body Committee, of [each Party 2, Cland 1]"],
  ],
  [
    "Each Party shall allow the Mission to enter its depots.",
    [
      "each Party obligation/shall allow to enter its depots · class: admit-access · mode: maintain · to: Mission",
      "body Mission, of []",
    ],
  ],
  [
    "Convoys shall not be searched, delayed or diverted, unless the Cell so decides.",
    ["? prohibition/shall search Convoys · class: other · mode: maintain · if: not decision@occurrence"],
  ],
  [
    "No Party may recruit, train or arm persons outside the security forces.",
    [
      "each Party prohibition/may recruit train or arm persons outside the security forces · class: other · mode: maintain",
    ],
  ],
  [
    "The Mission may at any time and without prior notice inspect any site, depot or barracks.",
    [
      "Mission permission/may inspect any site, depot or barracks · class: verify · mode: maintain",
      "body Mission, of [], mandate ~1",
    ],
  ],
  [
    "The Parties agree to establish a Commission, mandated to inquire into the election and to publish its report.",
    [
      "Parties obligation/shall establish Commission, mandated to inquire into the election and to publish its report · class: establish-body · mode: achieve",
      "body Commission, of [], created 1",
    ],
  ],
  [
    "The Council shall be prepared to lift the measures.",
    ["Council obligation/shall lift measures · class: other · mode: achieve", "body Council, of [], mandate ~1"],
  ],
  [
    "The Commission shall set a time limit, failing which the Guarantors shall consider measures against the Party in default.",
    [
      "Commission obligation/shall set time limit · class: other · mode: achieve · else: failing which the Guarantors shall consider measures against the Party in default",
      "Guarantors obligation/shall consider measures against the Party in default · class: other · mode: achieve",
      "body Commission, of [], mandate ~1",
    ],
  ],
  [
    "Bland will undertake to assure donors that it will not interfere with the operation of the port.",
    [
      "Bland obligation/shall assure donors that it will not interfere with the operation of the port · class: other · mode: maintain",
    ],
  ],
  [
    "Consistent with its security needs, Bland is to facilitate the movement of people.",
    ["Bland obligation/shall facilitate movement of people · class: other · mode: maintain"],
  ],
  [
    "Aland shall report to the Council at the end of each month.",
    ["Aland obligation/shall report  · class: report · mode: maintain · to: Council", "body Council, of []"],
  ],
  [
    "No person released under this Memorandum may be re-arrested for the same acts.",
    ["? prohibition/may re-arrest person released under this Memorandum · class: other · mode: maintain"],
  ],
  ["If no decision is reached within that period, the finding of the Chair shall stand.", []],
  [
    "The Cell shall communicate its findings to both Parties and to the Chair.",
    [
      "Cell obligation/shall communicate its findings · class: report · mode: achieve · to: both Parties + Chair",
      "body Cell, of [], mandate ~1",
    ],
  ],
  [
    "The Mission shall be granted access to all places of detention in order to verify the lists.",
    [
      "? obligation/shall grant access · class: admit-access · mode: maintain · at: all places of detention · to: Mission",
      "body Mission, of []",
    ],
  ],
  [
    "All parties shall withdraw to the positions held on 1 January 2027.",
    ["all parties obligation/shall withdraw  · class: withdraw · mode: achieve · at: positions held on 1 January 2027"],
  ],
  [
    "In the absence of a reply, Bland may proceed with the measure.",
    ['Bland permission/may proceed with the measure · class: other · mode: achieve · if: not "a reply"@?'],
  ],
  [
    "Transport of the released persons to the crossing is the responsibility of the detaining Party.",
    ["detaining Party ~obligation/none transport released persons · class: other · mode: achieve · at: crossing"],
  ],
  [
    "Aland shall be responsible for the provision of food in the sites.",
    ["Aland obligation/shall provide food · class: other · mode: achieve · at: sites"],
  ],
  [
    "In the event of a serious violation, the aggrieved Party may suspend the application of Articles 2.4 and 2.6.",
    [
      "aggrieved Party power/may suspend application of Articles 2.4 and 2.6 · class: other · mode: achieve · if: breach@occurrence",
      "power aggrieved Party may suspend 2.4, 2.6 notice ? consent ?",
    ],
  ],
  [
    "Persons who do not wish to be repatriated shall not be returned against their will.",
    ["? prohibition/shall return Persons · class: return · mode: maintain"],
  ],
  ["Persons whose rights have been violated are entitled to compensation.", []],
  ["Construction of the port can commence.", []],
  [
    "The Commission shall have seven members: two nominated by each Party and three, including the chairperson, appointed by the Panel of Elders.",
    ["body Commission, of [each Party 2, Panel of Elders 3]", "body Panel of Elders, of []"],
  ],
  [
    "The Joint Commission, comprising three officers of each Party and presided over by the Chief Observer, shall meet every week.",
    [
      "Joint Commission obligation/shall meet  · class: other · mode: maintain",
      "body Joint Commission, of [each Party 3, Chief Observer 1], mandate ~1",
    ],
  ],
  [
    "The tribunal shall be composed of three arbitrators, one appointed by each Party and the third, who shall preside, by the President of the Court.",
    ["body tribunal, of [each Party 1, President of the Court 1]"],
  ],
  [
    "The States of Ordu and Penza act as Regional Guarantors of this Protocol.",
    ["guarantee Ordu + Penza covers all shall trigger ? effect ?"],
  ],
  [
    "The Guarantors of this Agreement are Cato and Delph.",
    ["guarantee Cato + Delph covers all shall trigger ? effect ?"],
  ],
  ["Decisions of the Cabinet shall be taken by consensus.", []],
  [
    "The President shall be nominated by Aland and the Prime Minister by Bland.",
    [
      "Aland obligation/shall nominate President · class: other · mode: achieve",
      "Bland obligation/shall nominate Prime Minister · class: other · mode: achieve",
    ],
  ],
  [
    "Where the Mission concludes that a violation has taken place, the Board shall decide on measures; if the Board is unable to agree within five days, the matter shall be referred to Cland.",
    [
      "Board obligation/shall decide on measures · class: other · mode: achieve · if: determination@occurrence",
      '? obligation/shall refer matter · class: other · mode: achieve · to: Cland · if: not "the Board is unable to agree within five days"@occurrence',
      "body Board, of [], mandate ~1",
    ],
  ],
  [
    "The Mission, which will be deployed by Cland within three weeks of a request, will verify compliance.",
    ["Mission obligation/will verify compliance · class: verify · mode: maintain", "body Mission, of [], mandate ~1"],
  ],
  ["The Board shall be made up of representatives of both Parties.", ["body Board, of [both Parties 1]"]],
  [
    "Fishing vessels of either State shall enjoy free passage.",
    ["? obligation/shall enjoy free passage · class: other · mode: achieve"],
  ],
  [
    "The Director shall draw up a list of all vessels covered by Article I. The list is to be made available to both States.",
    [
      "Director obligation/shall draw up list of all vessels covered by Article I · class: other · mode: achieve",
      "? obligation/shall make available list · class: other · mode: achieve · to: both States",
    ],
  ],
  [
    "It shall be incumbent upon each Party to compensate the other for damage.",
    ["each Party obligation/shall compensate other for damage · class: pay · mode: achieve"],
  ],
  [
    "The valley shall be administered by an Interim Council composed of five representatives of each Party.",
    [
      "Interim Council obligation/shall administer valley · class: other · mode: achieve",
      "body Interim Council, of [each Party 5], mandate ~1",
    ],
  ],
  ["Where such majority cannot be reached, the chairperson shall have a casting vote.", []],
  ["The Parties shall not be relieved of their obligations under points 1 and 3.", []],
  ["Failure by a Party to comply with point 3 shall release the other Party from its obligation under point 4.", []],
  [
    "On the basis of such a finding, the Council may impose sanctions on the side at fault.",
    [
      "Council power/may impose sanctions on the side at fault · class: other · mode: achieve · if: determination@occurrence",
      "body Council, of [], mandate ~1",
    ],
  ],
])("%s", (sentence, expected) => {
  const draft = readDraft(`---\nlanguages: [en]\n---\n\n1. ${sentence}\n`, { name: "row" });
  expect(tellingOf(proposeReading(draft))).toEqual(expected);
});
