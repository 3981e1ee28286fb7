import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSample, type SampleCase } from "../support/sample-case.ts";
import { pictureFault } from "./support/pictures.ts";
import { rest, rowsShown } from "./support/rest.ts";
import { openWorkbench, type Workbench } from "./support/workbench.ts";

let sample: SampleCase;
let workbench: Workbench;

beforeAll(async () => {
  sample = await makeSample();
  workbench = await openWorkbench(sample.dir);
}, 900_000);
afterAll(async () => {
  await workbench?.stop();
  sample?.remove();
});

describe("the pictures of Findings with the evidence", () => {
  it.each(["light", "dark"] as const)("are those that were looked at, in %s", async (theme) => {
    const { page, context } = await workbench.visit("/findings?q=kind:contradicted sources:>=2", { theme });
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
