import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { rest, rowsShown } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";
import type { Visit } from "./support/workbench.ts";

const workbench = sampleWorkbench();

/** Opens the findings and waits for their rows. */
async function findings(address = ""): Promise<Visit> {
  const visit = await workbench().visit(`/findings${address}`);
  await rowsShown(visit.page);
  return visit;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex") ?? document.activeElement?.tagName ?? "");

/** The focus moves after the row is drawn. */
const focusIs = (page: Page, row: string | null): Promise<unknown> => expect.poll(() => focused(page)).toBe(row);

const firstRows = (page: Page): Promise<string[]> =>
  page.locator('[role="row"][data-index]').evaluateAll((rows) => rows.slice(0, 5).map((row) => row.textContent ?? ""));

describe("Findings, by the keyboard alone", () => {
  it("filters, goes into the evidence and back, and opens the place in the material", async () => {
    const { page, context, faults } = await findings();
    await page.keyboard.press("/");
    await page.keyboard.type("kind:contradicted sources:>=2");
    await page.waitForFunction(() => document.querySelectorAll(".chip").length === 2);
    await page.keyboard.press("Enter");
    // Two chips there are before the last letter too: the list of the whole filter has to stand.
    await rest(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await focusIs(page, "2");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await focusIs(page, "4");
    await page.keyboard.press("k");
    await focusIs(page, "3");
    await page.keyboard.press("Enter");
    await page.locator(".statement .excerpt").first().waitFor();
    expect(await page.locator("[aria-current='true'].cell-ring, .excerpt-used").count()).toBeGreaterThan(0);
    expect(await axeViolations(page, "drawer")).toEqual([]);
    await page.keyboard.press(".");
    expect(await page.locator(".statement-current").getAttribute("data-statement")).toBe("1");
    await page.keyboard.press("Escape");
    await focusIs(page, "3");
    await page.keyboard.press("e");
    await page.waitForURL(/\/files\?at=/u);
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it("keeps the focused row through a far scroll, goes to the last row and selects", async () => {
    const { page, context } = await findings();
    await page.keyboard.press("j");
    await page.evaluate(() => document.querySelector(".table-scroll")?.scrollTo(0, 1_000_000));
    await rest(page);
    await focusIs(page, "2");
    await page.keyboard.press("End");
    await rest(page);
    const count = await page.locator("[role='grid']").getAttribute("aria-rowcount");
    await focusIs(page, count);
    await page.keyboard.press("Home");
    await page.keyboard.press("x");
    await page.keyboard.press("Shift+J");
    await page.keyboard.press("c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n").map((line) => line.split("\t").length)).toEqual([7, 7]);
    await context.close();
  });

  it("takes the places of keys on a Russian and a Korean keyboard, and no key in a field", async () => {
    const { page, context } = await findings();
    const press = (key: string) =>
      page.evaluate(
        (key) =>
          document.activeElement?.dispatchEvent(
            new KeyboardEvent("keydown", { key, code: "KeyJ", bubbles: true, cancelable: true }),
          ),
        key,
      );
    await page.keyboard.press("j");
    await press("о");
    await rest(page);
    await press("ㅓ");
    await rest(page);
    await focusIs(page, "4");
    await page.keyboard.press("/");
    await page.keyboard.type("jjj");
    expect(await page.locator("input[type=search]").inputValue()).toBe("jjj");
    await context.close();
  });
});

describe("the address of Findings", () => {
  it("is the view: in a fresh browser the same rows and the same drawer, without a token", async () => {
    const first = await findings("?q=kind:contradicted&sort=-money");
    await first.page.keyboard.press("j");
    await first.page.keyboard.press("j");
    await first.page.keyboard.press("Enter");
    await first.page.locator(".statement").first().waitFor();
    const [url, rows, title] = [
      first.page.url(),
      await firstRows(first.page),
      await first.page.locator(".drawer h2").innerText(),
    ];
    await first.context.close();
    expect(url).not.toContain("token");
    const again = await findings(url.slice(url.indexOf("?")));
    await again.page.locator(".statement").first().waitFor();
    expect(await firstRows(again.page)).toEqual(rows);
    expect(await again.page.locator(".drawer h2").innerText()).toBe(title);
    await again.page.waitForFunction(
      () => document.querySelector(".table-row-focused")?.getAttribute("aria-rowindex") === "3",
    );
    await again.context.close();
  });

  it("goes back and forward through filters", async () => {
    const { page, context } = await findings();
    const all = await page.locator("[data-view-count]").innerText();
    await page.keyboard.press("/");
    await page.keyboard.type("kind:contradicted");
    await page.waitForFunction((all) => document.querySelector("[data-view-count]")?.textContent !== all, all);
    await page.keyboard.press("Enter");
    // The list of the whole filter, not of the letters before.
    await rest(page);
    const fewer = await page.locator("[data-view-count]").innerText();
    await page.keyboard.press("Escape");
    await page.locator(".chip button").first().click();
    await page.waitForFunction((all) => document.querySelector("[data-view-count]")?.textContent === all, all);
    expect(new URL(page.url()).searchParams.get("q")).toBeNull();
    await page.goBack();
    await page.waitForFunction((fewer) => document.querySelector("[data-view-count]")?.textContent === fewer, fewer);
    await context.close();
  });

  it("keeps the last good list while a term is not understood, and says what would be right", async () => {
    const { page, context } = await findings("?q=kind:contradicted");
    const count = await page.locator("[data-view-count]").innerText();
    await page.keyboard.press("/");
    await page.keyboard.press("End");
    // In one go, as it is pasted: of letters typed one by one a list of "kind" may stand in between.
    await page.keyboard.insertText(" kind:contradictd");
    await page.locator(".chip-fault").waitFor();
    expect(await page.locator("[data-view-count]").innerText()).toBe(count);
    await page.getByRole("button", { name: /^Use / }).click();
    await page.locator(".chip-fault").waitFor({ state: "detached" });
    await context.close();
  });
});

describe("decisions", () => {
  it("are undone and taken again by keys on each page where they are taken, and never from within a field", async () => {
    const { page, context, faults } = await workbench().visit("/review");
    await page.getByText(/^Pair 1 of/u).waitFor({ timeout: 60_000 });
    await page.keyboard.press("n");
    await page.getByText(/^Pair 2 of/u).waitFor();
    await page.keyboard.press("r");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    const said = page.getByText(/^Decision \d+ is taken (?:back by|again as) decision \d+\.$/u);
    expect(await said.count()).toBe(0);
    await page.keyboard.press("Control+z");
    await page.getByText("Decision 1 is taken back by decision 2.").waitFor();
    await page.keyboard.press("Control+y");
    await page.getByText("Decision 1 is taken again as decision 3.").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("l");
    await page.getByRole("heading", { name: "Ledger" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("Decision 3 is taken back by decision 4.").waitFor();
    await page.keyboard.press("Control+Shift+z");
    await page.getByText("Decision 3 is taken again as decision 5.").waitFor();
    const kept = await page.evaluate(async () => {
      const response = await fetch("/api/decisions");
      const { decisions } = (await response.json()) as { decisions: { decision: string; reasons: string[] }[] };
      return decisions.map(({ decision, reasons }) => `${decision}: ${reasons[0]}`);
    });
    expect(kept).toEqual([
      "different: takes decision 3 again",
      "none: takes back decision 3",
      "different: takes decision 1 again",
      "none: takes back decision 1",
      "different: no reason was given",
    ]);
    expect(await faults()).toEqual([]);
    await context.close();
  });
});
