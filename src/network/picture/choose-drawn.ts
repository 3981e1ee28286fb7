import { at } from "../../base/index.ts";
import { splitIntoPaths } from "../graph/paths.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { Prepared } from "../solve/block-set.ts";

/** The nodes of a problem that a picture holds, ascending; the rest is said in numbers. */
export interface Drawn {
  readonly nodes: readonly number[];
  /** Channels between drawn nodes, by their place in the problem. */
  readonly channels: readonly number[];
}

/**
 * Chooses at most `most` nodes: those that must be there, then the largest ways of a largest flow while they fit, then the
 * largest channels. Among equals the earlier way and channel comes first.
 */
export function chooseDrawn(
  { problem, baseline, at: atRho }: Prepared,
  { most, keep }: { readonly most: number; readonly keep: Iterable<number> },
): Drawn {
  const { graph, source, sink, nodeOf } = atRho(4).residual.flowGraph;
  const drawn = new Set(keep);
  const add = (nodes: readonly number[]): void => {
    const more = nodes.filter((node) => !drawn.has(node));
    if (drawn.size + more.length <= most) for (const node of more) drawn.add(node);
  };
  const ways = splitIntoPaths(graph, baseline.flows, source, sink);
  for (const { arcs } of ways.toSorted((left, right) => right.amount - left.amount))
    add([...new Set(arcs.map((arc) => intAt(nodeOf, intAt(graph.heads, arc))).filter((node) => node >= 0))]);
  const bySize = Array.from(problem.payers.keys()).toSorted(
    (left, right) => numberAt(problem.amountsMinor, right) - numberAt(problem.amountsMinor, left) || left - right,
  );
  for (const channel of bySize) {
    if (drawn.size >= most) break;
    add([intAt(problem.payers, channel), intAt(problem.payees, channel)]);
  }
  return {
    nodes: [...drawn].toSorted((left, right) => left - right),
    channels: Array.from(problem.payers.keys()).filter(
      (channel) => drawn.has(at(problem.payers, channel)) && drawn.has(at(problem.payees, channel)),
    ),
  };
}
