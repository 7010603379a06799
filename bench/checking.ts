import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check, createChecker } from "../src/checks/index.ts";
import { proposeReading } from "../src/commitments/index.ts";
import { carryIdentity, readDraft } from "../src/text/index.ts";
import type { Draft } from "../src/text/index.ts";
import { inventedCommitments } from "./generate.ts";
import { timed } from "./measure.ts";

/** What one child process measured; milliseconds, megabytes. */
export type ChildAnswer = Readonly<Record<string, number>>;

/** The worked example, first thing in a fresh process: read, propose and check, each once. */
export function coldAnswer(): ChildAnswer {
  const source = exampleSource();
  let draft: Draft | undefined;
  const reading = timed(() => (draft = readDraft(source, { name: "example" })));
  const read = draft!; // set by the call above
  let proposed: ReturnType<typeof proposeReading> | undefined;
  const proposing = timed(() => (proposed = proposeReading(read)));
  const readings = [proposed!]; // set by the call above
  const checking = timed(() => check({ draft: read, readings, choices: {}, answerWithin: null }));

  return { all: reading + proposing + checking, reading, proposing, checking };
}

/** The worked example after one provision was edited: milliseconds of each re-check, and of reading and proposing. */
export function editSamples(runs: number): { readonly checking: number[]; readonly all: number[] } {
  const source = exampleSource();
  const checker = createChecker();
  const before = readDraft(source, { name: "example" });
  const ask = (draft: Draft) => {
    const readings = [proposeReading(draft)];
    return () => checker.check({ draft, readings, choices: {}, answerWithin: null });
  };
  ask(before)();
  const places = [...source.matchAll(/within \d+ days/g)].map((match) => match.index);
  const samples: { checking: number[]; all: number[] } = { checking: [], all: [] };
  for (let at = 0; at < runs + 5; at += 1) {
    const place = places[at % places.length] ?? 0;
    const edited = `${source.slice(0, place)}within ${40 + at} days${source.slice(place).replace(/^within \d+ days/, "")}`;
    let checkOnly = 0;
    const all = timed(() => {
      const draft = carryIdentity(before, readDraft(edited, { name: "example" }));
      checkOnly = timed(ask(draft));
    });
    if (at < 5) continue;
    samples.checking.push(checkOnly);
    samples.all.push(all);
  }

  return samples;
}

/** 10,000 commitments in a fresh process: the checks alone, everything together, and the most memory held. */
export function manyAnswer(): ChildAnswer {
  const source = inventedCommitments(10_000);
  const start = performance.now();
  const draft = readDraft(source, { name: "invented", format: "markdown" });
  const readings = [proposeReading(draft)];
  const before = performance.now();
  check({ draft, readings, choices: {}, answerWithin: null });
  const end = performance.now();

  return {
    all: end - start,
    checking: end - before,
    commitments: readings[0]?.commitments.length ?? 0,
    memory: process.resourceUsage().maxRSS / 1024,
  };
}

function exampleSource(): string {
  const folder = join("examples", "geneva", "text");
  const last = readdirSync(folder).toSorted().at(-1);
  if (last === undefined) throw new Error(`${folder} holds no draft`);

  return readFileSync(join(folder, last), "utf8");
}
