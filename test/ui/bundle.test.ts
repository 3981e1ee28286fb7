import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const assets = "dist/ui/assets";
const size = (file: string): number => gzipSync(readFileSync(`${assets}/${file}`)).length / 1000;

const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + size(file), 0);

/** The scripts of pages. */
const pageScripts = (files: readonly string[]): string[] => files.filter((file) => /-page-[\w-]+\.js$/u.test(file));

/** A script with all that it imports at once, and its styles, beside those that are there already. */
function withStatics(script: string, held: string[]): string[] {
  if (held.includes(script)) return held;
  held.push(script, ...stylesOf(script).filter((style) => !held.includes(style)));
  const text = readFileSync(`${assets}/${script}`, "utf8");
  for (const [, file = ""] of text.matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/gu)) withStatics(file, held);
  return held;
}

const stylesOf = (script: string): string[] => {
  const name = script.replace(/-[\w-]{8}\.js$/u, "");
  return readdirSync(assets).filter((file) => file.endsWith(".css") && file.replace(/-[\w-]{8}\.css$/u, "") === name);
};

describe("what a browser loads", () => {
  it("is at most 220 kB at first and 120 kB for each lazy part, gzipped", () => {
    const files = readdirSync(assets).filter((file) => /\.(?:js|css)$/u.test(file));
    const page = readFileSync("dist/ui/index.html", "utf8");
    const first = files.filter((file) => page.includes(file));
    const lazy = files.filter((file) => !first.includes(file));
    const firstSize = Math.max(...pageScripts(files).map((script) => sizeOf(withStatics(script, [...first]))));
    process.stdout.write(
      `first load ${sizeOf(first).toFixed(0)} kB gzipped, with the largest page ${firstSize.toFixed(0)} kB; ${lazy.length} lazy parts\n`,
    );
    expect(first.length).toBeGreaterThan(1);
    expect(lazy.length).toBeGreaterThan(2);
    expect(firstSize).toBeLessThanOrEqual(220);
    expect(lazy.filter((file) => size(file) > 120)).toEqual([]);
  });
});
