import { at } from "../../src/base/index.ts";
import type { TimedProblem } from "../../src/network/index.ts";

/**
 * The largest flow in time order by another way than the product's, quarters: the least worth of payments and supplies
 * without which no money gets from a start to an end in time (Menger's theorem for time-expanded networks), by trying
 * every set of them. For about 16 payments and supplies together.
 */
export function slowTimedFlow(timed: TimedProblem, rhoQuarters: number, blocked: readonly number[] = []): number {
  const { problem, payers, payees, amountsMinor } = timed;
  const kept = Array.from(payers.keys()).filter(
    (transfer) => !blocked.includes(at(payers, transfer)) && !blocked.includes(at(payees, transfer)),
  );
  const worths = [
    ...kept.map((transfer) => rhoQuarters * at(amountsMinor, transfer)),
    ...Array.from(problem.suppliesMinor, (minor) => 4 * minor),
  ];
  let least = Infinity;
  for (let cut = 0; cut < 2 ** worths.length; cut += 1) {
    let worth = 0;
    worths.forEach((each, index) => (worth += (cut >> index) & 1 ? each : 0));
    if (worth < least && !getsThrough(timed, kept, cut)) least = worth;
  }
  return least;
}

function getsThrough(
  { problem, payers, payees, times, leastStay }: TimedProblem,
  kept: number[],
  cut: number,
): boolean {
  const readyAt = problem.nodeIds.map(() => Infinity);
  problem.sources.forEach((node, index) => {
    if (((cut >> (kept.length + index)) & 1) === 0) readyAt[node] = -Infinity;
  });
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    kept.forEach((transfer, index) => {
      if ((cut >> index) & 1 || at(readyAt, at(payers, transfer)) > at(times, transfer)) return;
      const payee = at(payees, transfer);
      const arrives = at(times, transfer) + leastStay;
      if (arrives >= at(readyAt, payee)) return;
      readyAt[payee] = arrives;
      isChanged = true;
    });
  }
  return problem.sinks.some((node) => at(readyAt, node) < Infinity);
}
