// text: the source of an agreement in, provisions with brackets, references and slips out.
// Never fails and loses nothing: what does not parse is kept as words. Start with draft.ts, then read-draft.ts.
export type * from "./draft.ts";
export { readDraft } from "./read-draft.ts";
export type { ReadOptions } from "./read-draft.ts";
export { printDraft } from "./pieces.ts";
export { chosenWords, toOwnSpan } from "./chosen-words.ts";
export type { ChosenWords } from "./chosen-words.ts";
export { chosenOption, isChosen, optionsAround } from "./options-around.ts";
export { groupById, parseChoice, positionOf, provisionByLabel, sourceOffsetOf } from "./lookup.ts";
export { carryIdentity } from "./identity.ts";
export { languageOf } from "./language.ts";
export { hasModals, modalsIn } from "./modals.ts";
export type { Modal, ModalClass } from "./modals.ts";
