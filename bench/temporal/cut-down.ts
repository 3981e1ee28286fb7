import { at } from "../../src/base/index.ts";
import { findTimedFlow, makeTimedProblem, type TimedFlow, type TimedProblem } from "../../src/network/index.ts";
import { slowTimedFlow } from "./slow-timed-flow.ts";

/** Brute force takes sets of so many payments; with their start nodes twice as many can be cut. */
const transfersMax = 10;

/**
 * Cuts a network down to the payments of a few neighbouring paths at a time and counts on how many of these the largest
 * flow equals brute force, at rho 1 and 2.
 */
export function compareCutDown(timed: TimedProblem, { paths }: TimedFlow, count: number) {
  let [cases, equal] = [0, 0];
  const step = Math.max(1, Math.floor(paths.length / count));
  for (let first = 0; first < paths.length && cases < count; first += step) {
    const kept = gather(paths.slice(first));
    const made = makeTimedProblem({
      transfers: kept.map((transfer) => ({
        payer: at(timed.problem.nodeIds, at(timed.payers, transfer)),
        payee: at(timed.problem.nodeIds, at(timed.payees, transfer)),
        amountMinor: at(timed.amountsMinor, transfer),
        time: at(timed.times, transfer),
      })),
      sources: timed.problem.sources.map((node) => at(timed.problem.nodeIds, node)),
      sinks: timed.problem.sinks.map((node) => at(timed.problem.nodeIds, node)),
      isBlockable: () => true,
      leastStay: timed.leastStay,
    });
    if (!made.ok) throw new Error(made.fault);
    const cut = made.value;
    cases += 1;
    equal += [4, 8].every((rho) => findTimedFlow(cut, rho).valueQuarters === slowTimedFlow(cut, rho)) ? 1 : 0;
  }
  return { cases, equal };
}

/** The payments of the first paths, as long as they are few. */
function gather(paths: TimedFlow["paths"]): number[] {
  const kept = new Set<number>();
  for (const { transfers } of paths.slice(0, 40)) {
    const more = new Set([...kept, ...transfers]);
    if (more.size <= transfersMax) for (const transfer of transfers) kept.add(transfer);
  }
  return [...kept].toSorted((left, right) => left - right);
}
