import { expect, test } from "vitest";
import { tellingOf } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

/** When acts fall due, in the shapes that sentences of agreements take, each as a text of its own. */
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
    "Aland shall remove the posts that it built before 1 May 2026 by 1 June 2027.",
    [
      "Aland obligation/shall remove posts that it built before 1 May 2026 · class: withdraw · mode: achieve · when: ? to 0 days after 2027-06-01@occurrence",
    ],
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
    "Aland is responsible for issuing visas to relief workers within three working days of application.",
    [
      "Aland ~obligation/none issue visas to relief workers · class: other · mode: achieve · when: 0 days to 3 working-days after request@occurrence",
    ],
  ],
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
    "If either side believes that the other has violated this Agreement, it shall notify the Mission in writing; the Mission shall investigate the matter promptly and, within ten days, inform both sides of its conclusions.",
    [
      "~either side obligation/shall notify in writing · class: report · mode: achieve · to: Mission · if: breach@occurrence",
      "Mission obligation/shall investigate matter · class: verify · mode: maintain · when: ? to no last day after ? promptly",
      "Mission obligation/shall inform of its conclusions · class: report · mode: achieve · to: both sides · when: 0 days to 10 days after ?",
      "body Mission, of [], mandate ~1",
    ],
  ],
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
    "The Parties pledge not to recruit mercenaries and to expel those already present within one month.",
    [
      "Parties prohibition/shall recruit mercenaries · class: other · mode: maintain",
      "Parties obligation/shall expel those already present · class: other · mode: achieve · when: 0 days to 1 months after ?",
    ],
  ],
])("%s", (sentence, expected) => {
  const draft = readDraft(`---\nlanguages: [en]\n---\n\n1. ${sentence}\n`, { name: "row" });
  expect(tellingOf(proposeReading(draft))).toEqual(expected);
});
