import type { Finding, GradeRow, Severity } from "../checks/index.ts";
import type { Commitment } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import { openSlots, toCommitmentJson, type SlotName } from "../wire/index.ts";
import { printAddress, type Address } from "./address.ts";
import type { Checked } from "./analysis.ts";
import { FindingView, GradeSteps, severityWords } from "./FindingView.tsx";
import { Sign } from "./Sign.tsx";

type Props = {
  readonly draft: Draft;
  readonly checked: Checked;
  readonly address: Address;
  readonly onAddress: (change: Partial<Address>) => void;
};

const severities: readonly Severity[] = ["error", "warning", "note"];

/** Every primary commitment with who, what, when, by whom verified, decided and answered; gaps are shown as gaps. */
export function VerificationScreen({ draft, checked, address, onAddress }: Props) {
  const { report } = checked;
  const grades = new Map(report.grades.map((row) => [row.commitment, row]));
  const bearers = [...new Set(checked.commitments.flatMap((commitment) => toCommitmentJson(commitment).bearer))];
  const rows = checked.commitments.filter(
    (commitment) =>
      (address.mechanisms || commitment.role === "primary") &&
      (address.bearer === null || toCommitmentJson(commitment).bearer.includes(address.bearer)),
  );
  const now = checked.commitments.find(({ id }) => id === address.at) ?? rows[0] ?? null;
  const of = (commitment: Commitment): readonly Finding[] =>
    report.findings.filter(
      ({ commitments, severity, rule }) =>
        commitments.includes(commitment.id) &&
        (address.severities.length === 0 || address.severities.includes(severity)) &&
        (address.rule === null || rule === address.rule),
    );
  const hrefOf = (label: string): string => printAddress({ ...address, screen: "text", at: label });
  const unanswered = report.grades.filter(({ enforceable }) => enforceable === "E0").length;
  const unseen = report.grades.filter(({ verifiable }) => !verifiable).length;

  return (
    <>
      <h1 className="vh">Verification</h1>
      <p className="lead">{leadOf(report.grades.length, unseen, unanswered)}</p>
      <p className="meta">
        <span>
          {report.counts.error} errors, {report.counts.warning} warnings, {report.counts.note} notes
        </span>
        {report.trustRoots.length > 0 && <span>Trusted without recourse: {report.trustRoots.join(", ")}</span>}
        <span>The checks advise; they never block a signature.</span>
      </p>
      <div className="filters">
        <fieldset className="pick small">
          <legend className="vh">Severity</legend>
          {severities.map((severity) => (
            <label key={severity}>
              <input
                type="checkbox"
                checked={address.severities.includes(severity)}
                onChange={() =>
                  onAddress({
                    severities: address.severities.includes(severity)
                      ? address.severities.filter((other) => other !== severity)
                      : [...address.severities, severity],
                  })
                }
              />
              <span>{severityWords[severity]}</span>
            </label>
          ))}
        </fieldset>
        <label className="in">
          Rule
          <select
            className="field"
            value={address.rule ?? ""}
            onChange={(event) => onAddress({ rule: event.target.value || null })}
          >
            <option value="">all</option>
            {[...new Set(report.findings.map(({ rule }) => rule))].sort().map((rule) => (
              <option key={rule}>{rule}</option>
            ))}
          </select>
        </label>
        <label className="in">
          Owed by
          <select
            className="field"
            value={address.bearer ?? ""}
            onChange={(event) => onAddress({ bearer: event.target.value || null })}
          >
            <option value="">anyone</option>
            {bearers.map((bearer) => (
              <option key={bearer}>{bearer}</option>
            ))}
          </select>
        </label>
        <label className="in">
          <input
            type="checkbox"
            checked={address.mechanisms}
            onChange={() => onAddress({ mechanisms: !address.mechanisms })}
          />{" "}
          Mechanisms too
        </label>
      </div>
      {rows.length === 0 ? (
        <p className="empty">No commitment was read in these words.</p>
      ) : (
        <div className="verification">
          <div>
            <div className="wide" tabIndex={0} role="region" aria-label="Commitments, scrolls sideways">
              <table className="matrix words">
                <caption>
                  Where the text answers each question{" "}
                  <span className="soft">{rows.length} commitments, in the order of the text</span>
                </caption>
                <thead>
                  <tr>
                    {[
                      "Point",
                      "Commitment and who owes it",
                      "When",
                      "Verified by",
                      "Decided by",
                      "On breach",
                      "Guarantor",
                      "Grade",
                      "Answer by day",
                    ].map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((commitment) => (
                    <Row
                      key={commitment.id}
                      commitment={commitment}
                      checked={checked}
                      grade={grades.get(commitment.id) ?? null}
                      findings={of(commitment)}
                      isNow={commitment === now}
                      address={address}
                      onOpen={() => onAddress({ at: commitment.id })}
                      hrefOf={hrefOf}
                    />
                  ))}
                </tbody>
              </table>
            </div>
            <p className="keys">
              <span>
                <b className="gap">[ ]</b> the text does not say
              </span>
              <span>
                <b className="gap q">[?]</b> the words allow several
              </span>
              <span>
                <GradeSteps grade="E0" /> nothing follows
              </span>
              <span>
                <GradeSteps grade="E1" /> someone may act
              </span>
              <span>
                <GradeSteps grade="E2" /> someone must, one can stop it
              </span>
              <span>
                <GradeSteps grade="E3" /> no one actor can stop it
              </span>
            </p>
          </div>
          <aside aria-label="Findings of the selected commitment">
            {now !== null && of(now).length === 0 && <p className="empty">Nothing was found about this commitment.</p>}
            {now !== null &&
              of(now).map((finding) => <FindingView key={finding.id} finding={finding} hrefOf={hrefOf} />)}
          </aside>
        </div>
      )}
      <p className="vh">{draft.title}</p>
    </>
  );
}

