import type { Page } from "playwright-core";

/** Whether the page has its title and nothing that is seen of it says that it waits for an answer. */
const stands = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.title.includes(" - ") &&
      [...document.querySelectorAll('[aria-busy="true"], .loading')].every(
        // What lies below the window asks only when it comes near.
        (each) => !each.checkVisibility() || each.getBoundingClientRect().top >= window.innerHeight,
      ),
  );

/** Waits until the page stands, also after what a first answer lets it ask has come, and two frames have been drawn since. */
export async function rest(page: Page): Promise<void> {
  await stands(page);
  await page.waitForTimeout(150);
  await stands(page);
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** The page waits for the rows of its list, and for the list itself. */
export const rowsShown = (page: Page): Promise<unknown> =>
  page.locator('[role="grid"] [role="row"][data-index]:not([aria-busy])').first().waitFor();

const frames = (page: Page): Promise<string | null> =>
  page.locator(".picture canvas[data-painted]").first().getAttribute("data-painted");

/** Waits until the picture of the network is drawn and no further frame of it comes. */
export async function painted(page: Page): Promise<void> {
  await page.locator(".picture:not([aria-busy]) canvas[data-painted]").waitFor({ timeout: 60_000 });
  for (let before = "", now = "none"; before !== now;) {
    before = now;
    await page.waitForTimeout(300);
    now = (await frames(page)) ?? "";
  }
  await rest(page);
}
