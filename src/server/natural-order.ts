/** Orders names as people number them: `2-b` before `10-a`. Digits by value, everything else by code unit. */
export function byNaturalOrder(left: string, right: string): number {
  const lefts = left.match(/\d+|\D+/g) ?? [];
  const rights = right.match(/\d+|\D+/g) ?? [];
  const at = lefts.findIndex((part, index) => part !== rights[index]);
  if (at === -1) return lefts.length - rights.length;

  const [one = "", other = ""] = [lefts[at], rights[at]];
  const byValue = Number(one) - Number(other);
  if (byValue !== 0 && !Number.isNaN(byValue)) return byValue;

  return one < other ? -1 : 1;
}
