import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { onTestFailed, TestRunner } from "vitest";
import { mainPath } from "../../support/windfall.ts";
import { launchChromium } from "../../../bench/ui/chromium.ts";
import { watchFaults } from "./faults.ts";

/** How a page is seen. */
export interface Seen {
  readonly width?: number;
  readonly height?: number;
  /** Pixels of the screen for one of the page: 2 at a width of 640 is a window of 1280 at 200 %. */
  readonly ratio?: number;
  readonly theme?: "light" | "dark";
  readonly forcedColors?: boolean;
}

/** A page, and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts, breaches of the policy, requests to anybody else. */
  faults(): Promise<readonly string[]>;
}

/** A case that is served as a user serves it, and a browser to look at it. */
export interface Workbench {
  readonly origin: string;
  readonly browser: Browser;
  /** What the server printed. */
  printed(): string;
  /** Ends the server, as a crash or a closed terminal would. */
  stopServer(): Promise<void>;
  /** Serves the case again at the same port; answers the address with its new token. */
  startServer(): Promise<string>;
  /** Opens an address such as `/findings?q=kind:new` in a fresh profile that has been let in. */
  visit(path: string, seen?: Seen): Promise<Visit>;
  stop(): Promise<void>;
}

/** Serves a case by the built command line and opens a browser; the address works once, its cookie is kept. */
export async function openWorkbench(caseDir: string): Promise<Workbench> {
  let server = serve(caseDir);
  const address = await server.address();
  const { origin } = new URL(address);
  const browser = await launchChromium();
  const first = await browser.newContext();
  await (await first.newPage()).goto(address);
  const storageState = await first.storageState();
  await first.close();
  return {
    origin,
    browser,
    printed: () => server.printed(),
    stopServer: () => server.stop(),
    startServer: () => {
      server = serve(caseDir, new URL(origin).port);
      return server.address();
    },
    visit: async (path, seen = {}) => {
      const context = await browser.newContext({ storageState, ...contextOf(seen) });
      context.setDefaultTimeout(waitMs);
      const page = await context.newPage();
      if (TestRunner.getCurrentTest()) onTestFailed(() => tellPage(page));
      const faults = await watchFaults(page, origin);
      await page.goto(`${origin}${path}`);
      return { page, context, faults };
    },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** `windfall serve` as a process of its own. */
function serve(caseDir: string, port = "0") {
  const args = [mainPath, "serve", "--case", caseDir, "--port", port];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  return {
    printed: () => printed,
    address: () =>
      printedAddress(
        () => printed,
        () => server.exitCode,
      ),
    stop: async () => {
      if (server.exitCode !== null) return;
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
    },
  };
}

/** How long is waited for what a page should do: a busy machine is no fault of a page. */
const waitMs = 120_000;

/** A wait that ended in vain says what the page shows instead. */
async function tellPage(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const text = await page.locator("body").innerText({ timeout: 10_000 }).catch(String);
  process.stdout.write(`${page.url()} shows "${await page.title()}":\n${text.slice(0, 3000)}\n`);
}

async function printedAddress(printed: () => string, exitCode: () => number | null): Promise<string> {
  for (;;) {
    const address = /http:\S+/u.exec(printed())?.[0];
    if (address !== undefined) return address;
    if (exitCode() !== null) throw new Error(`windfall serve ended: ${printed()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const contextOf = ({ width = 1280, height = 800, ratio = 1, theme = "light", forcedColors = false }: Seen) => ({
  viewport: { width, height },
  deviceScaleFactor: ratio,
  colorScheme: theme,
  reducedMotion: "reduce" as const,
  forcedColors: forcedColors ? ("active" as const) : ("none" as const),
  permissions: ["clipboard-read", "clipboard-write"],
  locale: "en-GB",
  timezoneId: "UTC",
});
