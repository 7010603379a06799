// Reads, proposes and checks beside the page, so that typing and scrolling never wait. The same code as the command line.
import { createChecker } from "../checks/index.ts";
import type { Report, Request } from "../checks/index.ts";
import { emptyProposals, proposeReading } from "../commitments/index.ts";
import { carryIdentity, groupById, chosenOption, readDraft } from "../text/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import { decodeText, formatOfName } from "../wire/index.ts";
import type { Answer, Checked, Question, ReadingState, ReadText, Source } from "./analysis.ts";
import { laid } from "./laid.ts";
import { plural } from "./say.ts";

type Read = Extract<Question, { readonly kind: "read" }>;

const checker = createChecker();
const proposals = emptyProposals();
const latest = new Map<Question["kind"], number>();
let original: { readonly key: string; readonly draft: Draft } | null = null;
let sent: ReadText | null = null;
let present: { readonly key: string; readonly draft: Draft } | null = null;

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  latest.set(data.kind, data.id);
  answer(data).catch((cause: unknown) =>
    post({
      kind: "refused",
      id: data.id,
      reason: `Something broke here: ${cause instanceof Error ? cause.message : "?"}`,
    }),
  );
});

async function answer(question: Question): Promise<void> {
  if (question.kind === "decode") return decode(question);
  await turn();
  if (isStale(question)) return;
  if (question.kind === "count") return count(question);

  const draft = draftOf(question);
  const isNew = question.fresh || sent?.draft !== draft || sent.original !== original?.draft;
  if (isNew) sent = { draft, original: original?.draft ?? null, sha256: await hashOf(question) };
  post({ kind: "read", id: question.id, read: isNew ? sent : null });
  await turn();
  if (isStale(question)) return;

  await check(question, draft);
}

/** The hash of the bytes as they came, or of the words now as UTF-8. */
async function hashOf({ opened, source }: Read): Promise<string | null> {
  if (source === opened.source && opened.sha256 !== null) return opened.sha256;

  return sha256(new TextEncoder().encode(source));
}

/** `null` where the browser gives no hashing: it does so only for pages of this machine or over TLS. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (!isSecureContext) return null;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function draftOf({ opened, source, parties }: Read): Draft {
  const first = `${opened.name}\n${opened.format ?? ""}\n${parties.join("\n")}\n${opened.source}`;
  if (original?.key !== first) original = { key: first, draft: read(opened, parties) };
  if (source === opened.source) return original.draft;
  if (present?.key === source) return present.draft;
  const before = present?.draft ?? original.draft;
  present = { key: source, draft: carryIdentity(before, read({ ...opened, source }, parties)) };

  return present.draft;
}

function read({ name, source, format }: Source, parties: readonly string[]): Draft {
  const known = format ?? formatOfName(name);

  return readDraft(source, known === null ? { name, parties } : { name, format: known, parties });
}

/**
 * The wording that stands first, where the options of open brackets are likely to take long; then the options, with a
 * look for newer questions in between.
 */
async function check(question: Read, draft: Draft): Promise<void> {
  const { choices, reading: wanted } = question;
  const given = question.readings.map((source) => ({
    source,
    outcome: laid(source, original?.draft ?? draft, draft),
  }));
  const chosen = given.filter(({ source }) => wanted === "all" || source.name === wanted);
  const laidOver = chosen.flatMap(({ outcome }) => (outcome.kind === "ok" ? [outcome.value] : []));
  tell(question, `${plural(draft.provisions.length, "provision")} read; looking who owes what`);
  const readings = laidOver.length > 0 ? laidOver : [proposeReading(draft, choices, proposals)];
  const count = readings.reduce((sum, reading) => sum + reading.commitments.length, 0);
  tell(question, `${plural(draft.provisions.length, "provision")} read; checking ${plural(count, "commitment")}`);
  const states = given.map(({ source, outcome }): ReadingState => ({
    name: source.name,
    reader: outcome.kind === "ok" ? outcome.value.reader : source.name.replace(/\.ya?ml$/i, ""),
    refusal: outcome.kind === "ok" ? null : outcome.reason,
    carried: outcome.kind === "ok" ? outcome.carried : null,
  }));
  const commitments = (readings[0]?.commitments ?? []).filter(({ requires }) => stands(draft, requires, choices));
  const found = { readings, states, commitments, choices };
  const request = { draft, readings, choices, answerWithin: readings[0]?.answerWithin ?? null };
  const withSchedule = (report: Report, isWhole: boolean): Checked => ({
    ...found,
    report,
    schedule: checker.schedule(request),
    isWhole,
  });
  if (question.fresh || isSlow) {
    const report = checker.check({ ...request, wording: "chosen" });
    if (report.untried > 0) post({ kind: "checked", id: question.id, checked: withSchedule(report, false) });
  }
  const report = await everyOption(question, request);
  if (report !== null) post({ kind: "checked", id: question.id, checked: withSchedule(report, true) });
}

/** Whether the options of the text at hand took so long that the wording that stands is better shown before them. */
let isSlow = false;

/** Milliseconds between two looks for newer questions, and of work that nobody notices. */
const glance = 50;
const unnoticed = 300;

/** `null` where a newer question came in between. */
async function everyOption(question: Read, request: Request): Promise<Report | null> {
  const start = performance.now();
  const steps = checker.steps(request);
  for (let looked = start; ;) {
    const step = steps.next();
    if (step.done === true) {
      isSlow = performance.now() - start > unnoticed;
      return step.value;
    }
    if (performance.now() - looked < glance) continue;
    tell(question, `${step.value.tried} of ${plural(step.value.of, "option")} of open brackets tried`);
    await turn();
    if (isStale(question)) {
      isSlow = true;
      return null;
    }
    looked = performance.now();
  }
}

/** Whether words that stand in these options are there under the choices. */
function stands(draft: Draft, requires: Choices, choices: Choices): boolean {
  return Object.entries(requires).every(([id, option]) => {
    const group = groupById(draft, id);
    return group === null || chosenOption(group, choices)?.id === option;
  });
}

async function decode({ id, name, bytes }: Extract<Question, { readonly kind: "decode" }>): Promise<void> {
  const outcome = decodeText(bytes, name);
  if (outcome.kind === "ok") {
    const { source, format } = outcome.value;
    post({ kind: "decoded", id, text: { name, source, format, sha256: await sha256(bytes) } });
  } else
    post({ kind: "refused", id, reason: `${name}, line ${outcome.line}, column ${outcome.column}: ${outcome.reason}` });
}

function count({ id, drafts, parties }: Extract<Question, { readonly kind: "count" }>): void {
  const counts = drafts.map((source) => {
    const { accounts } = read(source, parties);
    return { name: source.name, groups: accounts.groups, options: accounts.options };
  });
  post({ kind: "counted", id, counts });
}

function tell({ id }: Question, says: string): void {
  post({ kind: "progress", id, says });
}

function isStale({ kind, id }: Question): boolean {
  return latest.get(kind) !== id;
}

/** Lets later questions arrive, so that a stale one is dropped before its work begins. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function post(message: Answer): void {
  self.postMessage(message);
}
