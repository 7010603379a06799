import type { Repair, ScheduledAct, ScheduleReport } from "../checks/index.ts";
import { printAddress, type Address } from "./address.ts";
import type { Checked } from "./analysis.ts";
import { FindingLines } from "./FindingLines.tsx";
import { listed, plural } from "./say.ts";
import { StepLines } from "./StepLines.tsx";

type Props = {
  readonly checked: Checked;
  readonly address: Address;
  readonly onAddress: (change: Partial<Address>) => void;
  readonly onMend: (repair: Repair, label: string) => void;
};

const asked: ReadonlySet<string> = new Set([
  "no-schedule",
  "breach-without-fault",
  "claim-expires-first",
  "monitoring-gap",
  "mutual-wait",
  "lopsided-exposure",
  "no-way-out-once-exposed",
]);

/** Is there a calendar, can each party keep it, and when may each act happen? */
export function ScheduleScreen({ checked, address, onAddress, onMend }: Props) {
  const { schedule, report } = checked;
  const findings = report.findings.filter(({ rule }) => asked.has(rule));
  const hrefOf = (label: string): string => printAddress({ ...address, screen: "text", at: label, finding: null });

  return (
    <>
      <h1 className="vh">Schedule</h1>
      <Lead schedule={schedule} />
      <p className="meta">
        <span>A bar is the days on which an act can be done so that everybody’s limits are kept together.</span>
        <span>Days are counted from entry into force; dates stand as the text gives them.</span>
        {!schedule.isWhole && <span>Of what the words leave open one answer at a time was tried.</span>}
      </p>
      <FindingLines
        label="the schedule"
        findings={findings}
        open={address.finding}
        most={6}
        hrefOf={hrefOf}
        onOpen={(finding) => onAddress({ finding })}
        onMend={(repair) => onMend(repair, repair.edit?.provision ?? "")}
      />
      {schedule.acts.length === 0 ? (
        <div className="empty">
          <p>
            A time is read where the words say within how many days, by which date or after which event an act is due.
          </p>
          <a className="btn" href={printAddress({ ...address, screen: "text", at: null, finding: null })}>
            Look at the text
          </a>
        </div>
      ) : (
        <Acts acts={schedule.acts} address={address} hrefOf={hrefOf} />
      )}
      <StepLines given={schedule.given} />
      <OpenTimes open={schedule.open} hrefOf={hrefOf} />
    </>
  );
}

/** The sentence that answers the screen. */
function Lead({ schedule }: { readonly schedule: ScheduleReport }) {
  const { consistent, controllable, waiting } = schedule;
  if (!consistent)
    return (
      <p className="lead">
        <b>No calendar satisfies this draft</b>, whatever anybody does.
      </p>
    );
  if (waiting.length > 0)
    return (
      <p className="lead">
        In this draft <b>acts wait for one another</b>, and nobody need begin.
      </p>
    );
  const late = Object.entries(controllable).flatMap(([party, canKeep]) => (canKeep ? [] : [party]));
  if (late.length > 0)
    return (
      <p className="lead">
        A calendar satisfies this draft, but <b>{listed(late)} can be late</b> although{" "}
        {late.length === 1 ? "it" : "they"} did everything right.
      </p>
    );
  const parties = Object.keys(controllable);

  return (
    <p className="lead">
      A calendar satisfies this draft
      {parties.length === 0 ? (
        "."
      ) : (
        <>
          , and <b>{parties.length === 1 ? listed(parties) : "each party"} can keep it</b> whatever the others do within
          their own limits.
        </>
      )}
    </p>
  );
}

type ActsProps = {
  readonly acts: readonly ScheduledAct[];
  readonly address: Address;
  readonly hrefOf: (label: string) => string;
};

