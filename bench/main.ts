// `npm run bench`: what the product is held to, measured on this machine. `npm run bench -- --json` prints one document.
// Inputs are invented from a fixed seed; what must be cold is measured in processes of its own.
import { spawnSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { coldAnswer, editSamples, manyAnswer } from "./checking.ts";
import type { ChildAnswer } from "./checking.ts";
import { gameRow } from "./game.ts";
import { meetsGoal, rowOf } from "./measure.ts";
import type { Row } from "./measure.ts";
import { readingRows } from "./reading.ts";
import { scheduleMemory, scheduleRows } from "./schedule.ts";

const children: Readonly<Record<string, () => ChildAnswer>> = {
  cold: coldAnswer,
  many: manyAnswer,
  schedule: scheduleMemory,
};
const [first = "", name = ""] = process.argv.slice(2);
const child = first === "--child" ? children[name] : undefined;
if (child === undefined) report(first === "--json");
else console.log(JSON.stringify(child()));

function report(json: boolean): void {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "?"}), load ${loadavg()[0]?.toFixed(1)}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`;
  const rows = [
    ...readingRows(),
    ...exampleRows(),
    ...manyRows(),
    gameRow(),
    ...scheduleRows(),
    ...scheduleMemoryRows(),
  ];
  if (json) {
    console.log(JSON.stringify({ machine, rows: rows.map((row) => ({ ...row, met: meetsGoal(row) })) }, null, 2));
    return;
  }
  console.log(`${machine}\n`);
  console.log(line("", "median", "min", "max", "goal"));
  for (const row of rows) console.log(printed(row));
}

function exampleRows(): Row[] {
  const cold = Array.from({ length: 7 }, () => inChild("cold"));
  const edits = editSamples(60);

  return [
    rowOf("worked example, cold: all checks", "ms", samples(cold, "chosen"), { bound: "at-most", value: 50 }),
    rowOf("worked example, cold: and every option tried", "ms", samples(cold, "every"), null),
    rowOf("worked example, cold: with reading and proposing", "ms", samples(cold, "all"), null),
    rowOf("worked example, one provision edited: all checks", "ms", edits.chosen, { bound: "at-most", value: 5 }),
    rowOf("worked example, one provision edited: with reading", "ms", edits.shown, null),
    rowOf("worked example, one provision edited: and every option tried", "ms", edits.every, null),
  ];
}

function manyRows(): Row[] {
  const many = Array.from({ length: 3 }, () => inChild("many"));
  const count = samples(many, "commitments")[0] ?? 0;

  return [
    rowOf(`${count} commitments: all checks`, "ms", samples(many, "checking"), { bound: "at-most", value: 1000 }),
    rowOf(`${count} commitments: with reading and proposing`, "ms", samples(many, "all"), null),
    rowOf(`${count} commitments: most memory held`, "MB", samples(many, "memory"), { bound: "at-most", value: 300 }),
  ];
}

function scheduleMemoryRows(): Row[] {
  const answers = Array.from({ length: 3 }, () => inChild("schedule"));

  return [rowOf("schedule, 5000 points, 500 links: memory it adds", "MB", samples(answers, "memory"), null)];
}

function inChild(name: string): ChildAnswer {
  const { stdout, status } = spawnSync(process.execPath, [process.argv[1] ?? "", "--child", name], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the process that measures "${name}" ended with ${status}`);

  return JSON.parse(stdout) as ChildAnswer; // printed by this very file
}

function samples(answers: readonly ChildAnswer[], name: string): number[] {
  return answers.map((answer) => answer[name] ?? Number.NaN);
}

function printed(row: Row): string {
  const [median, min, max] = [row.median, row.min, row.max].map(rounded);
  const goal = row.goal === null ? "" : `${row.goal.bound === "at-least" ? "≥" : "≤"} ${row.goal.value}`;
  const met = meetsGoal(row);

  return line(
    `${row.name} [${row.unit}]`,
    median ?? "",
    min ?? "",
    max ?? "",
    goal + (met === false ? "  missed" : ""),
  );
}

function line(name: string, median: string, min: string, max: string, goal: string): string {
  return `${name.padEnd(58)}${median.padStart(10)}${min.padStart(10)}${max.padStart(10)}  ${goal}`;
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
