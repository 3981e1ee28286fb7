import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import type { Candidate } from "./candidate.ts";
import type { MeasuredGraph } from "./measured-graph.ts";
import { makeSparseBuilder, type SparseBuilder, type SparseColumns } from "./sparse-columns.ts";

/** A mixed-integer model as the solver takes it: minimise cost, every row at most its limit, columns compressed. */
export interface BlockModel extends SparseColumns {
  /** This many columns, from the first, are 0 or 1. */
  readonly blockCount: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  /** Where the search starts: one value per column. */
  readonly start: Float64Array;
}

/** The model, and how to read its solution: column k of the blocks is node `nodes[k]`, one unit of cost is `scale` quarters. */
export interface ScaledModel {
  readonly model: BlockModel;
  readonly nodes: readonly number[];
  readonly scale: number;
}

/**
 * Writes "block within the budget so that the smallest cut is least" (Wood 1993, Mathematical and Computer Modelling 17(2)):
 * every node has a side between 0 (with the start) and 1 (with the end), an arc counts with its capacity as far as its
 * head lies further than its tail, a blockable node has a side at its entry and one at its exit, which may differ as
 * far as it is blocked; where nodes of the graph are one node at several times, one block counts for all of them. Only the blocks are binary. An arc of more capacity than what the known set leaves is never cut:
 * a cut with it is no better (writing its capacity down to that instead made the relaxation 20 % weaker). Amounts are
 * divided by a power of two so that what the known set leaves lies between 2^16 and 2^17.
 */
export function makeBlockModel(
  problem: BlockProblem,
  question: BlockQuestion,
  flowGraph: MeasuredGraph,
  { known, contenders: nodes }: { readonly known: Candidate; readonly contenders: readonly number[] },
): ScaledModel {
  const scale = 2 ** (Math.max(Math.floor(Math.log2(Math.max(known.flow.value, 1))), 16) - 16);
  const layout = layOut(flowGraph, nodes);
  const builder = makeSparseBuilder(layout.numCols);
  addSides(builder, flowGraph, layout);
  addBlocks(builder, layout);
  addLimit(
    builder,
    nodes.map((node) => intAt(problem.costs, node)),
    question.budget,
  );
  if (question.collateralMaxMinor !== null) {
    const collateral = nodes.map((node) => numberAt(problem.collateralMinor, node));
    const unit = Math.max(question.collateralMaxMinor, 1);
    addLimit(
      builder,
      collateral.map((minor) => minor / unit),
      question.collateralMaxMinor / unit,
    );
  }
  const costs = arcCosts(flowGraph, layout, { most: known.flow.value, scale });
  const start = startFrom(flowGraph, layout, known);
  return { nodes, scale, model: { ...builder.finish(), ...costs, blockCount: nodes.length, start } };
}

/** Columns: blocks, then the entry side of each node of the graph, then the exit side of each that can be blocked, then arcs. */
interface Layout {
  /** The nodes of the graph that a block takes, each with the column of its block. */
  readonly splits: readonly { readonly node: number; readonly block: number }[];
  readonly numCols: number;
  readonly arcFrom: number;
  entry(node: number): number;
  exit(node: number): number;
}

function layOut({ graph, nodeOf }: MeasuredGraph, nodes: readonly number[]): Layout {
  const blocks = new Map(nodes.map((node, block) => [node, block]));
  const splits = Array.from(nodeOf, (owner, node) => ({ node, block: blocks.get(owner) })).flatMap(({ node, block }) =>
    block === undefined ? [] : [{ node, block }],
  );
  const entryFrom = nodes.length;
  const exitFrom = entryFrom + graph.nodeCount;
  const arcFrom = exitFrom + splits.length;
  const rank = new Map(splits.map(({ node }, index) => [node, index]));
  return {
    splits,
    arcFrom,
    numCols: arcFrom + graph.arcCount,
    entry: (node) => entryFrom + node,
    exit: (node) => {
      const index = rank.get(node);
      return index === undefined ? entryFrom + node : exitFrom + index;
    },
  };
}

/** Per arc: side of its head - side of its tail's exit - how far it is cut <= 0. */
function addSides(builder: SparseBuilder, { graph }: MeasuredGraph, layout: Layout): void {
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const tail = layout.exit(intAt(graph.tails, arc));
    const head = layout.entry(intAt(graph.heads, arc));
    if (tail === head) builder.addRow([layout.arcFrom + arc], [-1], 0);
    else builder.addRow([head, tail, layout.arcFrom + arc], [1, -1, -1], 0);
  }
}

/** Per node that can be blocked: side of its exit - side of its entry - block <= 0. */
function addBlocks(builder: SparseBuilder, layout: Layout): void {
  for (const { node, block } of layout.splits) {
    builder.addRow([layout.exit(node), layout.entry(node), block], [1, -1, -1], 0);
  }
}

function addLimit(builder: SparseBuilder, weights: readonly number[], most: number): void {
  const used = weights.flatMap((weight, column) => (weight > 0 ? [{ weight, column }] : []));
  if (used.length > 0)
    builder.addRow(
      used.map((u) => u.column),
      used.map((u) => u.weight),
      most,
    );
}

function arcCosts(flowGraph: MeasuredGraph, layout: Layout, { most, scale }: { most: number; scale: number }) {
  const { graph, source, sink, supplyQuarters } = flowGraph;
  const colCost = new Float64Array(layout.numCols);
  const colLower = new Float64Array(layout.numCols);
  const colUpper = new Float64Array(layout.numCols).fill(1);
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const column = layout.arcFrom + arc;
    const capacity = numberAt(graph.capacities, arc);
    // An end takes everything, but in time a payment leads to it that carries no more than was paid.
    const takesAll = intAt(graph.heads, arc) === sink && capacity >= supplyQuarters;
    if (takesAll || capacity > most) colUpper[column] = 0;
    else colCost[column] = capacity / scale;
  }
  colUpper[layout.entry(source)] = 0;
  colLower[layout.entry(sink)] = 1;
  return { colCost, colLower, colUpper };
}

function startFrom({ graph, nodeOf }: MeasuredGraph, layout: Layout, known: Candidate): Float64Array {
  const start = new Float64Array(layout.numCols);
  const members = new Set(known.members);
  const isBlocked = (node: number): boolean => members.has(intAt(nodeOf, node));
  const side = (node: number): number => 1 - byteAt(known.flow.sourceSide, node);
  for (const { node, block } of layout.splits) if (isBlocked(node)) start[block] = 1;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const entry = isBlocked(node) ? 0 : side(node);
    start[layout.entry(node)] = entry;
    start[layout.exit(node)] = isBlocked(node) ? 1 : entry;
  }
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const from = numberAt(start, layout.exit(intAt(graph.tails, arc)));
    const to = numberAt(start, layout.entry(intAt(graph.heads, arc)));
    start[layout.arcFrom + arc] = Math.max(0, to - from);
  }
  return start;
}
