import { describe, expect, it } from "vitest";
import { addFindings } from "../../bench/ui/many-findings.ts";
import { rest, rowsShown } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";

const workbench = sampleWorkbench((caseDir) => addFindings(caseDir, 100_000));

describe("100,000 findings", () => {
  it("draws only what is near, jumps to any row and to the last, and filters", async () => {
    const { page, context, faults } = await workbench().visit("/findings");
    await rowsShown(page);
    expect(await page.locator("[data-view-count]").innerText()).toBe("100,000");
    const drawn = () => page.locator('[role="row"][data-index]').count();
    expect(await drawn()).toBeLessThan(60);
    await page.evaluate((top) => document.querySelector(".table-scroll")?.scrollTo(0, top), 73_000 * 28);
    await page.locator('[data-index="73000"]:not([aria-busy])').waitFor();
    expect(await drawn()).toBeLessThan(60);
    await page.keyboard.press("j");
    await page.keyboard.press("End");
    await page.locator('[data-index="99999"]:not([aria-busy])').waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("kind:contradicted");
    await page.waitForFunction(() =>
      document.querySelector(".chip:not(.chip-fault)")?.textContent?.startsWith("contradicted"),
    );
    await rest(page);
    expect(Number(await page.locator('[role="grid"]').getAttribute("aria-rowcount"))).toBeLessThan(2000);
    expect(await page.locator('[role="row"][data-index]').first().innerText()).toContain("contradicted");
    expect(await faults()).toEqual([]);
    await context.close();
  });
});
