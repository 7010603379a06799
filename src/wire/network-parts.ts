import { networkFault } from "../checks/index.ts";
import type { Network, NetworkCode } from "../checks/index.ts";

export type NetworkFileCode =
  | NetworkCode
  | "too-large"
  | "malformed"
  | "node-twice"
  | "unknown-node"
  | "no-value"
  | "half-a-link"
  | "conditional-network";

/** What is wrong with a file of a network, the offset at which it shows, and in `reason` what to do. */
export type FileFault = { readonly code: NetworkFileCode; readonly at: number; readonly reason: string };

/** Names, edges and links as a file gives them, each with its offset. */
export type NetworkParts = {
  readonly names: Map<string, number>;
  readonly edges: Network["edges"][number][];
  readonly edgeAt: number[];
  readonly links: Network["links"][number][];
  readonly linkAt: number[];
};

export function networkParts(): NetworkParts {
  return { names: new Map(), edges: [], edgeAt: [], links: [], linkAt: [] };
}

export function addNode({ names }: NetworkParts, name: string, at: number): FileFault | null {
  if (name === "") return { code: "malformed", at, reason: "this node has no name; give it one" };
  if (names.has(name))
    return { code: "node-twice", at, reason: `the node ${name} stands here a second time; give it another name` };
  names.set(name, names.size);

  return null;
}

export function addFileEdge(parts: NetworkParts, from: number, to: number, weight: number, at: number): void {
  parts.edges.push({ from, to, weight });
  parts.edgeAt.push(at);
}

export function addFileLink(parts: NetworkParts, link: Network["links"][number], at: number): void {
  parts.links.push(link);
  parts.linkAt.push(at);
}

/** A whole number of days as files write it, else the fault. */
export function wholeDays(written: string, at: number): number | FileFault {
  const words = written.trim();
  if (/^[+-]?\d{1,15}$/.test(words)) return Number(words) + 0;
  if (/^[+-]?\d+$/.test(words))
    return {
      code: "weights-too-great",
      at,
      reason: `${words.slice(0, 20)}… days are too many; write a smaller number`,
    };

  return { code: "not-whole", at, reason: `"${words.slice(0, 40)}" is no whole number of days; write one` };
}

/** The network of what was read, or the first thing for which it cannot be judged. */
export function networkOfParts(parts: NetworkParts): Network | FileFault {
  const network: Network = {
    points: parts.names.size,
    names: [...parts.names.keys()],
    edges: parts.edges,
    links: parts.links,
  };
  const fault = networkFault(network);
  if (fault === null) return network;
  const at = fault.edge !== null ? parts.edgeAt[fault.edge] : fault.link !== null ? parts.linkAt[fault.link] : 0;

  return { code: fault.code, at: at ?? 0, reason: `${fault.reason}${remedies[fault.code] ?? ""}` };
}

/** What to do, where the reason does not say it already. */
const remedies: Partial<Record<NetworkFileCode, string>> = {
  "no-points": "; write at least one node",
  "negative-duration": "; a link takes 0 days or more",
  "empty-duration": "; exchange or correct its bounds",
  "contingent-twice": "; take one of its links out",
  "link-on-itself": "; end it at another node",
  "cycle-of-links": "; take one of these links out",
};
