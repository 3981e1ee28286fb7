import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../../examples/harbour/score.ts";
import type { Truth } from "../../examples/harbour/truth.ts";
import { makeProblem, makeSolver, prepareProblem, solveBlockSet } from "../../src/network/index.ts";

/**
 * Puts the truth's questions to the product's search, on the true payments converted at the sample's own rates: whether
 * the search finds what an exhaustive search proved best, apart from what a case holds of those payments.
 */
export async function answerBlockQuestions(truth: Truth, sampleDir: string): Promise<Answer["blockSets"]> {
  const toUsd = readRates(join(sampleDir, "rates.csv"));
  const flows = truth.payments.map(([, payer, payee, , , minor, currency, date]) => ({
    payer,
    payee,
    amountMinor: toUsd(minor, currency, date),
  }));
  const answers = [];
  const solver = makeSolver();
  try {
    for (const question of truth.blockSets) {
      const blockable = new Set(question.blockable);
      const made = makeProblem({
        flows,
        sources: question.starts,
        sinks: question.ends,
        isBlockable: (id) => blockable.has(id),
      });
      if (!made.ok) throw new Error(made.fault);
      const { problem } = made.value;
      const prepared = prepareProblem(problem);
      for (const { budget } of question.best) {
        const asked = { budget, rhoQuarters: question.rhoQuarters, collateralMaxMinor: null };
        const answer = await solveBlockSet(prepared, asked, {
          solver,
          timeLimitSeconds: 20,
          now: () => performance.now(),
        });
        answers.push({
          question: question.id,
          budget,
          members: answer.members.map((node) => problem.nodeIds[node] ?? ""),
        });
      }
    }
  } finally {
    await solver.close();
  }
  return answers;
}

/** Minor units into USD minor units, half-even, at the last rate on or before the day. */
function readRates(path: string): (minor: number, currency: string, date: string) => number {
  const lines = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const byCurrency = new Map<string, { day: string; millionths: bigint }[]>();
  for (const [day = "", currency = "", rate = ""] of lines) {
    const [whole = "0", fraction = ""] = rate.split(".");
    const rates = byCurrency.get(currency) ?? [];
    rates.push({ day, millionths: BigInt(whole + fraction.padEnd(6, "0").slice(0, 6)) });
    byCurrency.set(currency, rates);
  }
  return (minor, currency, date) => {
    if (currency === "USD") return minor;
    const rate = byCurrency.get(currency)?.findLast(({ day }) => day <= date);
    if (!rate) throw new Error(`no rate for ${currency} on ${date}`);
    return halfEven(BigInt(minor) * rate.millionths);
  };
}

function halfEven(millionths: bigint): number {
  const [whole, rest] = [millionths / 1_000_000n, millionths % 1_000_000n];
  const isUp = rest > 500_000n || (rest === 500_000n && whole % 2n === 1n);
  return Number(isUp ? whole + 1n : whole);
}
