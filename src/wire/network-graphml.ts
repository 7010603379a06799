import type { Network } from "../checks/index.ts";
import { addFileEdge, addFileLink, addNode, networkOfParts, networkParts, wholeDays } from "./network-parts.ts";
import type { FileFault, NetworkParts } from "./network-parts.ts";
import { readXml } from "./xml-elements.ts";
import type { XmlElement } from "./xml-elements.ts";

/** One contingent edge of a file: half of a link. `case` is written in the file, or `null` where only a number is. */
type Half = {
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly case: "lower" | "upper" | null;
  readonly at: number;
};

type Reading = {
  readonly parts: NetworkParts;
  readonly halves: Half[];
  /** What the file says it is, in capitals. */
  networkType: string | null;
  /** The `data` of the node, edge or graph in hand by key, with their offsets. */
  data: Map<string, { readonly text: string; readonly at: number }>;
};

const unlabelled = new Set(["", "⊡", "{}"]);

/**
 * Reads the GraphML of the CSTNU Tool: `node`s, and `edge`s with a `Type` and a `Value` or `LabeledValue`.
 *
 * A link is a pair of contingent edges: `LC(C):1` from activation to end with `UC(C):-3` back, or plain 3 with plain −1. A wait (`UC` on an
 * edge of another node, `derived` by the tool) follows from the rest and is passed over. `name` may tell the kind of network by
 * its ending. Refused by name: networks with observed propositions, labels or labelled bounds.
 */
export function readNetworkGraphml(source: string, name: string): Network | FileFault {
  const reading: Reading = { parts: networkParts(), halves: [], networkType: null, data: new Map() };
  const ending = /\.(cstnpsu|cstnu|cstn)$/i.exec(name)?.[1]?.toUpperCase() ?? null;
  const waitingEdges: { readonly element: XmlElement; readonly data: Reading["data"] }[] = [];
  const fault = readXml<FileFault>(source, {
    onOpen: (element, within) => {
      if (within.length === 0 && localName(element) !== "graphml")
        return malformed(
          element.at,
          `<${element.name.slice(0, 40)}> holds all; a network's file begins with <graphml>`,
        );
      if (isPart(element)) reading.data = new Map();
      if (localName(element) === "graph" && within.some((outer) => localName(outer) === "graph"))
        return malformed(element.at, "a graph stands inside a graph; a network is one graph");
      return null;
    },
    onClose: (element, text, within) => {
      const outer = within.at(-1);
      if (localName(element) === "data" && outer !== undefined) {
        const key = element.attributes.get("key") ?? "";
        if (localName(outer) === "graph" && key === "NetworkType") reading.networkType = text.trim().toUpperCase();
        reading.data.set(key, { text: text.trim(), at: element.at });
        return null;
      }
      if (localName(element) === "node") return readNode(reading, element, ending);
      // Edges may stand before their nodes.
      if (localName(element) === "edge") waitingEdges.push({ element, data: reading.data });
      return null;
    },
  });
  if (fault !== null) return "code" in fault ? fault : malformed(fault.at, `this is not XML: ${fault.reason}`);
  for (const { element, data } of waitingEdges) {
    const edgeFault = readEdge(reading, element, data, ending);
    if (edgeFault !== null) return edgeFault;
  }

  return linkFault(reading) ?? networkOfParts(reading.parts);
}

/** The name without its namespace's prefix. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

function isPart(element: XmlElement): boolean {
  return ["node", "edge"].includes(localName(element));
}

function readNode(reading: Reading, element: XmlElement, ending: string | null): FileFault | null {
  const name = element.attributes.get("id") ?? "";
  const observed = reading.data.get("Obs");
  if (observed !== undefined && observed.text !== "")
    return conditional(
      reading,
      ending,
      observed.at,
      `the node ${name} observes the proposition ${observed.text.slice(0, 20)}`,
    );
  const label = reading.data.get("Label");
  if (label !== undefined && !unlabelled.has(label.text))
    return conditional(reading, ending, label.at, `the node ${name} has the label ${label.text.slice(0, 20)}`);

  return addNode(reading.parts, name, element.at);
}

function readEdge(
  reading: Reading,
  { attributes, at }: XmlElement,
  data: Reading["data"],
  ending: string | null,
): FileFault | null {
  const ends: number[] = [];
  for (const which of ["source", "target"]) {
    const name = attributes.get(which);
    const node = name === undefined ? undefined : reading.parts.names.get(name);
    if (node === undefined) {
      const reason =
        name === undefined
          ? `this edge has no ${which}; name a node`
          : `the ${which} ${name.slice(0, 60)} of this edge is no node; add the node, or correct the name`;
      return { code: "unknown-node", at, reason };
    }
    ends.push(node);
  }
  for (const key of ["LabeledValues", "UpperCaseLabeledValues", "LowerCaseLabeledValues"]) {
    const labelled = data.get(key);
    const holdsAlways = key === "LabeledValues" && unlabelledValue(data) !== null;
    if (labelled !== undefined && !unlabelled.has(labelled.text) && !holdsAlways)
      return conditional(reading, ending, labelled.at, `an edge has labelled bounds ${labelled.text.slice(0, 30)}`);
  }
  const [from = 0, to = 0] = ends;
  const own = data.get("Value");
  const written = own !== undefined && own.text !== "" ? own : unlabelledValue(data);
  const days = written === null ? null : wholeDays(written.text, written.at);
  if (days !== null && typeof days !== "number") return days;
  const type = data.get("Type")?.text.toLowerCase() ?? "requirement";
  const cased = data.get("LabeledValue");
  if (cased !== undefined && cased.text !== "") {
    const fault = readCase(reading, from, to, cased, type);
    if (fault !== null) return fault;
    if (days !== null) addFileEdge(reading.parts, from, to, days, at);
    return null;
  }
  if (days === null) return { code: "no-value", at, reason: "this edge has no number of days; give it a Value" };
  if (type === "contingent") reading.halves.push({ from, to, days, case: null, at });
  else addFileEdge(reading.parts, from, to, days, at);

  return null;
}

/** The number of `{(5, ⊡) }`, a labelled bound that holds always; `null` for any other. */
function unlabelledValue(data: Reading["data"]): { readonly text: string; readonly at: number } | null {
  const labelled = data.get("LabeledValues");
  const days = /^\{\s?\((?:⊡,\s?)?([^\s(),]{1,40})(?:,\s?⊡)?\)\s?\}$/.exec(labelled?.text ?? "")?.[1];

  return labelled === undefined || days === undefined ? null : { text: days, at: labelled.at };
}

