import { plural } from "../base/index.ts";
import type { Finding, Report } from "../checks/index.ts";
import type { Reading } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import { holdsWords } from "./alike-findings.ts";
import { groupFindings, type FindingGroup, type PlacedFinding } from "./group-findings.ts";
import { headingAbove } from "./heading-above.ts";
import { escapeHtml, isolated, languageAttribute } from "./mark-up.ts";
import { reportStyle } from "./report-style.ts";
import { commitmentsHtml, gradesHtml } from "./report-tables.ts";
import { runningWords } from "./running-words.ts";
import { shortHash } from "./short-hash.ts";

/**
 * The printable report: one HTML page without script, picture or link to elsewhere. Counts, findings with story and
 * repairs beside their words, grades, commitments, trust roots. On paper every page names the title, the draft, its hash
 * and its number. Same input, same bytes: a day of printing stands there only if it is given.
 */
export function reportHtml(checked: {
  readonly draft: Draft;
  readonly report: Report;
  readonly readings: readonly Reading[];
  /** Names of the readers, `proposed` for the rules' own reading. */
  readonly readers: readonly string[];
  /** SHA-256 of the draft's bytes in hex, `null` where it is not known. */
  readonly sha256: string | null;
  /** Day in words, `null` to leave it out. */
  readonly printedOn: string | null;
}): string {
  const { draft, report, readings, readers, sha256, printedOn } = checked;
  const { error, warning, note } = report.counts;

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Findings: ${escapeHtml(draft.title)}</title>
<style>${reportStyle}</style>
<style>:root {${runningStyle(runningWords({ title: draft.title, draft: draft.name, sha256, printedOn }))}}</style>
</head>
<body>
<header>
<h1 dir="auto"${languageAttribute(draft.languages[0])}>${escapeHtml(draft.title)}</h1>
<p class="about">${escapeHtml(draft.name)}${hashHtml(sha256)}. ${about(readings, readers)} ${plural(error, "error")}, ${plural(warning, "warning")}, ${plural(note, "note")}. These are findings about words; they advise and bind nobody.</p>
</header>
<main>
<section aria-labelledby="findings"><h2 id="findings">Findings</h2>
${
  report.findings.length === 0
    ? "<p>No finding.</p>"
    : groupFindings(draft, report.findings)
        .map((group) => groupHtml(group, draft, readers.length))
        .join("\n")
}
</section>
<section aria-labelledby="grades"><h2 id="grades">Grades</h2>
${gradesHtml(report)}
</section>
<section aria-labelledby="commitments"><h2 id="commitments">Commitments</h2>
${readings.map((reading) => commitmentsHtml(reading, draft)).join("\n")}
</section>
</main>
<footer>E0: nothing follows a breach. E1: someone could answer, nobody must. E2: an answer is owed, one actor alone can stop it. E3: an answer is owed, and no one actor can stop it. ${trustRoots(report)}Names are those of the text and imply no recognition.</footer>
</body>
</html>
`;
}

function runningStyle(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}

function about(readings: readonly Reading[], readers: readonly string[]): string {
  if (readings.some((reading) => reading.kind === "proposed"))
    return "The proposed reading, which rules made from the words; nobody has confirmed it.";

  return `As read by ${readers.map(isolated).join(", ")}.`;
}

/** A hash as people compare it; the whole of it on pointing at it. */
function hashHtml(sha256: string | null): string {
  return sha256 === null ? "" : ` (SHA-256 <bdi title="${sha256}">${shortHash(sha256)}</bdi>)`;
}

/** A provision with its words once, then what the checks say of it. */
function groupHtml({ provision: index, findings }: FindingGroup, draft: Draft, all: number): string {
  const provision = index === null ? undefined : draft.provisions[index];
  const articles = findings.map((placed) => findingHtml(placed, all)).join("\n");
  if (index === null || provision === undefined)
    return `<section class="place"><h3>The text as a whole</h3>\n${articles}\n</section>`;
  const words = provision.words.trim();
  const quoted = `<blockquote dir="auto"${languageAttribute(provision.language)}>${escapeHtml(words)}</blockquote>\n`;

  return `<section class="place"><h3>${isolated(provision.label)} ${isolated(headingAbove(draft, index))}</h3>
${words === "" ? "" : quoted}${articles}
</section>`;
}

/** `all` readings were checked; a finding that stands in fewer says in whose. */
function findingHtml({ finding, alternatives, readers }: PlacedFinding, all: number): string {
  const { severity, rule, says, story, repairs, approximate } = finding;
  const told = story.filter((line) => line.text !== says);
  const holds = holdsWords(alternatives);

  return `<article class="${severity}">
<h4>${escapeHtml(says)}</h4>
<p class="where"><span class="severity">${severity}</span> ${escapeHtml(rule)}${readers.length < all ? ` · as read by ${readers.map(isolated).join(", ")}` : ""}</p>
${holds === null ? "" : `<p>${escapeHtml(holds)}</p>\n`}${
    approximate === null ? "" : `<p>Taken strictly: ${escapeHtml(approximate)}</p>\n`
  }${told.length === 0 ? "" : `<ol>${told.map(storyHtml).join("")}</ol>\n`}${
    repairs.length === 0
      ? ""
      : `<p class="label">${repairs.length === 1 ? "Repair" : "Repairs, best first"}</p><ul>${repairs
          .map(({ says, grade, days }) => `<li>${escapeHtml(says)}${gainOf(grade, days)}</li>`)
          .join("")}</ul>\n`
  }</article>`;
}

function storyHtml({ day, text, provision }: Finding["story"][number]): string {
  const when = day === null || /^Day \d/.test(text) ? "" : `Day ${day}: `;

  return `<li>${when}${escapeHtml(text)}${provision === "" ? "" : ` <span class="label">${isolated(provision)}</span>`}</li>`;
}

function gainOf(grade: string | null, days: number | null): string {
  return grade === null ? "" : ` (${grade}${days === null ? "" : `, day ${days}`})`;
}

function trustRoots({ trustRoots }: Report): string {
  if (trustRoots.length === 0) return "";

  return `Nobody can hold to their duty to answer: ${trustRoots.map(isolated).join(", ")}. `;
}
