import { at, sha256, stableJson } from "../../base/index.ts";
import type { MaxFlow } from "../graph/max-flow.ts";
import { splitIntoPaths } from "../graph/paths.ts";
import { byteAt, intAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeFlowGraph } from "../question/flow-graph.ts";
import type { BlockAnswer } from "../solve/block-set.ts";
import { proofText } from "../solve/proof.ts";
import type { Certificate, CertificateFlow, CertificateInput } from "./certificate.ts";

/** What a check file says beside the numbers. */
export interface CertificateContext {
  readonly currency: string;
  readonly words: string;
  /** Per edge of the problem: how many payments it sums and statements that show them. */
  readonly evidenceOf: (edge: number) => { readonly payments: number; readonly statements: readonly string[] };
}

/** Writes the check file of an answer. */
export function makeCertificate(problem: BlockProblem, answer: BlockAnswer, context: CertificateContext): Certificate {
  const input = writeInput(problem);
  const before = writeFlow(problem, 4, answer.baseline);
  const after = writeFlow(problem, answer.question.rhoQuarters, answer.residual);
  const usedEdges = new Set([...before.paths, ...after.paths].flatMap((path) => path.edges));
  const body: Omit<Certificate, "seal"> = {
    format: "windfall-block-set-1",
    mark: "INTERNAL - NOT CHECKED FOR RELEASE",
    currency: context.currency,
    question: { ...answer.question, words: context.words },
    input,
    inputHash: hashInput(context.currency, input),
    members: answer.members.map((node) => at(problem.nodeIds, node)),
    before,
    after,
    evidence: [...usedEdges]
      .toSorted((left, right) => left - right)
      .map((edge) => {
        const { payments, statements } = context.evidenceOf(edge);
        return [edge, payments, statements] as const;
      }),
    optimality: {
      proof: proofText(answer.proof),
      boundQuarters: answer.boundQuarters,
      isCutShort: answer.isCutShort,
    },
  };
  return { ...body, seal: sha256(stableJson(body)) };
}

/** The hash that names a network and its ends; kept beside every answer. */
export function hashInput(currency: string, input: CertificateInput): string {
  const { nodes, edges, sources, sinks, suppliesMinor, blockable, costs, collateralMinor } = input;
  return sha256(
    JSON.stringify([currency, nodes, edges, sources, sinks, suppliesMinor, blockable, costs, collateralMinor]),
  );
}

/** The network as the check file holds it. */
export function writeInput(problem: BlockProblem): CertificateInput {
  const nodes = Array.from(problem.nodeIds.keys());
  return {
    nodes: problem.nodeIds,
    edges: Array.from(problem.payers, (payer, edge) => [
      payer,
      at(problem.payees, edge),
      at(problem.amountsMinor, edge),
    ]),
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

function writeFlow(problem: BlockProblem, rhoQuarters: number, flow: MaxFlow): CertificateFlow {
  const { graph, source, sink } = makeFlowGraph(problem, rhoQuarters);
  const edgeCount = problem.payers.length;
  return {
    rhoQuarters,
    valueQuarters: flow.value,
    paths: splitIntoPaths(graph, flow.flows, source, sink).map(({ arcs, amount }) => ({
      edges: arcs.map((arc) => intAt(graph.edges, arc)).filter((edge) => edge < edgeCount),
      quarters: amount,
    })),
    startSide: Array.from(problem.nodeIds.keys()).filter((node) => byteAt(flow.sourceSide, node) === 1),
  };
}
