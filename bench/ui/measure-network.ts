import type { Browser, BrowserContextOptions, Page } from "playwright-core";

interface Measuring {
  readonly origin: string;
  readonly cookies: Exclude<BrowserContextOptions["storageState"], string | undefined>;
  /** Milliseconds, or what the name says, by what was measured. */
  readonly samples: Record<string, number[]>;
}

const [nodeCount, edgeCount] = [20_000, 50_000];

/** Measures repaints and panning of a drawing of 20,000 nodes and 50,000 edges, which is put in place of the server's answer. */
export async function measureNetwork(browser: Browser, { origin, cookies, samples }: Measuring): Promise<void> {
  const context = await browser.newContext({ storageState: cookies, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const add = (what: string, values: readonly number[]) => (samples[what] ??= []).push(...values);
  const answer = (path: string, body: string) =>
    page.route(`**${path}`, (route) => route.fulfill({ contentType: "application/json", body }));
  await answer("/api/network/ways", JSON.stringify(largePicture()));
  await answer("/api/network/layout", '{"places":{}}');
  await page.goto(`${origin}/network`);
  await page.locator(".picture canvas[data-painted]").waitFor({ timeout: 120_000 });
  add("repaint of 50,000 edges, ms", [...(await repaints(page, "0", 6)), ...(await repaints(page, "+", 4))]);
  await repaints(page, "0", 1);
  add("frame while panning 50,000 edges, ms", await pan(page));
  await context.close();
}

/** How long each repaint took in the painter's thread, after a key. */
async function repaints(page: Page, key: string, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await page.waitForTimeout(300);
    const before = await paintedAt(page);
    await page.keyboard.press(key);
    // The policy of the page forbids what waits for a text as a condition.
    const until = Date.now() + 30_000;
    while ((await paintedAt(page)) === before) {
      if (Date.now() > until) throw new Error(`the picture was not painted again within 30 s of the key ${key}`);
      await page.waitForTimeout(5);
    }
    took.push(await page.evaluate<number>("Number(document.querySelector('.picture canvas').dataset.tookMs)"));
  }
  return took;
}

/** What the picture says of its last repaint. */
const paintedAt = (page: Page): Promise<string> =>
  page.evaluate<string>("document.querySelector('.picture canvas').dataset.painted");

/** The times between frames while the pointer drags the picture about for 180 steps. */
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
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
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
