/** What a scan of one provision's words found; offsets are in those words. */
export type Scan = {
  /** Matched pairs in the order of their openers. */
  readonly pairs: readonly Pair[];
  readonly unclosed: readonly number[];
  readonly stray: readonly number[];
  readonly tooDeep: readonly number[];
};

/** A matched pair that is not a literal. */
export type Pair = {
  readonly open: number;
  readonly close: number;
  readonly depth: number;
  /** Place of the enclosing pair in the list, -1 outside any. */
  readonly parent: number;
};

type OpenPair = { -readonly [Field in keyof Pair]: Pair[Field] };

const deepest = 100;
const opener = 91;
const closer = 93;
const none: readonly never[] = [];
const nothingFound: Scan = { pairs: none, unclosed: none, stray: none, tooDeep: none };

/** Matches brackets with a stack; `literals` are ascending offsets of brackets that are words. O(length); never recurses. */
export function scan(words: string, literals: readonly number[]): Scan {
  if (!words.includes("[") && !words.includes("]")) return nothingFound;
  const pairs: OpenPair[] = [];
  const stray: number[] = [];
  let around = -1;
  let depth = 0;
  let mostDeep = 0;
  let literal = 0;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    if (unit !== opener && unit !== closer) continue;
    while (literal < literals.length && literals[literal]! < at) literal += 1;
    if (literals[literal] === at) continue;
    if (unit === opener) {
      pairs.push({ open: at, close: -1, depth, parent: around });
      around = pairs.length - 1;
      depth += 1;
      mostDeep = Math.max(mostDeep, depth);
    } else if (around === -1) stray.push(at);
    else {
      const pair = pairs[around]!;
      pair.close = at;
      around = pair.parent;
      depth -= 1;
    }
  }

  // A copy is as long as it need be; a list that grew keeps room for more.
  return depth === 0 && mostDeep <= deepest
    ? { pairs: pairs.slice(), unclosed: none, stray: stray.length === 0 ? none : stray, tooDeep: none }
    : settled(pairs, stray);
}

/** Leaves out the openers that nothing closes, which do not count for the depth of what stands in them, and pairs that are too deep. */
function settled(all: readonly OpenPair[], stray: readonly number[]): Scan {
  const unclosed: number[] = [];
  const tooDeep: number[] = [];
  const pairs: OpenPair[] = [];
  const around: number[] = [];
  for (const pair of all) {
    if (pair.close === -1) unclosed.push(pair.open);
    else if (pair.depth >= deepest) tooDeep.push(pair.open);
    else {
      while (around.length > 0 && pairs[around.at(-1)!]!.close < pair.open) around.pop();
      pairs.push({ open: pair.open, close: pair.close, depth: around.length, parent: around.at(-1) ?? -1 });
      around.push(pairs.length - 1);
    }
  }

  return { pairs, unclosed, stray, tooDeep };
}
