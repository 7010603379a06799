// Reads, proposes and checks beside the page, so that typing and scrolling never wait. The same code as the command line.
import { createChecker } from "../checks/index.ts";
import { proposeReading } from "../commitments/index.ts";
import type { ProposalMemo } from "../commitments/index.ts";
import { carryIdentity, groupById, chosenOption, readDraft } from "../text/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import { decodeText, formatOfName } from "../wire/index.ts";
import type { Answer, Checked, Question, ReadingState, Source } from "./analysis.ts";
import { laid } from "./laid.ts";

type Read = Extract<Question, { readonly kind: "read" }>;

const checker = createChecker();
const proposals: ProposalMemo = new Map();
const latest = new Map<Question["kind"], number>();
let original: { readonly key: string; readonly draft: Draft } | null = null;
let sent: { readonly draft: Draft; readonly original: Draft | null } | null = null;
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
  sent = { draft, original: original?.draft ?? null };
  post({ kind: "read", id: question.id, read: isNew ? sent : null });
  await turn();
  if (isStale(question)) return;

  if (draft.provisions.length > large)
    post({ kind: "progress", id: question.id, says: `${draft.provisions.length} provisions read; checking` });
  post({ kind: "checked", id: question.id, checked: checked(question, draft) });
}

/** Provisions beyond which the page says what is being done. */
const large = 400;

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

function checked(question: Read, draft: Draft): Checked {
  const { choices, reading: wanted } = question;
  const given = question.readings.map((source) => ({
    source,
    outcome: laid(source, original?.draft ?? draft, draft),
  }));
  const chosen = given.filter(({ source }) => wanted === "all" || source.name === wanted);
  const readings = chosen.flatMap(({ outcome }) => (outcome.kind === "ok" ? [outcome.value] : []));
  const shown = readings.length > 0 ? readings : [proposeReading(draft, choices, proposals)];
  const report = checker.check({
    draft,
    readings: shown,
    choices,
    answerWithin: shown[0]?.answerWithin ?? null,
  });
  const states = given.map(({ source, outcome }): ReadingState => ({
    name: source.name,
    reader: outcome.kind === "ok" ? outcome.value.reader : source.name.replace(/\.ya?ml$/i, ""),
    refusal: outcome.kind === "ok" ? null : outcome.reason,
    carried: outcome.kind === "ok" ? outcome.carried : null,
  }));
  const commitments = (shown[0]?.commitments ?? []).filter(({ requires }) => stands(draft, requires, choices));

  return { readings: shown, states, commitments, report, choices };
}

/** Whether words that stand in these options are there under the choices. */
function stands(draft: Draft, requires: Choices, choices: Choices): boolean {
  return Object.entries(requires).every(([id, option]) => {
    const group = groupById(draft, id);
    return group === null || chosenOption(group, choices)?.id === option;
  });
}

function decode({ id, name, bytes }: Extract<Question, { readonly kind: "decode" }>): void {
  const outcome = decodeText(bytes, name);
  if (outcome.kind === "ok")
    post({ kind: "decoded", id, name, source: outcome.value.source, format: outcome.value.format });
  else
    post({ kind: "refused", id, reason: `${name}, line ${outcome.line}, column ${outcome.column}: ${outcome.reason}` });
}

function count({ id, drafts, parties }: Extract<Question, { readonly kind: "count" }>): void {
  const counts = drafts.map((source) => {
    const { accounts } = read(source, parties);
    return { name: source.name, groups: accounts.groups, options: accounts.options };
  });
  post({ kind: "counted", id, counts });
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
