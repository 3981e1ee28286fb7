import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { widthsThatDiffer } from "./support/drawn-with.ts";
import { comparePicture, type PictureCompared } from "./support/pictures.ts";
import { painted, rest, rowsShown } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";

const workbench = sampleWorkbench();

/** The pages that matter, each at an address and after what its main task does first. */
const pictures: readonly {
  readonly name: string;
  readonly path: string;
  readonly stands: (page: Page) => Promise<unknown>;
}[] = [
  {
    name: "findings",
    path: "/findings?q=kind:contradicted sources:>=2",
    stands: async (page) => {
      await rowsShown(page);
      for (const key of ["j", "j", "Enter"]) await page.keyboard.press(key);
      await page.locator(".statement .excerpt").first().waitFor();
    },
  },
  { name: "review", path: "/review", stands: (page) => page.locator(".review-bar").waitFor({ timeout: 60_000 }) },
  { name: "network", path: "/network", stands: painted },
  {
    name: "chokepoints",
    path: "/network?mode=block",
    stands: async (page) => {
      await page.locator(".figures").waitFor({ timeout: 60_000 });
      await painted(page);
    },
  },
  { name: "brief", path: "/brief", stands: (page) => page.locator("#content h2").first().waitFor() },
];

describe("the pictures of the pages that matter", () => {
  it.for(pictures)(
    "are those that were looked at, in light and dark: $name",
    async ({ name, path, stands }, { annotate }) => {
      const { page, context } = await workbench().visit(path);
      await stands(page);
      const compared: PictureCompared[] = [];
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await ((await page.locator(".picture").count()) > 0 ? painted(page) : rest(page));
        compared.push(await comparePicture(page, `${name}-${colorScheme}`));
      }
      await context.close();
      for (const { notCompared } of compared.filter((each) => each.notCompared !== null)) {
        process.stdout.write(`picture ${notCompared}\n`);
        await annotate(notCompared ?? "", "warning");
      }
      expect(compared.map(({ fault }) => fault)).toEqual([null, null]);
    },
  );
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
