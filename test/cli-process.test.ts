import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";

// The command as it ships: one bundle, run by Node in a process of its own.
const place = resolve("node_modules/.cache/servanda/test");
const bundle = join(place, "dist", "servanda.mjs");
let root = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "servanda-process-"));
  await mkdir(place, { recursive: true });
  await copyFile("package.json", join(place, "package.json"));
  await build({
    input: "src/cli/main.ts",
    platform: "node",
    external: /^(node:|[@a-z][^:]*$)/,
    logLevel: "warn",
    output: { file: bundle, format: "esm", codeSplitting: false },
  });
  await writeFile(join(root, "draft.md"), "# A\n\n1.1 Aland shall pay Bland.\n".repeat(500));
});

afterAll(() => rm(root, { recursive: true, force: true }));

function started(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [bundle, ...argv], { stdio: ["pipe", "pipe", "pipe"] });
}

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (data) => (out += String(data)));
  child.stderr?.on("data", (data) => (err += String(data)));

  return new Promise((done) => child.on("close", (code) => done({ code, out, err })));
}

function firstOutput(child: ChildProcess): Promise<string> {
  return new Promise((done) => child.stdout?.once("data", (data) => done(String(data))));
}

test("a long document arrives whole through a pipe, with the exit code of the answer", async () => {
  const { code, out, err } = await ended(started("check", join(root, "draft.md"), "--json"));

  expect({ code, err }).toEqual({ code: 6, err: "" });
  expect(out.length).toBeGreaterThan(500_000);
  expect(JSON.parse(out).counts.error).toBeGreaterThan(500);
});

test("a reader that has seen enough ends it without a complaint", async () => {
  const child = started("check", join(root, "draft.md"), "--json");
  const end = ended(child);
  await firstOutput(child);
  child.stdout?.destroy();

  expect(await end).toMatchObject({ err: "" });
});

test("the version is that of the package, and a missing file is 3", async () => {
  expect(await ended(started("--version"))).toEqual({ code: 0, out: "0.1.0\n", err: "" });
  expect(await ended(started("read", join(root, "none.md")))).toMatchObject({ code: 3, out: "" });
});

test("an interruption while it waits for standard input is 130", async () => {
  const child = started("read", "-");
  const end = ended(child);
  // More than a pipe holds: once it is gone, the program reads, and so listens to interruptions.
  await new Promise((done) => child.stdin?.write("more\n".repeat(200_000), done));
  child.kill("SIGINT");

  expect((await end).code).toBe(130);
});

test("serve prints its address alone on standard output, answers, and ends with 130", async () => {
  const child = started("serve", "examples/geneva", "--port", "0");
  const end = ended(child);
  const address = await firstOutput(child);

  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  const answer = await fetch(new URL("v1/process", address.trim()));
  expect(await answer.json()).toMatchObject({ folder: "geneva", drafts: expect.any(Array) });
  child.kill("SIGINT");
  expect(await end).toEqual({ code: 130, out: address, err: "" });
});

test("a port that is taken is said, with 1", async () => {
  const first = started("serve", "--port", "0");
  const firstEnd = ended(first);
  const { port } = new URL((await firstOutput(first)).trim());
  const { code, out, err } = await ended(started("serve", "--port", port));
  first.kill("SIGTERM");
  await firstEnd;

  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(`servanda: port ${port} is taken; leave --port out to take a free one\n`);
});
