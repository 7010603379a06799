import { useState } from "react";
import type { Finding, Repair } from "../checks/index.ts";
import { FindingView, severityWords } from "./FindingView.tsx";
import { Sign } from "./Sign.tsx";

type Props = {
  /** What the findings are about, for the name of the list. */
  readonly label: string;
  readonly findings: readonly Finding[];
  /** Id of the finding that is told whole. */
  readonly open: string | null;
  /** How many lines stand before "more". */
  readonly most: number;
  readonly hrefOf: (label: string) => string;
  readonly onOpen: (id: string | null) => void;
  readonly onMend: ((repair: Repair) => void) | null;
};

/** Findings as one line each; one of them opened to its story and repairs. */
export function FindingLines({ label, findings, open, most, hrefOf, onOpen, onMend }: Props) {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const place = findings.findIndex(({ id }) => id === open);
  const shown = all || findings.length <= most + 1 ? findings : findings.slice(0, Math.max(most, place + 1));

  return (
    <>
      <ul className="lines" aria-label={`Findings at ${label}`}>
        {shown.map((finding) => {
          const isOpen = finding.id === open;
          return (
            <li key={`${finding.id} ${finding.reading}`} className={isOpen ? "open" : undefined}>
              <button
                type="button"
                className="finding-line"
                aria-expanded={isOpen}
                onClick={() => onOpen(isOpen ? null : finding.id)}
              >
                {isOpen ? (
                  <span className="close">
                    Close<span className="vh"> {finding.says}</span>
                  </span>
                ) : (
                  <>
                    <Sign shape={finding.severity} />{" "}
                    <span className={`sev ${finding.severity}`}>{severityWords[finding.severity]}</span>{" "}
                    <span className="w">{finding.says}</span>
                  </>
                )}
              </button>
              {isOpen && <FindingView finding={finding} hrefOf={hrefOf} onMend={onMend} />}
            </li>
          );
        })}
      </ul>
      {shown.length < findings.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {findings.length}
          <span className="vh"> findings at {label}</span>
        </button>
      )}
    </>
  );
}
