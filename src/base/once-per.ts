/** `compute`, remembered for each key as long as the key itself lives. It must depend on nothing but the key. */
export function oncePer<Key extends object, Value extends NonNullable<unknown> | null>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();

  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }

    return value;
  };
}
