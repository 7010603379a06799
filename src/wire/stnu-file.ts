import type { Network } from "../checks/index.ts";
import type { NetworkFileCode } from "./network-parts.ts";
import { readNetworkBlocks } from "./network-blocks.ts";
import { readNetworkGraphml } from "./network-graphml.ts";
import type { NamedRefusal } from "./shape-refusal.ts";

/** Files of networks of 50 million UTF-16 units and more are refused unread. */
const longest = 50_000_000;

export type NetworkOutcome = { readonly kind: "ok"; readonly value: Network } | NamedRefusal<NetworkFileCode>;

/**
 * Reads a temporal network from a file: GraphML of the CSTNU Tool where the first character is `<`, else blocks in braces.
 *
 * Refuses with line, column and what to do: what is malformed, an edge to no node, no nodes, whatever `networkFault` refuses, and
 * networks with conditions, by name. Never throws; O(length). Format: docs/formats/network.md.
 */
export function parseNetworkFile(source: string, fileName: string): NetworkOutcome {
  const refuseAt = (code: NetworkFileCode, at: number, reason: string): NetworkOutcome => ({
    kind: "refused",
    code,
    reason,
    file: fileName,
    ...placeAt(source, at),
  });
  if (source.length >= longest)
    return refuseAt("too-large", 0, `the file has ${source.length} characters; below ${longest} are read`);
  const isXml = /^[\s\uFEFF]{0,1000}</.test(source);
  const read = isXml ? readNetworkGraphml(source, fileName) : readNetworkBlocks(source.replace(/^\uFEFF/, " "));

  return "code" in read ? refuseAt(read.code, read.at, read.reason) : { kind: "ok", value: read };
}

function placeAt(source: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = source.indexOf("\n"); at !== -1 && at < offset; at = source.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }

  return { line, column: offset - lineStart + 1 };
}
