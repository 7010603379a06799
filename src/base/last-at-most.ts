/**
 * Index of the last of `count` ascending places that is not beyond `at`, 0 where all are: `lastAtMost(3, (i) => [0, 5, 9][i], 7)` is 1.
 * O(log count).
 */
export function lastAtMost(count: number, placeOf: (index: number) => number, at: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (placeOf(middle) <= at) low = middle;
    else high = middle - 1;
  }

  return low;
}
