import { describe, expect, it } from "vitest";
import { widthsThatDiffer } from "./support/drawn-with.ts";
import { comparePicture } from "./support/pictures.ts";
import { rest, rowsShown } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";

const workbench = sampleWorkbench();

describe("the pictures of Findings with the evidence", () => {
  it.for(["light", "dark"] as const)("are those that were looked at, in %s", async (theme, { annotate }) => {
    const { page, context } = await workbench().visit("/findings?q=kind:contradicted sources:>=2", { theme });
    await rowsShown(page);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".statement .excerpt").first().waitFor();
    await rest(page);
    const { fault, notCompared } = await comparePicture(page, `findings-${theme}`);
    await context.close();
    if (notCompared !== null) {
      process.stdout.write(`picture ${notCompared}\n`);
      await annotate(notCompared, "warning");
    }
    expect(fault).toBeNull();
  });
});

describe("whether pictures can be compared", () => {
  it("is measured: a text of another width is told, with both widths", () => {
    const recorded = "Latin 1900.5\nHangul 870.0";
    expect(widthsThatDiffer(recorded, recorded)).toEqual([]);
    expect(widthsThatDiffer(recorded, "Latin 1900.5\nHangul 901.3")).toEqual([
      "Hangul 901.3 pixels wide, recorded at 870.0",
    ]);
    expect(widthsThatDiffer("", "Latin 1900.5")).toEqual(["Latin 1900.5 pixels wide, recorded at nothing"]);
  });
});
