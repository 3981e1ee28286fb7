import { readFileSync } from "node:fs";
import { z } from "zod";
import { makeProblem, type BlockProblem } from "../../src/network/index.ts";

/** One network with its budgets, in the form of `data/network/interdiction-generated`. */
const networkForm = z.object({
  name: z.string(),
  nodes: z.number().int(),
  source: z.number().int(),
  sink: z.number().int(),
  blockable: z.array(z.number().int()),
  cost: z.array(z.number().int()),
  edges: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int()])),
  baselineMaxFlow: z.number().int().optional(),
  results: z.array(z.object({ budget: z.number().int(), optimalResidualFlow: z.number().int().optional() })),
});

/** A network as its file holds it: node numbers, edges from, to, amount; budgets with the proven residual where known. */
export type NetworkFile = z.infer<typeof networkForm>;

/** Reads a network's file. */
export const readNetworkFile = (file: string): NetworkFile => networkForm.parse(JSON.parse(readFileSync(file, "utf8")));

/** The network as a problem; node n has the id of nine digits that reads n. */
export function toProblem(network: NetworkFile): BlockProblem {
  const id = (node: number): string => String(node).padStart(9, "0");
  const made = makeProblem({
    flows: network.edges.map(([from, to, amountMinor]) => ({ payer: id(from), payee: id(to), amountMinor })),
    sources: [id(network.source)],
    sinks: [id(network.sink)],
    isBlockable: (node) => network.blockable[Number(node)] === 1,
    costs: new Map(network.cost.map((cost, node) => [id(node), cost])),
  });
  if (!made.ok) throw new Error(`${network.name}: ${made.fault}`);
  return made.value.problem;
}
