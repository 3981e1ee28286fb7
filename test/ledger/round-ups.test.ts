import { describe, expect, it } from "vitest";
import { ledgerBench, type LedgerFigures } from "../../bench/ledger.ts";

/** The mean of a figure over the annotated round-ups. */
const mean = (all: readonly LedgerFigures[], figure: (one: LedgerFigures) => number): number =>
  all.reduce((sum, one) => sum + figure(one), 0) / all.length;

describe("the annotated round-ups, before any review", async () => {
  const figures = await ledgerBench(["examples/round-ups"]);
  const all = Array.isArray(figures) ? (figures as readonly LedgerFigures[]) : [];

  it("are all read", () => expect(all.length).toBeGreaterThanOrEqual(10));
  const atLeast = (what: string, bar: number, figure: (one: LedgerFigures) => number): void =>
    it(`${what}: ${bar}`, () => expect(mean(all, figure)).toBeGreaterThanOrEqual(bar));
  atLeast("attributed claims that are found", 0.88, (one) => one.claims.recallAttributed);
  atLeast("of those the right speaker", 0.8, (one) => one.speaker);
  atLeast("modality, macro F1", 0.82, (one) => one.modality.macroF1);
  atLeast("found claims that are claims", 0.75, (one) => one.claims.precision);
  it("few apparent contradictions are flagged: one in ten", () =>
    expect(mean(all, (one) => one.contradictions.falseAlarms)).toBeLessThanOrEqual(0.1));
});
