import type { Report } from "../checks/index.ts";
import type { Commitment } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import { findingPosition } from "./check-json.ts";
import { commitmentRow } from "./read-json.ts";

/**
 * Findings, one a row, in the order of the report. RFC 4180, UTF-8, lines end in CR LF. A field that a spreadsheet
 * would run as a formula has an apostrophe before it.
 */
export function findingsCsv(report: Report, draft: Draft): string {
  const position = findingPosition(draft);
  const head = ["severity", "rule", "provisions", "says", "story", "repair", "grade_after", "days_after"];
  const rows = report.findings.map((finding) => {
    const place = position(finding);
    const [best] = finding.repairs;
    return [
      finding.severity,
      finding.rule,
      finding.provisions.join("; "),
      finding.says,
      finding.story
        .map(({ day, text }) => (day === null || text.startsWith("Day ") ? text : `Day ${day}: ${text}`))
        .join(" "),
      best?.says ?? "",
      best?.grade ?? "",
      best?.days ?? "",
      finding.reading,
      finding.alternative?.says ?? "",
      finding.commitments.join("; "),
      finding.missing.join("; "),
      finding.reliesOn.join("; "),
      place?.line ?? "",
      place?.column ?? "",
      finding.id,
    ];
  });

  return table(
    [...head, "reading", "alternative", "commitments", "missing", "relies_on", "line", "column", "id"],
    rows,
  );
}

/** Commitments, one a row, in the order given; open slots are named, never filled. Form as `findingsCsv`. */
export function commitmentsCsv(commitments: readonly Commitment[]): string {
  const head = ["commitment", "provision", "role", "bearer", "modality", "action", "towards", "when", "verified_by"];
  const rows = commitments.map((commitment) => {
    const row = commitmentRow(commitment);
    return [
      row.id,
      row.provision,
      row.role,
      row.bearer.join("; "),
      row.modality ?? "",
      row.action,
      row.towards.join("; "),
      row.when ?? "",
      row.verifiedBy.join("; "),
      row.determinedBy.join("; "),
      row.onBreach.join(" "),
      row.unresolved.join("; "),
      row.ambiguous.join("; "),
    ];
  });

  return table([...head, "determined_by", "on_breach", "unresolved", "ambiguous"], rows);
}

type Field = string | number;

function table(head: readonly string[], rows: readonly (readonly Field[])[]): string {
  return [head, ...rows].map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}

function field(value: Field): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;

  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
