import type { Finding, Grade, Repair, Severity } from "../checks/index.ts";
import { holdsWords } from "../wire/index.ts";
import { listed } from "./say.ts";
import { Sign } from "./Sign.tsx";

export const severityWords: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", note: "Note" };

type Props = {
  readonly finding: Finding;
  /** The wordings it holds under; none where it holds in any. */
  readonly alternatives: readonly string[];
  /** In whose readings it is found. */
  readonly readers: readonly string[];
  readonly hrefOf: (label: string) => string;
  /** Puts a repair's words into the text; `null` where the text cannot be changed from here. */
  readonly onMend: ((repair: Repair) => void) | null;
};

/** One finding whole: sign, severity, place and rule; its sentence; the story by days; repairs with what each achieves. */
export function FindingView({ finding, alternatives, readers, hrefOf, onMend }: Props) {
  const { severity, rule, says, story, repairs, provisions, approximate } = finding;
  const named = readers.filter((reader) => reader !== "proposed");
  const holds = holdsWords(alternatives);
  const isTold = story.length > 1 || (story[0] !== undefined && story[0].text !== says);

  return (
    <article className="finding" aria-label={`${severityWords[severity]}: ${says}`}>
      <p className="finding-head">
        <Sign shape={severity} />
        <span className={`sev ${severity}`}>{severityWords[severity]}</span>
        {provisions.slice(0, 3).map((label) => (
          <a key={label} href={hrefOf(label)}>
            {label}
          </a>
        ))}
        {provisions.length > 3 && <span>and {provisions.length - 3} more</span>}
        <code>{rule}</code>
        {named.length > 0 && (
          <span>
            as {listed(named)} {named.length === 1 ? "reads" : "read"}
          </span>
        )}
      </p>
      <p className="says">{says}</p>
      {holds !== null && <p className="why">{holds}.</p>}
      {isTold && (
        <>
          <h4>What happens, day by day</h4>
          <Story finding={finding} hrefOf={hrefOf} />
        </>
      )}
      {repairs.length > 0 && (
        <>
          <h4>What would repair it</h4>
          <ol className="repairs">
            {repairs.map((repair) => (
              <RepairOf key={repair.says} repair={repair} onMend={onMend} />
            ))}
          </ol>
        </>
      )}
      {approximate !== null && <p className="why">{approximate}</p>}
    </article>
  );
}

function Story({ finding, hrefOf }: Pick<Props, "finding" | "hrefOf">) {
  return (
    <ol className="story">
      {finding.story.map((line) => {
        const stated = line.text.replace(/^Day \d+[:,.]?\s*/, "");
        const isStuck = /^stuck\b/i.test(stated);
        const isNever = line.day === null && /\bnever\b/i.test(stated);
        const words = isNever ? stated.replace(/^never:\s*(.)/i, (_all, first: string) => first.toUpperCase()) : stated;
        return (
          <li
            key={`${line.day ?? ""} ${line.provision} ${line.text}`}
            className={isStuck ? "stuck" : line.day === null ? "undated" : undefined}
          >
            <span className="day">{line.day === null ? (isNever ? "never" : "") : `Day ${line.day}`}</span>
            <span className="dot" aria-hidden="true" />
            <span>{words}</span>
            <span className="ref">
              {line.provision !== "" && <a href={hrefOf(line.provision)}>{line.provision}</a>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function RepairOf({ repair, onMend }: { readonly repair: Repair; readonly onMend: Props["onMend"] }) {
  const { edit, grade, days, says } = repair;
  const count = edit === null ? 0 : wordsIn(edit.added) + wordsIn(edit.removed);

  return (
    <li>
      <span>
        <span className="words">
          {edit !== null && edit.removed !== "" && (
            <>
              <del>
                <span className="vh">delete </span>
                {edit.removed}
              </del>{" "}
            </>
          )}
          {(edit === null || edit.added !== "") && (
            <ins>
              <span className="vh">insert </span>
              {edit === null ? says : edit.added}
            </ins>
          )}
        </span>
        {edit !== null && onMend !== null && (
          <button type="button" className="link edit-act" onClick={() => onMend(repair)}>
            Try these words
          </button>
        )}
      </span>
      <span className="gain">
        {grade !== null && <GradeSteps grade={grade} />}
        {(days !== null || count > 0) && (
          <small>
            {[days === null ? "" : `day ${days}`, count === 0 ? "" : `${count} words`]
              .filter((words) => words !== "")
              .join(", ")}
          </small>
        )}
      </span>
    </li>
  );
}

function wordsIn(words: string): number {
  return words.split(/\s+/).filter((word) => word !== "").length;
}

/** The letters and three rising steps, filled up to the grade. */
export function GradeSteps({ grade }: { readonly grade: Grade }) {
  const level = Number(grade[1]);

  return (
    <span className="grade">
      {grade}
      <svg viewBox="0 0 19 11" aria-hidden="true">
        {[0, 1, 2].map((step) => (
          <rect
            key={step}
            x={1 + step * 6.5}
            y={7 - step * 3}
            width="4"
            height={3 + step * 3}
            className={step < level ? "full" : undefined}
          />
        ))}
      </svg>
    </span>
  );
}
