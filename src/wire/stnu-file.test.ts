import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parseNetworkFile } from "./stnu-file.ts";
import type { NetworkOutcome } from "./stnu-file.ts";

const graphml = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns/graphml">\n<graph edgedefault="directed">\n${inner}\n</graph>\n</graphml>\n`;
const nodes = (...names: readonly string[]): string => names.map((name) => `<node id="${name}"/>`).join("");
const edge = (from: string, to: string, data: Readonly<Record<string, string>>): string =>
  `<edge id="${from}${to}" source="${from}" target="${to}">${Object.entries(data)
    .map(([key, text]) => `<data key="${key}">${text}</data>`)
    .join("")}</edge>`;
const contingent = (from: string, to: string, value: number | string): string =>
  edge(from, to, { Type: "contingent", Value: `${value}` });
const cased = (from: string, to: string, value: string): string =>
  edge(from, to, { Type: "contingent", LabeledValue: value });
const parse = (source: string, name = "network.stnu"): NetworkOutcome => parseNetworkFile(source, name);

test.each<[string, string]>([
  [
    "case values",
    graphml(
      nodes("A", "C", "X") +
        cased("A", "C", "LC(C):1") +
        cased("C", "A", "UC(C):-3") +
        edge("C", "X", { Type: "requirement", Value: "-2" }),
    ),
  ],
  [
    "plain values",
    graphml(
      nodes("A", "C", "X") + contingent("A", "C", 3) + contingent("C", "A", -1) + edge("C", "X", { Value: "-2" }),
    ),
  ],
  [
    "the way back first",
    graphml(
      nodes("A", "C", "X") +
        contingent("C", "A", -1) +
        contingent("A", "C", 3) +
        edge("C", "X", { Type: "normal", Value: " -2 " }),
    ),
  ],
  [
    "edges before nodes, and a wait that follows",
    graphml(
      cased("X", "A", "UC(C):-9").replace("contingent", "derived") +
        cased("A", "C", "LC(C):1") +
        cased("C", "A", "UC(C):-3") +
        edge("C", "X", { Value: "-2" }) +
        nodes("A", "C", "X"),
    ),
  ],
  [
    "a byte order mark, comments and space",
    `\uFEFF${graphml(`<!-- <node id="B"/> -->${nodes("A", "C", "X")}${contingent("A", "C", 3)}${contingent("C", "A", -1)}${edge("C", "X", { Value: "-2" })}`)}`,
  ],
  [
    "no conditions in a file that could have them",
    graphml(
      `<data key="NetworkType">CSTNU</data>${nodes("A", "C")}<node id="X"><data key="Obs"></data><data key="Label">⊡</data></node>${contingent("A", "C", 3)}${contingent("C", "A", -1)}${edge("C", "X", { Value: "-2", LabeledValues: "{}" })}`,
    ),
  ],
  [
    "a bound that holds always",
    graphml(
      nodes("A", "C", "X") +
        contingent("A", "C", 3) +
        contingent("C", "A", -1) +
        edge("C", "X", { LabeledValues: "{(-2, ⊡) }" }),
    ),
  ],
  [
    "blocks",
    "Propositions {\n}\n\nTimePoints {\n  (A : )\n  (C : )\n  (X : )\n}\n\nContingentLinks {\n  (A,1,3,C)\n}\n\nConstraints {\n  (X - C <= -2 : )\n}\n",
  ],
  ["blocks without space", "TimePoints{(A:)(C:)(X:)}ContingentLinks{(A,1,3,C)}Constraints{(X-C<=-2:)}"],
])("one link and one edge: %s", (_name, source) => {
  expect(parse(source)).toEqual({
    kind: "ok",
    value: {
      points: 3,
      names: ["A", "C", "X"],
      edges: [{ from: 1, to: 2, weight: -2 }],
      links: [{ from: 0, to: 1, least: 1, most: 3 }],
    },
  });
});

test("a node may bear any name", () => {
  expect(parse(graphml(nodes("a &lt; &amp; &#x2603;", "Ω", "n-1") + edge("Ω", "n-1", { Value: "3" })))).toMatchObject({
    value: { names: ["a < & ☃", "Ω", "n-1"], edges: [{ from: 1, to: 2, weight: 3 }] },
  });
  expect(parse("TimePoints { (n-1 : ) (n-2 : ) } Constraints { (n-1 - n-2 <= 4 : ) }")).toMatchObject({
    value: { edges: [{ from: 1, to: 0, weight: 4 }] },
  });
});

const link = contingent("A", "C", 3) + contingent("C", "A", -1);

