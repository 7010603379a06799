import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, canRun, isChecked, openRoom, pageAt, storyAt, type PageOptions, type Room } from "./room.ts";

describe.skipIf(!canRun)("the page over the worked example", () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room?.close());

  const on = (hash: string, story: (page: Page) => Promise<void>, options?: PageOptions) =>
    storyAt(() => room, hash, story, options);
  const point = (page: Page, label: string) => page.getByRole("region", { name: `Point ${label}`, exact: true });
  const hash = (page: Page): string => new URL(page.url()).hash;

  test(
    "the outline lists 28 points with their open brackets",
    on("#/text/", async (page) => {
      const outline = page.getByRole("navigation", { name: "Outline" });
      const points = outline.getByRole("link", { name: /^\d+ / });
      expect(await points.count()).toBe(28);
      expect(
        await outline.getByRole("link", { name: /Withdrawal of heavy weapons\s?, Bracketed.*, 3 open/ }).count(),
      ).toBe(1);
      await page.getByText(/open brackets with \d+ options. First draft had \d+\./).waitFor();
    }),
  );

  test(
    "a link opens a provision, a reload brings it back with its choices, and what is not there is said",
    on("#/text/9.2@02-second-draft.md", async (page) => {
      expect(
        await point(page, "9.2")
          .getByRole("link", { name: /^9\.2, address/ })
          .getAttribute("aria-current"),
      ).toBe("true");
      await point(page, "9.2").getByText("by consensus").click();
      await isChecked(page);
      await page.reload();
      await isChecked(page);
      expect(await page.getByRole("radio", { name: "Choose RU: by consensus" }).isChecked()).toBe(true);
      expect(await point(page, "9.2").getByText("by consensus").isVisible()).toBe(true);
      await page.goto(`${room.address}#/text/9.2@no-such-draft.md`);
      await page.getByText("There is no draft “no-such-draft.md” here.").waitFor();
    }),
  );

  test(
    "another option has other findings, by keyboard, and undo brings the first ones back",
    on("#/text/?reading=proposed", async (page) => {
      const counts = page.getByText(/^\d+ errors?, \d+ warnings?, \d+ notes?$/);
      const before = await counts.innerText();
      const rule = page.getByRole("radio", { name: /^Choose UA: by a majority/ });
      await rule.focus();
      await page.keyboard.press("Space");
      await expect.poll(() => counts.innerText()).not.toBe(before);
      expect(hash(page)).toContain("choose=");
      await page.getByRole("main").click({ position: { x: 2, y: 2 } });
      await page.keyboard.press("u");
      await expect.poll(() => counts.innerText()).toBe(before);
      expect(hash(page)).not.toContain("choose=");
    }),
  );

  test(
    "clean words hold no bracket; one party's words are its own",
    on("#/text/", async (page) => {
      await page.getByRole("radio", { name: "Clean" }).check({ force: true });
      expect(await point(page, "8.2").innerText()).toContain("within 6 hours after");
      await page.getByRole("radio", { name: "By party" }).check({ force: true });
      await page.getByLabel("Wording of").selectOption("RU");
      expect(await point(page, "8.2").innerText()).toContain("within 48 hours after");
      expect(hash(page)).toContain("party=RU");
    }),
  );

  test(
    "a provision is edited, checked again, marked, kept over a reload, and given back",
    on("#/text/?reading=proposed", async (page) => {
      await point(page, "7.1").hover();
      await page.getByRole("button", { name: "Edit 7.1" }).click();
      await page.getByLabel("Words of 7.1").fill("A Watching Mission is hereby established.");
      await point(page, "7.1").getByText("Revised here.").waitFor();
      await page.getByRole("button", { name: "Done" }).click();
      await point(page, "7.1").getByText("A Watching Mission is hereby established.").waitFor();
      await page.reload();
      await point(page, "7.1").getByText("A Watching Mission").waitFor();
      await page.getByRole("button", { name: "Discard changes" }).click();
      await page.getByText("A Watching Mission").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await point(page, "7.1").getByText("A Watching Mission").waitFor();
    }),
  );

  test(
    "a reading follows an edit, and what it did not survive is said; it is not said where nothing was lost",
    on("#/text/8.2", async (page) => {
      await page.keyboard.press("e");
      const field = page.getByLabel("Words of 8.2");
      await field.fill((await field.inputValue()).replace("its reason", "its reasons"));
      await page.getByRole("button", { name: "Done", exact: true }).click();
      await page
        .getByText(/^The reading Agreed was carried to the words as edited\. The words changed at 8\.2/)
        .waitFor();
      await point(page, "6.1").getByText("Bracketed").waitFor();
      await page.getByRole("button", { name: "Undo", exact: true }).first().click();
      await page.getByText(/was carried to the words as edited/).waitFor({ state: "detached" });
      expect(await page.getByText(/could not be laid over/).count()).toBe(0);
    }),
  );

  test(
    "a draft is named by its hash, in a link and in a citation",
    on(
      "#/text/6.1",
      async (page) => {
        const hash = page.locator(".side .hash");
        const [, whole = ""] = /^SHA-256 ([0-9a-f]{64})$/.exec((await hash.getAttribute("title")) ?? "") ?? [];
        expect(await hash.innerText()).toBe(`${whole.slice(0, 6)}…${whole.slice(-4)}`);
        await page.goto(`${room.address}#/text/6.1@${whole.slice(0, 12)}`);
        await isChecked(page);
        expect(await page.getByText(/There is no draft/).count()).toBe(0);
        await page.getByRole("button", { name: "Copy citation" }).click();
        await page.getByText("Copied.").waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
          /second draft, 6\.1 \(Second draft, SHA-256 [0-9a-f]{64}\), \d+ \w+ \d{4}, http/,
        );
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ),
  );

  test(
    "the browser's back and forward lead through what was followed",
    on("#/text/", async (page) => {
      const outline = page.getByRole("navigation", { name: "Outline" });
      await outline.getByRole("link", { name: /^9 Joint Commission/ }).click();
      const ninth = hash(page);
      await page.getByRole("link", { name: "Verification" }).click();
      await page.getByRole("table").waitFor();
      await page.goBack();
      expect(hash(page)).toBe(ninth);
      await point(page, "9").waitFor();
      await page.goBack();
      expect(hash(page)).toBe("#/text/");
      await page.goForward();
      await page.goForward();
      await page.getByRole("table").waitFor();
      await page.keyboard.press("g");
      await page.keyboard.press("t");
      await page.getByRole("table").waitFor({ state: "detached" });
      await page.keyboard.press("j");
      await page.goBack();
      await page.getByRole("table").waitFor();
    }),
  );

  test(
    "printed pages carry title, draft, hash and day",
    on("#/text/", async (page) => {
      const told = (property: string) =>
        page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), property);
      expect(await told("--running-title")).toMatch(/^"Illustrative framework/);
      expect(await told("--running-draft")).toMatch(/^"Second draft · [0-9a-f]{6}…[0-9a-f]{4}"$/);
      expect(await told("--running-from")).toMatch(/^"Printed from Servanda, \d+ \w+ \d{4}"$/);
      const boxes = await page.evaluate(() =>
        [...document.styleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .filter((rule) => rule instanceof CSSPageRule)
          .map(({ cssText }) => cssText)
          .join(),
      );
      for (const property of ["title", "draft", "from"]) expect(boxes).toContain(`var(--running-${property}`);
      expect(boxes).toContain("counter(pages)");
    }),
  );

  test(
    "a finding tells its story, and its repair mends the text",
    on("#/text/?reading=proposed", async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Go to, do, search" }).fill("no-verifier");
      await page.keyboard.press("Enter");
      const finding = page.getByRole("article").first();
      await finding.waitFor();
      const says = await finding.getAttribute("aria-label");
      await finding.getByRole("button", { name: "Try these words" }).first().click();
      await page.getByText(/The repair stands in/).waitFor();
      await expect.poll(() => page.getByRole("article", { name: says ?? "" }).count()).toBe(0);
    }),
  );

  test(
    "keys alone lead through text, findings, screens and help, and the focus comes back",
    on("#/text/", async (page) => {
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      expect(decodeURIComponent(hash(page))).toMatch(/^#\/text\/preamble/);
      await page.keyboard.press("]");
      expect(hash(page)).toContain("finding=");
      const at = hash(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await page.keyboard.press("j");
      expect(hash(page)).toBe(at);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("g");
      await page.keyboard.press("v");
      await page.getByRole("table").waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      expect(await page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-current"))).toBe(
        "true",
      );
      await page.keyboard.press("/");
      await page.keyboard.type("jg?");
      expect(await page.getByLabel("Search").inputValue()).toBe("jg?");
    }),
  );

  test(
    "the matrix answers or shows the hole; its filters live in the address",
    on("#/verification/?reading=proposed", async (page) => {
      await page.getByText(/^Of \d+ commitments in this draft/).waitFor();
      const rows = page.getByRole("row");
      const all = await rows.count();
      await page.getByRole("cell", { name: "gap" }).first().waitFor();
      await page.getByLabel("Owed by").selectOption({ index: 1 });
      expect(await rows.count()).toBeLessThan(all);
      expect(hash(page)).toContain("bearer=");
      await page.reload();
      await isChecked(page);
      expect(await rows.count()).toBeLessThan(all);
    }),
  );

  test(
    "the schedule says whether it can be kept, and an act leads to its words",
    on("#/verification/", async (page) => {
      await page.keyboard.press("g");
      await page.keyboard.press("s");
      await page.getByText(/^A calendar satisfies this draft/).waitFor();
      const [row] = await page.getByRole("row", { name: /withdraw heavy weapons/ }).all();
      expect(await row?.getByRole("cell").last().textContent()).toMatch(/^\d+$/);
      await row?.getByRole("link", { name: "6.1", exact: true }).click();
      expect(hash(page)).toContain("#/text/6.1");
    }),
  );

  test(
    "findings and commitments can be taken away in the forms of the command line",
    on("#/text/", async (page) => {
      const forms: readonly (readonly [string, string, RegExp])[] = [
        ["Findings as JSON", "findings.json", /"findings": \[/],
        ["Commitments as JSON", "commitments.json", /"commitments": \[/],
        ["Findings as CSV", "findings.csv", /^\uFEFF?severity,rule/],
        ["Commitments as CSV", "commitments.csv", /^\uFEFF?commitment,provision/],
        ["Printable report", "report.html", /^<!doctype html>/],
      ];
      for (const [name, file, words] of forms) {
        await page.getByText("Export", { exact: true }).click();
        const [saved] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name, exact: true }).click(),
        ]);
        expect(saved.suggestedFilename()).toBe(file);
        expect(readFileSync(await saved.path(), "utf8")).toMatch(words);
      }
    }),
  );

  const looks: readonly (readonly [string, Parameters<Page["emulateMedia"]>[0], number])[] = [
    ["light", { colorScheme: "light" }, 1440],
    ["dark", { colorScheme: "dark" }, 1440],
    ["more contrast", { colorScheme: "light", contrast: "more" }, 1440],
    ["a small screen", { colorScheme: "light", contrast: null }, 1024],
    ["narrow", { colorScheme: "light", contrast: null }, 360],
    ["print", { media: "print" }, 1440],
  ];
  test.each(["#/text/6.1?reading=proposed", "#/verification/?reading=proposed", "#/schedule/?reading=proposed"])(
    "axe finds nothing and nothing scrolls sideways: %s",
    async (hash) => {
      const page = await pageAt(room, hash);
      for (const [look, media, width] of looks) {
        await page.emulateMedia(media);
        await page.setViewportSize({ width, height: 900 });
        expect(await axeFindings(page, look === "print"), look).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), look).toBeLessThanOrEqual(
          0,
        );
      }
      await page.close();
    },
  );

  const states: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
    ["a finding told whole", "#/text/17.1", (page) => page.keyboard.press("]")],
    [
      "a provision under edit, its reading carried",
      "#/text/8.2",
      async (page) => {
        await page.keyboard.press("e");
        await page.getByLabel("Words of 8.2").fill("A Party shall state its reason.");
        await page.getByText(/was carried to the words as edited/).waitFor();
      },
    ],
    ["the menu of exports", "#/text/", (page) => page.getByText("Export", { exact: true }).click()],
    ["one party's words", "#/text/6.1?view=party&party=RU", async () => {}],
    ["all readings compared, in words", "#/verification/?reading=all&cells=words", async () => {}],
    ["a place that is not there", "#/text/99@nowhere.md", async () => {}],
  ];
  test.each(states)("axe finds nothing, light and dark, in %s", async (_name, hash, act) => {
    const page = await pageAt(room, hash);
    await act(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page, false), colorScheme).toEqual([]);
    }
    await page.close();
  });

  test("axe finds nothing in what lies over the page", async () => {
    const page = await pageAt(room, "#/text/6.1");
    for (const open of ["Control+k", "?"]) {
      await page.keyboard.press(open);
      await page.getByRole("dialog").waitFor();
      expect(await axeFindings(page, false)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await page.close();
  });

  test("no page complained, and nothing was asked of another machine", () => {
    expect(room.complaints).toEqual([]);
    expect(room.asked.filter((url) => !url.startsWith(room.address) && !url.startsWith("blob:"))).toEqual([]);
  });
});
