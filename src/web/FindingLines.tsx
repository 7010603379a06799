import { useMemo, useState } from "react";
import type { Finding, Repair } from "../checks/index.ts";
import { alikeFindings, type AlikeFinding } from "../wire/index.ts";
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

/** Findings as one line each, those that differ only in the wording they hold under as one; one of them opened to its story and repairs. */
export function FindingLines({ label, findings, open, most, hrefOf, onOpen, onMend }: Props) {
  const [all, setAll] = useState(false);
  const alike = useMemo(() => alikeFindings(findings), [findings]);
  if (alike.length === 0) return null;
  const isAt = ({ ids }: AlikeFinding): boolean => open !== null && ids.includes(open);
  const place = alike.findIndex(isAt);
  const shown = all || alike.length <= most + 1 ? alike : alike.slice(0, Math.max(most, place + 1));

  return (
    <>
      <ul className="lines" aria-label={`Findings at ${label}`}>
        {shown.map((each) => {
          const { finding, alternatives, readers } = each;
          const isOpen = isAt(each);
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
              {isOpen && <FindingView {...{ finding, alternatives, readers }} hrefOf={hrefOf} onMend={onMend} />}
            </li>
          );
        })}
      </ul>
      {shown.length < alike.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {alike.length}
          <span className="vh"> findings at {label}</span>
        </button>
      )}
    </>
  );
}
