/** The YAML header's plain lines, and where the text begins. Odd lines are passed over: a header never stops a reading. */
export type Header = { readonly values: Readonly<Record<string, string | readonly string[]>>; readonly end: number };

const longest = 20_000;

export function headerOf(source: string): Header {
  const begin = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const empty = { values: {}, end: begin };
  const first = /^---[ \t]*\r?\n/.exec(source.slice(begin, begin + 20));
  if (first === null) return empty;
  const start = begin + first[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(source.slice(start, start + longest));
  if (close === null) return empty;
  const body = source.slice(start, start + close.index);
  if (body.trim() !== "" && !/^[\w-]{1,60}[ \t]*:/m.test(body)) return empty;

  return { values: valuesOfHeader(body), end: start + close.index + close[0].length };
}

function valuesOfHeader(body: string): Record<string, string | readonly string[]> {
  const values = new Map<string, string | string[]>();
  let listKey: string | null = null;
  for (const line of body.split(/\r?\n/)) {
    const entry = /^\s+-\s+(.*)$|^-\s+(.*)$/.exec(line);
    if (entry !== null && listKey !== null) {
      const list = values.get(listKey);
      const value = unquoted(entry[1] ?? entry[2] ?? "");
      values.set(listKey, Array.isArray(list) ? [...list, value] : [value]);
      continue;
    }
    const pair = /^([\w-]{1,60})[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    if (pair === null) continue;
    const value = (pair[2] ?? "").trim();
    listKey = value === "" ? pair[1]! : null;
    const list = /^\[(.*)\]$/.exec(value);
    values.set(
      pair[1]!,
      list === null
        ? unquoted(value)
        : list[1]!
            .split(",")
            .map(unquoted)
            .filter((name) => name !== ""),
    );
  }

  return Object.fromEntries(values);
}

function unquoted(value: string): string {
  const trimmed = value.trim();

  return /^(".*"|'.*')$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
