import type { Draft } from "../text/index.ts";
import { commitmentsCsv, findingsCsv, reportHtml, toCheckJson, toReadJson } from "../wire/index.ts";
import type { Checked } from "./analysis.ts";
import { today } from "./say.ts";

type Export = {
  readonly name: string;
  readonly file: string;
  readonly type: string;
  readonly words: (draft: Draft, checked: Checked, sha256: string | null) => string;
};

const readers = (checked: Checked): readonly string[] =>
  checked.readings.map(({ kind, reader }) => (kind === "proposed" ? "proposed" : reader));

/** What can be taken away as a file; the same forms as the command line gives. */
export const exports: readonly Export[] = [
  {
    name: "Findings as JSON",
    file: "findings.json",
    type: "application/json",
    words: (draft, checked) => `${JSON.stringify(toCheckJson(checked.report, draft, readers(checked)), null, 2)}\n`,
  },
  {
    name: "Commitments as JSON",
    file: "commitments.json",
    type: "application/json",
    words: (draft, checked) => `${JSON.stringify(toReadJson(draft, checked.commitments), null, 2)}\n`,
  },
  {
    name: "Findings as CSV",
    file: "findings.csv",
    type: "text/csv",
    words: (draft, checked) => findingsCsv(checked.report, draft),
  },
  {
    name: "Commitments as CSV",
    file: "commitments.csv",
    type: "text/csv",
    words: (_draft, checked) => commitmentsCsv(checked.commitments),
  },
  {
    name: "Printable report",
    file: "report.html",
    type: "text/html",
    words: (draft, checked, sha256) =>
      reportHtml({
        draft,
        report: checked.report,
        readings: checked.readings,
        readers: readers(checked),
        sha256,
        printedOn: today(),
      }),
  },
];

export function download(
  { file, type, words }: Export,
  { draft, checked, sha256 }: { readonly draft: Draft; readonly checked: Checked; readonly sha256: string | null },
): void {
  const address = URL.createObjectURL(new Blob([words(draft, checked, sha256)], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
}
