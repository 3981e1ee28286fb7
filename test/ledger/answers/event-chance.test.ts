import { describe, expect, it } from "vitest";
import { lendByChance } from "../../../src/ledger/answers/event-chance.ts";
import { buildLedger, readClaims } from "../../../src/ledger/index.ts";

const text = `A headline of some words
17 May 2016

A clerk said that six barges of copper had left Mirren on 3 May. The barges of copper were loaded at night, the clerk said.

The mayor said that the mill in Venlia would be sold.`;

const ledger = buildLedger([{ id: "d1", outlet: undefined, claims: readClaims({ text, author: "the author" }) }]);

describe("what a claim gains by being of one event with the best", () => {
  const scores = ledger.claims.map(({ quote }) => (quote.includes("left Mirren") ? 4 : 0));
  const lent = lendByChance(ledger, scores, () => true);
  const gain = (words: string): number => {
    const index = ledger.claims.findIndex(({ quote }) => quote.includes(words));
    return (lent[index] ?? 0) - (scores[index] ?? 0);
  };
  it("is more for the next claim of the same story than for another story", () => {
    expect(gain("loaded at night")).toBeGreaterThan(0.5);
    expect(gain("loaded at night")).toBeGreaterThan(4 * gain("mill in Venlia"));
  });
  it("is nothing for the best itself, where it is the only one", () => expect(gain("left Mirren")).toBe(0));
  it("is nothing where nobody may lend", () => expect(lendByChance(ledger, scores, () => false)).toEqual(scores));
});