/** `LC(C):1` on the edge into C, `UC(C):-3` on the edge out of C. */
function readCase(
  { parts, halves }: Reading,
  from: number,
  to: number,
  { text, at }: { readonly text: string; readonly at: number },
  type: string,
): FileFault | null {
  const kind = text.slice(0, 3).toUpperCase();
  const close = text.lastIndexOf("):");
  if ((kind !== "LC(" && kind !== "UC(") || close === -1)
    return {
      code: "malformed",
      at,
      reason: `"${text.slice(0, 40)}" is no case value; write it as LC(C):1 or UC(C):-3`,
    };
  const name = text.slice(3, close).trim();
  const days = wholeDays(text.slice(close + 2), at);
  if (typeof days !== "number") return days;
  const node = parts.names.get(name);
  if (node === undefined)
    return { code: "unknown-node", at, reason: `${name.slice(0, 60)} is no node; correct the name in this case value` };
  const isLower = kind === "LC(";
  if (node === (isLower ? to : from)) {
    halves.push({ from, to, days, case: isLower ? "lower" : "upper", at });
    return null;
  }
  if (type === "derived" || type === "internal") return null;
  const wanted = isLower ? "the edge that leads to it" : "the edge that begins at it";

  return {
    code: "half-a-link",
    at,
    reason: `a case value of ${name.slice(0, 60)} belongs on ${wanted}; move it there`,
  };
}

/** Joins the halves of links; the fault of the first that does not make one. */
function linkFault({ parts, halves }: Reading): FileFault | null {
  const nodes = parts.names.size;
  const byEnds = new Map<number, Half>();
  for (const half of halves) {
    const key = half.from * nodes + half.to;
    if (half.from === half.to)
      return halfFault("link-on-itself", half, "a link leads to its own node; end it at another");
    if (byEnds.has(key))
      return halfFault("contingent-twice", half, "a second contingent edge leads the same way; take one out");
    byEnds.set(key, half);
  }
  const joined = new Set<Half>();
  for (const half of halves) {
    if (joined.has(half)) continue;
    const other = byEnds.get(half.to * nodes + half.from);
    if (other === undefined)
      return halfFault(
        "half-a-link",
        half,
        "this contingent edge has no partner the other way; add the link's other bound",
      );
    joined.add(other);
    const link = linkOf(half, other);
    if ("code" in link) return link;
    addFileLink(parts, link, half.at);
  }

  return null;
}

/** The link of two halves, of which `one` was read first; two plain zeros tell no direction, then it leads as that one does. */
function linkOf(one: Half, other: Half): Network["links"][number] | FileFault {
  if (one.case !== null && other.case !== null && one.case !== other.case) {
    const [lower, upper] = one.case === "lower" ? [one, other] : [other, one];
    return { from: lower.from, to: lower.to, least: lower.days, most: 0 - upper.days };
  }
  if (one.case !== null || other.case !== null)
    return halfFault(
      "half-a-link",
      one,
      "one bound of this link is a case value alone; write an LC and a UC, or two plain numbers",
    );
  const [forward, back] = one.days > 0 || (one.days === 0 && other.days <= 0) ? [one, other] : [other, one];
  if (forward.days < 0 || back.days > 0)
    return halfFault(
      "negative-duration",
      one,
      "a link leads forwards by 0 days or more, and back by its least days below 0",
    );

  return { from: forward.from, to: forward.to, least: 0 - back.days, most: forward.days };
}

function halfFault(code: FileFault["code"], { at }: Half, reason: string): FileFault {
  return { code, at, reason };
}

function conditional({ networkType }: Reading, ending: string | null, at: number, says: string): FileFault {
  const stated = networkType === null || networkType === "STN" || networkType === "STNU" ? null : networkType;
  const kind = stated ?? ending ?? "CSTN or CSTNU";
  const reason = `this is a conditional network (${kind.slice(0, 20)}): ${says}; only unconditional ones (STN, STNU) are judged`;

  return { code: "conditional-network", at, reason };
}

function malformed(at: number, reason: string): FileFault {
  return { code: "malformed", at, reason };
}
