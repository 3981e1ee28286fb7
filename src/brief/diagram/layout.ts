import { at } from "../../base/index.ts";
import { orderLayers } from "./order-layers.ts";

/** A directed graph by places of nodes; `side` holds start nodes in the first layer and end nodes in the last. */
export interface DrawnGraph {
  readonly sides: readonly ("start" | "between" | "end")[];
  readonly edges: readonly { readonly payer: number; readonly payee: number; readonly width: number }[];
}

/** Where things stand, in pixels: boxes by node, and for each edge the points through which it runs, from payer to payee. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly height: number }[];
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

export const boxWidth = 158;
const layerGap = 92;
const boxGap = 14;
const bendHeight = 14;
/** Between lines of one box: where they leave it their amounts stand one below the other. */
const portGaps = { payer: 13, payee: 5 } as const;
const leastBoxHeight = 50;

/** A node or a bend of an edge that passes through its layer. */
interface Item {
  readonly layer: number;
  readonly node: number | null;
  readonly height: number;
}

/** Lays a flow out left to right: layers by the longest way from a start, few crossings, edges bent around boxes. */
export function layOut(graph: DrawnGraph): Layout {
  const layers = layersOf(graph);
  const items: Item[] = graph.sides.map((_, node) => ({
    layer: at(layers, node),
    node,
    height: heightOf(graph, node),
  }));
  const chains = graph.edges.map(({ payer, payee, width }) => {
    const [from, to] = [at(layers, payer), at(layers, payee)];
    const step = to > from ? 1 : -1;
    const bends: number[] = [];
    for (let layer = from + step; (to - layer) * step > 0; layer += step) {
      items.push({ layer, node: null, height: Math.max(bendHeight, width) });
      bends.push(items.length - 1);
    }
    return [payer, ...bends, payee];
  });
  const links = chains.flatMap((chain) => chain.slice(1).map((item, index) => [at(chain, index), item] as const));
  const columns = orderLayers(
    items.map(({ layer }) => layer),
    links,
  );
  const heights = columns.map((column) => column.reduce((sum, item) => sum + at(items, item).height + boxGap, -boxGap));
  const height = Math.max(...heights);
  const tops = new Map<number, number>();
  columns.forEach((column, index) => {
    let y = (height - at(heights, index)) / 2;
    for (const item of column) {
      tops.set(item, y);
      y += at(items, item).height + boxGap;
    }
  });
  const x = (item: number): number => at(items, item).layer * (boxWidth + layerGap);
  const middle = (item: number): number => (tops.get(item) ?? 0) + at(items, item).height / 2;
  const port = ports(graph, chains, middle);
  return {
    width: (columns.length - 1) * (boxWidth + layerGap) + boxWidth,
    height,
    boxes: graph.sides.map((_, node) => ({ x: x(node), y: tops.get(node) ?? 0, height: at(items, node).height })),
    lines: chains.map((chain, edge) => {
      const [first, last] = [at(chain, 0), chain.at(-1) ?? 0];
      const isForward = x(last) > x(first);
      // Money that goes back leaves on the left and comes in on the right; within a layer it does both on the right.
      const far = (item: number, isRight: boolean): number => x(item) + (isRight ? boxWidth : 0);
      return [
        { x: far(first, x(last) >= x(first)), y: port(edge, "payer") },
        ...chain.slice(1, -1).flatMap((item) => [
          { x: far(item, !isForward), y: middle(item) },
          { x: far(item, isForward), y: middle(item) },
        ]),
        { x: far(last, !isForward), y: port(edge, "payee") },
      ];
    }),
  };
}

/** The layer of each node: starts in the first, ends in the last, others behind all who pay them; edges that close a circle do not count. */
function layersOf({ sides, edges }: DrawnGraph): number[] {
  const layers = sides.map(() => 0);
  const paying = sides.map((_, node) => edges.filter(({ payer, payee }) => payer === node && sides[payee] !== "start"));
  const isOpen = sides.map(() => false);
  const push = (node: number): void => {
    isOpen[node] = true;
    for (const { payee } of at(paying, node)) {
      if (at(isOpen, payee) || at(layers, payee) > at(layers, node)) continue;
      layers[payee] = at(layers, node) + 1;
      push(payee);
    }
    isOpen[node] = false;
  };
  sides.forEach((side, node) => side === "start" && push(node));
  const last = Math.max(1, ...layers);
  return layers.map((layer, node) => (sides[node] === "end" ? last : layer));
}

const widthsAt = ({ edges }: DrawnGraph, node: number, end: "payer" | "payee"): number =>
  edges.filter((edge) => edge[end] === node).reduce((sum, { width }) => sum + width + portGaps[end], 0);

const heightOf = (graph: DrawnGraph, node: number): number =>
  Math.max(leastBoxHeight, widthsAt(graph, node, "payer"), widthsAt(graph, node, "payee"));

/** Where each edge leaves and enters a box: beside one another, in the order of where they come from or go to. */
function ports(graph: DrawnGraph, chains: readonly (readonly number[])[], middle: (item: number) => number) {
  const places = new Map<string, number>();
  for (const end of ["payer", "payee"] as const)
    graph.sides.forEach((_, node) => {
      const next = (edge: number): number => middle(at(chains, edge).at(end === "payer" ? 1 : -2) ?? 0);
      const own = [...graph.edges.keys()]
        .filter((edge) => at(graph.edges, edge)[end] === node)
        .toSorted((left, right) => next(left) - next(right) || left - right);
      let y = middle(node) - (widthsAt(graph, node, end) - portGaps[end]) / 2;
      for (const edge of own) {
        const { width } = at(graph.edges, edge);
        places.set(`${edge} ${end}`, y + width / 2);
        y += width + portGaps[end];
      }
    });
  return (edge: number, end: "payer" | "payee"): number => places.get(`${edge} ${end}`) ?? 0;
}
