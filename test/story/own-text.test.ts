import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, canRun, isChecked, openRoom, readWords, storyAt, type Room } from "./room.ts";

const accord = "# Accord\n\n1. Aland shall withdraw its troops within 5 days after signature.";

/** As many lines as a long treaty has. */
const long = `# Long\n\n${Array.from({ length: 1500 }, (_point, at) => `${at + 1}. Aland notes the letter numbered ${at}.`).join("\n\n")}\n`;

describe.skipIf(!canRun)("a text of the reader's own", () => {
  let room: Room;
  let root = "";
  beforeAll(async () => {
    room = await openRoom();
    root = await mkdtemp(join(tmpdir(), "servanda-story-"));
  });
  afterAll(async () => {
    await room?.close();
    await rm(root, { recursive: true, force: true });
  });
  const on = (hash: string, story: (page: Page) => Promise<void>) => storyAt(() => room, hash, story);

  test(
    "is pasted, read on this machine, kept over a reload, and put away again",
    on("#/text/", async (page) => {
      await readWords(page, accord);
      await page.getByRole("heading", { name: "Accord" }).waitFor();
      await page.getByRole("link", { name: "Verification" }).click();
      await page.getByRole("row", { name: /withdraw its troops/ }).waitFor();
      await page.getByText("Nobody looks whether").first().waitFor();
      await page.reload();
      await page.getByRole("row", { name: /withdraw its troops/ }).waitFor();
      await page.getByRole("button", { name: "Back to the example" }).click();
      await page.getByText("Example data.").waitFor();
    }),
  );

  test(
    "is pasted outside a field: the words are shown before they are read, and undo brings back what was open",
    on("#/text/?reading=proposed", async (page) => {
      await page.evaluate((words) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", words);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, accord);
      const dialog = page.getByRole("dialog", { name: "Read another text" });
      expect(await dialog.getByLabel("Text", { exact: true }).inputValue()).toBe(accord);
      await dialog.getByRole("button", { name: "Read it" }).click();
      await page.getByRole("heading", { name: "Accord" }).waitFor();
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await page.getByText("Example data.").waitFor();
      expect(new URL(page.url()).hash).toContain("reading=proposed");
    }),
  );

  test(
    "is dropped as a file anywhere on the page; undo by key brings the example back with its edits",
    on("#/text/7.1?reading=proposed", async (page) => {
      await page.keyboard.press("e");
      await page.getByLabel("Words of 7.1").fill("A Watching Mission is hereby established.");
      await page.getByRole("button", { name: "Done" }).click();
      await page.getByText("A Watching Mission is hereby established.").waitFor();
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["PACT\n\n1. Aland shall pay.\n"], "pact.txt"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      });
      await page.getByRole("navigation", { name: "Outline" }).getByText("Aland shall pay").waitFor();
      await page.keyboard.press("u");
      await page.getByText("A Watching Mission is hereby established.").waitFor();
    }),
  );

  test(
    "that is no text, too large or empty is refused with its place and what can be read",
    on("#/text/", async (page) => {
      const path = join(root, "huge.txt");
      const huge = await open(path, "w");
      await huge.truncate(50_000_000);
      await huge.close();
      await page.getByRole("button", { name: "Read another text" }).click();
      const file = page.getByLabel("Or a file");
      const refused = page.getByRole("alert");
      await file.setInputFiles({ name: "broken.md", mimeType: "text/plain", buffer: Buffer.from("one\ntwo \0") });
      await refused.getByText(/broken\.md, line 2, column 5: .*choose a file of text, Markdown or HTML/).waitFor();
      await file.setInputFiles(path);
      await refused.getByText(/huge\.txt: the file has 50 MB; texts below 50 MB are read/).waitFor();
      await file.setInputFiles({ name: "empty.md", mimeType: "text/plain", buffer: Buffer.from(" \n") });
      await refused.getByText("empty.md holds no words.").waitFor();
      expect(await axeFindings(page, false)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByText("Example data.").waitFor();
    }),
  );

  test(
    "in which nothing is promised says so on both screens, and nothing at all says what to do",
    on("#/text/", async (page) => {
      await readWords(page, "# A poem\n\nRoses are red.");
      await page.getByText("No words stand in brackets.").waitFor();
      await isChecked(page);
      expect(await axeFindings(page, false)).toEqual([]);
      await page.getByRole("link", { name: "Verification" }).click();
      await page.getByText("No commitment is read in this draft").waitFor();
      expect(await axeFindings(page, false)).toEqual([]);
      await page.getByRole("link", { name: "Look at the text" }).click();
      await page.getByText("Roses are red.").first().waitFor();
      await page.getByRole("button", { name: "Back to the example" }).click();
      await page.getByRole("button", { name: "Start empty" }).click();
      await page.getByRole("heading", { name: "No text yet" }).waitFor();
      expect(await axeFindings(page, false)).toEqual([]);
      await page.getByRole("button", { name: "Read a text" }).waitFor();
    }),
  );

  test(
    "that is long is pasted into the field at once",
    on("#/text/", async (page) => {
      await page.getByRole("button", { name: "Read another text" }).click();
      const field = page.getByLabel("Text", { exact: true });
      const milliseconds = await field.evaluate((field, words) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", words);
        const began = performance.now();
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        if (field.dispatchEvent(event)) document.execCommand("insertText", false, words);
        return performance.now() - began;
      }, long);
      expect(milliseconds).toBeLessThan(2000);
      expect(await field.inputValue()).toBe(long);
    }),
  );

  test("that takes long says how far the work is, can be stopped and taken up again, and leaves the page free", async () => {
    const context = await room.browser.newContext();
    // A machine so slow that what options change comes only when the story says so.
    await context.addInitScript(() => {
      const held: (() => void)[] = [];
      const told = Worker.prototype.addEventListener;
      Worker.prototype.addEventListener = function (this: Worker, type: string, listener: (event: never) => void) {
        told.call(this, type, (event: Event) => {
          const answer = event as MessageEvent<{ kind: string; checked?: { isWhole: boolean } }>;
          if (answer.data?.checked?.isWhole === true) held.push(() => listener(event as never));
          else listener(event as never);
        });
      } as typeof told;
      Object.assign(globalThis, { release: () => held.splice(0).forEach((tell) => tell()) });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const release = () => page.evaluate(() => (globalThis as unknown as { release: () => void }).release());
    await page.goto(`${room.address}#/text/?reading=proposed`);
    const status = page.getByRole("status");
    await status.getByText(/^\d+ of \d+ options of open brackets tried\./).waitFor();
    await page.getByText(/^\d+ errors?, \d+ warnings?, \d+ notes?$/).waitFor();
    await page.getByLabel("Search in this text").fill("minefields");
    await expect.poll(() => page.getByRole("region", { name: /^Point / }).count()).toBeLessThan(10);
    await status.getByRole("button", { name: "Stop" }).click();
    await status.getByText(/^Stopped: the text was not checked to the end\./).waitFor();
    await release();
    await page.getByText(/^Stopped: the text was not checked to the end\./).waitFor();
    await status.getByRole("button", { name: "Check it now" }).click();
    await status.getByRole("button", { name: "Stop" }).waitFor();
    await release();
    await isChecked(page);
    await page.getByText(/^\d+ errors?, \d+ warnings?, \d+ notes?$/).waitFor();
    await context.close();
  });

  test("no page complained, and nothing was asked of another machine", () => {
    expect(room.complaints).toEqual([]);
    expect(room.asked.filter((url) => !url.startsWith(room.address) && !url.startsWith("blob:"))).toEqual([]);
  });
});
