import { addFileEdge, addFileLink, addNode, networkOfParts, networkParts, wholeDays } from "./network-parts.ts";
import type { FileFault, NetworkParts } from "./network-parts.ts";
import type { Network } from "../checks/index.ts";

const blockNames = ["Propositions", "TimePoints", "ContingentLinks", "Constraints"] as const;
type BlockName = (typeof blockNames)[number];

/**
 * Reads a network from blocks in braces: `TimePoints { (A : ) }`, `ContingentLinks { (A,1,3,B) }`, `Constraints { (B - A <= 9 : ) }`;
 * what follows the colon is the condition under which an entry holds, and must be empty. O(length).
 */
export function readNetworkBlocks(source: string): Network | FileFault {
  const parts = networkParts();
  const seen = new Set<string>();
  let at = afterSpace(source, 0);
  while (at < source.length) {
    const brace = source.indexOf("{", at);
    const name = source.slice(at, brace === -1 ? at + 40 : Math.min(brace, at + 40)).trim();
    if (brace === -1 || !isBlockName(name))
      return malformed(at, `"${name}" begins no block; write ${blockNames.join(", ")}, each with its braces`);
    if (seen.has(name)) return malformed(at, `the block ${name} stands here a second time; join the two`);
    if (name !== "Propositions" && name !== "TimePoints" && !seen.has("TimePoints"))
      return malformed(at, `the block ${name} stands before the block TimePoints; put it after it`);
    seen.add(name);
    const end = source.indexOf("}", brace);
    if (end === -1) return malformed(brace, `the block ${name} never ends; close it with }`);
    const fault = readBlock(parts, name, source, brace + 1, end);
    if (fault !== null) return fault;
    at = afterSpace(source, end + 1);
  }

  return networkOfParts(parts);
}

function isBlockName(name: string): name is BlockName {
  return blockNames.some((known) => known === name);
}

function readBlock(parts: NetworkParts, name: BlockName, source: string, from: number, end: number): FileFault | null {
  let at = afterSpace(source, from);
  while (at < end) {
    if (name === "Propositions") return conditional(at, "it observes propositions");
    const close = source.indexOf(")", at);
    if (source[at] !== "(" || close === -1 || close > end)
      return malformed(at, `an entry of ${name} stands in parentheses; this one does not`);
    const fault = readEntry(parts, name, source.slice(at + 1, close), at);
    if (fault !== null) return fault;
    at = afterSpace(source, close + 1);
  }

  return null;
}

function readEntry(parts: NetworkParts, name: BlockName, entry: string, at: number): FileFault | null {
  if (name === "ContingentLinks") return readLink(parts, entry, at);
  const colon = entry.lastIndexOf(":");
  const own = (colon === -1 ? entry : entry.slice(0, colon)).trim();
  if (colon !== -1 && entry.slice(colon + 1).trim() !== "") return conditional(at, "an entry holds under a label");

  return name === "TimePoints" ? addNode(parts, own, at) : readConstraint(parts, own, at);
}

/** `B - A <= 9`: B is at most 9 days after A. */
function readConstraint(parts: NetworkParts, entry: string, at: number): FileFault | null {
  const sign = entry.indexOf("<=");
  const left = sign === -1 ? "" : entry.slice(0, sign).trim();
  const minus = left.search(/\s-\s/) === -1 ? left.indexOf("-") : left.search(/\s-\s/) + 1;
  if (minus <= 0) return malformed(at, `"${entry.slice(0, 40)}" is no bound; write it as B - A <= 9`);
  const to = nodeOf(parts, left.slice(0, minus), at);
  const from = nodeOf(parts, left.slice(minus + 1), at);
  const days = wholeDays(entry.slice(sign + 2), at);
  if (typeof to !== "number") return to;
  if (typeof from !== "number") return from;
  if (typeof days !== "number") return days;
  addFileEdge(parts, from, to, days, at);

  return null;
}

function readLink(parts: NetworkParts, entry: string, at: number): FileFault | null {
  const [begin, low, high, end, ...rest] = entry.split(",", 6);
  if (begin === undefined || low === undefined || high === undefined || end === undefined || rest.length > 0)
    return malformed(at, `"(${entry.slice(0, 40)})" is no link; write it as (A,1,3,B)`);
  const from = nodeOf(parts, begin, at);
  const to = nodeOf(parts, end, at);
  const least = wholeDays(low, at);
  const most = wholeDays(high, at);
  if (typeof from !== "number") return from;
  if (typeof to !== "number") return to;
  if (typeof least !== "number") return least;
  if (typeof most !== "number") return most;
  addFileLink(parts, { from, to, least, most }, at);

  return null;
}

function nodeOf({ names }: NetworkParts, written: string, at: number): number | FileFault {
  const name = written.trim();
  const reason = `"${name.slice(0, 60)}" is not among the nodes; add it to TimePoints, or correct the name`;

  return names.get(name) ?? { code: "unknown-node", at, reason };
}

function conditional(at: number, says: string): FileFault {
  const reason = `this is a conditional network (CSTN, CSTNU): ${says}; only unconditional ones (STN, STNU) are judged`;

  return { code: "conditional-network", at, reason };
}

function malformed(at: number, reason: string): FileFault {
  return { code: "malformed", at, reason };
}

function afterSpace(source: string, from: number): number {
  let at = from;
  while (at < source.length && /\s/.test(source[at]!)) at += 1;

  return at;
}
