import type { Page } from "playwright-core";
import { groupBy } from "../../src/base/index.ts";
import { launchChromium } from "./chromium.ts";
import { enter } from "./enter.ts";
import { watcher } from "./page-watcher.ts";
import type { Part } from "./run-part.ts";
import { serveBuilt } from "../serve-built.ts";

const [nodeCount, edgeCount] = [20_000, 50_000];

/** Repaints and panning of a large net, which is put in place of the server's answer. */
export const networkPart = ({ browsers, copy }: { browsers: number; copy(name: string): string }): Part => ({
  name: "network",
  input: `a made net of ${nodeCount} nodes and ${edgeCount} edges`,
  run: async (figures, atEnd) => {
    const server = await serveBuilt(copy("network"));
    atEnd(() => server.stop());
    const storageState = await enter(server.address);
    for (let round = 0; round < browsers; round += 1) {
      const browser = await launchChromium();
      atEnd(() => browser.close());
      const page = await (await browser.newContext({ storageState, viewport: { width: 1280, height: 800 } })).newPage();
      await page.addInitScript(watcher);
      const answer = (path: string, body: string) =>
        page.route(`**${path}`, (route) => route.fulfill({ contentType: "application/json", body }));
      await answer("/api/network/ways", JSON.stringify(largePicture()));
      await answer("/api/network/layout", '{"places":{}}');
      figures.step = "the first picture";
      await page.goto(`${server.origin}/network`);
      await page.locator(".picture canvas[data-painted]").waitFor({ timeout: 120_000 });
      for (const key of ["+", "0", "+", "+", "0", "-", "0", "+", "+", "0"]) {
        const [inPainter, shown] = [
          { what: "repaint of 50,000 edges in the painter", unit: "ms", bar: 80 },
          { what: "key to the picture shown", unit: "ms", bar: null },
        ] as const;
        await figures.measure(inPainter, async () => {
          const [tookMs, shownMs] = await repaint(page, key);
          figures.add(shown, [shownMs]);
          return [tookMs];
        });
      }
      await figures.measure({ what: "panning 50,000 edges", unit: "frames/s", bar: 60 }, () => pan(page));
      await browser.close();
    }
  },
});

/** How long the repaint after a key took in the painter's thread, and until it was shown. */
async function repaint(page: Page, key: string): Promise<[number, number]> {
  // After a frame the painter rests, so that the next is not asked for while this one is under way.
  await page.waitForTimeout(300);
  await page.evaluate("watchFrame()");
  await page.keyboard.press(key);
  return page.evaluate<[number, number]>("isPainted");
}

/** Frames a second while the pointer drags the picture about for 180 steps: of each stretch of half a second. */
async function pan(page: Page): Promise<number[]> {
  const box = await page.locator(".picture").boundingBox();
  const [x, y] = [(box?.x ?? 0) + 500, (box?.y ?? 0) + 20];
  await page.evaluate(`(() => {
    const times = [];
    const tick = (time) => { times.push(time); if (globalThis.isPanning) requestAnimationFrame(tick); };
    Object.assign(globalThis, { times, isPanning: true });
    requestAnimationFrame(tick);
  })()`);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 180; step += 1) await page.mouse.move(x + (step % 60) * 3, y + (step % 40) * 2);
  await page.mouse.up();
  const times = await page.evaluate<number[]>("(globalThis.isPanning = false, globalThis.times)");
  return framesEachSecond(times);
}

/** So long a stretch is in which frames are counted. */
const stretchMs = 500;

function framesEachSecond(times: readonly number[]): number[] {
  const first = times[0] ?? 0;
  const stretches = groupBy(times, (time) => Math.floor((time - first) / stretchMs));
  return [...stretches.values()]
    .filter((each) => each.length > 2)
    .map((each) => Math.round(((each.length - 1) * 1000) / ((each.at(-1) ?? 0) - (each[0] ?? 0))));
}

/** A net of many columns, the same each time. */
function largePicture(): object {
  let state = 3;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const size = { nodes: nodeCount, channels: edgeCount, minor: 1e12 };
  return {
    ends: "",
    drawnAs: "all",
    whole: size,
    drawn: size,
    nodes: Array.from({ length: nodeCount }, (_, index) => ({
      id: `n${index}`,
      name: `Company ${index} Ltd`,
      schema: "Company",
      isBank: false,
      lists: [],
      isClosed: false,
      inMinor: Math.floor(random() ** 4 * 1e9),
      outMinor: 1e5,
      payers: 1,
      payees: 1,
      roots: 2,
      side: index < 200 ? "start" : "between",
      isBlocked: false,
      notProposed: null,
      bundle: null,
    })),
    channels: Array.from({ length: edgeCount }, () => {
      const payer = Math.floor(random() * nodeCount);
      const payee = Math.min(nodeCount - 1, payer + 1 + Math.floor(random() * 900));
      return {
        payer: payer === payee ? 0 : payer,
        payee,
        minor: Math.floor(random() ** 6 * 1e9),
        payments: 1,
        withoutRate: 0,
        firstDay: "2016-01-01",
        lastDay: "2016-01-01",
        rootsLeast: 1,
        rootsMost: random() < 0.3 ? 1 : 2,
        before: null,
        after: null,
      };
    }),
  };
}
