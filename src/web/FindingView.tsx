import type { Finding, Grade, Severity } from "../checks/index.ts";
import { Sign } from "./Sign.tsx";

export const severityWords: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", note: "Note" };

type Props = { readonly finding: Finding; readonly hrefOf: (label: string) => string };

/** One finding whole: its sentence, the story by days, and the repairs with what each achieves. */
export function FindingView({ finding, hrefOf }: Props) {
  const { severity, rule, says, story, repairs, alternative, provisions, approximate } = finding;
  const told = story.length > 1 || (story[0] !== undefined && story[0].text !== says);

  return (
    <article className="finding">
      <p className="finding-head">
        <Sign shape={severity} />
        <span className={`sev ${severity}`}>{severityWords[severity]}</span>
        {provisions[0] !== undefined && <a href={hrefOf(provisions[0])}>{provisions[0]}</a>}
        <code>{rule}</code>
      </p>
      <p className="says">{says}</p>
      {alternative !== null && <p className="why">Only under {alternative.says}.</p>}
      {told && (
        <ol className="story" aria-label="Story">
          {story.map((line) => (
            <li
              key={`${line.day ?? ""} ${line.provision} ${line.text}`}
              className={line.text.startsWith("Stuck") ? "stuck" : line.day === null ? "undated" : undefined}
            >
              <span className="day">{line.day === null ? "" : `Day ${line.day}`}</span>
              <span className="dot" aria-hidden="true" />
              <span>{line.text.replace(/^Day \d+[:,.]?\s*/, "")}</span>
              <span className="ref">
                {line.provision !== "" && <a href={hrefOf(line.provision)}>{line.provision}</a>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {repairs.length > 0 && (
        <>
          <h4>What would repair it</h4>
          <ol className="repairs">
            {repairs.map((repair) => (
              <li key={repair.says}>
                <span className="words">
                  {repair.edit !== null && repair.edit.removed !== "" && <del>{repair.edit.removed}</del>}{" "}
                  <ins>{repair.edit?.added || repair.says}</ins>
                </span>
                <span className="gain">
                  {repair.grade !== null && <GradeSteps grade={repair.grade} />}
                  {repair.days !== null && <small>day {repair.days}</small>}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {approximate !== null && <p className="why">{approximate}</p>}
    </article>
  );
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
