import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { chromiumPath } from "../../../bench/ui/chromium.ts";

const folder = join(import.meta.dirname, "../pictures");
const recordedFonts = join(folder, "fonts.txt");
const isRecording = process.env["WINDFALL_PICTURES"] === "record";
/** The families and languages that the pages are drawn in. */
const asked = [
  "system-ui",
  "monospace",
  "sans-serif:lang=ko",
  "sans-serif:lang=zh",
  "sans-serif:lang=ar",
  "sans-serif:lang=ru",
];

/**
 * Compares a page with its recorded picture; answers what differs, or null. Pictures are only compared where the browser and the
 * fonts are those that they were recorded with: elsewhere the output says why they are not. WINDFALL_PICTURES=record records them.
 */
export async function pictureFault(page: Page, name: string): Promise<string | null> {
  const shot = PNG.sync.read(await page.locator("#content").screenshot());
  const file = join(folder, `${name}.png`);
  if (isRecording) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, PNG.sync.write(shot));
    writeFileSync(recordedFonts, `${drawnWith()}\n`);
    return null;
  }
  const recorded = existsSync(recordedFonts) ? readFileSync(recordedFonts, "utf8").trim() : "none";
  if (recorded !== drawnWith()) {
    process.stdout.write(
      `picture ${name} is not compared: this machine draws with ${drawnWith()}, it was recorded with ${recorded}\n`,
    );
    return null;
  }
  if (!existsSync(file)) return `there is no picture ${name}; WINDFALL_PICTURES=record records it`;
  return difference(PNG.sync.read(readFileSync(file)), shot, name);
}

/** The same pixels, but for one in 500: text is drawn a shade otherwise from one build of a library to the next. */
function difference(before: PNG, now: PNG, name: string): string | null {
  const { width, height } = before;
  if (width !== now.width || height !== now.height) return `${name} is ${now.width} x ${now.height}`;
  const marked = new PNG({ width, height });
  const pixels = pixelmatch(before.data, now.data, marked.data, width, height, { threshold: 0.1 });
  if (pixels <= width * height * 0.002) return null;
  writeFileSync(join(folder, `${name}.differs.png`), PNG.sync.write(marked));
  return `${name}: ${pixels} pixels differ; see test/ui/pictures/${name}.differs.png`;
}

/** Browser and fonts by a hash of what they are. */
function drawnWith(): string {
  const version = execFileSync(chromiumPath(), ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  const hash = createHash("sha256").update(version);
  try {
    for (const family of asked)
      hash.update(readFileSync(execFileSync("fc-match", ["-f", "%{file}", family], { encoding: "utf8" })));
  } catch {
    return `${version}, fonts unknown (no fc-match)`;
  }
  return `${version}, fonts ${hash.digest("hex").slice(0, 16)}`;
}
