import { expect, test } from "vitest";
import { tellingOf } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

/** How sentences lean on those beside them, and further shapes of deadlines, answers and bodies, each as a text of its own. */
test.each<[string, string[]]>([
  [
    "As of 12 April 2031 each Party shall cease all offensive operations against the other Party.",
    [
      "each Party obligation/shall cease all offensive operations against the other Party · class: refrain · mode: maintain · when: 0 days to 0 days after 2031-04-12@occurrence",
    ],
  ],
  [
    "As from 1 May 2031, Aland shall open the crossing.",
    [
      "Aland obligation/shall open crossing · class: other · mode: achieve · start: 0 days to 0 days after 2031-05-01@occurrence",
    ],
  ],
  [
    "The Mission shall verify the removal of the barges and report to the Commission within 2 days.",
    [
      "Mission obligation/shall verify removal of the barges · class: verify · mode: maintain",
      "Mission obligation/shall report  · class: report · mode: achieve · to: Commission · when: 0 days to 2 days after ?",
      "body Mission, of [], mandate ~1",
      "body Commission, of []",
    ],
  ],
  [
    "Aland shall open the roads and access to the port.",
    ["Aland obligation/shall open roads and access · class: other · mode: achieve · at: port"],
  ],
  ["Medical evacuation of the wounded and repair of water mains remain permitted.", []],
  [
    "If the Observer Team must leave, Cland shall replace it within 10 days.",
    [
      'Cland obligation/shall replace Observer Team · class: other · mode: achieve · when: 0 days to 10 days after ~"the Observer Team must leave"@start|completion · if: "the Observer Team must leave"@start|completion',
      "body Observer Team, of [], plan yes",
    ],
  ],
  [
    "A Truce Commission is established. Cland shall pay for it.",
    [
      "Cland obligation/shall pay for Truce Commission · class: pay · mode: achieve",
      "body Truce Commission, of [], created 1, paid Cland",
    ],
  ],
  [
    "This Agreement may be amended by agreement of the Parties. It shall be reviewed every year. It may be suspended or terminated only by agreement of both Parties.",
    [
      "power ? may amend all notice ? consent Parties",
      "power ? may review all notice ? consent ?",
      "power ? may suspend all notice ? consent both Parties",
      "power ? may terminate all notice ? consent both Parties",
    ],
  ],
  [
    "Aland shall open the road. Whether a Party has failed to meet an obligation under this Agreement is decided by the Arbiter within 21 days of a complaint.",
    [
      "Aland obligation/shall open road · class: other · mode: achieve · determined: ~by Arbiter shall within 21 days silence ?",
    ],
  ],
  [
    "Aland shall open the road. In the event of such a failure, sanctions shall be imposed.",
    [
      "Aland obligation/shall open road · class: other · mode: achieve · answer: ?, shall, sanction, impose sanctions, within ?, default, unless ?, after breach",
      "? obligation/shall impose sanctions · class: sanction · mode: achieve · if: breach@occurrence",
    ],
  ],
  [
    "The Commission shall determine whether a Party has breached this Agreement. Where it so determines, the Federation shall suspend its support to that Party within 15 days.",
    [
      "Commission obligation/shall determine whether a Party has breached this Agreement · class: other · mode: achieve",
      "Federation obligation/shall suspend its support to that Party · class: other · mode: achieve · when: 0 days to 15 days after ~determination@occurrence · if: determination@occurrence",
      "body Commission, of [], mandate ~1",
    ],
  ],
  [
    "The Parties shall endeavour to refrain from recruiting.",
    ["Parties best-effort/none refrain from recruiting · class: refrain · mode: maintain"],
  ],
  [
    "Aland shall clear its mines and owes this duty to the people of Bland.",
    ["Aland obligation/shall clear its mines · class: other · mode: achieve · to: people of Bland"],
  ],
  [
    "The Mission shall verify the withdrawal by site visits, and no Party's consent is needed for its visits.",
    [
      "Mission obligation/shall verify withdrawal by site visits · class: verify · mode: maintain · consent: []",
      "body Mission, of [], mandate ~1",
    ],
  ],
  [
    "The River Commission decides by a majority of votes within 30 days; two commissioners form a quorum.",
    ["body River Commission, of [], rule majority, quorum 2, decides within 30 days"],
  ],
  [
    "Each Party shall itself report on the treatment of the persons it holds.",
    ["each Party obligation/shall report on the treatment of the persons it holds · class: verify · mode: maintain"],
  ],
  [
    "The English and Vennish texts of this Agreement are equally authentic.",
    ["authentic English, Vennish prevailing none"],
  ],
  [
    "Aland shall release at least 250 million cubic metres of water to Bland each year.",
    [
      "Aland obligation/shall release at least 250 million cubic metres of water · class: release · mode: maintain · to: Bland · number: at-least 250 million cubic metres",
    ],
  ],
  [
    "The governor shall be chosen by Aland, the deputy by Bland and the clerk by Cland.",
    [
      "Aland obligation/shall choose governor · class: other · mode: achieve",
      "Bland obligation/shall choose deputy · class: other · mode: achieve",
      "Cland obligation/shall choose clerk · class: other · mode: achieve",
    ],
  ],
  [
    "Both Parties guarantee the safety of humanitarian staff.",
    ["both Parties ~obligation/none guarantee safety of humanitarian staff · class: other · mode: maintain"],
  ],
  [
    "The Commission shall determine whether a Party has breached this Agreement. If no decision is reached within 14 days, the finding shall stand.",
    [
      "Commission obligation/shall determine whether a Party has breached this Agreement · class: other · mode: achieve",
      "body Commission, of [], decides within 14 days, silence deemed-adopted, mandate ~1",
    ],
  ],
  [
    "Open questions will be dealt with by a Joint Working Group, which is to be set up.",
    [
      "Joint Working Group obligation/will deal Open questions · class: other · mode: achieve",
      "body Joint Working Group, of [], created 1, mandate ~1",
    ],
  ],
  [
    "No armed person may enter the Zone, except police officers.",
    ['? prohibition/may enter Zone · class: other · mode: maintain · if: not "police officers"@?'],
  ],
  [
    "The Zone Mission, which begins its work on 1 May 2030, shall monitor the withdrawal by patrols at any time and without the consent of either side.",
    [
      "Zone Mission obligation/shall monitor withdrawal by patrols at any time · class: verify · mode: maintain · consent: []",
      "body Zone Mission, of [], mandate ~1, starts 2030-05-01@occurrence",
    ],
  ],
  [
    "Aland shall reduce its garrison by one third from the strength on 1 January 2030.",
    [
      "Aland obligation/shall reduce its garrison by one third from the strength on 1 January 2030 · class: other · mode: achieve · number: exactly one third",
    ],
  ],
  [
    "Aland shall hand over the 214 persons named in List A to Bland.",
    [
      "Aland obligation/shall hand over 214 persons named · class: transfer · mode: achieve · at: List · to: Bland · number: exactly 214 persons",
    ],
  ],
  [
    "Aland shall open the road. Whether a Party has violated this Agreement is determined within 10 days by the Liaison Committee.",
    [
      "Aland obligation/shall open road · class: other · mode: achieve · determined: ~by Liaison Committee shall within 10 days silence ?",
      "body Liaison Committee, of []",
    ],
  ],
  [
    "Aland shall pay an allowance to every demobilised fighter.",
    ["Aland obligation/shall pay allowance · class: pay · mode: achieve · to: every demobilised fighter"],
  ],
  [
    "Aland shall lease the railway to Bland.",
    ["Aland obligation/shall lease railway · class: other · mode: achieve · to: Bland"],
  ],
  [
    "The National Assembly shall adopt a law on autonomy.",
    ["National Assembly obligation/shall adopt law on autonomy · class: legislate · mode: achieve"],
  ],
  [
    "The Board consists of two officials of each Party and a director appointed by Cland.",
    ["body Board, of [each Party 2, Cland 1]"],
  ],
  [
    "Each Party shall report on its own withdrawal.",
    ["each Party obligation/shall report on its own withdrawal · class: verify · mode: maintain"],
  ],
  [
    "Aland shall/should withdraw its guns from the valley.",
    ["Aland obligation/shall|should withdraw its guns · class: withdraw · mode: achieve · at: valley"],
  ],
  [
    "Aland shall release the 120 persons named in Annex 1 and hand them over to Bland within 10 days after signature.",
    [
      "Aland obligation/shall release 120 persons named in Annex 1 · class: release · mode: achieve · number: exactly 120 persons · when: ~0 days to 10 days after signature@occurrence",
      "Aland obligation/shall hand over  · class: transfer · mode: achieve · to: Bland · when: 0 days to 10 days after signature@occurrence",
    ],
  ],
  [
    "Aland shall pay Bland 40 million crowns by 31 January 2032.",
    [
      "Aland obligation/shall pay 40 million crowns · class: pay · mode: achieve · to: Bland · when: ? to 0 days after 2032-01-31@occurrence",
    ],
  ],
  [
    "This Agreement may be amended by agreement of the Parties. No Party may suspend it.",
    ["power ? may amend all notice ? consent Parties", "power each Party may not suspend all notice ? consent ?"],
  ],
  [
    "Aland shall withdraw its mortars by 1 May 2031 and owes this to Bland.",
    [
      "Aland obligation/shall withdraw its mortars · class: withdraw · mode: achieve · to: Bland · when: ? to 0 days after 2031-05-01@occurrence",
    ],
  ],
  [
    "Aland shall release at least 20 cubic metres of water per second to Bland.",
    [
      "Aland obligation/shall release at least 20 cubic metres of water per second · class: release · mode: maintain · to: Bland · number: at-least 20 cubic metres",
    ],
  ],
  [
    "A member State shall not be entitled to exercise the same rights concurrently.",
    ["member State prohibition/shall exercise same rights concurrently · class: other · mode: maintain"],
  ],
  ["Recognition that adaptation will be needed whatever the level of mitigation.", []],
  [
    "Support shall [should] [other] be scaled up by Aland within 10 days.",
    ["Aland obligation/shall|should scale up Support · class: other · mode: achieve · when: 0 days to 10 days after ?"],
  ],
  [
    "The archivists of the World Library shall verify the return of the archive.",
    ["archivists of the World Library obligation/shall verify return of the archive · class: verify · mode: maintain"],
  ],
  [
    "Aland shall open the road. Any Party that violates this Agreement shall be liable to sanctions.",
    [
      "Aland obligation/shall open road · class: other · mode: achieve · answer: ?, shall, sanction, impose sanctions, within ?, default, unless ?, after breach",
    ],
  ],
  [
    "Aland shall open the road. Determination of violations: the Alpine Court shall determine within 10 days whether a Party has violated this Agreement.",
    [
      "Aland obligation/shall open road · class: other · mode: achieve · determined: ~by Alpine Court shall within 10 days silence ?",
      "Alpine Court obligation/shall determine whether a Party has violated this Agreement · class: other · mode: achieve · when: 0 days to 10 days after ?",
      "body Alpine Court, of [], mandate ~1",
    ],
  ],
  [
    "Aland shall pay Bland an allowance of adequate size within 20 days after registration.",
    [
      'Aland obligation/shall pay allowance of adequate size · class: pay · mode: achieve · to: Bland · when: 0 days to 20 days after "registration"@start|completion',
    ],
  ],
])("%s", (sentence, expected) => {
  const draft = readDraft(`---\nlanguages: [en]\n---\n\n1. ${sentence}\n`, { name: "row" });
  expect(tellingOf(proposeReading(draft))).toEqual(expected);
});
