import type { Finding, GradeRow } from "../checks/index.ts";
import type { Commitment } from "../commitments/index.ts";
import { actionWords } from "../wire/index.ts";
import { questions, type Cell } from "./cells.ts";
import { GradeSteps } from "./FindingView.tsx";
import { plural } from "./say.ts";
import { Sign } from "./Sign.tsx";

export type MatrixRow = {
  readonly commitment: Commitment;
  readonly cells: readonly Cell[];
  readonly grade: GradeRow | null;
  readonly findings: readonly Finding[];
  /** The part of the text it stands in; a rule separates parts. */
  readonly part: string;
};

type Props = {
  readonly rows: readonly MatrixRow[];
  readonly total: number;
  readonly now: Commitment | null;
  readonly form: "where" | "words";
  readonly hrefOf: (label: string) => string;
  readonly rowHref: (id: string) => string;
};

/** Where each question is answered in the text, one commitment a row, in the order of the text. */
export function Matrix({ rows, total, now, form, hrefOf, rowHref }: Props) {
  const parts = [...new Set(rows.map(({ part }) => part))];

  return (
    <div className="wide" role="region" aria-label="Commitments, a table that scrolls alone" tabIndex={0}>
      <table className={`matrix ${form}`}>
        <caption>
          Where each question is answered in the text{" "}
          <span className="soft">
            {rows.length === total ? total : `${rows.length} of ${total}`} commitments, in the order of the text
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="lab">
              Point
            </th>
            <th scope="col">Commitment and who owes it</th>
            {asked(form).map((question) => (
              <th key={question} scope="col">
                {question}
              </th>
            ))}
            <th scope="col">Grade</th>
            <th scope="col" className="r">
              Answer by day
            </th>
          </tr>
        </thead>
        {parts.map((part) => (
          <tbody key={part}>
            {rows
              .filter((row) => row.part === part)
              .map((row) => (
                <Row
                  key={row.commitment.id}
                  row={row}
                  isNow={row.commitment.id === now?.id}
                  {...{ form, hrefOf, rowHref }}
                />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({
  row,
  isNow,
  form,
  hrefOf,
  rowHref,
}: {
  readonly row: MatrixRow;
  readonly isNow: boolean;
} & Pick<Props, "form" | "hrefOf" | "rowHref">) {
  const { commitment, cells, grade, findings } = row;
  const [who] = cells;

  return (
    <tr className={isNow ? "now" : undefined} aria-current={isNow ? "true" : undefined}>
      <td className="lab">{commitment.label}</td>
      <th scope="row">
        <a href={rowHref(commitment.id)} id={`row ${commitment.id}`}>
          {actionWords(commitment)}
        </a>{" "}
        <span className="mute">
          {who?.kind === "filled" ? who.words : <CellOf cell={who ?? missing} form="words" hrefOf={hrefOf} />}
        </span>
        <Marks findings={findings} />
      </th>
      {asked(form).map((question) => (
        <td key={question} className="slot">
          <CellOf cell={cells[questions.indexOf(question)] ?? missing} form={form} hrefOf={hrefOf} />
        </td>
      ))}
      <td>{grade === null ? <span className="mute">–</span> : <GradeSteps grade={grade.enforceable} />}</td>
      <td className="r num">{grade === null ? "" : dayOf(grade)}</td>
    </tr>
  );
}

const missing: Cell = { kind: "gap" };

/** In words, who and what already stand at the head of the row. */
function asked(form: Props["form"]): readonly (typeof questions)[number][] {
  return form === "where" ? questions : questions.slice(2);
}

function dayOf({ enforceable, enforceableDays, missing }: GradeRow): string {
  if (enforceableDays !== null) return String(enforceableDays);
  if (enforceable !== "E0") return "no stated day";

  return missing.length > 0 ? "cannot tell" : "never";
}

function Marks({ findings }: { readonly findings: readonly Finding[] }) {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  if (errors + warnings === 0) return null;

  return (
    <span className="marks">
      {" "}
      {errors > 0 && (
        <>
          <Sign shape="error" />
          <span className="vh">{plural(errors, "error")}</span>{" "}
        </>
      )}
      {errors === 0 && (
        <>
          <Sign shape="warning" />
          <span className="vh">{plural(warnings, "warning")}</span>
        </>
      )}
    </span>
  );
}

const holes = {
  gap: ["", "[ ]", "gap"],
  ambiguous: ["q", "[?]", "read differently"],
  declared: ["d", "[≈]", "left open on purpose"],
} as const;

function CellOf({ cell, form, hrefOf }: { readonly cell: Cell } & Pick<Props, "form" | "hrefOf">) {
  if (cell.kind === "not-asked")
    return (
      <span className="mute">
        <span aria-hidden="true">{form === "words" ? cell.why : "–"}</span>
        <span className="vh">not asked: {cell.why}</span>
      </span>
    );
  if (cell.kind === "filled")
    return (
      <a className={cell.isOwn && form === "where" ? "own" : undefined} href={hrefOf(cell.label)}>
        {form === "where" ? cell.label : cell.words || cell.label}
      </a>
    );
  const [name, drawn, says] = holes[cell.kind];

  return (
    <>
      <span className={`gap ${name}`} aria-hidden="true">
        {drawn}
      </span>
      <span className="vh">{says}</span>
      {form === "words" && cell.kind !== "gap" && ` ${cell.words}`}
    </>
  );
}

/** What the marks of the matrix mean, in words, under the table. */
export function MatrixKeys() {
  return (
    <>
      <p className="keys">
        <span>
          <span className="gap">[ ]</span> gap, the text does not say
        </span>
        <span>
          <span className="gap q">[?]</span> the words allow several answers
        </span>
        <span>
          <span className="gap d">[≈]</span> left open on purpose
        </span>
        <span>
          <span className="mute">–</span> not asked of it
        </span>
      </p>
      <p className="keys">
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
    </>
  );
}
