import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

const browserPath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** `false` where there is no browser; under CI the stories run, and fail, all the same. */
export const canRun = existsSync(browserPath) || process.env["CI"] !== undefined;
if (!canRun) console.warn(`stories skipped: no browser at ${browserPath}; set CHROMIUM to one`);

const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

export type Room = {
  readonly address: string;
  readonly browser: Browser;
  /** Every address that any page asked for. */
  readonly asked: string[];
  /** What pages complained about: errors thrown, and anything the content security policy held back. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

/** The built command serving the worked example, and one browser over it. */
export async function openRoom(): Promise<Room> {
  const server = spawn(process.execPath, ["dist/servanda.mjs", "serve", "examples/geneva", "--port", "0"]);
  const [address, browser] = await Promise.all([
    addressOf(server),
    chromium.launch({ executablePath: browserPath, args: flags.split(" ") }),
  ]);

  return {
    address,
    browser,
    asked: [],
    complaints: [],
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout?.on("data", (words: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(words));
      if (found !== null) resolve(found[0]);
    });
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

export type PageOptions = Parameters<Browser["newPage"]>[0];

/** A page at an address of the room, once its text is checked. */
export async function pageAt(room: Room, hash: string, options: PageOptions = {}): Promise<Page> {
  const page = await room.browser.newPage({ viewport: { width: 1440, height: 960 }, ...options });
  page.setDefaultTimeout(10_000);
  page.on("request", (request) => room.asked.push(request.url()));
  page.on("pageerror", (error) => room.complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") room.complaints.push(message.text());
  });
  await page.goto(room.address + hash);
  await isChecked(page);

  return page;
}

/** A story told at an address of the room, on a page of its own. */
export function storyAt(
  room: () => Room,
  hash: string,
  story: (page: Page) => Promise<void>,
  options?: PageOptions,
): () => Promise<void> {
  return async () => {
    const page = await pageAt(room(), hash, options);
    try {
      await story(page);
    } finally {
      await page.close();
    }
  };
}

/** Opens words of the reader's own, as a person would. */
export async function readWords(page: Page, words: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Read (?:another|a) text$/ })
    .first()
    .click();
  await page.getByLabel("Text", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Read it" }).click();
}

/** Waits until the worker has answered for the words and choices that are shown. */
export async function isChecked(page: Page): Promise<void> {
  await page.getByText(/^Checked: \d+ errors\.$/).waitFor({ state: "attached" });
}

/** What axe finds against WCAG 2.2 A and AA, one line each. Paper has no targets to touch. */
export async function axeFindings(page: Page, isPaper: boolean): Promise<readonly string[]> {
  await page.evaluate(axe);

  return page.evaluate(async (isPaper) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (on: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
      rules: { "target-size": { enabled: !isPaper } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }, isPaper);
}