test.each<[string, string, string, string]>([
  ["nothing", "", "no-points", "1:1"],
  ["words", "Dear colleague", "malformed", "1:1"],
  ["a network without nodes", graphml(""), "no-points", "1:1"],
  ["blocks without nodes", "TimePoints { }", "no-points", "1:1"],
  ["another kind of XML", "<html><body/></html>", "malformed", "1:1"],
  ["a tag that is not closed", "<graphml>\n<graph>\n<node id='A'>\n</graph>\n</graphml>", "malformed", "4:1"],
  ["a file cut off", "<graphml>\n <graph>\n<node id='A'/>", "malformed", "2:2"],
  ["a file cut off within a tag", "<graphml>\n <graph>\n<node id='A", "malformed", "3:1"],
  ["a closing tag too many", graphml(nodes("A")) + "</graphml>", "malformed", "7:1"],
  ["a second root", graphml(nodes("A")) + "<graphml/>", "malformed", "7:1"],
  ["words after the root", graphml(nodes("A")) + " and so on", "malformed", "7:2"],
  ["a value in no quotation marks", "<graphml><node id=A/></graphml>", "malformed", "1:16"],
  ["an attribute twice", "<graphml><node id='A' id='B'/></graphml>", "malformed", "1:23"],
  [
    "entities of the file's own",
    '<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY a "aaaa">]>\n<graphml/>',
    "malformed",
    "2:1",
  ],
  ["a node without a name", graphml("<node/>"), "malformed", "4:1"],
  ["a node twice", graphml(`${nodes("A")}\n${nodes("A")}`), "node-twice", "5:1"],
  ["an edge to no node", graphml(`${nodes("A")}\n${edge("A", "B", { Value: "1" })}`), "unknown-node", "5:1"],
  ["an edge without an end", graphml(`${nodes("A")}<edge source="A"/>`), "unknown-node", "4:15"],
  ["an edge without days", graphml(nodes("A", "B") + edge("A", "B", { Type: "requirement" })), "no-value", "4:29"],
  ["no number", graphml(`${nodes("A", "B")}\n${edge("A", "B", { Value: "NaN" })}`), "not-whole", "5:37"],
  ["half a day", graphml(nodes("A", "B") + edge("A", "B", { Value: "1.5" })), "not-whole", "4:65"],
  ["no bound", graphml(nodes("A", "B") + edge("A", "B", { Value: "Infinity" })), "not-whole", "4:65"],
  [
    "a weight past 2³⁰",
    graphml(nodes("A", "B") + edge("A", "B", { Value: "1073741824" })),
    "weights-too-great",
    "4:29",
  ],
  [
    "a weight of 400 digits",
    graphml(nodes("A", "B") + edge("A", "B", { Value: "9".repeat(400) })),
    "weights-too-great",
    "4:65",
  ],
  ["half a link", graphml(nodes("A", "C") + contingent("A", "C", 3)), "half-a-link", "4:29"],
  [
    "a case value on the wrong edge",
    graphml(nodes("A", "B", "C") + cased("A", "B", "LC(C):3")),
    "half-a-link",
    "4:113",
  ],
  ["a case value of no node", graphml(nodes("A", "C") + cased("A", "C", "LC(D):3")), "unknown-node", "4:99"],
  ["a case value that is none", graphml(nodes("A", "C") + cased("A", "C", "C:3")), "malformed", "4:99"],
  [
    "a case value with a plain one",
    graphml(nodes("A", "C") + cased("A", "C", "LC(C):1") + contingent("C", "A", -3)),
    "half-a-link",
    "4:99",
  ],
  [
    "a link that leads forwards twice",
    graphml(nodes("A", "C") + contingent("A", "C", 3) + contingent("C", "A", 1)),
    "negative-duration",
    "4:29",
  ],
  [
    "a link of less than no days",
    graphml(nodes("A", "C") + cased("A", "C", "LC(C):-1") + cased("C", "A", "UC(C):-3")),
    "negative-duration",
    "4:99",
  ],
  [
    "a link of at least 4 and at most 3 days",
    graphml(nodes("A", "C") + contingent("A", "C", 3) + contingent("C", "A", -4)),
    "empty-duration",
    "4:29",
  ],
  [
    "two links into one node",
    graphml(`${nodes("A", "B", "C")}${link}\n${contingent("B", "C", 3)}${contingent("C", "B", -1)}`),
    "contingent-twice",
    "5:1",
  ],
  [
    "two links from one node",
    graphml(`${nodes("A", "B", "C")}${link}\n${contingent("A", "B", 3)}${contingent("B", "A", -1)}`),
    "shared-activation",
    "5:1",
  ],
  [
    "links in a ring",
    graphml(
      `${nodes("A", "B", "C")}${link}\n${contingent("C", "B", 3)}${contingent("B", "C", -1)}${contingent("B", "A", 3)}${contingent("A", "B", -1)}`,
    ),
    "cycle-of-links",
    "4:43",
  ],
  ["a link onto itself", graphml(nodes("A") + contingent("A", "A", 3)), "link-on-itself", "4:15"],
  ["an observed proposition", graphml('<node id="P"><data key="Obs">p</data></node>'), "conditional-network", "4:14"],
  ["a labelled node", graphml('<node id="P"><data key="Label">¬p</data></node>'), "conditional-network", "4:14"],
  [
    "labelled bounds",
    graphml(nodes("A", "B") + edge("A", "B", { LabeledValues: "{(p, 8) }" })),
    "conditional-network",
    "4:65",
  ],
  ["a block without an end", "TimePoints {\n (A : )", "malformed", "1:12"],
  ["a block of another name", "TimePoints { (A : ) }\nPeople { }", "malformed", "2:1"],
  ["a block twice", "TimePoints { (A : ) }\nTimePoints { (B : ) }", "malformed", "2:1"],
  ["a block before the nodes", "Constraints { (A - B <= 1 : ) }", "malformed", "1:1"],
  ["an entry without parentheses", "TimePoints {\n A : \n}", "malformed", "2:2"],
  ["no bound in blocks", "TimePoints { (A : ) (B : ) } Constraints {\n (A < B : ) }", "malformed", "2:2"],
  [
    "an unknown node in blocks",
    "TimePoints { (A : ) (B : ) } Constraints {\n (A - D <= 1 : ) }",
    "unknown-node",
    "2:2",
  ],
  ["no number in blocks", "TimePoints { (A : ) (B : ) } Constraints {\n (A - B <= NaN : ) }", "not-whole", "2:2"],
  ["a link of three in blocks", "TimePoints { (A : ) (B : ) } ContingentLinks {\n (A,3,B) }", "malformed", "2:2"],
  ["a proposition in blocks", "Propositions { (p) }", "conditional-network", "1:16"],
  ["a label in blocks", "TimePoints { (A : p) }", "conditional-network", "1:14"],
])("%s: %s is refused", (_name, source, code, place) => {
  const outcome = parse(source);
  if (outcome.kind !== "refused") expect.fail("it was read");

  expect([outcome.code, `${outcome.line}:${outcome.column}`]).toEqual([code, place]);
  expect(outcome.reason.length).toBeGreaterThan(20);
});

