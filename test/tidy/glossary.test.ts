import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportsOf, sourcesBelow, type Source } from "./sources.ts";

/** The words that the glossary's last column refuses, one each. */
const refused = readFileSync(join(import.meta.dirname, "../../GLOSSARY.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| in code") && !line.startsWith("|---"))
  .flatMap((line) => (line.split("|").at(-2) ?? "").split(/[,;]/u))
  .map((word) => word.trim())
  .filter((word) => /^[a-z]+$/u.test(word) && word !== "dataset" && word !== "result");

const wordsOf = (name: string): string[] => name.split(/(?=[A-Z])|_/u).map((word) => word.toLowerCase());

/** Exported names of the vocabulary that use a word which the glossary refuses. */
const faultsOf = (source: Source): string[] =>
  exportsOf(source)
    .filter((name) => wordsOf(name).some((word) => refused.includes(word)))
    .map((name) => `${source.path}: ${name}`);

describe("the vocabulary", () => {
  it("knows words that it refuses", () => expect(refused.length).toBeGreaterThan(15));
  it("uses none of them in the names of the model, the store and the views", () => {
    const sources = ["src/model", "src/views", "src/store"].flatMap(sourcesBelow);
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });
  it("would refuse a merge", () =>
    expect(faultsOf({ path: "src/model/x.ts", text: "export const mergeEntities = 1;" })).toEqual([
      "src/model/x.ts: mergeEntities",
    ]));
  it("would refuse a transaction", () =>
    expect(faultsOf({ path: "src/model/x.ts", text: "export type BankTransaction = string;" })).toEqual([
      "src/model/x.ts: BankTransaction",
    ]));
});
