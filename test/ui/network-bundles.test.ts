import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { netWorkbench } from "./support/net-workbench.ts";
import { painted, rest } from "./support/rest.ts";
import type { Visit } from "./support/workbench.ts";

const workbench = netWorkbench(3000);

async function network(address = ""): Promise<Visit> {
  const visit = await workbench().visit(`/network${address}`);
  await painted(visit.page);
  return visit;
}

const words = async (page: Page): Promise<string> =>
  ((await page.locator(".network-legend p").first().textContent()) ?? "").trim();
const count = (text: string, before: string): number =>
  Number(new RegExp(`([\\d,]+) ${before}`, "u").exec(text)?.[1]?.replaceAll(",", ""));

/** Focuses the bundle with the fewest members that is between the ends, or with the most; answers how many those are. */
async function focusBundle(page: Page, wanted: "smallest" | "largest"): Promise<number> {
  const bundles = await page
    .locator("[data-node^='bundle:between']")
    .evaluateAll((all) => all.map((each) => ({ id: each.getAttribute("data-node"), text: each.textContent ?? "" })));
  const sized = bundles
    .map(({ id, text }) => ({ id, members: Number(/^[\d,]+/u.exec(text)?.[0].replaceAll(",", "")) }))
    .toSorted((left, right) => left.members - right.members);
  const chosen = wanted === "smallest" ? sized[0] : sized.at(-1);
  await page.locator(`[data-node="${chosen?.id}"]`).focus();
  return chosen?.members ?? 0;
}

describe("more than two thousand nodes", () => {
  it("are drawn as bundles, all of them, and said so in words, in the picture and in its table", async () => {
    const { page, context, faults } = await network();
    const said = await words(page);
    expect(said).toMatch(
      /^All [\d,]+ nodes on a way from a start to an end are here: [\d,]+ on (?:its|their) own, [\d,]+ in \d+ bundles .* between members of one bundle and is no line\./u,
    );
    const [all, single, held] = [count(said, "nodes"), count(said, "on"), count(said, "in")];
    expect(all).toBeGreaterThan(2000);
    expect(single + held).toBe(all);
    expect(await page.locator("[data-node^='bundle:']").count()).toBe(count(said, "bundles"));
    expect(await page.getByRole("button", { name: "Bundles", pressed: true }).count()).toBe(1);
    expect(await axeViolations(page, "network of bundles")).toEqual([]);
    await page.keyboard.press("t");
    await page.locator('[role="grid"] [role="row"][data-index]').first().waitFor();
    expect(await page.locator(".network-words").textContent()).toBe(said);
    expect(await page.getByRole("gridcell", { name: "each other" }).count()).toBeGreaterThan(0);
    expect(await axeViolations(page, "bundles as a table")).toEqual([]);
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it("come out of their bundle by e, the largest first, and go back in", async () => {
    const { page, context, faults } = await network();
    const before = await words(page);
    const members = await focusBundle(page, "smallest");
    await page.keyboard.press("e");
    const out = members > 50 ? 20 : members;
    await expect.poll(async () => count(await words(page), "on")).toBe(count(before, "on") + out);
    await painted(page);
    expect(count(await words(page), "nodes")).toBe(count(before, "nodes"));
    expect(await page.locator("[data-node^='e']").count()).toBe(count(before, "on") + out);
    await page.getByRole("button", { name: "Close the opened bundles" }).press("Enter");
    await expect.poll(() => words(page)).toBe(before);
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it("ask for a least amount where a bundle holds more than a thousand", async () => {
    const { page, context } = await network();
    expect(await focusBundle(page, "largest")).toBeGreaterThan(1000);
    await page.keyboard.press("e");
    const guard = page.getByRole("region", { name: "Too many neighbours to draw" });
    const choice = guard.getByRole("button").first();
    const offered = Number(/\((\d+)\)$/u.exec((await choice.textContent()) ?? "")?.[1]);
    const before = count(await words(page), "on");
    await choice.press("Enter");
    await expect.poll(async () => count(await words(page), "on")).toBe(before + offered);
    expect(await guard.count()).toBe(0);
    await context.close();
  });

  it("are drawn as the largest ways or one by one where that is asked for, and the address says which", async () => {
    const { page, context } = await network();
    await page.getByRole("button", { name: "Largest ways" }).press("Enter");
    await page.waitForURL(/draw=largest/u);
    await expect.poll(() => words(page)).toMatch(/^70 of [\d,]+ nodes drawn, the largest: /u);
    await page.getByRole("button", { name: "Every node" }).press("Enter");
    await page.waitForURL(/draw=all/u);
    await expect.poll(() => words(page)).toMatch(/^All [\d,]+ nodes on a way from a start to an end are drawn: /u);
    await rest(page);
    await context.close();
  });
});
