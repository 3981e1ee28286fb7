import { leastChange } from "../graph/least-change.ts";
import { splitIntoPaths } from "../graph/paths.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { Prepared } from "../solve/block-set.ts";

/** What a set changes on each channel of a problem: a largest flow before, and the flow after that departs least from it. Quarters of a minor unit. */
export interface SetChange {
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/**
 * The flow before a block as seen, and after it at a reroute factor. After carries all that can still flow, and no more
 * than flowed before: what a larger factor would add without any block is no consequence of it. Money that would only run
 * in a circle is left out of both.
 */
export function changeOfSet(
  { problem, baseline, at: atRho, left }: Prepared,
  rhoQuarters: number,
  members: readonly number[],
): SetChange {
  const { graph, source, sink, channelOf } = atRho(rhoQuarters).residual.flowGraph;
  const blocked = new Uint8Array(graph.nodeCount);
  for (const node of members) blocked[node] = 1;
  const value = Math.min(left(rhoQuarters, members), baseline.value);
  const flows = leastChange(graph, { before: baseline.flows, blocked, source, sink, value });
  const perChannel = (of: Float64Array): Float64Array => {
    const carried = new Float64Array(problem.payers.length);
    for (const { arcs, amount } of splitIntoPaths(graph, of, source, sink))
      for (const arc of arcs) {
        const channel = intAt(channelOf, intAt(graph.edges, arc));
        if (channel >= 0) carried[channel] = numberAt(carried, channel) + amount;
      }
    return carried;
  };
  return { before: perChannel(baseline.flows), after: perChannel(flows) };
}
