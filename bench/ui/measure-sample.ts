import { withCase, keepLists } from "../../src/casefile/index.ts";
import { benchActor } from "../linkage/hand-over-table.ts";
import { launchChromium } from "./chromium.ts";
import { watcher } from "./page-watcher.ts";
import type { Part } from "./run-part.ts";
import { serveBuilt } from "../serve-built.ts";

/** The first view of the sample: of a server that has just come up, in a browser that knows nothing of it. */
export const samplePart = ({ browsers, copy }: { browsers: number; copy(name: string): string }): Part => ({
  name: "sample",
  input: "the case as it was run; a server and a browser started anew each time",
  run: async (figures, atEnd) => {
    figures.step = "the lists that a run leaves";
    const dir = copy("sample");
    await withCase(dir, benchActor, (open) => keepLists(open, () => undefined));
    for (let round = 0; round < browsers; round += 1) {
      const browser = await launchChromium();
      atEnd(() => browser.close());
      figures.step = "the server's start";
      const server = await serveBuilt(dir);
      atEnd(() => server.stop());
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
      await page.addInitScript(watcher);
      await figures.measure({ what: "first view after the server is up", unit: "ms", bar: 1000 }, async () => {
        await page.goto(server.address);
        return [await page.evaluate<number>("painted(pageStands)")];
      });
      await figures.measure({ what: "list of findings in the same browser", unit: "ms", bar: 1000 }, async () => {
        await page.goto(`${server.origin}/findings`);
        return [await page.evaluate<number>("painted(rowsAreHere)")];
      });
      await browser.close();
      await server.stop();
    }
  },
});
