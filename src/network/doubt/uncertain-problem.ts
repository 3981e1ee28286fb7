import { at, atKey, bad, good, type Result } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeProblem, type ProblemInput, type SeenFlow } from "../question/make-problem.ts";
import { prepareProblem, type Prepared } from "../solve/block-set.ts";
import { prepareTimed } from "../time/prepare-timed.ts";
import type { TimedProblem } from "../time/timed-problem.ts";
import type { Support, Supported } from "./scenarios.ts";

/** A network of which nobody knows how much is real. */
export interface UncertainProblem {
  /** The network if everything is real. */
  readonly certain: Prepared;
  readonly flows: readonly UncertainFlow[];
  /** The network in which only some flows are real (1 for each), with the same nodes. */
  scenario(isReal: Uint8Array): Prepared;
}

/** Money that may not be real, as a part of a network. */
export interface UncertainFlow extends Supported {
  readonly amountMinor: number;
  /** The edge of the network that sums it, in time the payment of the day; -1 where it goes no way from a start to an end. */
  readonly edge: number;
  /** Its payer among the start nodes, or -1: what a start has is what was seen to leave it. */
  readonly start: number;
}

/** The network without time, from flows that it sums. */
export const uncertainNetwork = (problem: BlockProblem, flows: readonly UncertainFlow[]): UncertainProblem => ({
  certain: prepareProblem(problem),
  flows,
  scenario: (isReal) => {
    const { amountsMinor, suppliesMinor } = sumReal(flows, isReal, problem.payers.length, problem.sources.length);
    return prepareProblem({ ...problem, amountsMinor, suppliesMinor });
  },
});

/** The network in the order of time, from flows that its payments sum. */
export const uncertainInTime = (timed: TimedProblem, flows: readonly UncertainFlow[]): UncertainProblem => ({
  certain: prepareTimed(timed),
  flows,
  scenario: (isReal) => {
    const { problem, channels } = timed;
    const { amountsMinor, suppliesMinor } = sumReal(flows, isReal, timed.payers.length, problem.sources.length);
    const summed = new Float64Array(problem.payers.length);
    channels.forEach((channel, row) => {
      summed[channel] = numberAt(summed, channel) + numberAt(amountsMinor, row);
    });
    return prepareTimed({ ...timed, amountsMinor, problem: { ...problem, amountsMinor: summed, suppliesMinor } });
  },
});

function sumReal(flows: readonly UncertainFlow[], isReal: Uint8Array, edges: number, starts: number) {
  const amountsMinor = new Float64Array(edges);
  const suppliesMinor = new Float64Array(starts);
  flows.forEach(({ edge, start, amountMinor }, flow) => {
    if (isReal[flow] !== 1) return;
    if (edge >= 0) amountsMinor[edge] = numberAt(amountsMinor, edge) + amountMinor;
    if (start >= 0) suppliesMinor[start] = numberAt(suppliesMinor, start) + amountMinor;
  });
  return { amountsMinor, suppliesMinor };
}

/** A channel that may not be real. */
export interface UncertainChannel extends SeenFlow {
  readonly supports: readonly Support[];
}

/** Brings uncertain channels into a problem's form; refuses what `makeProblem` refuses. */
export function makeUncertainProblem(
  input: Omit<ProblemInput, "flows"> & { readonly flows: readonly UncertainChannel[] },
): Result<UncertainProblem, string> {
  const made = makeProblem(input);
  if (!made.ok) return made;
  const { problem } = made.value;
  const wrong = input.flows
    .flatMap(({ supports }) => supports)
    .find(({ confidencePermille: each }) => !Number.isInteger(each) || each < 0 || each > 1000);
  if (wrong) {
    return bad(`the confidence ${wrong.confidencePermille} of source "${wrong.source}" is no whole number 0 to 1000`);
  }
  const edgeOf = findEdges(problem);
  const flows = input.flows
    .map((flow, index) => ({ ...flow, id: String(index) }))
    .filter(({ payer, payee, amountMinor }) => payer !== payee && amountMinor !== 0)
    .map(({ id, supports, payer, payee, amountMinor }): UncertainFlow => {
      const edge = amountMinor > 0 ? edgeOf(payer, payee) : edgeOf(payee, payer);
      const start = problem.sources.indexOf(intAt(problem.payers, edge));
      return { id, supports, amountMinor: Math.abs(amountMinor), edge, start };
    });
  return good(uncertainNetwork(problem, flows));
}

/** The edge of the problem from one to another. */
function findEdges({ nodeIds, payers, payees }: BlockProblem): (payer: string, payee: string) => number {
  const key = (payer: string, payee: string): string => JSON.stringify([payer, payee]);
  const edges = new Map(
    Array.from(payers, (payer, edge) => [key(at(nodeIds, payer), at(nodeIds, intAt(payees, edge))), edge]),
  );
  return (payer, payee) => atKey(edges, key(payer, payee));
}
