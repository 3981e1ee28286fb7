import type { Page } from "playwright-core";

/** Waits until the page stands and nothing loads any more: it has its title, no question to the server is open, and two frames have been drawn since. */
export async function rest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title.includes(" - "));
  await page.waitForLoadState("networkidle");
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** The page waits for the rows of its list, and for the list itself. */
export const rowsShown = (page: Page): Promise<unknown> =>
  page.locator('[role="grid"] [role="row"][data-index]:not([aria-busy])').first().waitFor({ timeout: 30_000 });
