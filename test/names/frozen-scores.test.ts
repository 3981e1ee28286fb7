import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareNames, parseName, type NameKind } from "../../src/names/index.ts";

const kindOf = (text: string): NameKind => (text === "person" || text === "company" ? text : "unknown");

test("tiers and scores are those of the frozen table; a change of it is a change of every case file's pairs", () => {
  const frozen = readFileSync(new URL("frozen-scores.tsv", import.meta.url), "utf8");
  const [header = "", ...lines] = frozen.trimEnd().split("\n");
  const rows = lines.map((line) => {
    const [kind = "", left = "", right = ""] = line.split("\t");
    const { tier, score } = compareNames(parseName(left, kindOf(kind)), parseName(right, kindOf(kind)));
    return [kind, left, right, tier, score].join("\t");
  });
  expect(`${[header, ...rows].join("\n")}\n`).toBe(frozen);
});
