import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Node, ParsedNode } from "yaml";
import type { FileRefusal } from "./decode.ts";

/** YAML files of 1 MB and more are refused unread. In UTF-16 units. */
const longest = 1_000_000;
const deepest = 64;
/** Indicators that may open one line ("- - - x"), and columns of indentation before it. */
const mostIndicators = 32;
const widestIndent = 400;

export type YamlCode = "too-large" | "not-yaml";

/** A place in a file, both from 1; the column counts UTF-16 units. */
export type Place = { readonly line: number; readonly column: number };

export type Yaml = {
  /** Plain objects, arrays, strings, numbers, booleans and `null`; keys are strings. */
  readonly value: unknown;
  /** Where the value at a path begins; the nearest one around it where there is none. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  /** Where a key of the mapping at a path stands. */
  readonly placeOfKey: (path: readonly PropertyKey[], key: string) => Place;
  /** Where the unit at `offset` of the string at a path stands; its line where the string is folded. */
  readonly placeInside: (path: readonly PropertyKey[], offset: number) => Place;
};

/**
 * Reads YAML 1.2, core schema, one document. Refuses what this product's files never need: anchors, aliases, merge
 * keys, tags, duplicate keys, keys that are no words, nesting past 64.
 *
 * Never throws. The depth is looked at before the parser runs: deep indicators exhaust it beyond what can be caught.
 */
export function readYaml(source: string): { readonly kind: "ok"; readonly value: Yaml } | FileRefusal<YamlCode> {
  const refuseAt = (code: YamlCode, offset: number, reason: string): FileRefusal<YamlCode> => ({
    kind: "refused",
    code,
    reason,
    ...placeAt(source, offset),
  });
  if (source.length >= longest)
    return refuseAt("too-large", 0, `the file has ${source.length} characters; below ${longest} are read`);
  const deep = tooDeep(source);
  if (deep !== null) return refuseAt("not-yaml", deep, "values stand too deep inside each other here");
  const document = parseDocument(source, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const [fault] = [...document.errors, ...document.warnings].toSorted((one, other) => one.pos[0] - other.pos[0]);
  if (fault !== undefined) return refuseAt("not-yaml", fault.pos[0], `this is not YAML: ${fault.message}`);
  const root = document.contents;
  const plain = plainValue(root);
  if ("reason" in plain) return refuseAt("not-yaml", plain.at, plain.reason);
  const offsetOf = (node: Node | null): number => node?.range?.[0] ?? 0;

  return {
    kind: "ok",
    value: {
      value: plain.value,
      placeOf: (path) => placeAt(source, offsetOf(nodeAt(root, path))),
      placeOfKey: (path, key) => placeAt(source, offsetOf(keyNode(nodeAt(root, path), key) ?? nodeAt(root, path))),
      placeInside: (path, offset) => placeInside(source, nodeAt(root, path), offset),
    },
  };
}

/** The offset at which a file is nested past what is read, or `null`. O(length). */
function tooDeep(source: string): number | null {
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at];
    if (unit === "[" || unit === "{") depth += 1;
    else if ((unit === "]" || unit === "}") && depth > 0) depth -= 1;
    if (depth > deepest) return at;
  }
  let start = 0;
  for (const line of source.split("\n")) {
    const lead = /^[ \t]*(?:[-?:][ \t]+)*/.exec(line)?.[0] ?? "";
    const indicators = lead.replace(/[ \t]+/g, "").length;
    if (indicators > mostIndicators || lead.length - indicators > widestIndent) return start;
    start += line.length + 1;
  }

  return null;
}

type Plain = { readonly value: unknown } | { readonly at: number; readonly reason: string };

function plainValue(node: ParsedNode | null): Plain {
  if (node === null) return { value: null };
  const at = node.range[0];
  if (isAlias(node)) return { at, reason: "an alias (*name) is not read; write the value out" };
  if (node.anchor !== undefined) return { at, reason: "an anchor (&name) is not read; write the value out" };
  if (node.tag !== undefined) return { at, reason: `a tag (${node.tag}) is not read` };
  if (isScalar(node)) return { value: typeof node.value === "bigint" ? Number(node.value) : node.value };
  if (isSeq(node)) return plainList(node.items as readonly (ParsedNode | null)[]);

  return isMap(node) ? plainMap(node) : { at, reason: "this kind of value is not read" };
}

function plainList(items: readonly (ParsedNode | null)[]): Plain {
  const values: unknown[] = [];
  for (const child of items) {
    const plain = plainValue(child);
    if ("reason" in plain) return plain;
    values.push(plain.value);
  }

  return { value: values };
}

function plainMap(node: { readonly items: readonly { readonly key: unknown; readonly value: unknown }[] }): Plain {
  const entries = new Map<string, unknown>();
  for (const { key, value } of node.items) {
    const named = key as ParsedNode | null;
    const at = named?.range[0] ?? 0;
    if (!isScalar(named)) return { at, reason: "a key must be a word" };
    const name = plainValue(named);
    if ("reason" in name) return name;
    const word = typeof named.source === "string" ? named.source : String(name.value);
    if (word === "<<") return { at, reason: "a merge key (<<) is not read; write the values out" };
    if (entries.has(word)) return { at, reason: `the key "${word}" stands twice` };
    const plain = plainValue(value as ParsedNode | null);
    if ("reason" in plain) return plain;
    entries.set(word, plain.value);
  }

  return { value: Object.fromEntries(entries) };
}

function nodeAt(root: ParsedNode | null, path: readonly PropertyKey[]): Node | null {
  let node: Node | null = root;
  for (const step of path) {
    const next: unknown = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && keyWord(key) === String(step))?.value
      : isSeq(node)
        ? node.items[Number(step)]
        : null;
    if (next === null || next === undefined) return node;
    node = next as Node;
  }

  return node;
}

function keyNode(node: Node | null, key: string): Node | null {
  const pair = isMap(node) ? node.items.find((one) => isScalar(one.key) && keyWord(one.key) === key) : undefined;

  return (pair?.key as Node | undefined) ?? null;
}

function keyWord(key: { readonly source?: string | undefined; readonly value: unknown }): string {
  return key.source ?? String(key.value);
}

/** Lines of a literal block stand one below the other after its header; the value lacks their indentation. */
function placeInside(source: string, node: Node | null, offset: number): Place {
  const start = node?.range?.[0] ?? 0;
  const place = placeAt(source, start);
  if (!isScalar(node) || typeof node.value !== "string") return place;
  const before = node.value.slice(0, offset).split("\n");
  const column = (before.at(-1) ?? "").length;
  if (node.type === "BLOCK_LITERAL") {
    const line = place.line + before.length;
    const written = source.split("\n")[line - 1] ?? "";
    const own = node.value.split("\n")[before.length - 1] ?? "";

    return { line, column: Math.max(0, written.replace(/\r$/, "").length - own.length) + column + 1 };
  }
  const quote = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? 1 : 0;
  const isVerbatim = source.startsWith(node.value, start + quote);

  return isVerbatim ? placeAt(source, start + quote + offset) : place;
}

function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;

  return { line, column: offset - lineStart + 1 };
}
