import { at } from "../../base/index.ts";
import { makeSolver } from "../solve/solver.ts";
import type { BlockRequest } from "../answer/block-request.ts";
import { putQuestion } from "../answer/put-question.ts";
import { toMinorDown, toMinorUp } from "../answer/round-quarters.ts";
import { solveBudgets, type BlockRun } from "../answer/solve-all.ts";
import type { BlockSource } from "../answer/write-rows.ts";

/** How far an advice holds if money can go unseen between parties who share something. Amounts in minor units. */
export interface HiddenChannels {
  /** Pairs that share an owner, a director, an address or a bank, by what. */
  readonly pairs: Readonly<Record<string, number>>;
  /** Things that too many share to tell anything of two. */
  readonly skipped: number;
  /** What can flow as seen: the base of every share. */
  readonly canFlow: number;
  readonly steps: readonly HiddenStep[];
  /** The most that each hidden channel may carry so that, up to it, no other set strands over a hundredth more; null: not even the least that was tried. */
  readonly holdsUpTo: number | null;
}

/** What happens if every hidden channel, in both directions, can carry so much beside what was seen. */
export interface HiddenStep {
  readonly each: number;
  /** What the advice still strands at the largest factor, and what the best set does. */
  readonly ofAdvice: number;
  readonly ofBest: number;
  readonly best: readonly string[];
}

/** What a hidden channel is taken to carry at the largest factor, in ten thousandths of what can flow as seen. */
const steps = [1, 3, 10, 30, 100, 300, 1000, 3000] as const;

/**
 * Adds a channel in both directions between any two parties who share an owner, a director, an address or a bank, and asks
 * how large these may be before another set is better than the advice.
 */
export async function findHiddenChannels(
  source: BlockSource,
  request: BlockRequest,
  { run, advice }: { readonly run: BlockRun; readonly advice: readonly string[] },
): Promise<HiddenChannels | { readonly refusal: string }> {
  const rhoQuarters = Math.max(...request.rhoQuarters);
  const seen = await putQuestion(source, request, 0);
  if ("refusal" in seen) return seen;
  const base = seen.prepared.baseline.value;
  const canFlow = toMinorDown(base);
  const found: HiddenStep[] = [];
  const solver = makeSolver();
  try {
    for (const share of canFlow === 0 || seen.latent.pairs.length === 0 ? [] : steps) {
      // The factor applies to every channel of the model, so that a hidden one is entered at what is left of it at factor 1.
      const each = Math.max(1, Math.floor((canFlow * share * 4) / (10_000 * rhoQuarters)));
      const put = await putQuestion(source, request, each);
      if ("refusal" in put) return put;
      const { problem, left } = put.prepared;
      const members = advice.map((id) => problem.nodeIds.indexOf(id)).filter((node) => node >= 0);
      const asked = { ...request, rhoQuarters: [rhoQuarters] };
      const answers = await solveBudgets(put.prepared, asked, {
        ...run,
        solver,
        from: request.budget,
        hints: [members],
      });
      const best = answers.find((answer) => answer.rhoQuarters === 0)?.answer.members ?? [];
      const stranded = (set: readonly number[]): number =>
        canFlow -
        Math.min(
          canFlow,
          toMinorUp(
            left(
              rhoQuarters,
              set.toSorted((one, other) => one - other),
            ),
          ),
        );
      found.push({
        each: Math.floor((each * rhoQuarters) / 4),
        ofAdvice: stranded(members),
        ofBest: stranded(best),
        best: best.map((node) => at(problem.nodeIds, node)),
      });
      if (found.at(-1)?.ofBest === 0) break;
    }
  } finally {
    await solver.close();
  }
  const pairs: Record<string, number> = {};
  for (const { shares } of seen.latent.pairs) pairs[shares] = (pairs[shares] ?? 0) + 1;
  const broken = found.findIndex(({ ofAdvice, ofBest }) => ofAdvice * 100 < ofBest * 99);
  const held = broken < 0 ? found : found.slice(0, broken);
  return { pairs, skipped: seen.latent.skipped, canFlow, steps: found, holdsUpTo: held.at(-1)?.each ?? null };
}
