import { launchChromium } from "./chromium.ts";

/** Opens an address that works once, and gives the cookie that serves the browsers that follow. */
export async function enter(address: string) {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    await (await context.newPage()).goto(address);
    return await context.storageState();
  } finally {
    await browser.close();
  }
}