test("a network with conditions is refused by its name", () => {
  const observed = '<node id="P"><data key="Obs">p</data></node>';

  expect(parse(graphml(`<data key="NetworkType">CSTNPSU</data>${observed}`), "a.xml")).toMatchObject({
    reason: expect.stringContaining("(CSTNPSU)"),
  });
  expect(parse(graphml(observed), "a.cstn")).toMatchObject({ reason: expect.stringContaining("(CSTN)") });
  expect(parse(graphml(observed), "a.xml")).toMatchObject({ reason: expect.stringContaining("(CSTN or CSTNU)") });
});

test.each<[string, string]>([
  ["a million nodes", graphml(Array.from({ length: 1_000_000 }, (_node, at) => `<node id="${at}"/>`).join(""))],
  ["a million elements inside each other", `<graphml>${"<a>".repeat(1_000_000)}`],
  ["a million closing tags", `<graphml>${"</a>".repeat(1_000_000)}`],
  ["a million open brackets", "<".repeat(1_000_000)],
  ["a million entities", `<graphml>${"&amp;".repeat(1_000_000)}</graphml>`],
  ["a million unknown entities", `<graphml>${"&lol;".repeat(1_000_000)}</graphml>`],
  ["a million attributes", `<graphml ${Array.from({ length: 1_000_000 }, (_name, at) => `a${at}=""`).join(" ")}/>`],
  ["a comment that never ends", `<graphml>${"<!-- - ".repeat(1_000_000)}`],
  ["a value that never ends", `<graphml a="${"x".repeat(2_000_000)}`],
  ["a million blocks", "TimePoints {".repeat(1_000_000)],
  ["a million entries", `TimePoints {${Array.from({ length: 1_000_000 }, (_node, at) => `(${at}:)`).join("")}}`],
  ["a million open parentheses", `TimePoints { ${"(".repeat(1_000_000)} }`],
  ["a million spaces", `TimePoints { (A : ) } Constraints { (${" ".repeat(1_000_000)}A - A <= 1 : ) }`],
])("%s end soon", (_name, source) => {
  const start = performance.now();
  parse(source);

  expect(performance.now() - start).toBeLessThan(5_000);
});

test("the two examples of docs/formats/network.md are one network", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/formats/network.md"), "utf8");
  const [first, second] = [...page.matchAll(/```(?:xml|text)\n([^]*?)```/g)].map(([, example = ""]) => parse(example));

  expect(first).toEqual({
    kind: "ok",
    value: {
      points: 3,
      names: ["request", "inspection", "payment"],
      edges: [{ from: 1, to: 2, weight: 7 }],
      links: [{ from: 0, to: 1, least: 5, most: 30 }],
    },
  });
  expect(second).toEqual(first);
});
