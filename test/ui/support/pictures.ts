import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { drawnWith, widthsThatDiffer } from "./drawn-with.ts";

const folder = join(import.meta.dirname, "../pictures");
const recordedWidths = join(folder, "widths.txt");
const isRecording = process.env["WINDFALL_PICTURES"] === "record";

/** How a page compares with its recorded picture. */
export interface PictureCompared {
  /** What differs; null where nothing does, or where it was not compared. */
  readonly fault: string | null;
  /** Why it was not compared; null where it was. */
  readonly notCompared: string | null;
}

/**
 * Compares a page with its recorded picture. Pictures are only compared where known texts are as wide as they were when the
 * pictures were recorded: elsewhere the fonts are others. WINDFALL_PICTURES=record records both.
 */
export async function comparePicture(page: Page, name: string): Promise<PictureCompared> {
  const widths = await drawnWith(page);
  const shot = PNG.sync.read(await page.locator("#content").screenshot());
  const file = join(folder, `${name}.png`);
  if (isRecording) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, PNG.sync.write(shot));
    writeFileSync(recordedWidths, `${widths}\n`);
    return { fault: null, notCompared: `${name} was recorded` };
  }
  if (!existsSync(recordedWidths) || !existsSync(file))
    return { fault: `there is no picture ${name}; WINDFALL_PICTURES=record records it`, notCompared: null };
  const others = widthsThatDiffer(readFileSync(recordedWidths, "utf8").trim(), widths);
  if (others.length > 0)
    return { fault: null, notCompared: `${name} was not compared, the fonts are others: ${others.join("; ")}` };
  return { fault: difference(PNG.sync.read(readFileSync(file)), shot, name), notCompared: null };
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
