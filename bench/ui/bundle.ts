import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Part } from "./run-part.ts";

const assets = "dist/ui/assets";

/** What a browser loads, gzipped: at first with the largest page, and the largest part that comes later. */
export const bundlePart = (): Part => ({
  name: "bundle",
  input: "dist/ui as it is built",
  run: async (figures) => {
    const { first, lazy } = loadedSizes();
    figures.add({ what: "first load with the largest page", unit: "kB", bar: 220 }, [first]);
    figures.add({ what: "largest lazy part", unit: "kB", bar: 120 }, [Math.max(...lazy)]);
  },
});

/** Kilobytes, gzipped: the first load with the largest page, and each part that comes later. */
export function loadedSizes(): { readonly first: number; readonly lazy: readonly number[] } {
  const files = readdirSync(assets).filter((file) => /\.(?:js|css)$/u.test(file));
  const page = readFileSync("dist/ui/index.html", "utf8");
  const atOnce = files.filter((file) => page.includes(file));
  const pageScripts = files.filter((file) => /-page-[\w-]+\.js$/u.test(file));
  return {
    first: Math.max(...pageScripts.map((script) => sum(withStatics(script, [...atOnce], files).map(size)))),
    lazy: files.filter((file) => !atOnce.includes(file)).map(size),
  };
}

/** A script with all that it imports at once, and its styles, beside those that are there already. */
function withStatics(script: string, held: string[], files: readonly string[]): string[] {
  if (held.includes(script)) return held;
  const name = script.replace(/-[\w-]{8}\.js$/u, "");
  const styles = files.filter((file) => file.endsWith(".css") && file.replace(/-[\w-]{8}\.css$/u, "") === name);
  held.push(script, ...styles.filter((style) => !held.includes(style)));
  const text = readFileSync(`${assets}/${script}`, "utf8");
  for (const [, file = ""] of text.matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/gu)) withStatics(file, held, files);
  return held;
}

const size = (file: string): number => gzipSync(readFileSync(`${assets}/${file}`)).length / 1000;
const sum = (sizes: readonly number[]): number => sizes.reduce((total, each) => total + each, 0);
