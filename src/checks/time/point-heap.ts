/** A heap of points by key, lowest first, each at most once: an indexed binary heap. Keys are whole numbers of 32 bits. */
export type PointHeap = {
  size: number;
  readonly points: Int32Array;
  readonly keys: Int32Array;
  /** Where each point stands, -1 outside. */
  readonly places: Int32Array;
};

export function pointHeap(points: number): PointHeap {
  return {
    size: 0,
    points: new Int32Array(points + 1),
    keys: new Int32Array(points + 1),
    places: new Int32Array(points).fill(-1),
  };
}

/** Puts a point in, or moves it forward; a key that is not lower changes nothing. */
export function putPoint(heap: PointHeap, point: number, key: number): void {
  const { points, keys, places } = heap;
  let at = places[point]!;
  if (at === -1) {
    at = heap.size;
    heap.size += 1;
  } else if (keys[at]! <= key) return;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const aboveKey = keys[above]!;
    if (aboveKey <= key) break;
    const moved = points[above]!;
    points[at] = moved;
    keys[at] = aboveKey;
    places[moved] = at;
    at = above;
  }
  points[at] = point;
  keys[at] = key;
  places[point] = at;
}

/** Takes out the point with the lowest key; the heap is not empty. */
export function takePoint(heap: PointHeap): number {
  const { points, keys, places } = heap;
  const top = points[0]!;
  places[top] = -1;
  heap.size -= 1;
  const size = heap.size;
  if (size === 0) return top;
  const point = points[size]!;
  const key = keys[size]!;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && keys[below + 1]! < keys[below]!) below += 1;
    const belowKey = keys[below]!;
    if (belowKey >= key) break;
    const moved = points[below]!;
    points[at] = moved;
    keys[at] = belowKey;
    places[moved] = at;
    at = below;
  }
  points[at] = point;
  keys[at] = key;
  places[point] = at;

  return top;
}
