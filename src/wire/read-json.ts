import { printCommitment, printConsequence, printWindow, spansOf, valueOf, valuesOf } from "../commitments/index.ts";
import type { Anchor, Commitment } from "../commitments/index.ts";
import type { Draft, Group, Provision, Slip } from "../text/index.ts";
import { openSlots } from "./open-slots.ts";

export type ReadJson = ReturnType<typeof toReadJson>;
export type ReadRows = ReturnType<typeof toReadRows>;
export type CommitmentJson = ReturnType<typeof toCommitmentJson>;
export type CommitmentRow = ReturnType<typeof commitmentRow>;
export type SlipJson = ReturnType<typeof toSlipJson>;

/**
 * The document of `servanda read --json`. `slips` are those of decoding and of reading together.
 *
 * Order: provisions as in the text (a parent before its children); a provision's brackets by their opener, options as
 * written; commitments as given, which is the order of the text; slips by line, then column.
 */
export function toReadJson(draft: Draft, commitments: readonly Commitment[], slips: readonly Slip[] = draft.slips) {
  return documentOf(draft, commitments.map(toCommitmentJson), slips);
}

/** The same document with only a row for each commitment: what a terminal shows. */
export function toReadRows(draft: Draft, commitments: readonly Commitment[], slips: readonly Slip[] = draft.slips) {
  return documentOf(draft, commitments.map(commitmentRow), slips);
}

function documentOf<Shown>(draft: Draft, commitments: readonly Shown[], slips: readonly Slip[]) {
  const groups = new Map(draft.groups.map((group) => [group.id, group]));
  const labels = new Map(draft.provisions.map((provision) => [provision.id, provision.label]));

  return {
    title: draft.title,
    languages: draft.languages,
    format: draft.format,
    parties: draft.parties,
    provisions: draft.provisions.map((provision) => toProvisionJson(draft, provision, groups)),
    brackets: {
      open: draft.accounts.groups,
      options: draft.accounts.options,
      blanks: draft.accounts.blanks,
      placeholders: draft.accounts.placeholders,
      accounts: draft.accounts,
    },
    commitments,
    slips: slips
      .toSorted((one, other) => one.line - other.line || one.column - other.column)
      .map((slip) => toSlipJson(slip, labels)),
  };
}

/**
 * One commitment as the contract shows it. `bearer`, `towards` and `verifiedBy` are designations as the text writes
 * them, empty where the words name nobody or allow several: nothing is chosen here. `when` is a Treaty English clause
 * or `null`; `onBreach` are Treaty English lines; `spans` are UTF-16 offsets in the words of a provision, by its id.
 */
export function toCommitmentJson(commitment: Commitment) {
  const { role, towards, determinedBy, requires, ...row } = commitmentRow(commitment);

  return {
    ...row,
    alternatives: {
      bearer: commitment.bearer.kind === "ambiguous" ? valuesOf(commitment.bearer) : [],
      when: commitment.window.kind === "ambiguous" ? valuesOf(commitment.window).map(printWindow) : [],
    },
    says: printCommitment(commitment, { breaks: false }),
    role,
    strength: valueOf(commitment.strength),
    mode: commitment.mode,
    class: commitment.action.class,
    towards,
    determinedBy,
    needsConsentOf: valueOf(commitment.needsConsentOf) ?? [],
    requires,
    provisionId: commitment.provision,
    spans: commitment.spans.map(toSpanJson),
    slots: {
      bearer: slotSpans(commitment.bearer),
      towards: slotSpans(commitment.counterparty),
      when: slotSpans(commitment.window),
      determination: slotSpans(commitment.determination),
    },
  };
}

/** The part of it that tables and terminals show. */
export function commitmentRow(commitment: Commitment) {
  const window = valueOf(commitment.window);
  const { unresolved, ambiguous } = openSlots(commitment);

  return {
    id: commitment.id,
    provision: commitment.label,
    bearer: valueOf(commitment.bearer) ?? [],
    modality: valueOf(commitment.modality),
    action: actionWords(commitment),
    when: window === null ? null : printWindow(window),
    verifiedBy: distinct(commitment.verification.flatMap((one) => valueOf(one.by) ?? [])),
    onBreach: commitment.onBreach.map(printConsequence),
    unresolved,
    ambiguous,
    role: commitment.role,
    towards: valueOf(commitment.counterparty) ?? [],
    determinedBy: valueOf(commitment.determination)?.by ?? [],
    requires: commitment.requires,
  };
}

export function toSlipJson(slip: Slip, labels: ReadonlyMap<string, string>) {
  return {
    line: slip.line,
    column: slip.column,
    says: slip.says,
    code: slip.code,
    provision: slip.provision === null ? null : (labels.get(slip.provision) ?? slip.provision),
    offset: slip.offset,
    excerpt: slip.excerpt,
    repair: slip.repair,
  };
}

/** Verb and object in words: "withdraw heavy weapons". */
export function actionWords(commitment: Commitment): string {
  const { verb, object } = commitment.action;

  return object === "" ? verb : `${verb} ${object}`;
}

function toProvisionJson(draft: Draft, provision: Provision, groups: ReadonlyMap<string, Group>) {
  const parent = provision.parent === null ? null : draft.provisions[provision.parent];

  return {
    id: provision.id,
    label: provision.label,
    heading: provision.heading,
    text: provision.words,
    status: provision.status,
    brackets: provision.groups.flatMap((id) => {
      const group = groups.get(id);
      return group === undefined ? [] : [toBracketJson(group)];
    }),
    kind: provision.kind,
    literal: provision.literal,
    language: provision.language,
    parent: parent?.label ?? null,
    references: provision.references.map((reference) => ({
      literal: reference.literal,
      to: reference.target.kind === "provision" ? (draft.provisions[reference.target.index]?.label ?? null) : null,
      kind: reference.target.kind,
      span: reference.span,
    })),
    optionOf: provision.optionOf,
  };
}

function toBracketJson(group: Group) {
  return {
    id: group.id,
    options: group.options.map((option) => ({
      id: option.id,
      text: option.text,
      by: option.by,
      noText: option.noText,
    })),
    relation: group.relation,
    basis: group.basis,
    within: group.within,
    maybeAlternatives: group.maybeAlternatives,
    block: group.block,
    span: group.span,
  };
}

function slotSpans(slot: Parameters<typeof spansOf>[0]) {
  return { kind: slot.kind, spans: spansOf(slot).map(toSpanJson) };
}

function toSpanJson({ provision, start, end }: Anchor) {
  return { provision, start, end };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
