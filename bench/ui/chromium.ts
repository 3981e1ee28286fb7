import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where Chromium is: `CHROMIUM_PATH`, else a usual place; throws one line that says how to get it. */
export function chromiumPath(): string {
  const given = process.env["CHROMIUM_PATH"];
  const found = given === undefined ? usualPlaces.find((path) => existsSync(path)) : existsSync(given) && given;
  if (found) return found;
  throw new Error(
    `no Chromium${given === undefined ? "" : ` at CHROMIUM_PATH=${given}`}: apt-get install chromium fonts-noto-core fonts-noto-cjk, or set CHROMIUM_PATH to one`,
  );
}

/** One browser without a window, drawn by the processor. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--font-render-hinting=none",
    ],
  });
