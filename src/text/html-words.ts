import type { Segment } from "./block.ts";
import { isSpace } from "./lines.ts";

/** White space that folds, which is all but one space between words. A space that may not break is a word's. */
const folding = /[^\S \u00a0]| (?=[^\S\u00a0])/g;

/** The words of one block as they come in, white space folded, with their places in the source. */
export type GatheredWords = {
  readonly text: string;
  readonly segments: readonly Segment[];
};

/** Gathers the words of one block after another. State lives in the closure; `take` hands over a block's words and begins the next. */
export type WordGatherer = {
  /** Whether nothing has come in for this block. */
  readonly isEmpty: () => boolean;
  readonly length: () => number;
  /** The last few characters. */
  readonly tail: () => string;
  /** Adds a stretch that stands in the source as it is. */
  readonly add: (text: string, source: number) => void;
  /** Adds the character that `sourceLength` units of the source stand for. */
  readonly addEntity: (character: string, source: number, sourceLength: number) => void;
  readonly take: () => GatheredWords;
};

export function gatherWords(): WordGatherer {
  let words = "";
  let afterSpace = false;
  let segments: { -readonly [Field in keyof Segment]: Segment[Field] }[] = [];

  const put = (part: string, source: number, sourceLength: number): void => {
    const last = segments.at(-1);
    const isJoined =
      last !== undefined &&
      part.length === sourceLength &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === source;
    if (isJoined) {
      last.length += part.length;
      last.sourceLength += sourceLength;
    } else segments.push({ at: words.length, length: part.length, source, sourceLength });
    words += part;
    afterSpace = part.endsWith(" ");
  };

  return {
    isEmpty: () => words === "",
    length: () => words.length,
    tail: () => words.slice(-4),
    add: (text, source) => {
      let from = 0;
      while (from < text.length) {
        if (isFolding(text.charCodeAt(from))) {
          if (words !== "" && !afterSpace) put(" ", source + from, 1);
          while (isFolding(text.charCodeAt(from))) from += 1;
          continue;
        }
        folding.lastIndex = from;
        const until = folding.exec(text)?.index ?? text.length;
        put(from === 0 && until === text.length ? text : text.slice(from, until), source + from, until - from);
        from = until;
      }
    },
    addEntity: (character, source, sourceLength) => {
      const last = segments.at(-1);
      // The second of two characters that one name stands for: the library says that it takes no room.
      if (sourceLength === 0 && last !== undefined) {
        last.length += character.length;
        words += character;
      } else put(character, source, sourceLength);
    },
    take: () => {
      const taken = { text: words, segments };
      words = "";
      afterSpace = false;
      segments = [];

      return taken;
    },
  };
}

function isFolding(unit: number): boolean {
  return unit !== 0xa0 && isSpace(unit);
}
