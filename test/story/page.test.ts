import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const browserPath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const hasBrowser = existsSync(browserPath);
if (!hasBrowser && process.env["CI"] === undefined) console.warn(`stories skipped: no browser at ${browserPath}`);
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

describe.skipIf(!hasBrowser && process.env["CI"] === undefined)("the page over the worked example", () => {
  let server: ChildProcess;
  let browser: Browser;
  let address = "";
  const asked: string[] = [];

  beforeAll(async () => {
    server = spawn(process.execPath, ["dist/servanda.mjs", "serve", "examples/geneva", "--port", "0"]);
    address = await new Promise<string>((resolve, reject) => {
      server.stdout?.on("data", (words: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(words));
        if (found !== null) resolve(found[0]);
      });
      server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
    browser = await chromium.launch({
      executablePath: browserPath,
      args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
        " ",
      ),
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill();
  });

  const open = async (hash: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 960 }, ...options });
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(address + hash);
    await checked(page);
    return page;
  };
  const checked = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => /Checked: \d/.test(document.body.textContent ?? ""));

  test("the outline lists 28 points, and a link opens one of them", async () => {
    const page = await open("#/text/8.1");
    const outline = page.getByRole("navigation", { name: "Outline" });
    expect(await outline.getByRole("link").count()).toBeGreaterThanOrEqual(28);
    await expect(page.getByRole("region", { name: "Point 8.1", exact: true }).isVisible()).resolves.toBe(true);
    await page.close();
  });

  test("choosing an option puts the choice into the address and checks again", async () => {
    const page = await open("#/text/?reading=proposed");
    const option = page.getByRole("radio", { name: /^Choose RU: by consensus/ });
    await option.focus();
    await page.keyboard.press("Space");
    await page.waitForFunction(() => location.hash.includes("choose="));
    await checked(page);
    expect(await option.isChecked()).toBe(true);
    await page.close();
  });

  test("an edited provision is read again, and undone", async () => {
    const page = await open("#/text/?reading=proposed");
    await page.getByRole("button", { name: "Edit 7.1" }).click();
    await page.getByLabel("Words of 7.1").fill("A Watching Mission is hereby established.");
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByText("A Watching Mission is hereby established.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("A Watching Mission").waitFor({ state: "detached" });
    await page.close();
  });

  test("a pasted text is read on this machine", async () => {
    const page = await open("#/text/");
    await page.getByRole("button", { name: "Read another text" }).click();
    await page
      .getByLabel("Text", { exact: true })
      .fill("# Accord\n\n1. Aland shall withdraw its troops within 5 days after signature.");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("heading", { name: "Accord" }).waitFor();
    await page
      .getByText(/Nobody looks whether/)
      .first()
      .waitFor();
    await page.close();
  });

  test("the findings can be taken away as a file", async () => {
    const page = await open("#/text/");
    await page.getByText("Export", { exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Findings as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("findings.csv");
    await page.close();
  });

  test.each<[string, string, Parameters<Browser["newPage"]>[0]]>([
    ["text, light", "#/text/8.1", { colorScheme: "light" }],
    ["text, dark", "#/text/8.1", { colorScheme: "dark" }],
    ["text, narrow", "#/text/8.1", { viewport: { width: 390, height: 844 } }],
    ["verification, light", "#/verification/", { colorScheme: "light" }],
    ["verification, dark", "#/verification/", { colorScheme: "dark" }],
    ["verification, narrow", "#/verification/", { viewport: { width: 390, height: 844 } }],
  ])("axe finds nothing and nothing scrolls sideways: %s", async (_name, hash, options) => {
    const page = await open(hash, options);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: {
          run: (on: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.close();
  });

  test("nothing was asked of another machine", () => {
    expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith("blob:"))).toEqual([]);
  });
});
