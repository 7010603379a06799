import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servanda } from "./memory-io.ts";

const late = `# Agreement between Aland and Bland

1. Bland shall mark the road within 40 days after entry into force.

2. Aland shall repair the road within 30 days after entry into force, but not before the completion of the marking under point 1.
`;

const blocks = `Propositions {
}
TimePoints {
  (request : )
  (inspection : )
  (payment : )
}
ContingentLinks {
  (request,5,30,inspection)
}
Constraints {
  (payment - request <= 20 : )
  (inspection - payment <= 0 : )
}
`;

let root = "";
const at = (name: string): string => join(root, name);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "servanda-schedule-"));
  await writeFile(at("late.md"), late);
  await writeFile(at("enough.md"), late.replace("30 days", "60 days"));
  await writeFile(at("impossible.md"), late.replace("within 40 days", "not earlier than 45 days"));
  await writeFile(at("empty.md"), "");
  await writeFile(at("network"), blocks);
  await writeFile(at("kept.stnu"), blocks.replace("<= 20", "<= 90"));
  await writeFile(at("broken.stnu"), "<graphml><graph><node id='a'></graph>");
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe("a text", () => {
  test.each<[string, number, boolean, Record<string, boolean>]>([
    ["late.md", 6, true, { Bland: true, Aland: false }],
    ["enough.md", 0, true, { Bland: true, Aland: true }],
    ["impossible.md", 6, false, { Bland: false, Aland: false }],
    ["empty.md", 0, true, {}],
  ])("%s ends with %d", async (name, code, consistent, controllable) => {
    const answer = await servanda(["schedule", at(name), "--json"]);

    expect(answer.code).toBe(code);
    expect(JSON.parse(answer.out)).toMatchObject({ consistent, controllable, triedAll: true });
  });

  test("tells by provision what keeps the party from being in time", async () => {
    const { out } = await servanda(["schedule", at("late.md"), "--json"]);
    const { because } = JSON.parse(out);

    expect(because).toContainEqual({ provision: "2", edge: "2 (at most 30 days)", days: 30, party: "Aland", if: null });
    expect(because).toContainEqual({ provision: "1", edge: "1 (at most 40 days)", days: 40, party: "Aland", if: null });
  });

  test("acts that wait for one another are no schedule", async () => {
    const circle =
      "# Agreement between Aland and Bland\n\n1. Aland shall open the gate within 5 days after the completion of the release under point 2.\n\n2. Bland shall release all prisoners within 5 days after the completion of the opening of the gate under point 1.\n";
    const { out, code } = await servanda(["schedule", "-"], { stdin: circle });

    expect(code).toBe(6);
    expect(out).toContain("1 waits for 2, 2 waits for 1. Nobody need begin.");
  });

  test("prints who can keep its promises, and a bar for each act", async () => {
    const { out } = await servanda(["schedule", at("late.md")]);

    expect(out).toContain("A calendar satisfies the text.");
    expect(out).toContain("Bland: every promise can be kept whatever the others do within their own limits.");
    expect(out).toContain("Aland: a promise can be late although everything was done right.");
    expect(out).toMatch(/1\/1 {2}Bland: ‘mark road’ +0 to 30 +█+/);
  });
});

describe("a network", () => {
  test.each<[string, number, boolean]>([
    ["network", 6, false],
    ["kept.stnu", 0, true],
  ])("%s ends with %d", async (name, code, controllable) => {
    const answer = await servanda(["schedule", at(name), "--json"]);

    expect(answer.code).toBe(code);
    expect(JSON.parse(answer.out)).toMatchObject({ consistent: true, controllable, points: 3, edges: 2, links: 1 });
  });

  test("is known from standard input by how it begins, and told in its own names", async () => {
    const { out, code } = await servanda(["schedule", "-"], { stdin: blocks });

    expect(code).toBe(6);
    expect(out).toContain("the link request to inspection takes its most, 30 days");
    expect(out).toContain("payment at most 20 days after request");
  });

  test("that is malformed is refused with its place", async () => {
    const { code, out, err } = await servanda(["schedule", at("broken.stnu")]);

    expect({ code, out }).toEqual({ code: 5, out: "" });
    expect(err).toMatch(/broken\.stnu:1:\d+ /);
  });

  test("is no text: what asks about a text is refused", async () => {
    expect((await servanda(["schedule", at("kept.stnu"), "--choose", "1/1=a"])).code).toBe(2);
  });
});
