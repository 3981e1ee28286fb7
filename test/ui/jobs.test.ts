import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { netWorkbench } from "./support/net-workbench.ts";

const workbench = netWorkbench(3000);

/** A search for fifty budgets, which no machine ends before it is stopped; the tray is open and shows it at work. */
async function searching() {
  const visit = await workbench().visit("/network?mode=block&budget=50");
  const { page } = visit;
  const tray = page.getByRole("button", { name: /^(?:Jobs|\d+ jobs?)$/u });
  await page.getByRole("button", { name: "1 job" }).waitFor();
  await tray.press("Enter");
  const line = page.locator(".jobs-line").first();
  await line.getByRole("progressbar").waitFor();
  return { ...visit, tray, line };
}

/** From now on the list of jobs is not answered: what still changes on the page came as an event. */
async function holdList(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname === "/api/jobs",
    () => undefined,
  );
}

describe("the tray of a search", () => {
  it("follows it by events, counts what is done, and keeps the best so far when it is stopped", async () => {
    const { page, context, faults, tray, line } = await searching();
    expect(await line.innerText()).toMatch(/^Which 50 to block goes on/u);
    await holdList(page);
    const told = (): Promise<string> => line.locator("p").nth(1).innerText();
    expect(await told()).toMatch(/[\d,]+ of [\d,]+ .*, [\d,]+ s$/u);
    for (let change = 0, before = await told(); change < 2; change += 1) {
      await expect.poll(told, { timeout: 60_000 }).not.toBe(before);
      before = await told();
    }
    expect(await axeViolations(page, "the tray of a search")).toEqual([]);
    await line.getByRole("button", { name: "Stop, and keep what there is" }).press("Enter");
    await expect.poll(() => tray.innerText(), { timeout: 60_000 }).toBe("Jobs");
    expect(await line.innerText()).toMatch(/^Which 50 to block done: stopped: what was known by then is the answer/u);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.locator(".figures").waitFor();
    expect(await line.getByRole("progressbar").count()).toBe(0);
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it("cancels it, says so once, and says what is kept", async () => {
    const { page, context, faults, tray, line } = await searching();
    await line.getByRole("button", { name: "Cancel" }).press("Enter");
    await expect
      .poll(() => line.innerText(), { timeout: 60_000 })
      .toMatch(/^Which 50 to block done: stopped: what was known/u);
    expect(await tray.innerText()).toBe("Jobs");
    await expect
      .poll(() => page.locator("[aria-live]").allInnerTexts())
      .toContainEqual(expect.stringContaining("Which 50 to block: done: stopped"));
    await page.keyboard.press("Escape");
    await line.waitFor({ state: "detached" });
    expect(await faults()).toEqual([]);
    await context.close();
  });
});
