import { oncePer } from "../../base/index.ts";
import { chosenWords, modalsIn, type ChosenWords, type Choices, type Draft, type Provision } from "../../text/index.ts";
import type { Anchor } from "../slot.ts";
import { isActor } from "./actor-names.ts";
import { readPast } from "./direction-marks.ts";

/**
 * What is read at once: the words of one provision, before them the lead-in of its list where there is one.
 * `runs` says where each stretch of `text` stands in the own words of which provision; ascending.
 */
export type Passage = {
  readonly provision: Provision;
  readonly text: string;
  readonly runs: readonly Run[];
  /** Length of the lead-in: commitments found wholly before it belong to the parent. */
  readonly lead: number;
  /** Label of the outermost article or point it stands in. */
  readonly article: string;
  readonly language: string;
  /** A number, letter or dash stands before it, or it is an item of a list. */
  readonly listed: boolean;
  /** What part of the text it stands in: a preamble recites, signatures close. */
  readonly part: "preamble" | "body" | "signatures";
};

export type Run = { readonly at: number; readonly provision: string; readonly from: number };

/** The words `[start, end)` of a passage as anchors in the provisions' own words. */
export function anchorsOf(passage: Passage, start: number, end: number): readonly Anchor[] {
  const found: { provision: string; start: number; end: number }[] = [];
  let isLead = false;
  passage.runs.forEach((run, index) => {
    const until = passage.runs[index + 1]?.at ?? passage.text.length;
    const low = Math.max(start, run.at);
    const high = Math.min(end, until);
    if (low >= high) return;
    const anchor = {
      provision: run.provision,
      start: run.from + low - run.at,
      end: run.from + high - run.at,
    };
    const last = found.at(-1);
    const isParted = isLead && run.at >= passage.lead;
    isLead = run.at < passage.lead;
    if (last?.provision === anchor.provision && last.end <= anchor.start && !isParted) last.end = anchor.end;
    else found.push(anchor);
  });

  return found;
}

/** Notes and tables make no promises of their own. */
const silentKinds = new Set(["note", "table"]);

/** Every passage of a draft under `choices`, in the order of the text; absent provisions give none. */
export function passagesOf(draft: Draft, choices: Choices): readonly Passage[] {
  const leads = new Map<number, Passage | null>();

  return draft.provisions.flatMap((provision) => {
    if (provision.words.trim() === "" || isSilent(draft, provision)) return [];
    const own = ownPassage(draft, provision, choices);
    if (own === null) return [];
    leads.set(provision.index, leadOf(own));
    const lead = provision.parent === null ? null : (leads.get(provision.parent) ?? null);

    return partedAfter(own, lead);
  });
}

const partings = oncePer((_own: Passage): { lead: Passage | null; parts: readonly Passage[] }[] => []);

/** The passages that a provision's own words give after a lead-in; remembered for the lead-in before it. */
function partedAfter(own: Passage, lead: Passage | null): readonly Passage[] {
  const known = partings(own);
  const before = known[0];
  if (before !== undefined && before.lead === lead) return before.parts;
  const parts = inlineItems(lead === null ? own : joined(lead, own)).filter((passage) => passage.text.trim() !== "");
  known[0] = { lead, parts };

  return parts;
}

function isSilent(draft: Draft, provision: Provision): boolean {
  for (
    let at: Provision | undefined = provision;
    at !== undefined;
    at = at.parent === null ? undefined : draft.provisions[at.parent]
  )
    if (silentKinds.has(at.kind)) return true;

  return false;
}

function partOf(draft: Draft, provision: Provision): Passage["part"] {
  for (
    let at: Provision | undefined = provision;
    at !== undefined;
    at = at.parent === null ? undefined : draft.provisions[at.parent]
  )
    if (at.kind === "preamble" || at.kind === "signatures") return at.kind;

  return "body";
}

function ownPassage(draft: Draft, provision: Provision, choices: Choices): Passage | null {
  const chosen = chosenWords(draft, provision.index, choices);
  if (!chosen.present) return null;
  const isAskedOnce = draft.groups.length === 0;
  if (isAskedOnce || chosen.words !== provision.words) return passageOf(draft, provision, chosen);
  const known = wholePassages(draft);
  let passage = known.get(provision.index);
  if (passage === undefined) {
    passage = passageOf(draft, provision, chosen);
    known.set(provision.index, passage);
  }

  return passage;
}

/** Passages of provisions that stand whole, whatever is chosen elsewhere. */
const wholePassages = oncePer((_draft: Draft) => new Map<number, Passage>());

function passageOf(draft: Draft, provision: Provision, chosen: ChosenWords): Passage {
  const runs = chosen.kept.map((stretch) => ({ at: stretch.at, provision: provision.id, from: stretch.from }));

  return {
    provision,
    ...readPast(chosen.words, runs),
    lead: 0,
    article: articleOf(draft, provision),
    language: provision.language,
    listed: provision.literal !== "" || provision.kind === "item",
    part: partOf(draft, provision),
  };
}

