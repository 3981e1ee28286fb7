import { assert, at, atKey } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { expandTime } from "./expand-time.ts";
import { makeTimedProblem, type TimedProblem } from "./timed-problem.ts";

/**
 * The part of a timed problem through which money can go from a start to an end in the order of time, with what was seen
 * to leave each start kept whole: payments and nodes off every such way are dropped.
 */
export function pruneTimed(timed: TimedProblem): TimedProblem {
  const { problem, positions, leastStay } = timed;
  const { nodeIds } = problem;
  const idOf = (node: number): string => at(nodeIds, node);
  const numbers = new Map(nodeIds.map((id, node) => [id, node]));
  const live = expandTime(timed, 4).liveTransfers.toSorted();
  const made = makeTimedProblem({
    transfers: Array.from(live, (transfer) => ({
      payer: idOf(intAt(timed.payers, transfer)),
      payee: idOf(intAt(timed.payees, transfer)),
      amountMinor: numberAt(timed.amountsMinor, transfer),
      time: numberAt(timed.times, transfer),
    })),
    sources: problem.sources.map(idOf),
    sinks: problem.sinks.map(idOf),
    isBlockable: (id) => problem.blockable[atKey(numbers, id)] === 1,
    costs: new Map(nodeIds.map((id, node) => [id, intAt(problem.costs, node)])),
    collateralMinor: new Map(nodeIds.map((id, node) => [id, numberAt(problem.collateralMinor, node)])),
    leastStay,
  });
  assert(made.ok, "a part of a problem is one");
  const supplies = new Map(problem.sources.map((node, index) => [idOf(node), numberAt(problem.suppliesMinor, index)]));
  const kept = made.value;
  return {
    ...kept,
    positions: live.map((transfer) => intAt(positions, transfer)),
    problem: {
      ...kept.problem,
      suppliesMinor: Float64Array.from(kept.problem.sources, (node) => atKey(supplies, at(kept.problem.nodeIds, node))),
    },
  };
}
