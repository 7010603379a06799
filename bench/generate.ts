import type { Format } from "../src/text/index.ts";

/** A small repeatable source of chance (xorshift32): one seed, one text. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0 || 1;

  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

const parties = ["Aland", "Bland", "Cland"] as const;
const acts = [
  "withdraw its heavy weapons from the zone",
  "release all detained persons",
  "open the crossing points",
  "hand over the maps of the minefields",
  "refrain from overflight of the line",
  "return the archives",
  "pay its share of the costs",
  "reinstate the border posts",
] as const;
const events = ["the entry into force of this Agreement", "the signature of this Agreement"] as const;

/** An invented agreement of about `units` UTF-16 units, rich in brackets: four paragraphs an article, three of them open. */
export function inventedText(units: number, format: Format, seed = 1): string {
  const roll = dice(seed);
  const articles: string[] = [];
  let length = 0;
  for (let article = 1; length < units; article += 1) {
    const written = inventedArticle(article, format, roll);
    length += written.length + 1;
    articles.push(written);
  }
  const body = articles.join("\n");
  const title = "Agreement between Aland, Bland and Cland";
  if (format === "html") return `<!doctype html><html lang="en"><body><h1>${title}</h1>\n${body}\n</body></html>\n`;

  return format === "markdown" ? `# ${title}\n\n${body}\n` : `${title.toUpperCase()}\n\n${body}\n`;
}

/** An invented agreement of `count` commitments, one sentence each, with a mission, a commission and a guarantor. */
export function inventedCommitments(count: number, seed = 1): string {
  const roll = dice(seed);
  const lines = [
    "# Agreement between Aland, Bland and Cland",
    "",
    "1.1 A Monitoring Mission is hereby established.",
    "",
    "1.2 A Joint Commission is hereby established. It takes its decisions by a majority of its members.",
    "",
    "1.3 If the Joint Commission determines a breach, Guarland shall suspend its payments within 7 days.",
    "",
  ];
  for (let at = 0; at < count; at += 1)
    lines.push(`${2 + Math.floor(at / 20)}.${1 + (at % 20)} ${inventedSentence(roll)}`, "");

  return lines.join("\n");
}

function inventedArticle(article: number, format: Format, roll: (sides: number) => number): string {
  const heading = `Article ${article}`;
  const paragraphs = [
    inventedSentence(roll),
    `${pick(parties, roll)} [shall][should] ${pick(acts, roll)} [Aland: within ${1 + roll(20)} days][Bland: within ${21 + roll(40)} days] after ${pick(events, roll)}.`,
    `The Monitoring Mission shall verify this [by satellite images [and site visits]] and report to the Joint Commission within ${1 + roll(9)} days.`,
    `[[${pick(parties, roll)} may ask] for [further] consultations under Article ${1 + roll(article)}(1)] [no text].`,
  ].map((words, at) => `${at + 1}. ${words}`);
  if (format === "html") return `<h2>${heading}</h2>\n${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}`;

  return format === "markdown"
    ? `## ${heading}\n\n${paragraphs.join("\n\n")}\n`
    : `${heading}\n\n${paragraphs.join("\n\n")}\n`;
}

function inventedSentence(roll: (sides: number) => number): string {
  const bearer = pick(parties, roll);

  return `${bearer} shall ${pick(acts, roll)} within ${1 + roll(60)} days after ${pick(events, roll)}.`;
}

function pick<Value>(values: readonly Value[], roll: (sides: number) => number): Value {
  return values[roll(values.length)]!; // `roll` stays below the length
}
