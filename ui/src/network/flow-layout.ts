import { findCircles, stepsFromStarts } from "./circles.ts";
import { columnGap, edgesOf, idOrder, numberAt, rowGap, rowsBy, type Graph, type Places, type Rows } from "./graph.ts";

const sweeps = 24;

/**
 * Lays money out from left to right: columns by the longest way from the starts, the order in a column by 24 sweeps of
 * the weighted barycentre, ties by id. Equal graphs get equal places. Within a circle of money the way is that of the
 * steps from the starts, so that a circle does not become a chain.
 */
export function layoutFlow(graph: Graph, isStart: (node: number) => boolean): Places {
  const columnOf = findColumns(graph, isStart);
  const columns = sortIntoColumns(graph, columnOf);
  const rows = placeRows(columns, graph.ids.length);
  const [into, out] = [rowsBy(graph.payees, graph.ids.length), rowsBy(graph.payers, graph.ids.length)];
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const isForward = sweep % 2 === 0;
    for (const column of isForward ? columns : columns.toReversed())
      sortColumn({ graph, columnOf, rows, beside: isForward ? into : out, isForward }, column);
  }
  const gap = columnGap * stretch(columns);
  return { x: Float64Array.from(columnOf, (column) => column * gap), y: rows };
}

/** About the shape of a window: few tall columns lie further apart. */
function stretch(columns: readonly (readonly number[])[]): number {
  const high = rowGap * Math.max(1, ...columns.map(({ length }) => length));
  const wide = columnGap * Math.max(1, columns.length - 1);
  return Math.min(4, Math.max(1, (1.6 * high) / wide));
}

/** Longest ways over the edges that lead on: all between circles, and in a circle those that lead away from the starts. */
function findColumns(graph: Graph, isStart: (node: number) => boolean): Int32Array {
  const { ids, payers, payees } = graph;
  const [circles, steps] = [findCircles(graph), stepsFromStarts(graph, isStart)];
  const leadsOn = (edge: number): boolean => {
    const [payer, payee] = [numberAt(payers, edge), numberAt(payees, edge)];
    return circles[payer] !== circles[payee] || numberAt(steps, payer) < numberAt(steps, payee);
  };
  const waits = new Int32Array(ids.length);
  payees.forEach((payee, edge) => {
    if (leadsOn(edge)) waits[payee] = numberAt(waits, payee) + 1;
  });
  const out = rowsBy(payers, ids.length);
  const columns = new Int32Array(ids.length);
  const ready = [...ids.keys()].filter((node) => waits[node] === 0);
  for (let node = ready.pop(); node !== undefined; node = ready.pop())
    for (const edge of edgesOf(out, node)) {
      if (!leadsOn(edge)) continue;
      const payee = numberAt(payees, edge);
      columns[payee] = Math.max(numberAt(columns, payee), numberAt(columns, node) + 1);
      waits[payee] = numberAt(waits, payee) - 1;
      if (waits[payee] === 0) ready.push(payee);
    }
  return columns;
}

function sortIntoColumns({ ids }: Graph, columnOf: Int32Array): number[][] {
  const columns: number[][] = [];
  for (const node of idOrder(ids)) (columns[numberAt(columnOf, node)] ??= []).push(node);
  return Array.from(columns, (column) => column ?? []);
}

/** Rows of a column: in the middle, at least a gap apart, further where other columns are taller. */
function placeRows(columns: readonly (readonly number[])[], nodeCount: number): Float64Array {
  const rows = new Float64Array(nodeCount);
  const most = Math.max(1, ...columns.map(({ length }) => length));
  for (const column of columns) {
    const gap = gapOf(column.length, most);
    column.forEach((node, index) => (rows[node] = (index - (column.length - 1) / 2) * gap));
  }
  return rows;
}

const gapOf = (count: number, most: number): number => Math.min(rowGap * 3, (rowGap * most) / Math.max(1, count));

interface Sweep {
  readonly graph: Graph;
  readonly columnOf: Int32Array;
  readonly rows: Float64Array;
  /** The edges on the side that was sorted before. */
  readonly beside: Rows;
  readonly isForward: boolean;
}

/** Orders a column by where the money of each node comes from, or goes to; its rows stay the same places. */
function sortColumn(sweep: Sweep, column: number[]): void {
  const { graph, rows } = sweep;
  const slots = column.map((node) => numberAt(rows, node));
  const wanted = new Map(column.map((node) => [node, barycentre(sweep, node)]));
  const { ids } = graph;
  column.sort(
    (left, right) =>
      (wanted.get(left) ?? 0) - (wanted.get(right) ?? 0) || ((ids[left] ?? "") < (ids[right] ?? "") ? -1 : 1),
  );
  column.forEach((node, index) => (rows[node] = slots[index] ?? 0));
}

function barycentre({ graph, columnOf, rows, beside, isForward }: Sweep, node: number): number {
  let [sum, weights] = [0, 0];
  for (const edge of edgesOf(beside, node)) {
    const other = numberAt(isForward ? graph.payers : graph.payees, edge);
    const isBefore = numberAt(columnOf, other) < numberAt(columnOf, node);
    if (other === node || isBefore !== isForward || columnOf[other] === columnOf[node]) continue;
    const weight = Math.max(numberAt(graph.weights, edge), 1);
    sum += weight * numberAt(rows, other);
    weights += weight;
  }
  return weights === 0 ? numberAt(rows, node) : sum / weights;
}
