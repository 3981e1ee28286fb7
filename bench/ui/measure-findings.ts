import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** Milliseconds, or what the name says, by what was measured. */
export type Samples = Record<string, number[]>;

interface Measuring {
  readonly origin: string;
  readonly cookies: Exclude<BrowserContextOptions["storageState"], string | undefined>;
  readonly samples: Samples;
}

const filters = ["kind:contradicted", "kind:corroborated", "money:>1M", "sources:>=2", "trading", "schema:Company"];
const jumps = [73_000, 12_345, 99_000, 41_234, 60_001];

/** Measures the findings in a fresh browser and adds what it finds to the samples. */
export async function measureFindings(browser: Browser, { origin, cookies, samples }: Measuring): Promise<void> {
  const context = await browser.newContext({ storageState: cookies, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const add = (what: string, values: readonly number[]) => (samples[what] ??= []).push(...values);
  await page.addInitScript(watcher);
  await page.goto(`${origin}/findings`);
  add("first view, ms", [await page.evaluate<number>("painted(rowsAreHere)")]);
  for (const filter of [...filters, ""]) {
    const took = await page.evaluate<number>(`typed(${JSON.stringify(filter)})`);
    await checkRows(page, filter);
    if (filter !== "") add("filter typed to rows painted, ms", [took]);
  }
  for (const row of jumps) add("jump to any row, ms", [await page.evaluate<number>(`jumped(${row})`)]);
  add("frame while scrolling, ms", await page.evaluate<number[]>("scrolled(90)"));
  await page.evaluate("document.querySelector('.table-row').click()");
  await page.keyboard.press("Escape");
  for (let press = 0; press < 30; press += 1) {
    // The page listens before the key is pressed: two questions to a browser may overtake each other.
    await page.evaluate("watchMove()");
    await page.keyboard.press("j");
    add("j to the next row painted, ms", [await page.evaluate<number>("isMoved")]);
  }
  const session = await context.newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  add("memory of the page, MB", [usedSize / 2 ** 20]);
  await context.close();
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

/** What is measured within the page; two frames after the last change count as painted. */
const watcher = `
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const twoFrames = async () => { await frame(); await frame(); return performance.now(); };
  const painted = async (isThere, from = 0) => { while (!isThere()) await frame(); return (await twoFrames()) - from; };
  const rowsAreHere = () => document.querySelector('[data-index]:not([aria-busy])') !== null;
  const sentence = () => document.querySelector('.filter-sentence')?.textContent;
  const typed = (text) => {
    const field = document.querySelector('input[type=search]');
    const before = sentence();
    const from = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return painted(() => sentence() !== before && !document.querySelector('.table-dimmed') && rowsAreHere(), from);
  };
  const jumped = (row) => {
    const from = performance.now();
    document.querySelector('.table-scroll').scrollTo(0, row * 28);
    return painted(() => document.querySelector('[data-index="' + row + '"]:not([aria-busy])') !== null, from);
  };
  const scrolled = async (steps) => {
    const list = document.querySelector('.table-scroll');
    const frames = [];
    let last = await frame();
    for (let step = 0; step < steps; step += 1) {
      list.scrollBy(0, 140);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  };
  const moved = () => {
    const before = document.querySelector('.table-row-focused')?.dataset.index;
    return new Promise((done) => addEventListener('keydown', async () => {
      const from = performance.now();
      done(await painted(() => document.activeElement?.dataset.index !== before && document.activeElement?.matches('.table-row'), from));
    }, { once: true, capture: true }));
  };
  const watchMove = () => { globalThis.isMoved = moved(); };
  Object.assign(globalThis, { painted, rowsAreHere, typed, jumped, scrolled, watchMove });
`;
