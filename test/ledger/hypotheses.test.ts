import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weighHypotheses, type Stance } from "../../src/ledger/index.ts";

const stances: Readonly<Record<string, Stance>> = { "+": "for", "-": "against", o: "neutral" };

/** A matrix drawn as rows of signs, one column for each hypothesis; "." is not judged, "!" at the end is set aside. */
function weigh(...rows: readonly string[]) {
  const width = rows[0]?.replace("!", "").length ?? 0;
  return weighHypotheses({
    hypotheses: Array.from({ length: width }, (_, index) => index + 1),
    cells: rows.flatMap((row, index) =>
      [...row].flatMap((sign, column) => {
        const stance = stances[sign];
        return stance ? [{ evidence: `E${index + 1}`, hypothesis: column + 1, stance }] : [];
      }),
    ),
    counted: new Set(rows.flatMap((row, index) => (row.endsWith("!") ? [] : [`E${index + 1}`]))),
  });
}

describe("hypotheses", () => {
  it("stand by the least that speaks against them, not the most that speaks for them", () => {
    const { standing, tallies } = weigh("++", "++", "+o", "-o");
    expect(standing).toEqual([2]);
    expect(tallies[0]).toEqual({ hypothesis: 1, for: 3, against: 1, neutral: 0, unjudged: 0 });
  });
  it("are told apart by evidence that is read otherwise of one than of another", () =>
    expect(weigh("++", "+-", "-.", "oo", "-+").telling).toEqual(["E2", "E5"]));
  it("name the cells that would change the answer, and how many of them", () => {
    const { reversalsToTie, reversals } = weigh("+-", "+-", "-+");
    expect(reversalsToTie).toBe(1);
    expect(reversals.map(({ evidence, hypothesis, from, to }) => `${evidence} H${hypothesis} ${from}: ${to}`)).toEqual([
      "E1 H1 for: against",
      "E1 H2 against: not against",
      "E2 H1 for: against",
      "E2 H2 against: not against",
    ]);
    expect(weigh("+-", "+-").reversalsToTie).toBe(2);
    expect(weigh("+-", "-+").standing).toEqual([1, 2]);
    expect(weigh("+-", "-+").reversalsToTie).toBe(0);
  });
  it("count nothing that is set aside, and say so where nothing else is cited", () => {
    expect(weigh("+-", "-+!", "-+!").standing).toEqual([1]);
    expect(weigh("+-!")).toMatchObject({ standing: [], reversals: [], reversalsToTie: undefined });
    expect(weigh("-").reversals).toEqual([]);
  });
  it("really change by the cells that are named", () => {
    const row = fc.array(fc.constantFrom("+", "-", "o", "."), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (matrix) => {
        const rows = matrix.map((signs) => signs.join(""));
        const { standing, reversalsToTie, reversals } = weigh(...rows);
        if (reversalsToTie === undefined || reversalsToTie > 1) return;
        for (const { evidence, hypothesis, to } of reversals) {
          const changed = rows.map((signs, index) => {
            if (`E${index + 1}` !== evidence) return signs;
            const next = [...signs];
            next[hypothesis - 1] = to === "against" ? "-" : "o";
            return next.join("");
          });
          expect(weigh(...changed).standing).not.toEqual(standing);
        }
      }),
    );
  });
});
