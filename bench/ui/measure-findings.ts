import type { Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { enter } from "./enter.ts";
import type { Figures } from "./figures.ts";
import { addFindings } from "./many-findings.ts";
import { watcher } from "./page-watcher.ts";
import type { Part } from "./run-part.ts";
import { serveBuilt } from "../serve-built.ts";

const findings = 100_000;
const filters = ["kind:contradicted", "kind:corroborated", "money:>1M", "sources:>=2", "trading", "schema:Company"];
const jumps = [73_000, 12_345, 99_000, 41_234, 60_001];

/** A list of 100,000 findings in fresh browsers. */
export const findingsPart = ({ browsers, copy }: { browsers: number; copy(name: string): string }): Part => ({
  name: "findings",
  input: `the case made up to ${findings} findings by telling some again`,
  run: async (figures, atEnd) => {
    const dir = copy("findings");
    await addFindings(dir, findings);
    const server = await serveBuilt(dir);
    atEnd(() => server.stop());
    const storageState = await enter(server.address);
    for (let round = 0; round < browsers; round += 1) {
      const browser = await launchChromium();
      atEnd(() => browser.close());
      const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.addInitScript(watcher);
      await measureList(page, server.origin, figures);
      const session = await context.newCDPSession(page);
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      figures.add({ what: "memory of the page", unit: "MB", bar: 60 }, [usedSize / 2 ** 20]);
      await browser.close();
    }
    figures.add({ what: "memory of the server", unit: "MB", bar: 500 }, [server.residentMb()]);
  },
});

async function measureList(page: Page, origin: string, figures: Figures): Promise<void> {
  const timed = (expression: string) => async () => [await page.evaluate<number>(expression)];
  await figures.measure({ what: "first view of the list", unit: "ms", bar: null }, async () => {
    await page.goto(`${origin}/findings`);
    return timed("painted(rowsAreHere)")();
  });
  for (const filter of filters) {
    const figure = { what: "filter typed to rows painted", unit: "ms", bar: 130 } as const;
    await figures.measure(figure, timed(`typed(${JSON.stringify(filter)})`));
    await checkRows(page, filter);
  }
  await page.evaluate("typed('')");
  for (const row of jumps)
    await figures.measure({ what: "jump to any row", unit: "ms", bar: 130 }, timed(`jumped(${row})`));
  const scrolled = () => page.evaluate<number[]>("scrolled(90)");
  await figures.measure({ what: "frame while scrolling", unit: "ms", bar: 33 }, scrolled);
  await page.evaluate("document.querySelector('.table-row').click()");
  await page.keyboard.press("Escape");
  for (let press = 0; press < 30; press += 1)
    await figures.measure({ what: "j to the next row painted", unit: "ms", bar: 50 }, async () => {
      // The page listens before the key is pressed: two questions to a browser may overtake each other.
      await page.evaluate("watchMove()");
      await page.keyboard.press("j");
      return timed("isMoved")();
    });
}

/** The row that stands first must be the one that the server names first for that filter. */
async function checkRows(page: Page, filter: string): Promise<void> {
  const [shown, right] = await page.evaluate<[string, string]>(`(async () => {
    const body = JSON.stringify({ list: "findings", filter: ${JSON.stringify(filter)} });
    const answer = await (await fetch("/api/views", { method: "POST", body, headers: { "content-type": "application/json" } })).json();
    return [document.querySelector('[data-index="0"]').innerText, answer.view.first.rows[0].value.text];
  })()`);
  if (!shown.includes(right.slice(0, 60)))
    throw new Error(`filter "${filter}": the first row is "${shown}", not of "${right}"`);
}
