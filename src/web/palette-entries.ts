import type { Draft } from "../text/index.ts";
import { actionWords } from "../wire/index.ts";
import type { Address } from "./address.ts";
import type { Checked } from "./analysis.ts";
import { titleOf } from "./layout.ts";
import type { Entry } from "./Palette.tsx";

type Given = {
  readonly draft: Draft | null;
  readonly checked: Checked | null;
  readonly onAddress: (change: Partial<Address>) => void;
  /** Words, key, act. */
  readonly acts: readonly (readonly [string, string, () => void])[];
};

/** Everything the palette can go to or do: screens, acts, provisions, findings, commitments. */
export function entriesOf({ draft, checked, onAddress, acts }: Given): readonly Entry[] {
  const to = (change: Partial<Address>) => (): void => onAddress({ finding: null, search: "", ...change });

  return [
    { id: "text", words: "Text", kind: "screen, g t", act: to({ screen: "text", at: null }) },
    { id: "schedule", words: "Schedule", kind: "screen, g s", act: to({ screen: "schedule", at: null }) },
    { id: "verification", words: "Verification", kind: "screen, g v", act: to({ screen: "verification", at: null }) },
    ...acts.map(([words, key, act]): Entry => ({ id: words, words, kind: key === "" ? "do" : `do, ${key}`, act })),
    ...(draft?.provisions ?? [])
      .filter(({ kind }) => kind !== "part" && kind !== "chapter")
      .map((provision): Entry => ({
        id: provision.id,
        words: `${provision.label} ${titleOf(provision)}`,
        kind: "provision",
        act: to({ screen: "text", at: provision.label }),
      })),
    ...(checked?.report.findings ?? []).map((finding): Entry => ({
      id: `finding ${finding.id} ${finding.reading}`,
      words: `${finding.provisions[0] ?? ""} ${finding.says}`,
      kind: `${finding.severity}, ${finding.rule}`,
      act: to({ screen: "text", at: finding.provisions[0] ?? null, finding: finding.id }),
    })),
    ...(checked?.commitments ?? []).map((commitment): Entry => ({
      id: `commitment ${commitment.id}`,
      words: `${commitment.label} ${actionWords(commitment)}`,
      kind: "commitment",
      act: to({ screen: "verification", at: commitment.id, mechanisms: true }),
    })),
  ];
}
