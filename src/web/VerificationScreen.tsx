import { useMemo } from "react";
import type { Finding, Repair } from "../checks/index.ts";
import { itemsIn, type Commitment } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import { actionWords } from "../wire/index.ts";
import { printAddress, type Address } from "./address.ts";
import { readerOf, type Checked } from "./analysis.ts";
import { cellsOf } from "./cells.ts";
import { Filters } from "./Filters.tsx";
import { FindingLines } from "./FindingLines.tsx";
import { blocksOf } from "./layout.ts";
import { Matrix, MatrixKeys, type MatrixRow } from "./Matrix.tsx";
import { Owed } from "./Owed.tsx";
import { counted, plural, severityCounts } from "./say.ts";

type Props = {
  readonly draft: Draft;
  readonly checked: Checked;
  readonly address: Address;
  readonly onAddress: (change: Partial<Address>) => void;
  readonly onMend: (repair: Repair, label: string) => void;
};

/** Can each commitment be watched, judged and answered? One sentence, then every commitment with its holes. */
export function VerificationScreen({ draft, checked, address, onAddress, onMend }: Props) {
  const { report } = checked;
  const all = useMemo(() => rowsOf(draft, checked), [draft, checked]);
  const rows = shownOf(all, address);
  const now = (all.find(({ commitment }) => commitment.id === address.at) ?? rows[0])?.commitment ?? null;
  const hrefOf = (label: string): string => printAddress({ ...address, screen: "text", at: label, finding: null });
  const rowHref = (id: string): string => printAddress({ ...address, at: id, finding: null });
  const whole = report.findings.filter(({ commitments }) => commitments.length === 0);

  return (
    <>
      <h1 className="vh">Verification</h1>
      <Lead checked={checked} />
      <p className="meta">
        <span>{severityCounts(report.counts)}</span>
        {report.trustRoots.length > 0 && <span>In the end relied on: {report.trustRoots.join(", ")}</span>}
        {report.untried > 0 && (
          <span>
            {checked.isWhole
              ? `${report.untried} further options were not tried one by one.`
              : `${plural(report.untried, "option")} of open brackets still to be tried.`}
          </span>
        )}
        <span>The checks advise; they never block a signature.</span>
      </p>
      {all.length === 0 ? (
        <div className="empty">
          <p>A commitment is read where the words say who shall do what.</p>
          <a className="btn" href={printAddress({ ...address, screen: "text", at: null, finding: null })}>
            Look at the text
          </a>
        </div>
      ) : (
        <>
          <Filters
            address={address}
            rules={[...new Set(report.findings.map(({ rule }) => rule))].toSorted()}
            bearers={[...new Set(all.flatMap(({ commitment }) => itemsIn(commitment.bearer)))].toSorted()}
            onAddress={onAddress}
          />
          <div className="verification">
            <div>
              {rows.length === 0 ? (
                <p className="empty">
                  No commitment fits these filters.{" "}
                  <button
                    type="button"
                    className="link"
                    onClick={() => onAddress({ severities: [], rule: null, bearer: null, search: "" })}
                  >
                    Show all
                  </button>
                </p>
              ) : (
                <>
                  <Matrix
                    rows={rows}
                    total={all.filter((row) => isListed(row, address)).length}
                    now={now}
                    form={address.cells}
                    hrefOf={hrefOf}
                    rowHref={rowHref}
                  />
                  <MatrixKeys />
                </>
              )}
            </div>
            <aside aria-label="The selected commitment">
              {now !== null && (
                <Selected
                  commitment={now}
                  findings={all.find(({ commitment }) => commitment === now)?.findings ?? []}
                  reader={readerOf(checked)}
                  {...{ address, onAddress, onMend, hrefOf }}
                />
              )}
            </aside>
          </div>
        </>
      )}
      {whole.length > 0 && (
        <section className="block small" aria-labelledby="whole">
          <h2 id="whole">About the text as a whole</h2>
          <FindingLines
            label="the text as a whole"
            findings={whole}
            open={address.finding}
            most={8}
            hrefOf={hrefOf}
            onOpen={(finding) => onAddress({ finding })}
            onMend={null}
          />
        </section>
      )}
    </>
  );
}

