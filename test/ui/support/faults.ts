import type { Page } from "playwright-core";

/** What is wrong on a page from now on; a response that a test expects to fail is told by the console and counts. */
export async function watchFaults(page: Page, origin: string): Promise<() => Promise<readonly string[]>> {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:blob|data):/u.test(url)) faults.push(`request: ${url}`);
  });
  await page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { policyBreaches: kept });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      kept.push(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  return async () => {
    const breaches = await page.evaluate(() => (globalThis as { policyBreaches?: string[] }).policyBreaches ?? []);
    return [...faults, ...breaches];
  };
}
