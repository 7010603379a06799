import type { ScheduleReport } from "../checks/index.ts";

type Given = ScheduleReport["given"];

const width = 640;
const height = 120;
const lines = ["", "6 4", "2 3"];

/** How much each side can have given, irrevocably, by which day: one step line a party, and the same in words. */
export function StepLines({ given }: { readonly given: Given }) {
  if (given.length === 0) return null;
  const mostDay = Math.max(1, ...given.flatMap(({ steps }) => steps.map(({ day }) => day)));
  const mostSum = Math.max(1, ...given.flatMap(({ steps }) => steps.map(({ sum }) => sum)));

  return (
    <section className="block" aria-labelledby="given">
      <h2 id="given">What cannot be undone, by the first day on which it can be done</h2>
      <svg className="steps" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="none">
        {given.map(({ party, steps }, at) => (
          <path key={party} d={pathOf(steps, mostDay, mostSum)} strokeDasharray={lines[at % lines.length]} />
        ))}
      </svg>
      <ul className="steps-key">
        {given.map(({ party, steps }, at) => (
          <li key={party}>
            <svg viewBox="0 0 32 8" aria-hidden="true">
              <path d="M0 4H32" strokeDasharray={lines[at % lines.length]} />
            </svg>{" "}
            {party}: {steps.map(({ day, sum }) => `${sum} by day ${day}`).join(", ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

function pathOf(steps: Given[number]["steps"], mostDay: number, mostSum: number): string {
  const x = (day: number): number => Math.round((width * Math.max(0, day)) / mostDay);
  const y = (sum: number): number => Math.round(height - 2 - ((height - 4) * sum) / mostSum);

  return `M0 ${y(0)}${steps.map(({ day, sum }) => `H${x(day)}V${y(sum)}`).join("")}H${width}`;
}