/** Parts and chapters hold articles; an article or point holds the rest. */
function articleOf(draft: Draft, provision: Provision): string {
  let at = provision;
  while (at.parent !== null) {
    const parent = draft.provisions[at.parent];
    if (parent === undefined || parent.kind === "part" || parent.kind === "chapter" || parent.kind === "preamble")
      break;
    at = parent;
  }

  return /^(?:Annex [^.(]+|[^.(¶\s]+)/.exec(at.label)?.[0] ?? at.label;
}

/** A sentence that its list completes: it ends in a modal, "to", "from", "for" or "that", or names who declares. */
const unfinished =
  /(?:\b(?:shall|must|will|should|may|not|to|from|for|that|by|of|agree|undertake|undertakes|be|responsible)|\b(?:shall|must|will) \w{2,14}ly|\b(?:shall|must|will|should|may|to|agree|undertakes?)(?: \w+ly)?,[^,]{3,120},?)$/i;

/** "X shall have the following tasks:": the items go on after the modal. */
const taskLead =
  /(\b(?:shall|will|must))\s+(?:have|carry out|perform|undertake|include|fulfil|discharge|exercise)\s+(?:the |as (?:its )?)?(?:following )?(?:\w+ ){0,2}(?:mandate|tasks?|functions?|responsibilities|duties|powers|role)(?: and \w+)?\s*$/i;

const leadOf = oncePer((passage: Passage): Passage | null => leadIn(passage));

/** The unfinished sentence before a colon that ends a provision: "The Parties shall:". */
function leadIn(passage: Passage): Passage | null {
  const end = passage.text.trimEnd().length;
  if (passage.text[end - 1] !== ":") return null;
  const stop = Math.max(passage.text.lastIndexOf(". ", end), passage.text.lastIndexOf("; ", end));
  const whole = slice(passage, stop < 0 ? 0 : stop + 2, end - 1);
  const task = taskLead.exec(whole.text);
  const lead = task === null ? whole : slice(whole, 0, task.index + (task[1] ?? "").length);
  const isDeclarant =
    isActor(lead.text.split(/[,:]/)[0] ?? "") &&
    modalsIn(lead.text, passage.language).every(({ class: name }) => name === "declaration");

  return unfinished.test(lead.text.trim()) || isDeclarant ? lead : null;
}

/** Lead-in and item as one text with a space between; a full stop where the lead-in is complete by itself. */
function joined(lead: Passage, item: Passage): Passage {
  const before = `${lead.text.trimEnd()} `;

  return {
    ...item,
    text: before + item.text,
    runs: [...lead.runs, ...item.runs.map((run) => ({ ...run, at: run.at + before.length }))],
    lead: before.length,
    listed: true,
  };
}

const enumerator = /(?:^|[\s;,:])\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s+/g;

/** "The Parties shall: (a) …; (b) …" inside one provision: one passage an item, each with the lead-in. */
function inlineItems(passage: Passage): Passage[] {
  const colon = passage.text.indexOf(":", passage.lead);
  if (colon < 0) return [passage];
  const marks = [...passage.text.matchAll(enumerator)].filter((mark) => mark.index >= colon);
  const first = marks[0];
  if (first === undefined || marks.length < 2 || first.index > colon + 2) return [passage];
  const sentence = Math.max(passage.text.lastIndexOf(". ", colon) + 2, passage.lead);
  const leadStart = sentence === 1 ? 0 : sentence;
  const whole = slice(passage, leadStart, colon);
  const task = taskLead.exec(whole.text);
  const lead = task === null ? whole : slice(whole, 0, task.index + (task[1] ?? "").length);
  const isOpen = task !== null || unfinished.test(lead.text.trim());
  const withLead = (item: Passage): Passage => (isOpen ? joined(lead, item) : { ...item, listed: true });
  const before = leadStart > passage.lead ? [slice(passage, 0, leadStart)] : [];
  const items = marks.flatMap((mark, index) => {
    const start = mark.index + mark[0].length;
    const stop = marks[index + 1]?.index ?? passage.text.length;
    if (index < marks.length - 1) return [withLead(slice(passage, start, stop))];
    const end = endOfSentence(passage.text, start, stop);
    const rest = slice(passage, end, stop);

    return [withLead(slice(passage, start, end)), ...(rest.text.trim() === "" ? [] : [rest])];
  });

  return [...before, ...items];
}

function endOfSentence(text: string, start: number, stop: number): number {
  const found = /[.;]\s+(?=\p{Lu})/u.exec(text.slice(start, stop));

  return found === null ? stop : start + found.index + found[0].length;
}

function slice(passage: Passage, start: number, end: number): Passage {
  const inside = passage.runs.filter((run, index) => {
    const until = passage.runs[index + 1]?.at ?? passage.text.length;
    return run.at < end && until > start;
  });

  return {
    ...passage,
    text: passage.text.slice(start, end),
    runs: inside.map((run) => ({
      provision: run.provision,
      at: Math.max(run.at - start, 0),
      from: run.from + Math.max(start - run.at, 0),
    })),
    lead: 0,
  };
}
