/** Whether two plain values (no cycles, no classes) are equal in everything. O(size), at once for one object. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let at = 0; at < one.length; at += 1) if (!isSame(one[at], other[at])) return false;

    return true;
  }
  if (Array.isArray(other)) return false;
  const left = one as Readonly<Record<string, unknown>>;
  const right = other as Readonly<Record<string, unknown>>;
  let count = 0;
  for (const key in left) {
    if (!isSame(left[key], right[key])) return false;
    count += 1;
  }
  for (const key in right) {
    if (!(key in left)) return false;
    count -= 1;
  }

  return count === 0;
}

/** Values met before, by name: up to 32 versions of each. */
export type Seen = Map<string, unknown[]>;

const versionsKept = 32;

/** The value met before under this name that is the same, else this one: what is the same becomes one object. */
export function asSeen<Value>(seen: Seen | null, name: string, value: Value): Value {
  if (seen === null) return value;
  const versions = seen.get(name);
  if (versions === undefined) {
    seen.set(name, [value]);

    return value;
  }
  for (const version of versions) if (isSame(version, value)) return version as Value;
  if (versions.length === versionsKept) versions.shift();
  versions.push(value);

  return value;
}
