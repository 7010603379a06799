import { QuoteType, Tokenizer } from "htmlparser2";

/** Why a file is no well-formed XML, and the offset at which that shows. */
export type XmlFault = { readonly at: number; readonly reason: string };

export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset of its `<`. */
  readonly at: number;
};

/** What is told of a document, in its order; an answer that is no `null` ends the reading with that fault. */
export type XmlListener<Fault> = {
  /** `within` are the elements around it, the outermost first. */
  readonly onOpen: (element: XmlElement, within: readonly XmlElement[]) => Fault | null;
  /** `text` are the words that stand directly in it. */
  readonly onClose: (element: XmlElement, text: string, within: readonly XmlElement[]) => Fault | null;
};

const deepest = 64;
/** Words of one element beyond this are refused. In UTF-16 units. */
const longestText = 100_000;

/**
 * Reads XML element by element: tags in pairs, values in quotation marks, one element around all.
 *
 * Refuses what is not well-formed, document types (and with them entities of a file's own), elements deeper than 64 and single texts of 100,000
 * units. O(length), and no recursion: what is hostile costs no more than what is long.
 */
export function readXml<Fault>(source: string, listener: XmlListener<Fault>): XmlFault | Fault | null {
  const open: XmlElement[] = [];
  const texts: string[] = [];
  let fault: XmlFault | Fault | null = null;
  let hasRoot = false;
  let tag: { readonly name: string; readonly attributes: Map<string, string>; readonly at: number } | null = null;
  let attribute = "";
  let attributeAt = 0;
  let value = "";

  const fail = (found: XmlFault | Fault | null): void => {
    if (found === null || fault !== null) return;
    fault = found;
    tokenizer.pause();
  };
  const addText = (words: string, at: number): void => {
    if (open.length === 0) {
      const first = words.search(/[^\s\uFEFF]/);
      if (first !== -1) fail({ at: at + first, reason: "words stand outside the one element that holds all" });
      return;
    }
    const text = texts.pop()! + words; // one text for each open element
    texts.push(text);
    if (text.length > longestText) fail({ at, reason: `the words of this element are longer than ${longestText}` });
  };
  const begin = (): void => {
    if (tag === null || fault !== null) return;
    if (open.length === 0 && hasRoot)
      return fail({ at: tag.at, reason: "a second element follows the one that holds all" });
    if (open.length >= deepest)
      return fail({ at: tag.at, reason: `elements stand more than ${deepest} deep inside each other` });
    hasRoot = true;
    fail(listener.onOpen(tag, open));
    open.push(tag);
    texts.push("");
    tag = null;
  };
  const end = (): void => {
    const element = open.pop();
    const text = texts.pop();
    if (element !== undefined && text !== undefined && fault === null) fail(listener.onClose(element, text, open));
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname: (from, to) => {
        tag = { name: source.slice(from, to), attributes: new Map(), at: from - 1 };
      },
      onattribname: (from, to) => {
        attribute = source.slice(from, to);
        attributeAt = from;
        value = "";
      },
      onattribdata: (from, to) => {
        value += source.slice(from, to);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: (quote) => {
        const at = attributeAt;
        if (quote === QuoteType.NoValue || quote === QuoteType.Unquoted)
          return fail({ at, reason: `the value of ${attribute} stands in no quotation marks` });
        if (tag?.attributes.has(attribute) === true)
          return fail({ at, reason: `${attribute} is given twice in one tag` });
        tag?.attributes.set(attribute, value);
      },
      onopentagend: begin,
      onselfclosingtag: () => {
        begin();
        end();
      },
      onclosetag: (from, to) => {
        const name = source.slice(from, to).trimEnd();
        const element = open.at(-1);
        if (element?.name === name) return end();
        const wanted = element === undefined ? "no element is open" : `<${element.name}> is still open`;
        fail({ at: Math.max(0, from - 2), reason: `</${name.slice(0, 40)}> stands here while ${wanted}` });
      },
      ontext: (from, to) => addText(source.slice(from, to), from),
      ontextentity: (codepoint, to) => addText(String.fromCodePoint(codepoint), to),
      oncdata: (from, to, offset) => addText(source.slice(from, to - offset), from),
      ondeclaration: (from) =>
        fail({ at: Math.max(0, from - 2), reason: "a document type is declared; take the declaration out" }),
      oncomment: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  if (fault !== null) return fault;
  const element = open.at(-1);
  if (tag !== null) return { at: (tag as XmlElement).at, reason: "this tag never ends" };
  if (element !== undefined) return { at: element.at, reason: `<${element.name}> is never closed` };

  return hasRoot ? null : { at: 0, reason: "there is no element" };
}
