import { at } from "../../base/index.ts";
import { makeCsr } from "../graph/csr.ts";
import { reachable } from "../graph/reachable.ts";
import { byteAt, intAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "./block-problem.ts";

/**
 * The part of a problem through which money can go from a start to an end, with what was seen to leave each start kept
 * whole: nodes off every such way are dropped, `kept` gives each node's number in the full problem.
 */
export function pruneProblem(problem: BlockProblem): { readonly problem: BlockProblem; readonly kept: Int32Array } {
  const nodeCount = problem.nodeIds.length;
  const graph = makeCsr({ nodeCount, tails: problem.payers, heads: problem.payees, capacities: problem.amountsMinor });
  const after = reachable(graph, problem.sources, true);
  const before = reachable(graph, problem.sinks, false);
  const keep = Uint8Array.from(problem.nodeIds, (_, node) => byteAt(after, node) & byteAt(before, node));
  const kept = Int32Array.from(problem.nodeIds.keys()).filter((node) => byteAt(keep, node) === 1);
  const renumbered = new Int32Array(nodeCount).fill(-1);
  kept.forEach((node, index) => (renumbered[node] = index));
  const edges = Int32Array.from(problem.payers.keys()).filter(
    (edge) => byteAt(keep, intAt(problem.payers, edge)) === 1 && byteAt(keep, intAt(problem.payees, edge)) === 1,
  );
  const isKept = (node: number): boolean => byteAt(keep, node) === 1;
  return {
    kept,
    problem: {
      nodeIds: problem.nodeIds.filter((_, node) => isKept(node)),
      payers: edges.map((edge) => intAt(renumbered, intAt(problem.payers, edge))),
      payees: edges.map((edge) => intAt(renumbered, intAt(problem.payees, edge))),
      amountsMinor: Float64Array.from(edges, (edge) => problem.amountsMinor[edge] as number),
      sources: problem.sources.filter(isKept).map((node) => intAt(renumbered, node)),
      suppliesMinor: problem.suppliesMinor.filter((_, index) => isKept(at(problem.sources, index))),
      sinks: problem.sinks.filter(isKept).map((node) => intAt(renumbered, node)),
      blockable: problem.blockable.filter((_, node) => isKept(node)),
      costs: problem.costs.filter((_, node) => isKept(node)),
      collateralMinor: problem.collateralMinor.filter((_, node) => isKept(node)),
    },
  };
}