/** The sentence that answers the screen. It counts what the checks found; it judges nothing itself. */
function Lead({ checked }: Pick<Props, "checked">) {
  const { grades } = checked.report;
  const count = grades.length;
  const unseen = grades.filter(({ verifiable }) => !verifiable).length;
  const unanswered = grades.filter(({ enforceable }) => enforceable === "E0").length;
  if (count === 0) return <p className="lead">No commitment is read in this draft, so there is nothing to verify.</p>;
  const isOne = unseen === 1;

  return (
    <p className="lead">
      Of {plural(count, "commitment")} in this draft,{" "}
      {unseen === 0 ? (
        <b>each can be established</b>
      ) : (
        <>
          <b>{counted(unseen)} cannot be established</b> by anyone but the party that owes {isOne ? "it" : "them"}
        </>
      )}
      , and after a breach of{" "}
      {unanswered === 0 ? (
        <>
          any of them <b>something follows</b>.
        </>
      ) : (
        <>
          <b>{unanswered === count ? "any of them" : counted(unanswered)}</b> nothing follows.
        </>
      )}
    </p>
  );
}

function Selected({
  commitment,
  findings,
  address,
  onAddress,
  onMend,
  hrefOf,
  reader,
}: {
  readonly commitment: Commitment;
  readonly reader: string | null;
  readonly findings: readonly Finding[];
  readonly hrefOf: (label: string) => string;
} & Pick<Props, "address" | "onAddress" | "onMend">) {
  const open = findings.some(({ id }) => id === address.finding) ? address.finding : (findings[0]?.id ?? null);

  return (
    <div className="small">
      <h2>
        {actionWords(commitment)}, <a href={hrefOf(commitment.label)}>{commitment.label}</a>
      </h2>
      {findings.length === 0 && <p className="empty">The checks find nothing here.</p>}
      <FindingLines
        key={commitment.id}
        label={commitment.label}
        findings={findings}
        open={open}
        most={8}
        hrefOf={hrefOf}
        onOpen={(finding) => onAddress({ at: commitment.id, finding })}
        onMend={(repair) => onMend(repair, commitment.label)}
      />
      <Owed commitments={[commitment]} reader={reader} />
    </div>
  );
}

function rowsOf(draft: Draft, { commitments, readings, report }: Checked): readonly MatrixRow[] {
  const grades = new Map(report.grades.map((row) => [row.commitment, row]));
  const labels = new Map(draft.provisions.map(({ id, label }) => [id, label]));
  const parts = new Map<string, string>();
  let part = "";
  for (const block of blocksOf(draft))
    if (block.kind === "part") part = block.provision.id;
    else for (const { id } of block.rows) parts.set(id, part);
  const findings = new Map<string, Finding[]>();
  for (const finding of report.findings)
    for (const id of finding.commitments) findings.set(id, [...(findings.get(id) ?? []), finding]);

  return commitments.map((commitment) => ({
    commitment,
    cells: cellsOf(commitment, readings[0], grades.has(commitment.id), (id) => labels.get(id) ?? commitment.label),
    grade: grades.get(commitment.id) ?? null,
    findings: findings.get(commitment.id) ?? [],
    part: parts.get(commitment.provision) ?? "",
  }));
}

function isListed({ grade }: MatrixRow, { mechanisms }: Address): boolean {
  return mechanisms || grade !== null;
}

/** Which rows the filters leave, in the order of the text. */
export function shownOf(rows: readonly MatrixRow[], address: Address): readonly MatrixRow[] {
  const wanted = address.search.trim().toLowerCase();

  return rows.filter((row) => {
    const { commitment, findings } = row;
    return (
      isListed(row, address) &&
      (address.bearer === null || itemsIn(commitment.bearer).includes(address.bearer)) &&
      (address.severities.length === 0 || findings.some(({ severity }) => address.severities.includes(severity))) &&
      (address.rule === null || findings.some(({ rule }) => rule === address.rule)) &&
      (wanted === "" || `${commitment.label} ${actionWords(commitment)}`.toLowerCase().includes(wanted))
    );
  });
}
