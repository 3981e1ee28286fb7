import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { hostileNames, makeHostileCase } from "./support/hostile-case.ts";
import { declaredRoutes, pagesOf } from "./support/pages.ts";
import { rest, rowsShown } from "./support/rest.ts";
import { openWorkbench, type Workbench } from "./support/workbench.ts";

let hostile: ReturnType<typeof makeHostileCase>;
let workbench: Workbench;

beforeAll(async () => {
  hostile = makeHostileCase();
  workbench = await openWorkbench(hostile.dir);
});
afterAll(async () => {
  await workbench?.stop();
  hostile?.remove();
});

describe("a hostile case", () => {
  it("is text on every page: nothing runs, nothing is asked of anybody, no page grows wider", async () => {
    const wrong: string[] = [];
    const pages = await pagesOf(workbench);
    for (const { name, path } of pages) {
      const { page, context, faults } = await workbench.visit(path);
      await rest(page);
      const made = await page.evaluate(() => ({
        elements: document.querySelectorAll("#root img, #root script, #root svg[onload], #root b, #root em, #root u")
          .length,
        links: [...document.querySelectorAll("a")].filter((link) => link.protocol === "javascript:").length,
        width: document.documentElement.scrollWidth,
      }));
      if (made.elements + made.links > 0 || made.width > 1280) wrong.push(`${name}: ${JSON.stringify(made)}`);
      wrong.push(
        // The colours of pages are looked at in test/ui/pages.test.ts, those of marks below.
        ...(await axeViolations(page, `hostile ${name}`, "structure")),
        ...(await faults()).map((fault) => `${name}: ${fault}`),
      );
      await context.close();
    }
    expect(pages.length).toBeGreaterThan(declaredRoutes().length);
    expect(wrong).toEqual([]);
  });

  it("shows what is stored: overrides and control characters as marks, markup as its letters", async () => {
    const { page, context } = await workbench.visit(
      `/files?at=${encodeURIComponent("h1-hostile/<b>companies.csv#B2")}`,
    );
    await page.getByText(hostileNames.image).first().waitFor();
    const marks = await page.locator('[role="gridcell"] .value-mark').allInnerTexts();
    expect(marks).toEqual(expect.arrayContaining(["RLO", "BEL", "ZWSP"]));
    const cells = await page.locator('[role="gridcell"]').allInnerTexts();
    const hidden = new Set(["\u202E", "\u0007", "\u200B"]);
    expect(cells.flatMap((text) => [...text].filter((each) => hidden.has(each)))).toEqual([]);
    expect(await axeViolations(page, "marks", "colours")).toEqual([]);
    await context.close();
  });

  it("cuts a cell of 10,000 characters and counts the rest", async () => {
    const { page, context } = await workbench.visit(
      `/files?at=${encodeURIComponent("h1-hostile/<b>companies.csv#B6")}`,
    );
    const more = page.getByText(/^\d,\d{3} more$/u).first();
    await more.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    await context.close();
  });

  it("opens a cell in place by the keyboard or a press, and nothing else of the sheet moves", async () => {
    const { page, context, faults } = await workbench.visit(
      `/files?at=${encodeURIComponent("h1-hostile/<b>companies.csv#B6")}`,
    );
    const grid = page.getByRole("grid");
    await page
      .getByText(/^\d,\d{3} more$/u)
      .first()
      .waitFor();
    await rest(page);
    const places = () =>
      page
        .locator("#cell-6-0, #cell-6-1, #cell-6-2, #cell-7-1")
        .evaluateAll((cells) => cells.map((cell) => [cell.id, JSON.stringify(cell.getBoundingClientRect())]));
    const before = await places();
    await grid.focus();
    await page.keyboard.press("Enter");
    const whole = page.getByRole("group", { name: "The whole of cell B6" });
    await whole.waitFor();
    expect(await whole.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await whole.innerText()).toContain(hostileNames.long);
    expect(await places()).toEqual(before);
    await page.keyboard.press("Escape");
    await whole.waitFor({ state: "detached" });
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    const override = page.getByRole("group", { name: "The whole of cell B5" });
    expect(await override.locator(".value-mark").allInnerTexts()).toEqual(["RLO"]);
    await page.keyboard.press("Escape");
    await page.locator("#cell-6-1").click();
    await whole.getByRole("button", { name: "Close" }).click();
    await whole.waitFor({ state: "detached" });
    expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it("downloads as a table in which no cell is a formula", async () => {
    const { page, context } = await workbench.visit("/findings");
    await rowsShown(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Download CSV").click()]);
    const lines = readFileSync(await download.path(), "utf8");
    expect(lines).toContain(`"'=HYPERLINK(`);
    expect(lines).not.toMatch(/(?:^|,)"?[=+@]/mu);
    await context.close();
  });
});
