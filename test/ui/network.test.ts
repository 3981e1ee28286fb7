import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { windfall } from "../support/windfall.ts";
import { axeViolations } from "./support/axe.ts";
import { painted, rest } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";
import type { Visit } from "./support/workbench.ts";

const workbench = sampleWorkbench();

/** Opens the network and waits for its picture. */
async function network(address = ""): Promise<Visit> {
  const visit = await workbench().visit(`/network${address}`);
  await painted(visit.page);
  return visit;
}

const figures = (page: Page): Promise<string[]> => page.locator(".figures dd").allInnerTexts();

/** A download that a press begins, as text. */
async function downloaded(
  page: Page,
  begin: () => Promise<void>,
): Promise<{ name: string; text: string; path: string }> {
  const waiting = page.waitForEvent("download");
  await begin();
  const download = await waiting;
  const path = await download.path();
  return { name: download.suggestedFilename(), text: readFileSync(path, "utf8"), path };
}

describe("the network, by the keyboard alone", () => {
  it("walks nodes in the order of the money, follows the money, expands, hides, and shows the same as a table", async () => {
    const { page, context, faults } = await network();
    const first = page.locator("[data-node]").first();
    await first.focus();
    expect(await first.textContent()).toMatch(/, out [\d.]+ (?:k|M) USD to \d+ payees?, a start/u);
    await page.keyboard.press("Tab");
    const id = await page.evaluate(() => document.activeElement?.getAttribute("data-node"));
    await page.waitForURL((url) => url.searchParams.get("at") === id);
    await page.keyboard.press("Shift+ArrowRight");
    const payee = await page.evaluate(() => document.activeElement?.getAttribute("data-node"));
    expect(payee).not.toBe(id);
    const before = await page.locator("[data-node]").count();
    await page.keyboard.press("e");
    await page.waitForFunction((count) => document.querySelectorAll("[data-node]").length > count, before);
    expect(await axeViolations(page, "network with a node")).toEqual([]);
    await page.keyboard.press("Delete");
    await page.getByRole("button", { name: "Show 1 hidden" }).waitFor();
    await page.keyboard.press("t");
    await page.locator('[role="grid"] [role="row"][data-index]').first().waitFor();
    expect(await page.locator(".network-words").textContent()).toMatch(/^\d+ of \d+ nodes drawn, the largest: \d+ %/u);
    expect(await axeViolations(page, "network as a table")).toEqual([]);
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it("asks another question, and its address opens the same picture elsewhere", async () => {
    const { page, context } = await network();
    const whole = await page.locator(".network-legend p").first().textContent();
    await page.getByRole("slider", { name: "First month" }).focus();
    for (let month = 0; month < 12; month += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    await page.waitForURL(/between=/u);
    const words = page.locator(".network-legend p").first();
    await expect.poll(() => words.textContent()).not.toBe(whole);
    await painted(page);
    const { pathname, search } = new URL(page.url());
    const again = await workbench().visit(`${pathname}${search}`);
    await painted(again.page);
    const part = await again.page.locator(".network-legend p").first().textContent();
    expect(part).not.toBe(whole);
    // Each press asks: the page has the last one's answer in the end.
    await expect.poll(() => words.textContent()).toBe(part);
    await again.context.close();
    await context.close();
  });
});

describe("chokepoints, by the keyboard alone", () => {
  it("shows the best set with its words, drops one at once, comes back, and gives a check file that verifies", async () => {
    const { page, context, faults } = await network();
    await page.keyboard.press("b");
    await page.locator(".figures").waitFor();
    await painted(page);
    expect(await page.locator(".figures dt").allInnerTexts()).toEqual([
      expect.stringMatching(/^stopped at once, \d+ %$/u),
      expect.stringMatching(/^can no longer get through at ×2, \d+ %$/u),
      expect.stringMatching(/^finds another way, /u),
      "proved best",
    ]);
    expect(await page.locator(".block-bar > .note").textContent()).toContain(
      "that can flow from the starts to the ends",
    );
    const best = await figures(page);
    expect(await axeViolations(page, "chokepoints")).toEqual([]);
    await page
      .locator("[data-node]", { hasText: /, blocked$/u })
      .first()
      .focus();
    await page.keyboard.press("b");
    await page.waitForURL(/block=/u);
    await page.getByText("your own set, not searched").waitFor();
    await rest(page);
    expect(await figures(page)).not.toEqual(best);
    await page.getByRole("button", { name: "Back to the best set" }).press("Enter");
    await page.getByText("proved best", { exact: true }).first().waitFor();
    expect(await figures(page)).toEqual(best);
    const file = await downloaded(page, () =>
      page.getByRole("button", { name: "Download the check file" }).press("Enter"),
    );
    const kept = join(tmpdir(), `windfall-check-${process.pid}.json`);
    writeFileSync(kept, file.text);
    expect(windfall("verify", kept)).toMatchObject({ code: 0 });
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it("changes factor and budget, and says what hangs on each source", async () => {
    const { page, context } = await network("?mode=block");
    await page.locator(".figures").waitFor();
    const worst = await figures(page);
    await page.getByRole("radio", { name: "worst over all" }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/reroute=1\.5/u);
    await rest(page);
    expect((await figures(page))[1]).not.toBe(worst[1]);
    await page.getByRole("slider", { name: /Budget on the frontier/u }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/budget=2/u);
    await page.getByText("2 nodes", { exact: true }).waitFor();
    expect(await page.getByText(/without what .* alone tells/u).count()).toBeGreaterThan(0);
    expect(await page.getByRole("button", { name: "Ask again under each doubt" }).count()).toBe(1);
    await context.close();
  });
});

it("downloads carry the mark, the question, how much is drawn, case, run and day", async () => {
  const { page, context } = await network();
  for (const [form, holds] of [
    ["SVG", "<svg "],
    ["CSV", '"payer","payerName"'],
    ["GraphML", "<graphml "],
  ] as const) {
    const { name, text } = await downloaded(page, async () => {
      await page.getByRole("button", { name: "Download", exact: true }).press("Enter");
      await page.getByRole("button", { name: form, exact: true }).press("Enter");
    });
    expect(name).toMatch(/^network-[0-9a-f]{12}\./u);
    for (const part of [holds, "INTERNAL - NOT CHECKED FOR RELEASE", "nodes drawn", "money from", "run "])
      expect(text).toContain(part);
  }
  const png = await downloaded(page, async () => {
    await page.getByRole("button", { name: "Download", exact: true }).press("Enter");
    await page.getByRole("button", { name: "PNG", exact: true }).press("Enter");
  });
  expect([...readFileSync(png.path).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  await context.close();
});

it("finds paths between two, and draws them", async () => {
  const { page, context } = await network();
  const [from, to] = await page
    .locator("[data-node]")
    .evaluateAll((nodes) => [nodes[0], nodes.at(-1)].map((node) => node?.getAttribute("data-node") ?? ""));
  await page.locator(`[data-node="${from}"]`).focus();
  await page.keyboard.press("f");
  await page.getByRole("combobox", { name: /Paths to/u }).fill(to ?? "");
  await page.keyboard.press("Enter");
  const said = page.getByText(/ among [\d,]+ part(?:y|ies) and [\d,]+ links?\.$/u);
  await said.waitFor();
  expect(await said.textContent()).toMatch(/^\d+ paths? among|^No path was found among/u);
  await context.close();
});

it("is no wider than a telephone, and holds at 200 %", async () => {
  for (const seen of [
    { width: 390, height: 800 },
    { width: 640, height: 400, ratio: 2 },
  ]) {
    const { page, context } = await workbench().visit("/network?mode=block", seen);
    await page.locator(".figures").waitFor();
    await rest(page);
    expect(await page.evaluate(() => document.querySelector(".page")?.scrollWidth)).toBeLessThanOrEqual(seen.width);
    await context.close();
  }
});
