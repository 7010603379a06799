import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp, listen, openFolder } from "../src/server/index.ts";

let root = "";
let folder = "";
let pageRoot = "";
const errors: unknown[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "servanda-server-"));
  folder = join(root, "process");
  pageRoot = join(root, "web");
  await mkdir(join(folder, "text"), { recursive: true });
  await mkdir(join(folder, "readings"));
  await mkdir(join(pageRoot, "assets"), { recursive: true });
  await writeFile(join(folder, "text", "2-second.md"), "# Second\n");
  await writeFile(join(folder, "text", "10-third.md"), "# Third\n");
  await writeFile(join(folder, "text", "notes.log"), "not a draft");
  await writeFile(join(folder, "readings", "UA.yaml"), "servanda: reading/1\n");
  await writeFile(join(root, "secret.md"), "outside");
  await writeFile(join(pageRoot, "index.html"), "<!doctype html><title>x</title>");
  await writeFile(join(pageRoot, "assets", "index-AbCd1234.js"), "export {};");
  await symlink(join(root, "secret.md"), join(pageRoot, "assets", "link.js"));
  await symlink(join(root, "secret.md"), join(folder, "text", "99-link.md"));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function get(path: string, more: RequestInit = {}, of: string | null = folder): Promise<Response> {
  const app = await createApp({ folder: of, pageRoot, onError: (cause) => errors.push(cause) });
  return app.request(path, more);
}

describe("the page", () => {
  test("stands at the root and is asked again each time", async () => {
    const answer = await get("/");

    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  });

  test("keeps files with a hash in their name for ever, with their type", async () => {
    const answer = await get("/assets/index-AbCd1234.js");

    expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  test.each([
    "/../secret.md",
    "/assets/../../secret.md",
    "/..%2fsecret.md",
    "/assets/%2e%2e/%2e%2e/secret.md",
    "/assets/..%5c..%5csecret.md",
    "//etc/passwd",
    "/assets/link.js",
    "/assets",
    "/%00",
    "/%",
  ])("serves nothing outside itself: %s", async (path) => {
    const answer = await get(path);

    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("outside");
  });
});

describe("every answer", () => {
  test.each(["/", "/nothing", "/v1/process", "/v1/nothing"])("%s carries the guards", async (path) => {
    const { headers } = await get(path);

    expect(headers.get("content-security-policy")).toMatch(/^default-src 'self'; script-src 'self'; worker-src 'self'/);
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });

  test.each<[string, number]>([
    ["127.0.0.1:4100", 200],
    ["localhost", 200],
    ["LOCALHOST:80", 200],
    ["[::1]:4100", 200],
    ["evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["localhost.evil.example:4100", 421],
    ["127.0.0.1@evil.example", 421],
    ["", 421],
  ])("to a request for the host %j is %i", async (host, status) => {
    const answer = await get("/v1/process", { headers: { host } });

    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("to %s is a refusal: nothing can be changed", async (method) => {
    const answer = await get("/v1/process", { method });

    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD");
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });
});

describe("GET /v1/process", () => {
  const sent = (name: string, source: string) => ({
    name,
    source,
    sha256: createHash("sha256").update(source).digest("hex"),
  });

  test("gives drafts in their order and readings, and names no path of this machine", async () => {
    const answer = await get("/v1/process");
    const text = await answer.text();

    expect(answer.status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      folder: "process",
      process: null,
      drafts: [sent("2-second.md", "# Second\n"), sent("10-third.md", "# Third\n")],
      current: "10-third.md",
      readings: [sent("UA.yaml", "servanda: reading/1\n")],
    });
    expect(text).not.toContain(root);
  });

  test("without a folder is a problem that says so", async () => {
    const answer = await get("/v1/process", {}, null);

    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ title: "not-found", detail: "no process folder was opened" });
  });

  test("names the file and the place of what is no text", async () => {
    const bad = join(root, "bad");
    await mkdir(join(bad, "text"), { recursive: true });
    await writeFile(join(bad, "text", "1.md"), "one\ntw\0o");
    const answer = await get("/v1/process", {}, bad);

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ file: "1.md", line: 2, column: 3 });
  });
});

describe("a process folder", () => {
  test("marks as current what text/current.md links to", async () => {
    const linked = join(root, "linked");
    await mkdir(join(linked, "text"), { recursive: true });
    await writeFile(join(linked, "text", "1.md"), "one");
    await writeFile(join(linked, "text", "2.md"), "two");
    await symlink("1.md", join(linked, "text", "current.md"));
    const opened = await openFolder(linked);

    expect(opened).toMatchObject({ kind: "ok", value: { current: { name: "1.md" } } });
    expect(opened.kind === "ok" && opened.value.drafts.map((file) => file.name)).toEqual(["1.md", "2.md"]);
  });

  test("takes readings/agreed.yaml alone where there is one", async () => {
    const agreed = join(root, "agreed");
    await mkdir(join(agreed, "text"), { recursive: true });
    await mkdir(join(agreed, "readings"));
    await writeFile(join(agreed, "text", "current.md"), "one");
    for (const name of ["UA.yaml", "agreed.yaml", "RU.yaml"]) await writeFile(join(agreed, "readings", name), "");
    const opened = await openFolder(agreed);

    expect(opened.kind === "ok" && opened.value.standing.map((file) => file.name)).toEqual(["agreed.yaml"]);
    expect(opened.kind === "ok" && opened.value.readings).toHaveLength(3);
  });

  test.each(["", "secret.md"])("without text/ is none: %j", async (name) => {
    expect(await openFolder(join(root, name))).toMatchObject({ kind: "refused", code: "not-found" });
  });
});

describe("listening", () => {
  test("takes a free port on 127.0.0.1, answers there, and gives the port back", async () => {
    const listening = await listen({ folder, pageRoot, port: 0, onError: (cause) => errors.push(cause) });
    expect(listening.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(listening.address)).status).toBe(200);

    const port = Number(new URL(listening.address).port);
    const again = listen({ folder, pageRoot, port, onError: (cause) => errors.push(cause) });
    await expect(again).rejects.toMatchObject({ code: "EADDRINUSE" });
    expect(await rawAnswer(port, "GET /v1/process HTTP/1.1\r\nHost: evil.example\r\n\r\n")).toContain(" 421 ");
    expect(await rawAnswer(port, "GET /../secret.md HTTP/1.1\r\nHost: localhost\r\n\r\n")).toContain(" 404 ");
    await listening.close();
    expect(errors).toEqual([]);
  });
});

function rawAnswer(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.once("data", (data) => {
      resolve(String(data));
      socket.destroy();
    });
    socket.once("error", reject);
  });
}
