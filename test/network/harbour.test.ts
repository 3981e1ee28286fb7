import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import type { Truth } from "../../examples/harbour/truth.ts";
import { makeProblem, makeSolver, prepareProblem, solveBlockSet } from "../../src/network/index.ts";

const solver = makeSolver();
afterAll(async () => solver.close());

const read = (name: string): string =>
  readFileSync(new URL(`../../examples/harbour/sample/${name}`, import.meta.url), "utf8");

test("equal to the sample's exhaustive optimum for every question and budget", async () => {
  const truth: Truth = JSON.parse(read("truth.json"));
  const toUsd = rateTable(read("rates.csv"));
  let asked = 0;
  for (const question of truth.blockSets) {
    const blockable = new Set(question.blockable);
    const made = makeProblem({
      flows: truth.payments.map(([, payer, payee, , , amountMinor, currency, date]) => ({
        payer,
        payee,
        amountMinor: toUsd(amountMinor, currency, date),
      })),
      sources: question.starts,
      sinks: question.ends,
      isBlockable: (id) => blockable.has(id),
    });
    if (!made.ok) throw new Error(made.fault);
    const prepared = prepareProblem(made.value.problem);
    expect(prepared.baseline.value).toBe(question.baselineQuarters);
    for (const { budget, strandedQuarters, sets } of question.best) {
      const answer = await solveBlockSet(
        prepared,
        { budget, rhoQuarters: question.rhoQuarters, collateralMaxMinor: null },
        { solver, timeLimitSeconds: 60, now: () => 0 },
      );
      const members = answer.members.map((node) => made.value.problem.nodeIds[node] ?? "");
      expect({ stranded: answer.strandedQuarters, proof: answer.proof.kind }).toEqual({
        stranded: strandedQuarters,
        proof: "best",
      });
      expect(sets.map((set) => set.join())).toContain(members.join());
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(11);
});

/** Minor units into US cents at the last rate on or before the day, half to even, as the sample's truth converts. */
function rateTable(csv: string): (minor: number, currency: string, date: string) => number {
  const rows = csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const byCurrency = new Map<string, { date: string; millionths: bigint }[]>();
  for (const [date = "", currency = "", rate = ""] of rows) {
    const entry = { date, millionths: BigInt(rate.replace(".", "")) };
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), entry]);
  }
  return (minor, currency, date) => {
    if (currency === "USD") return minor;
    const rate = byCurrency.get(currency)?.findLast((entry) => entry.date <= date);
    if (!rate) throw new Error(`no rate for ${currency} on ${date}`);
    const product = BigInt(minor) * rate.millionths;
    const whole = product / 1_000_000n;
    const rest = product % 1_000_000n;
    const isUp = rest > 500_000n || (rest === 500_000n && whole % 2n === 1n);
    return Number(isUp ? whole + 1n : whole);
  };
}
