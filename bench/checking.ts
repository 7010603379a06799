import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check, createChecker } from "../src/checks/index.ts";
import { emptyProposals, proposeReading } from "../src/commitments/index.ts";
import { carryIdentity, readDraft } from "../src/text/index.ts";
import type { Draft } from "../src/text/index.ts";
import { inventedCommitments } from "./generate.ts";
import { timed } from "./measure.ts";

/** What one child process measured; milliseconds, megabytes. */
export type ChildAnswer = Readonly<Record<string, number>>;

/** The worked example, first thing in a fresh process: read, propose, check the wording that stands, then every option. */
export function coldAnswer(): ChildAnswer {
  const source = exampleSource();
  let draft: Draft | undefined;
  const reading = timed(() => (draft = readDraft(source, { name: "example" })));
  const read = draft!; // set by the call above
  let proposed: ReturnType<typeof proposeReading> | undefined;
  const proposing = timed(() => (proposed = proposeReading(read)));
  const readings = [proposed!]; // set by the call above
  const checker = createChecker();
  const request = { draft: read, readings, choices: {}, answerWithin: null };
  const chosen = timed(() => checker.check({ ...request, wording: "chosen" }));
  const every = chosen + timed(() => checker.check(request));

  return { all: reading + proposing + every, reading, proposing, chosen, every };
}

/** Milliseconds of each re-check of the worked example after one provision was edited. */
export type EditSamples = {
  /** The checks of the wording that stands. */
  readonly chosen: number[];
  /** Those, and then the options of open brackets. */
  readonly every: number[];
  /** Reading, proposing and the checks of the wording that stands: what the page shows first. */
  readonly shown: number[];
};

/** A number of days changed in one provision after another, each time from the text as it was. */
export function editSamples(runs: number): EditSamples {
  const source = exampleSource();
  const checker = createChecker();
  const proposals = emptyProposals();
  const before = readDraft(source, { name: "example" });
  const requestFor = (draft: Draft) => ({
    draft,
    readings: [proposeReading(draft, {}, proposals)],
    choices: {},
    answerWithin: null,
  });
  checker.check(requestFor(before));
  const places = [...source.matchAll(/within \d+ days/g)].map((match) => match.index);
  const samples: EditSamples = { chosen: [], every: [], shown: [] };
  for (let at = 0; at < runs + warmUps; at += 1) {
    const place = places[at % places.length] ?? 0;
    const edited = `${source.slice(0, place)}within ${40 + at} days${source.slice(place).replace(/^within \d+ days/, "")}`;
    let request = requestFor(before);
    const reading = timed(() => (request = requestFor(carryIdentity(before, readDraft(edited, { name: "example" })))));
    const chosen = timed(() => checker.check({ ...request, wording: "chosen" }));
    const options = timed(() => checker.check(request));
    if (at < warmUps) continue;
    samples.chosen.push(chosen);
    samples.every.push(chosen + options);
    samples.shown.push(reading + chosen);
  }

  return samples;
}

/** One turn through the places, so that what is measured is a page that has been open for a while. */
const warmUps = 30;

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
