import type { Report } from "../checks/index.ts";
import { valuesOf } from "../commitments/index.ts";
import type { Commitment, Consequence, Reading } from "../commitments/index.ts";
import { groupById } from "../text/index.ts";
import type { Draft } from "../text/index.ts";
import { escapeHtml, isolated } from "./mark-up.ts";
import { commitmentRow } from "./read-json.ts";
import { windowWords } from "./window-words.ts";

/** What the text answers to a breach of each primary commitment. */
export function gradesHtml({ grades }: Report): string {
  if (grades.length === 0) return "<p>No primary commitment was read.</p>";
  const rows = grades.map((row) => [
    row.commitment,
    row.verifiable ? (row.verifiableDays === null ? "yes, on no stated day" : `by day ${row.verifiableDays}`) : "no",
    row.enforceable,
    row.enforceable === "E0"
      ? "never"
      : row.enforceableDays === null
        ? "on no stated day"
        : `by day ${row.enforceableDays}`,
    row.missing.length > 0 ? `cannot tell: ${row.missing.join(", ")}` : row.reliesOn.join(", "),
  ]);

  return tableHtml("One row a primary commitment", ["Commitment", "Verifiable", "Grade", "Answer", "Relies on"], rows);
}

/** Who owes what, in one table a reading; what stands only in one option of a bracket says in which. */
export function commitmentsHtml(reading: Reading, draft: Draft): string {
  const rows = reading.commitments.map((commitment) => {
    const row = commitmentRow(commitment);
    // What serves other commitments is judged through them, so nobody asks who watches it.
    const unsaid = (words: string): string => (commitment.role === "mechanism" ? "–" : words);
    return [
      row.id,
      row.bearer.join(", ") || "not said",
      `${row.modality ?? "not said"}: ${row.action}${requiresWords(commitment, draft)}`,
      valuesOf(commitment.window).map(windowWords).join(" or ") || unsaid("not said"),
      row.verifiedBy.join(", ") || unsaid("nobody"),
      row.determinedBy.join(", ") || unsaid("nobody"),
      commitment.onBreach.map(consequenceWords).join("; ") || unsaid("nothing"),
    ];
  });
  const caption = reading.kind === "proposed" ? "The proposed reading" : `As ${reading.reader} reads it`;
  if (rows.length === 0) return `<p>${escapeHtml(caption)}: no commitment was read.</p>`;
  const head = ["Commitment", "Who", "What", "When", "Verified by", "Decided by", "On breach"];

  return tableHtml(caption, head, rows);
}

/** ", with ‘20 days’" where a commitment stands only in that option of a bracket; empty where it stands in any. */
function requiresWords({ requires }: Commitment, draft: Draft): string {
  const options = Object.entries(requires).flatMap(([group, id]) => {
    const option = groupById(draft, group)?.options.find((option) => option.id === id);
    if (id === "none" || option?.noText === true) return ["no text"];
    return option === undefined ? [] : [`‘${shortened(option.text)}’`];
  });

  return options.length === 0 ? "" : `, with ${options.join(" and ")}`;
}

const longest = 40;

function shortened(words: string): string {
  const whole = words.replaceAll(/\s+/g, " ").trim();

  return whole.length <= longest ? whole : `${whole.slice(0, longest).replace(/\s+\S*$/, "")} …`;
}

/** Who answers, and how, in the words of the text. */
function consequenceWords(consequence: Consequence): string {
  const by = valuesOf(consequence.by).flat().join(", ");
  const says = consequence.says || consequence.kind.replaceAll("-", " ");

  return by === "" || by === "automatic" ? says : `${by}: ${says}`;
}

function tableHtml(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = head.map((name) => `<th scope="col">${name}</th>`).join("");
  const body = rows.map(([first = "", ...rest]) => {
    const cells = rest.map((cell) => `<td dir="auto">${escapeHtml(cell)}</td>`).join("");
    return `<tr><th scope="row">${isolated(first)}</th>${cells}</tr>`;
  });

  return `<div class="wide"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}