/** One act a row, its bar from the first day on which it can be done to the last. */
function Acts({ acts, address, hrefOf }: ActsProps) {
  const most = Math.max(1, ...acts.map(({ earliest, latest }) => Math.max(earliest ?? 0, latest ?? 0)));

  return (
    <div className="wide" role="region" aria-label="Acts by day, a table that scrolls alone" tabIndex={0}>
      <table className="schedule">
        <caption>
          When each act may happen <span className="soft">{plural(acts.length, "act")}, in the order of the text</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="lab">
              Point
            </th>
            <th scope="col">Act and who owes it</th>
            <th scope="col" className="bar">
              <span className="axis">
                <span>Day 0</span>
                <span>{most}</span>
              </span>
            </th>
            <th scope="col" className="r">
              First day
            </th>
            <th scope="col" className="r">
              Last day
            </th>
            <th scope="col" className="r">
              Slack
            </th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <Row
              key={act.commitment}
              act={act}
              most={most}
              isNow={act.commitment === address.at}
              href={printAddress({ ...address, at: act.commitment, finding: null })}
              place={hrefOf(act.provision)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  readonly act: ScheduledAct;
  readonly most: number;
  readonly isNow: boolean;
  readonly href: string;
  readonly place: string;
};

function Row({ act, most, isNow, href, place }: RowProps) {
  const { commitment, provision, bearer, says, isLasting, earliest, latest, notBefore, by, counted } = act;

  return (
    <tr className={isNow ? "now" : undefined} aria-current={isNow ? "true" : undefined}>
      <td className="lab">
        <a href={place}>{provision}</a>
      </td>
      <th scope="row">
        <a href={href} id={`row ${commitment}`}>
          {says.slice(1, -1)}
        </a>{" "}
        <span className={bearer.length === 0 ? "gap" : "mute"}>
          {bearer.length === 0 ? "[ ]" : bearer.join(", ")}
          {bearer.length === 0 && <span className="vh">nobody named</span>}
        </span>
      </th>
      <td className="bar">
        <Bar from={earliest} to={latest} most={most} isLasting={isLasting} />
        {counted !== null && <span className="mute">{counted}</span>}
      </td>
      <td className="r num">{earliest ?? notBefore ?? ""}</td>
      <td className="r num">{isLasting ? <span className="mute">lasts</span> : (latest ?? by ?? "")}</td>
      <td className="r num">{isLasting || earliest === null || latest === null ? "" : latest - earliest}</td>
    </tr>
  );
}

/** A drawn bar; the days beside it say the same in figures. */
function Bar({
  from,
  to,
  most,
  isLasting,
}: {
  readonly from: number | null;
  readonly to: number | null;
  readonly most: number;
  readonly isLasting: boolean;
}) {
  if (from === null && to === null) return null;
  const start = Math.max(0, from ?? 0);
  const end = isLasting || to === null ? most : Math.max(start, to);
  const kind = to === null ? "span open" : isLasting ? "span lasting" : "span";

  return (
    <span className="track" aria-hidden="true">
      <span
        className={kind}
        style={{ insetInlineStart: `${(100 * start) / most}%`, inlineSize: `${(100 * (end - start)) / most}%` }}
      />
    </span>
  );
}

/** What the words leave open, and what it may mean. */
function OpenTimes({
  open,
  hrefOf,
}: {
  readonly open: ScheduleReport["open"];
  readonly hrefOf: (label: string) => string;
}) {
  const slots = open.filter(({ provision }) => provision !== "");
  if (slots.length === 0) return null;

  return (
    <section className="block small" aria-labelledby="open-times">
      <h2 id="open-times">What the words leave open</h2>
      <p className="soft">The days above are those of the first answer to each.</p>
      <ul className="open-times">
        {slots.map(({ provision, slot, answers }) => (
          <li key={`${provision} ${slot} ${answers.join()}`}>
            <a href={hrefOf(provision)}>{provision}</a> {answers.join(" or ")}?
          </li>
        ))}
      </ul>
    </section>
  );
}
