import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { at } from "../../../src/base/index.ts";
import { readClaims } from "../../../src/ledger/index.ts";

interface Reading {
  readonly told: string;
  readonly modality: string;
  readonly words: string;
}

/** What is read in a text below a headline. */
function readingOf(text: string): readonly Reading[] {
  const headline = "A headline of some words for the day\n";
  const { claims, sources } = readClaims({ text: headline + text.replaceAll("\\n", "\n"), author: "the author" });
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return claims
    .filter(({ from }) => from >= headline.length)
    .map(({ chain, modality, quote }) => ({
      told:
        chain
          .slice(0, -1)
          .map(({ source }) => names.get(source))
          .join(" < ") || "-",
      modality,
      words: quote,
    }));
}

function parseReading(column: string): readonly Reading[] {
  if (column === "nothing") return [];
  return column.split(" // ").map((claim) => {
    const parts = claim.split(" | ");
    return { told: at(parts, 0), modality: at(parts, 1), words: at(parts, 2) };
  });
}

const isRead = (found: readonly Reading[], wanted: readonly Reading[]): boolean =>
  found.length === wanted.length &&
  wanted.every(({ told, modality, words }, index) => {
    const claim = at(found, index);
    return claim.told === told && claim.modality === modality && claim.words.includes(words);
  });

const rows = readFileSync("test/fixtures/ledger/attribution-forms.tsv", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

describe("a construction of attribution", () => {
  it.each(rows)("%s: %s", (_construction, text, right, today) => {
    const found = readingOf(text ?? "");
    const wanted = parseReading(today ?? right ?? "");
    expect(isRead(found, wanted) ? wanted : found).toEqual(wanted);
    // A wrong reading that has come right is to be taken out of the list.
    expect(today === undefined || !isRead(found, parseReading(right ?? ""))).toBe(true);
  });
  it("is read rightly in nine of ten", () => {
    const wrong = rows.filter(([, , , today]) => today !== undefined);
    expect(rows.length).toBeGreaterThan(150);
    expect(wrong.length * 10).toBeLessThan(rows.length);
  });
});
