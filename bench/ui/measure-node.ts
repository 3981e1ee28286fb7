import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { enter } from "./enter.ts";
import { makeNetCase } from "./make-net-case.ts";
import { watcher } from "./page-watcher.ts";
import type { Part } from "./run-part.ts";
import { serveBuilt } from "../serve-built.ts";

const nodes = 1000;
const presses = 20;

/** A node of a thousand blocked by hand: from the key to the picture of what that changes. */
export const nodePart = ({ browsers, root }: { browsers: number; root: string }): Part => ({
  name: "node",
  input: `a made net of ${nodes} nodes and ${(nodes - 100) * 4} payments, 20 starts, 20 ends`,
  run: async (figures, atEnd) => {
    const dir = join(root, "net");
    await makeNetCase(dir, nodes);
    const server = await serveBuilt(dir);
    atEnd(() => server.stop());
    const storageState = await enter(server.address);
    for (let round = 0; round < browsers; round += 1) {
      const browser = await launchChromium();
      atEnd(() => browser.close());
      const page = await (await browser.newContext({ storageState, viewport: { width: 1280, height: 800 } })).newPage();
      await page.addInitScript(watcher);
      figures.step = "the search for the best set, which the page begins";
      const searched = page.waitForResponse(/\/api\/network\/block$/u, { timeout: 120_000 });
      await page.goto(`${server.origin}/network?mode=block&block=e500`);
      await searched;
      await page.locator(".picture:not([aria-busy]) canvas[data-painted]").waitFor({ timeout: 60_000 });
      for (let press = 0; press < presses; press += 1)
        await figures.measure({ what: "clicked node to the picture of its block", unit: "ms", bar: 200 }, () =>
          blocked(page, press),
        );
      await browser.close();
    }
  },
});

/** Chooses a node as the keyboard does and blocks it, or takes it out of the set. */
async function blocked(page: Page, press: number): Promise<number[]> {
  const drawn = page.locator("[data-node]");
  const node = drawn.nth((press * 7) % (await drawn.count()));
  await node.focus();
  const id = (await node.getAttribute("data-node")) ?? "";
  await page.waitForURL((url) => url.searchParams.get("at") === id);
  await page.waitForTimeout(200);
  await page.evaluate("watchBlock()");
  await page.keyboard.press("b");
  return [await page.evaluate<number>("isBlocked")];
}
