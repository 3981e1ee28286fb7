import { at, sha256 } from "../../base/index.ts";
import { byteAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import type { CertificateInput } from "./certificate.ts";

/** A problem as a check file holds it, with the edges as they are to stand there. */
export function writeInput(problem: BlockProblem, edges: CertificateInput["edges"]): CertificateInput {
  const nodes = Array.from(problem.nodeIds.keys());
  return {
    nodes: problem.nodeIds,
    edges,
    sources: problem.sources,
    sinks: problem.sinks,
    suppliesMinor: Array.from(problem.suppliesMinor),
    blockable: nodes.filter((node) => byteAt(problem.blockable, node) === 1),
    costs: nodes.flatMap((node): [number, number][] =>
      at(problem.costs, node) === 1 ? [] : [[node, at(problem.costs, node)]],
    ),
    collateralMinor: nodes.flatMap((node): [number, number][] =>
      at(problem.collateralMinor, node) === 0 ? [] : [[node, at(problem.collateralMinor, node)]],
    ),
  };
}

/** The hash that names a network and its ends; kept beside every answer. */
export function hashInput(currency: string, input: CertificateInput): string {
  const { nodes, edges, sources, sinks, suppliesMinor, blockable, costs, collateralMinor, leastStayDays } = input;
  const inTime = leastStayDays === undefined ? [] : [leastStayDays];
  return sha256(
    JSON.stringify([
      currency,
      nodes,
      edges,
      sources,
      sinks,
      suppliesMinor,
      blockable,
      costs,
      collateralMinor,
      ...inTime,
    ]),
  );
}
