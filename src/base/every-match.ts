/**
 * Every match of a global pattern, in order, as `matchAll` gives them: that one makes a copy of the pattern each time,
 * which costs more than a search of a few words. Throws a `RangeError` where the pattern matches nothing at all.
 */
export function everyMatch(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === "") throw new RangeError(`a match without words, at ${match.index}`);
    found.push(match);
  }

  return found;
}
