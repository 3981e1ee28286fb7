/** How an edge is drawn; the numbers stand in the display list. */
export const edgeStyles = ["flow", "context", "stopped", "extra", "relation", "found"] as const;
export type EdgeStyle = (typeof edgeStyles)[number];
/** Weak looks weak: one source is dashed, an unknown amount broken. */
export const edgeDashes = ["solid", "one-source", "unknown"] as const;
export type EdgeDash = (typeof edgeDashes)[number];
/** A shape for each kind of node: company, account, person, bank, several together, anything else. */
export const nodeShapes = ["disc", "square", "ring", "hexagon", "bundle", "diamond"] as const;
export type NodeShape = (typeof nodeShapes)[number];

/** What a node carries besides its shape, as bits. */
export const nodeMarks = { blocked: 1, listed: 2, sealed: 4, pinned: 8, selected: 16, end: 32, found: 64 } as const;

/** One node as the page knows it. */
export interface DrawnNode {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** What it moves: decides its size, and which labels come first. */
  readonly weight: number;
  readonly shape: NodeShape;
  /** The sum of its `nodeMarks`. */
  readonly marks: number;
}

/** One edge by the places of its nodes. Width in pixels. */
export interface DrawnEdge {
  readonly payer: number;
  readonly payee: number;
  readonly width: number;
  readonly style: EdgeStyle;
  readonly dash: EdgeDash;
  /** Pixels that it lies beside the line between its nodes, where two edges share it. */
  readonly shift: number;
}

/** Everything a painter needs, in typed arrays, so that it moves to a worker without a copy of objects. Widths and radii are pixels at any zoom. */
export interface DisplayList {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radii: Float32Array;
  readonly shapes: Uint8Array;
  readonly marks: Uint8Array;
  readonly payers: Int32Array;
  readonly payees: Int32Array;
  readonly widths: Float32Array;
  readonly styles: Uint8Array;
  readonly dashes: Uint8Array;
  readonly shifts: Float32Array;
  /** Edges in the order in which they are painted: by style, dash and width. */
  readonly order: Int32Array;
  /** Per edge whether another leads back: each then is an arc. */
  readonly isPaired: Uint8Array;
  /** Lines instead of curves: set above so many edges that curves would cost the frame. */
  readonly isStraight: boolean;
  /** Whether edges leave to the right and come in from the left. */
  readonly isFlow: boolean;
  /** Node and text, largest first. */
  readonly labelNodes: Int32Array;
  readonly labels: readonly string[];
}

const [smallest, largest] = [4, 16];
const straightAbove = 5000;

/** Writes nodes and edges as a display list. Equal input gives equal bytes. */
export function makeDisplayList(
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  { isFlow }: { readonly isFlow: boolean },
): DisplayList {
  const heaviest = Math.max(1, ...nodes.map(({ weight }) => weight));
  const styles = Uint8Array.from(edges, ({ style }) => edgeStyles.indexOf(style));
  const dashes = Uint8Array.from(edges, ({ dash }) => edgeDashes.indexOf(dash));
  // Quarters of a pixel: edges of one width are one path.
  const widths = Float32Array.from(edges, ({ width }) => Math.round(width * 4) / 4);
  const labelled = [...nodes.keys()]
    .filter((node) => nodes[node]?.label !== "")
    .toSorted((left, right) => rankOf(nodes[right]) - rankOf(nodes[left]) || left - right);
  const paired = new Set(edges.map(({ payer, payee }) => `${payer} ${payee}`));
  const keyOf = (edge: number): number =>
    paintOrder(styles[edge] ?? 0) * 1e6 + (dashes[edge] ?? 0) * 1e5 + (widths[edge] ?? 0) * 100;
  return {
    x: Float32Array.from(nodes, ({ x }) => x),
    y: Float32Array.from(nodes, ({ y }) => y),
    radii: Float32Array.from(nodes, ({ weight }) => smallest + (largest - smallest) * Math.sqrt(weight / heaviest)),
    shapes: Uint8Array.from(nodes, ({ shape }) => nodeShapes.indexOf(shape)),
    marks: Uint8Array.from(nodes, ({ marks }) => marks),
    payers: Int32Array.from(edges, ({ payer }) => payer),
    payees: Int32Array.from(edges, ({ payee }) => payee),
    widths,
    styles,
    dashes,
    shifts: Float32Array.from(edges, ({ shift }) => shift),
    order: Int32Array.from(edges.keys()).toSorted((left, right) => keyOf(left) - keyOf(right) || left - right),
    isPaired: Uint8Array.from(edges, ({ payer, payee }) => (paired.has(`${payee} ${payer}`) ? 1 : 0)),
    isStraight: edges.length > straightAbove,
    isFlow,
    labelNodes: Int32Array.from(labelled),
    labels: labelled.map((node) => nodes[node]?.label ?? ""),
  };
}

/** What must be read first: the selected, the blocked, then the largest. */
const rankOf = (node: DrawnNode | undefined): number =>
  node === undefined
    ? 0
    : ((node.marks & nodeMarks.selected) * 4 + (node.marks & (nodeMarks.blocked | nodeMarks.found))) * 1e18 +
      node.weight;

/** Faint things first, what the question is about last. */
const paintOrder = (style: number): number => [1, 0, 3, 4, 0, 5][style] ?? 0;

/** Every buffer of a display list, for a move to a worker. */
export const buffersOf = (list: DisplayList): ArrayBuffer[] =>
  Object.values(list).flatMap((part) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );

/** The corners of a drawing in its own units. */
export function boundsOf({ x, y }: { x: ArrayLike<number>; y: ArrayLike<number> }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < x.length; node += 1) {
    left = Math.min(left, x[node] ?? 0);
    right = Math.max(right, x[node] ?? 0);
    top = Math.min(top, y[node] ?? 0);
    bottom = Math.max(bottom, y[node] ?? 0);
  }
  return x.length === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom };
}

/** Where the drawing lies on the screen: a point p of it at p * scale + left, top. */
export interface View {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Nodes shrink with the drawing, to less than half at most; lines keep the width that the legend states. */
export const nodeScale = ({ scale }: View): number => Math.min(1, Math.max(0.45, scale * 1.25));

/** The view in which all of a drawing is seen, with room for labels. */
export function fitView(list: { x: ArrayLike<number>; y: ArrayLike<number> }, width: number, height: number): View {
  const { left, top, right, bottom } = boundsOf(list);
  // Names stand to the right of their nodes.
  const [before, behind, above] = [Math.min(32, width / 12), Math.min(190, width / 3), Math.min(48, height / 6)];
  const room = { x: width - before - behind, y: height - 2 * above };
  const fitted = Math.min(room.x / Math.max(1, right - left), room.y / Math.max(1, bottom - top));
  const scale = Math.min(1.25, Math.max(0.02, fitted));
  return {
    scale,
    left: before + (room.x - scale * (right - left)) / 2 - scale * left,
    top: height / 2 - (scale * (top + bottom)) / 2,
  };
}
