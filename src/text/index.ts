// text: the source of an agreement in, provisions with brackets, references and slips out.
// Never fails and loses nothing: what does not parse is kept as words. Start with draft.ts.
export type * from "./draft.ts";
export { chosenWords, toOwnSpan } from "./chosen-words.ts";
export type { ChosenWords } from "./chosen-words.ts";
export { hasModals, modalsIn } from "./modals.ts";
export type { Modal, ModalClass } from "./modals.ts";
