import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { rest, rowsShown } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";

const workbench = sampleWorkbench();

const filterLine = (page: Page) => page.locator(".filter-line input");
const chips = (page: Page): Promise<string[]> => page.locator(".chip:not(.chip-fault)").allInnerTexts();

describe("a server that is slow", () => {
  it("leaves the rows that were there, dimmed, and shows those of the last filter alone", async () => {
    const { page, context, faults } = await workbench().visit("/findings");
    await rowsShown(page);
    await page.route("**/api/views", async (route) => {
      await new Promise((done) => setTimeout(done, 2000));
      await route.continue().catch(() => undefined);
    });
    await page.keyboard.press("/");
    await page.keyboard.type("kind:new");
    await page.locator('[role="grid"][aria-busy="true"]').waitFor();
    expect(await page.locator('[role="row"][data-index]').count()).toBeGreaterThan(5);
    await filterLine(page).fill("kind:contradicted");
    await page.waitForFunction(() => document.querySelector(".chip")?.textContent?.startsWith("contradicted"));
    await rest(page);
    expect(await chips(page)).toEqual([expect.stringContaining("contradicted")]);
    expect(await page.locator('[role="row"][data-index]').first().innerText()).toContain("contradicted");
    expect(await faults()).toEqual([]);
    await context.close();
  });
});

describe("a machine without a network", () => {
  it("asks its own server all the same", async () => {
    const { page, context } = await workbench().visit("/help");
    await page.evaluate(() => dispatchEvent(new Event("offline")));
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await rowsShown(page);
    expect(await page.locator(".reach-banner").count()).toBe(0);
    await context.close();
  });
});

describe("text that is being composed", () => {
  it("is the field's until it is accepted: no key of it is a command, and it is sought as it stands", async () => {
    const { page, context } = await workbench().visit("/findings");
    await rowsShown(page);
    await page.keyboard.press("/");
    const keyboard = await context.newCDPSession(page);
    for (const text of ["ㅌ", "태", "태ㅂ", "태보", "태봉"])
      await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", code: "KeyJ" });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await keyboard.send("Input.insertText", { text: "태봉" });
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("태봉");
    expect(await filterLine(page).inputValue()).toBe("태봉");
    await context.close();
  });
});

describe("forced colours", () => {
  it("leave every state its shape, in a colour that is seen, and the focus its ring", async () => {
    const { page, context } = await workbench().visit("/findings", { forcedColors: true });
    await rowsShown(page);
    await page.keyboard.press("j");
    const {
      shapes,
      page: paper,
      ring,
    } = await page.evaluate(() => {
      const styleOf = (selector: string) =>
        [...document.querySelectorAll(selector)].map((each) => getComputedStyle(each));
      return {
        shapes: styleOf(".state-shape").map(({ color }) => color),
        page: getComputedStyle(document.body).backgroundColor,
        ring: styleOf(".table-row:focus, .table-row-focused").map(({ outlineStyle }) => outlineStyle),
      };
    });
    expect(shapes.length).toBeGreaterThan(5);
    expect(shapes).not.toContain(paper);
    expect(ring).toContain("solid");
    await context.close();
  });
});

/** The next pair is in hand: the one before is decided. */
const decides = (page: Page, key: string): Promise<unknown> =>
  Promise.all([page.getByText(/^Pair 2 of/u).waitFor(), page.keyboard.press(key)]);

describe("two windows on one case", () => {
  it("see the decisions and the jobs of each other", async () => {
    const { page: one, context } = await workbench().visit("/review");
    await one.locator(".review-bar").waitFor();
    const other = await context.newPage();
    await other.goto(`${workbench().origin}/review?panel=history`);
    await rest(other);
    const decisions = await other.locator(".review-history li").count();
    await one.bringToFront();
    await decides(one, "u");
    await other.bringToFront();
    await other.evaluate(() => dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => other.locator(".review-history li").count()).toBe(decisions + 1);
    await one.evaluate(() =>
      fetch("/api/jobs", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ kind: "run" }),
      }),
    );
    await other.getByRole("button", { name: "1 job" }).click();
    await other.getByRole("button", { name: "Cancel" }).click();
    await other.locator(".jobs-line", { hasText: "cancelled" }).waitFor();
    await one.bringToFront();
    await one.getByRole("button", { name: "Jobs" }).click();
    await one.locator(".jobs-line", { hasText: "cancelled" }).waitFor();
    await context.close();
  });
});

describe("a server that is gone", () => {
  it("is said on the page, which keeps what was typed and goes on when the case is served again", async () => {
    const { page, context } = await workbench().visit("/review");
    await page.locator(".review-bar").waitFor();
    await page.keyboard.press("r");
    await page.keyboard.type("the same passport");
    await workbench().stopServer();
    const banner = page.locator(".reach-banner");
    await banner.waitFor();
    expect(await banner.innerText()).toContain(`windfall serve --port ${new URL(workbench().origin).port}`);
    const address = await workbench().startServer();
    await page.getByText("does not know this browser").waitFor();
    const entered = await context.newPage();
    await entered.goto(address);
    await entered.close();
    await banner.waitFor({ state: "detached" });
    expect(await page.locator("#review-reason").inputValue()).toBe("the same passport");
    await page.keyboard.press("Escape");
    await decides(page, "u");
    await page.keyboard.press("k");
    await page.getByText(/^Decision \d+ stands/u).waitFor();
    await context.close();
  });
});
