import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { findFault } from "../question/make-problem.ts";
import { pruneProblem } from "../question/prune.ts";
import type { Channels } from "./channel-table.ts";
import { sumNodes, type Ends } from "./find-ends.ts";
import type { LatentPair } from "./latent-pairs.ts";
import type { NotProposed } from "./node-standing.ts";

/**
 * The problem of a case: only nodes on a way from a start to an end; everybody between may be blocked but who is not proposed.
 * Hidden channels carry their amount beside what was seen, in both directions; supplies stay as seen.
 * A node's collateral is the money that it was seen to move off every such way.
 */
export function makeCaseProblem(
  channels: Channels,
  ends: Ends,
  {
    notProposed,
    hidden,
  }: {
    readonly notProposed: ReadonlyMap<number, NotProposed>;
    readonly hidden: { readonly pairs: readonly LatentPair[]; readonly minor: number };
  },
): BlockProblem | { readonly refusal: string } {
  const { paidOut, paidIn } = sumNodes(channels);
  const isEnd = new Set([...ends.sources, ...ends.sinks]);
  const whole: BlockProblem = {
    ...(hidden.minor > 0 ? withHidden(channels, hidden) : channels),
    sources: ends.sources,
    sinks: ends.sinks,
    suppliesMinor: Float64Array.from(ends.sources, (node) => numberAt(paidOut, node)),
    blockable: Uint8Array.from(channels.nodeIds, (_, node) => (isEnd.has(node) || notProposed.has(node) ? 0 : 1)),
    costs: new Int32Array(channels.nodeIds.length).fill(1),
    collateralMinor: Float64Array.from(paidOut, (out, node) => out + numberAt(paidIn, node)),
  };
  const { problem } = pruneProblem(whole);
  const onWays = sumNodes(problem);
  problem.collateralMinor.forEach((moved, node) => {
    problem.collateralMinor[node] = moved - numberAt(onWays.paidOut, node) - numberAt(onWays.paidIn, node);
  });
  const fault = findFault(problem);
  return fault === null ? problem : { refusal: fault };
}

function withHidden(
  { nodeIds, payers, payees, amountsMinor }: Channels,
  { pairs, minor }: { readonly pairs: readonly LatentPair[]; readonly minor: number },
): Channels {
  const count = nodeIds.length;
  const amounts = new Map<number, number>();
  const add = (payer: number, payee: number, amount: number): void => {
    const key = payer * count + payee;
    amounts.set(key, (amounts.get(key) ?? 0) + amount);
  };
  for (let edge = 0; edge < payers.length; edge += 1)
    add(intAt(payers, edge), intAt(payees, edge), numberAt(amountsMinor, edge));
  for (const { one, other } of pairs) {
    add(one, other, minor);
    add(other, one, minor);
  }
  const edges = [...amounts].toSorted(([left], [right]) => left - right);
  return {
    nodeIds,
    payers: Int32Array.from(edges, ([key]) => Math.floor(key / count)),
    payees: Int32Array.from(edges, ([key]) => key % count),
    amountsMinor: Float64Array.from(edges, ([, amount]) => amount),
  };
}
