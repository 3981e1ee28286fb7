import { describe, expect, it } from "vitest";
import { pictureFault } from "./support/pictures.ts";
import { rest, rowsShown } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";

const workbench = sampleWorkbench();

describe("the pictures of Findings with the evidence", () => {
  it.each(["light", "dark"] as const)("are those that were looked at, in %s", async (theme) => {
    const { page, context } = await workbench().visit("/findings?q=kind:contradicted sources:>=2", { theme });
    await rowsShown(page);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".statement .excerpt").first().waitFor();
    await rest(page);
    const fault = await pictureFault(page, `findings-${theme}`);
    await context.close();
    expect(fault).toBeNull();
  });
});
