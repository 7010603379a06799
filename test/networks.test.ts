import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { consistencyOf, controllabilityOf } from "../src/checks/index.ts";
import type { Network } from "../src/checks/index.ts";
import { parseNetworkFile } from "../src/wire/index.ts";
import { isControllableByMorris } from "./time/morris-2014.ts";

const data = resolve(import.meta.dirname, "../../shared/data");
const tool = resolve(data, "cstnu/instances");
const mined = resolve(data, "stnu-mined/stnu");
const hasTool = existsSync(tool);
const hasMined = existsSync(mined);
if (!hasTool || !hasMined) console.warn("networks.test.ts: ../shared/data is absent, so its networks are not tried");

const parse = (folder: string, name: string) => parseNetworkFile(readFileSync(resolve(folder, name), "utf8"), name);
const verdict = (network: Network) => [consistencyOf(network).consistent, controllabilityOf(network).controllable];

test.runIf(hasTool)("every network of the tool without conditions is judged, every other refused by name", () => {
  const judged: Record<string, readonly boolean[]> = {};
  const refused: Record<string, string> = {};
  for (const name of readdirSync(tool).filter((name) => !name.endsWith(".md"))) {
    const outcome = parse(tool, name);
    if (outcome.kind === "refused") {
      refused[name] = outcome.code;
      continue;
    }
    judged[name] = verdict(outcome.value);
    expect(isControllableByMorris(outcome.value), name).toBe(judged[name][1]);
  }

  expect(judged).toEqual({
    "20220109stnu4newRules.stnu": [true, false],
    "fig1RUL2022.cstnu": [true, false],
    "fig1RUL2022.stnu": [true, false],
    "fig7FD_STNU.stnu": [true, true],
    "stn01.stn": [true, true],
  });
  // One file begins in the middle of a network.
  const { "t21.cstnpsu": fragment, ...others } = refused;
  expect(fragment).toBe("malformed");
  expect(Object.keys(others)).toHaveLength(19);
  expect(new Set(Object.values(others))).toEqual(new Set(["conditional-network"]));
});

test.runIf(hasMined)("every mined network can be kept; tightened across a link it cannot", () => {
  const names = readdirSync(mined);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const outcome = parse(mined, name);
    if (outcome.kind === "refused") expect.fail(`${name}: ${outcome.reason}`);
    const network = outcome.value;
    expect(verdict(network), name).toEqual([true, true]);
    for (const [at, { from, to, least, most }] of network.links.entries()) {
      if (least === most) continue;
      const tightened = { ...network, edges: [...network.edges, { from, to, weight: most - 1 }] };
      expect(verdict(tightened), `${name}, link ${at}`).toEqual([consistencyOf(tightened).consistent, false]);
    }
  }
});
