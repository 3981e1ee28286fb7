import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tokens = readFileSync("ui/src/theme/tokens.css", "utf8");
const colours = new Map(
  [...tokens.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gu)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);
const grounds = ["page", "panel", "sunken", "selected"];
const words = ["text", "text-second", "accent", "corroborated", "contradicted", "one-source", "new", "sealed", "fault"];

describe("the palette", () => {
  it.each(["light", "dark"] as const)("is legible in %s: words 4.5 to 1, controls and flows 3 to 1", (theme) => {
    const weak = [...words.map((name) => [name, 4.5] as const), ["control", 3] as const].flatMap(([name, least]) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(colours.get(name)?.[theme] ?? "", colours.get(ground)?.[theme] ?? "");
        return ratio >= least ? [] : [`${name} on ${ground}: ${ratio.toFixed(2)}`];
      }),
    );
    expect(colours.size).toBeGreaterThan(15);
    expect(weak).toEqual([]);
  });
});

/** Contrast of two colours, by the formula of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