function leadOf(count: number, unseen: number, unanswered: number): React.ReactNode {
  if (count === 0) return "No primary commitment was read in this text.";

  return (
    <>
      Of {count} commitments, <b>{unseen === 0 ? "all can be established" : `${unseen} cannot be established`}</b>{" "}
      without the party that owes them, and after a breach of <b>{unanswered === 0 ? "none" : unanswered}</b> of them
      nothing follows.
    </>
  );
}

function Row({
  commitment,
  checked,
  grade,
  findings,
  isNow,
  onOpen,
  hrefOf,
}: {
  readonly commitment: Commitment;
  readonly checked: Checked;
  readonly grade: GradeRow | null;
  readonly findings: readonly Finding[];
  readonly isNow: boolean;
  readonly address: Address;
  readonly onOpen: () => void;
  readonly hrefOf: (label: string) => string;
}) {
  const json = toCommitmentJson(commitment);
  const { ambiguous } = openSlots(commitment);
  const guarantors = (checked.readings[0]?.guarantees ?? []).flatMap((guarantee) =>
    (guarantee.covers.kind === "stated" ||
      guarantee.covers.kind === "proposed" ||
      guarantee.covers.kind === "asserted") &&
    (guarantee.covers.value === "all" || guarantee.covers.value.includes(commitment.label)) &&
    (guarantee.guarantor.kind === "stated" ||
      guarantee.guarantor.kind === "proposed" ||
      guarantee.guarantor.kind === "asserted")
      ? guarantee.guarantor.value
      : [],
  );
  const cell = (words: readonly string[], slot: SlotName) =>
    words.length > 0 ? words.join(", ") : ambiguous.includes(slot) ? <Gap kind="q" /> : <Gap kind="" />;
  const worst = findings[0]?.severity ?? null;

  return (
    <tr className={isNow ? "now" : undefined}>
      <td className="lab">
        <a href={hrefOf(commitment.label)}>{commitment.label}</a>
      </td>
      <th scope="row">
        <button type="button" className="link" aria-pressed={isNow} onClick={onOpen}>
          {json.action}
        </button>{" "}
        <span className="mute">{json.bearer.length > 0 ? json.bearer.join(", ") : cell([], "bearer")}</span>
        {worst !== null && (
          <span className="marks">
            {" "}
            <Sign shape={worst} />
            <span className="vh">{severityWords[worst]}</span>
          </span>
        )}
      </th>
      <td className="slot">{cell(json.when === null ? [] : [json.when], "window")}</td>
      <td className="slot">{cell(json.verifiedBy, "verification")}</td>
      <td className="slot">{cell(json.determinedBy, "determination")}</td>
      <td className="slot">{cell([...new Set(commitment.onBreach.map(({ label }) => label))], "onBreach")}</td>
      <td className="slot">{cell([...new Set(guarantors)], "onBreach")}</td>
      <td>{grade === null ? "" : <GradeSteps grade={grade.enforceable} />}</td>
      <td className="r">
        {grade === null ? "" : grade.enforceable === "E0" ? "never" : (grade.enforceableDays ?? "no stated day")}
      </td>
    </tr>
  );
}

function Gap({ kind }: { readonly kind: "" | "q" }) {
  return (
    <span className={`gap ${kind}`}>
      <span aria-hidden="true">{kind === "q" ? "[?]" : "[ ]"}</span>
      <span className="vh">{kind === "q" ? "several meanings" : "not said"}</span>
    </span>
  );
}
