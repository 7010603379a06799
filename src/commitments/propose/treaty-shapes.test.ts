import { expect, test } from "vitest";
import { tellingOf } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

/** Shapes that sentences of agreements take, each as a text of its own: its commitments and what it says of bodies. */
test.each<[string, string[]]>([
  [
    "Bland shall open the gate no later than D+60.",
    ['Bland obligation/shall open gate · class: other · mode: achieve · when: ? to 60 days after "D-Day"@occurrence'],
  ],
  [
    "Bland shall open the gate between D+10 and D+60.",
    [
      'Bland obligation/shall open gate · class: other · mode: achieve · when: 10 days to 60 days after "D-Day"@occurrence',
    ],
  ],
  [
    "Bland shall open the gate on D-Day at 06:00 hours.",
    [
      'Bland obligation/shall open gate · class: other · mode: achieve · when: 0 days to 0 days after "D-Day"@occurrence',
    ],
  ],
  [
    "All troops must be in the zone by D+30.",
    [
      'all troops obligation/shall be  · class: other · mode: achieve · at: zone · when: ? to 30 days after "D-Day"@occurrence',
    ],
  ],
  [
    "The Mission shall register the fighters that withdrew on 3 May 2026.",
    [
      "Mission obligation/shall register fighters that withdrew on 3 May 2026 · class: report · mode: achieve",
      "body Mission, of [], mandate ~1",
    ],
  ],
  [
    "Aland shall remove the posts that it built before 1 May 2026 by 1 June 2027.",
    [
      "Aland obligation/shall remove posts that it built before 1 May 2026 · class: withdraw · mode: achieve · when: ? to 0 days after 2027-06-01@occurrence",
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
    "The exchange of all prisoners shall take place on 1 May 2027.",
    [
      "? obligation/shall exchange all prisoners · class: release · mode: achieve · when: 0 days to 0 days after 2027-05-01@occurrence",
    ],
  ],
  [
    "Fuel subsidies shall be phased out by 31 March 2028.",
    [
      "? obligation/shall phase out Fuel subsidies · class: other · mode: achieve · when: ? to 0 days after 2028-03-31@occurrence",
    ],
  ],
  [
    "The weapons shall be collected and destroyed by the Mission within ten days.",
    [
      "Mission obligation/shall collect weapons · class: other · mode: achieve · when: 0 days to 10 days after ?",
      "body Mission, of [], mandate ~1",
    ],
  ],
  [
    "Should a Party withdraw from the coalition, fresh elections shall be held within ninety days.",
    [
      '? obligation/shall hold fresh elections · class: elect · mode: achieve · when: 0 days to 90 days after ~"a Party withdraw from the coalition"@start|completion · if: "a Party withdraw from the coalition"@start|completion',
    ],
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
    "The road shall be reopened as soon as it has been cleared of mines, and not later than 15 March 2027.",
    [
      '? obligation/shall reopen road · class: other · mode: achieve · when: ? to 0 days after 2027-03-15@occurrence · trigger: "it has been cleared of mines"@~completion',
    ],
  ],
  [
    "Not earlier than D+90 and not later than D+120, the Mission shall hand over the weapons.",
    [
      'Mission obligation/shall hand over weapons · class: transfer · mode: achieve · when: 90 days to 120 days after "D-Day"@occurrence',
      "body Mission, of [], mandate ~1",
    ],
  ],
  [
    "Aland shall hold the vote not earlier than 30 days and not later than 60 days after the completion of the withdrawal.",
    [
      'Aland obligation/shall hold vote · class: elect · mode: achieve · when: 30 days to 60 days after "the completion of the withdrawal"@completion',
    ],
  ],
  [
    "The law shall be adopted before the next general election.",
    [
      '? obligation/shall adopt law · class: legislate · mode: achieve · when: ? to 0 days after "the next general election"@start|completion',
    ],
  ],
  [
    "Aland shall report to the Council at the end of each month.",
    ["Aland obligation/shall report  · class: report · mode: achieve · to: Council", "body Council, of []"],
  ],
  [
    "The prisoners shall be exchanged in stages: 200 on 10 May 2027, 200 on 20 May 2027, and the remainder no later than 30 May 2027.",
    [
      "? obligation/shall exchange prisoners · class: release · mode: achieve · when: 0 days to 0 days after 2027-05-10@occurrence|0 days to 0 days after 2027-05-20@occurrence|? to 0 days after 2027-05-30@occurrence",
    ],
  ],
  [
    "(2) The tribunal shall render its award within nine months. (3) The tribunal shall sit in Geneva.",
    [
      "tribunal obligation/shall render its award · class: report · mode: achieve · when: 0 days to 9 months after ?",
      "tribunal obligation/shall sit  · class: other · mode: achieve · at: Geneva",
    ],
  ],
  [
    "In case of a breach of Article 1, the Chair shall be informed by the injured Party and shall publish its findings within five days.",
    [
      "injured Party obligation/shall inform  · class: report · mode: achieve · to: Chair · if: breach@occurrence",
      "Chair obligation/shall publish its findings · class: report · mode: achieve · when: 0 days to 5 days after ~breach@occurrence · if: breach@occurrence",
    ],
  ],
  [
    "Upon certification by the Mission, Aland shall restore the water supply, and Bland shall reopen the railway.",
    [
      'Aland obligation/shall restore water supply · class: return · mode: achieve · when: 0 days to no last day after "certification by the Mission"@occurrence · trigger: "certification by the Mission"@occurrence',
      'Bland obligation/shall reopen railway · class: other · mode: achieve · when: 0 days to no last day after "certification by the Mission"@occurrence · trigger: "certification by the Mission"@occurrence',
    ],
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
    "The Mission shall be notified by Aland of each convoy within two days.",
    [
      "Aland obligation/shall notify of each convoy · class: report · mode: achieve · to: Mission · when: 0 days to 2 days after ?",
      "body Mission, of []",
    ],
  ],
  [
    "Aland shall observe a truce throughout the Sarev Region for a renewable period of sixty days.",
    [
      'Aland obligation/shall observe truce · class: other · mode: maintain · at: Sarev Region · until: "for a renewable period of sixty days"@occurrence',
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
    "Aland is responsible for issuing visas to relief workers within three working days of application.",
    [
      "Aland ~obligation/none issue visas to relief workers · class: other · mode: achieve · when: 0 days to 3 working-days after request@occurrence",
    ],
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
    "The ceasefire shall enter into force 72 hours after signature.",
    [
      "? obligation/shall begin ceasefire · class: refrain · mode: maintain · when: 72 hours to 72 hours after signature@occurrence",
    ],
  ],
  [
    "The new electoral law shall enter into force by 1 July 2027.",
    [
      "? obligation/shall enter into force new electoral law · class: legislate · mode: achieve · when: ? to 0 days after 2027-07-01@occurrence",
    ],
  ],
  [
    "Each demobilised combatant shall receive a monthly allowance for a period of twelve months.",
    [
      '? obligation/shall receive monthly allowance · class: other · mode: maintain · to: each demobilised combatant · until: "for a period of twelve months"@occurrence',
    ],
  ],
  [
    "The Commission shall have seven members: two nominated by each Party and three, including the chairperson, appointed by the Panel of Elders.",
    ["body Commission, of [each Party 2, Panel of Elders 3]", "body Panel of Elders, of []"],
  ],
  [
    "The Joint Commission, comprising three officers of each Party and presided over by the Chief Observer, shall meet every week.",
    [
      "Joint Commission obligation/shall meet  · class: other · mode: achieve",
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
    ["Aland obligation/shall nominate President · class: other · mode: achieve"],
  ],
  [
    "The return of land confiscated since 1990 shall be completed by the Land Commission within two years of its establishment.",
    [
      'Land Commission obligation/shall complete return of land confiscated since 1990 · class: other · mode: achieve · when: 0 days to 2 years after "its establishment"@occurrence',
      "body Land Commission, of [], mandate ~1",
    ],
  ],
  [
    "The clearance shall be completed by the Mine Centre within two years of its establishment.",
    [
      'Mine Centre obligation/shall complete clearance · class: other · mode: achieve · when: 0 days to 2 years after "its establishment"@occurrence',
      "body Mine Centre, of [], mandate ~1",
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
    "If either side believes that the other has violated this Agreement, it shall notify the Mission in writing; the Mission shall investigate the matter promptly and, within ten days, inform both sides of its conclusions.",
    [
      "~either side obligation/shall notify in writing · class: report · mode: achieve · to: Mission · if: breach@occurrence",
      "Mission obligation/shall investigate matter · class: verify · mode: maintain · when: ? to no last day after ? promptly",
      "Mission obligation/shall inform of its conclusions · class: report · mode: achieve · to: both sides · when: 0 days to 10 days after ?",
      "body Mission, of [], mandate ~1",
    ],
  ],
  [
    "The Mission, which will be deployed by Cland within three weeks of a request, will verify compliance.",
    ["Mission obligation/will verify compliance · class: verify · mode: maintain", "body Mission, of [], mandate ~1"],
  ],
  ["The Board shall be made up of representatives of both Parties.", ["body Board, of [both Parties 1]"]],
  [
    "Aland undertakes to dismantle the battery at Cape Sunder within eighteen months of signature; Bland undertakes, within the same period, to remove the minefield.",
    [
      "Aland obligation/shall dismantle battery at Cape Sunder · class: other · mode: achieve · when: 0 days to 18 months after signature@occurrence",
      "Bland obligation/shall remove minefield · class: withdraw · mode: achieve",
    ],
  ],
  [
    "A conference shall be convened by the Director five years after signature.",
    [
      "Director obligation/shall convene conference · class: other · mode: achieve · when: 5 years to 5 years after signature@occurrence",
    ],
  ],
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
    "In the event that the Centre establishes that a State has acted in breach of Article I, that State shall withdraw the vessel within twelve hours.",
    [
      "that State obligation/shall withdraw vessel · class: withdraw · mode: achieve · when: 0 days to 12 hours after ~determination@occurrence · if: determination@occurrence",
    ],
  ],
  [
    "Complete cessation of hostilities as of midnight on 6 May 2027.",
    [
      "? ~obligation/none cease hostilities · class: refrain · mode: maintain · when: 0 days to 0 days after 2027-05-06 24:00@occurrence",
    ],
  ],
  [
    "Adoption by the Parliament of Aland, within 60 days of signature, of a law on the status of the valley.",
    [
      "Parliament of Aland ~obligation/none adopt law on the status of the valley · class: legislate · mode: achieve · when: 0 days to 60 days after signature@occurrence",
    ],
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
    "The Parties pledge not to recruit mercenaries and to expel those already present within one month.",
    [
      "Parties prohibition/shall recruit mercenaries · class: other · mode: maintain",
      "Parties obligation/shall expel those already present · class: other · mode: achieve · when: 0 days to 1 months after ?",
    ],
  ],
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
