import { describe, expect, test } from "vitest";
import { tellingOf } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

/** The commitments of a text, without what is asked of class, mode and number. */
function told(text: string): readonly string[] {
  return tellingOf(proposeReading(readDraft(`---\nlanguages: [en]\n---\n\n${text}\n`, { name: "row" })))
    .filter((line) => !line.startsWith("body "))
    .map((line) => line.replaceAll(/ · (?:class|mode|number): [^·]*?(?= · |$)/g, ""));
}

describe("a measure that is a paragraph of its own", () => {
  test.each<[string, string[]]>([
    [
      "Release of all journalists held by Aland by Bland.",
      ["¶1 Bland ~obligation/none release all journalists held by Aland"],
    ],
    ["Withdrawal of all troops by both sides.", ["¶1 both sides ~obligation/none withdraw all troops"]],
    ["Opening of the crossing by Bland;", ["¶1 Bland ~obligation/none open crossing"]],
    [
      "Repair of the northern pumping station by Aland within 30 days of signature.",
      [
        "¶1 Aland ~obligation/none repair northern pumping station · when: 0 days to 30 days after signature@occurrence",
      ],
    ],
    [
      "Disbandment of the special police units by 1 May 2031.",
      ["¶1 ? ~obligation/none disband special police units · when: ? to 0 days after 2031-05-01@occurrence"],
    ],
    [
      "Destruction of the mines laid by Aland by the Mine Action Centre within 90 days.",
      ["¶1 Mine Action Centre ~obligation/none destroy mines laid by Aland · when: 0 days to 90 days after ?"],
    ],
    [
      "Removal of the customs posts on the bridge and payment of the arrears by Aland.",
      ["¶1 ? ~obligation/none remove customs posts · at: bridge", "¶1 Aland ~obligation/none pay arrears"],
    ],
    ["Withdrawal of the troops of both sides", []],
    ["Protection of civilians.", []],
    ["Members of the Commission of both sides.", []],
    ["Withdrawal of all troops is a precondition of peace.", []],
    ["Release all prisoners.", []],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("the verb after a phrase or an insertion", () => {
  test.each<[string, string[]]>([
    [
      "1. Each Party shall, taking into account guidance of the Council:\n\n(a) use common methods, such as guidance, sinks, permanent stores;\n\n(b) publish its lists.",
      [
        "1(a) each Party obligation/shall use common methods, such as guidance, sinks, permanent stores",
        "1(b) each Party obligation/shall publish its lists",
      ],
    ],
    [
      "1. The Parties shall, within their means:\n\n(a) make the results of their research, development and monitoring public.",
      ["1(a) Parties obligation/shall make results of their research, development and monitoring public"],
    ],
    [
      "1. Any State may, at the time of signature, ratification, acceptance or approval, specify the territory.",
      ["any State permission/may specify territory · when: 0 days to 0 days after signature@occurrence"],
    ],
    [
      "1. Aland shall, in the towns of Dell, Vale and Moor, open police stations.",
      ["Aland obligation/shall open police stations"],
    ],
    [
      "1. The guarantors shall continue its verification there by satellite images.",
      ["guarantors obligation/shall continue its verification there by satellite images"],
    ],
    ["1. Aland shall continue to pay pensions.", ["Aland obligation/shall pay pensions"]],
    ["1. The Board shall continue the count.", ["Board obligation/shall count "]],
    [
      "1. Other Parties may also on a voluntary basis and within their means provide such funds.",
      ["Other Parties permission/may provide such funds"],
    ],
    [
      "1. Aland shall within 30 days release all prisoners.",
      ["Aland obligation/shall release all prisoners · when: 0 days to 30 days after ?"],
    ],
    [
      "1. Aland shall not later than 1 May 2031 vacate the barracks.",
      ["Aland obligation/shall vacate barracks · when: ? to 0 days after 2031-05-01@occurrence"],
    ],
    ["1. Aland shall not withdraw later than 1 May 2031.", ["Aland prohibition/shall withdraw later than 1 May 2031"]],
    [
      "1. The Customs Office shall upon request open the containers.",
      [
        "Customs Office obligation/shall open containers · when: 0 days to no last day after request@occurrence · trigger: request@occurrence",
      ],
    ],
    [
      "1. Aland shall subject to the consent of Bland build a dam.",
      ["Aland obligation/shall build dam · consent: [Bland]"],
    ],
    [
      "1. Aland shall with the consent of the Parliament adopt the law.",
      ["Aland obligation/shall adopt law · consent: [Parliament]"],
    ],
    ["1. Aland shall through its Ministry of Land return the farms.", ["Aland obligation/shall return farms"]],
    ["1. The ballots shall on the same day be counted by the Board.", ["Board obligation/shall count ballots"]],
    ["1. Bland shall to the extent possible protect the wells.", ["Bland best-effort/none protect wells"]],
    ["1. Aland shall for early release of the detained set a date.", ["Aland obligation/shall set date"]],
    ["1. The Parties shall of their own accord and for the benefit of all.", []],
    ["1. The declaration shall not in any way affect the talks unless the Parties agree.", []],
    ["1. Each Party shall other measures.", []],
    ["1. The measures shall be subject to review by the Panel.", []],
    ["1. All claims shall be subject to approval by the Land Court.", []],
    ["1. Aland shall be subject to Article 5.", []],
    ["1. The ceasefire shall be permanent.", []],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("a pronoun after by", () => {
  test.each<[string, string[]]>([
    [
      "1. The Mission shall patrol the zone. Equipment may be inspected by it.",
      ["Mission obligation/shall patrol zone", "~Mission permission/may inspect Equipment"],
    ],
    [
      "1. The inspectors shall visit the depots. Weapons shall be registered by them.",
      ["inspectors obligation/shall visit depots", "~inspectors obligation/shall register Weapons"],
    ],
    [
      "1. The Water Board shall meet each month. The level of the lake shall be measured monthly by it.",
      ["Water Board obligation/shall meet ", "~Water Board obligation/shall measure level of the lake"],
    ],
    [
      "1. The Electoral Commission shall print the lists. Complaints may be settled by it.",
      ["Electoral Commission obligation/shall print lists", "~Electoral Commission permission/may settle Complaints"],
    ],
    [
      "1. The inspectors shall open the crates. Goods shall be weighed by them.",
      ["inspectors obligation/shall open crates", "~inspectors obligation/shall weigh Goods"],
    ],
    [
      "1. The Land Court shall sit in the capital. Claims may be settled by it and appeals shall be heard by the Senate.",
      ["Land Court obligation/shall sit  · at: capital", "~Land Court permission/may settle Claims"],
    ],
    [
      "1. Aland shall tell the Mission of its depots and weapons shall be sealed by it.",
      ["Aland obligation/shall tell Mission of its depots", "? obligation/shall seal weapons"],
    ],
    ["1. Weapons shall be sealed by it.", ["? obligation/shall seal Weapons"]],
    [
      "1. The Mission shall patrol the zone. The reports of the Council shall be published by it.",
      ["Mission obligation/shall patrol zone", "? obligation/shall publish reports of the Council"],
    ],
    [
      "1. The Parties shall meet. Weapons shall be sealed by it.",
      ["Parties obligation/shall meet ", "? obligation/shall seal Weapons"],
    ],
    [
      "1. The Mission shall patrol the zone. Mines shall be marked by those of the Parties that laid them.",
      ["Mission obligation/shall patrol zone", "those of the Parties obligation/shall mark Mines"],
    ],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("verbs that are nouns as well", () => {
  test.each<[string, string[]]>([
    [
      "1. The Mission shall inspect the sites and document violations.",
      ["Mission obligation/shall inspect sites", "Mission obligation/shall document violations"],
    ],
    [
      "1. The Mission shall visit the camps and report incidents.",
      ["Mission obligation/shall visit camps", "Mission obligation/shall report incidents"],
    ],
    [
      "1. The Mission shall verify the depots and record all weapons.",
      ["Mission obligation/shall verify depots", "Mission obligation/shall record all weapons"],
    ],
    [
      "1. The Commission shall supervise the register and track payments.",
      ["Commission obligation/shall supervise register", "Commission obligation/shall track payments"],
    ],
    [
      "1. The Mission shall inspect the sites, document violations and report to the Commission.",
      [
        "Mission obligation/shall inspect sites",
        "Mission obligation/shall document violations",
        "Mission obligation/shall report  · to: Commission",
      ],
    ],
    [
      "1. The Water Board shall measure the flow and chart the springs.",
      ["Water Board obligation/shall measure flow", "Water Board obligation/shall chart springs"],
    ],
    [
      "1. The Electoral Board shall count the ballots and photograph each protocol.",
      ["Electoral Board obligation/shall count ballots", "Electoral Board obligation/shall photograph each protocol"],
    ],
    [
      "1. The Land Office shall hear claimants and map the fields.",
      ["Land Office obligation/shall hear claimants", "Land Office obligation/shall map fields"],
    ],
    [
      "1. The Ministry shall vet officers and list those dismissed.",
      ["Ministry obligation/shall vet officers", "Ministry obligation/shall list those dismissed"],
    ],
    [
      "1. The inspectors may enter the depot and access records.",
      ["inspectors permission/may enter depot", "inspectors permission/may access records"],
    ],
    ["1. Aland shall open the roads and access points.", ["Aland obligation/shall open roads and access points"]],
    [
      "1. The Mission shall keep the inspection and report forms.",
      ["Mission obligation/shall keep inspection and report forms"],
    ],
    ["1. Aland shall provide the survey and map data.", ["Aland obligation/shall provide survey and map data"]],
    [
      "1. The Board shall keep a list and record of all weapons.",
      ["Board obligation/shall keep list and record of all weapons"],
    ],
    [
      "1. Aland shall hand over the archives and document files.",
      ["Aland obligation/shall hand over archives and document files"],
    ],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));
});
