import { numberAt, rowGap, type Graph, type Places } from "./graph.ts";

/** Two nodes at rest lie at least so far apart. */
const apart = rowGap;
const steps = 300;

/**
 * Lays out a net without a direction, such as contacts or ownership: edges draw together, nodes push each other away
 * (Fruchterman and Reingold 1991, with a grid for who is near). It begins at places made from the ids, runs to rest, and
 * ends with no two nodes nearer than a gap: equal nets get equal places.
 */
export function layoutForce(graph: Graph): Places {
  const places = firstPlaces(graph.ids);
  const ideal = apart * 1.6;
  for (let step = 0; step < steps; step += 1) {
    const moves = { x: new Float64Array(graph.ids.length), y: new Float64Array(graph.ids.length) };
    pushApart(places, moves, ideal);
    drawTogether(graph, places, moves, ideal);
    settle(places, moves, (1 - step / steps) * ideal);
  }
  return spread(places);
}

/** A spiral as wide as the net needs, in the order of a hash of each id. */
function firstPlaces(ids: readonly string[]): Places {
  const order = [...ids.keys()].toSorted(
    (left, right) =>
      hashOf(ids[left] ?? "") - hashOf(ids[right] ?? "") || ((ids[left] ?? "") < (ids[right] ?? "") ? -1 : 1),
  );
  const [x, y] = [new Float64Array(ids.length), new Float64Array(ids.length)];
  order.forEach((node, index) => {
    const far = apart * Math.sqrt(index);
    x[node] = far * Math.cos(index * 2.399963);
    y[node] = far * Math.sin(index * 2.399963);
  });
  return { x, y };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/** Calls with each pair of nodes that are in one cell of a grid or in cells beside each other. */
function eachNearPair({ x, y }: Places, size: number, visit: (one: number, other: number) => void): void {
  const cells = new Map<string, number[]>();
  const cellOf = (node: number): [number, number] => [
    Math.floor(numberAt(x, node) / size),
    Math.floor(numberAt(y, node) / size),
  ];
  for (const node of x.keys()) {
    const key = cellOf(node).join(" ");
    const cell = cells.get(key);
    if (cell) cell.push(node);
    else cells.set(key, [node]);
  }
  for (const one of x.keys()) {
    const [column, row] = cellOf(one);
    for (let right = -1; right <= 1; right += 1)
      for (let down = -1; down <= 1; down += 1)
        for (const other of cells.get(`${column + right} ${row + down}`) ?? []) if (other > one) visit(one, other);
  }
}

function pushApart(places: Places, moves: Places, ideal: number): void {
  eachNearPair(places, ideal * 3, (one, other) => {
    const [right, down] = between(places, one, other);
    const far = Math.max(Math.hypot(right, down), 0.1);
    shift(moves, [one, other], (ideal * ideal) / far / far, [right, down]);
  });
}

function drawTogether({ payers, payees }: Graph, places: Places, moves: Places, ideal: number): void {
  payers.forEach((payer, edge) => {
    const payee = numberAt(payees, edge);
    const [right, down] = between(places, payer, payee);
    shift(moves, [payer, payee], -Math.hypot(right, down) / ideal, [right, down]);
  });
  // A light pull to the middle keeps parts without a link from drifting away.
  for (const node of places.x.keys()) {
    moves.x[node] = numberAt(moves.x, node) - 0.01 * numberAt(places.x, node);
    moves.y[node] = numberAt(moves.y, node) - 0.01 * numberAt(places.y, node);
  }
}

/** From the other to the one; two on the same spot lie a little apart by their numbers. */
function between({ x, y }: Places, one: number, other: number): [number, number] {
  const [right, down] = [numberAt(x, one) - numberAt(x, other), numberAt(y, one) - numberAt(y, other)];
  return right === 0 && down === 0 ? [0.1 * (one - other), 0.1] : [right, down];
}

type Pair = readonly [number, number];

function shift({ x, y }: Places, [one, other]: Pair, by: number, [right, down]: Pair): void {
  x[one] = numberAt(x, one) + by * right;
  y[one] = numberAt(y, one) + by * down;
  x[other] = numberAt(x, other) - by * right;
  y[other] = numberAt(y, other) - by * down;
}

function settle(places: Places, moves: Places, most: number): void {
  for (const node of places.x.keys()) {
    const [right, down] = [numberAt(moves.x, node), numberAt(moves.y, node)];
    const scale = Math.min(1, most / Math.max(Math.hypot(right, down), 0.001));
    places.x[node] = numberAt(places.x, node) + right * scale;
    places.y[node] = numberAt(places.y, node) + down * scale;
  }
}

/** Pushes pairs that lie too near apart until none do; the whole grows a little where that does not end. */
function spread(places: Places): Places {
  for (let round = 0; round < 200; round += 1) {
    let isFree = true;
    eachNearPair(places, apart, (one, other) => {
      const [right, down] = between(places, one, other);
      const far = Math.max(Math.hypot(right, down), 0.001);
      if (far >= apart) return;
      isFree = false;
      shift(places, [one, other], (apart - far + 0.01) / 2 / far, [right, down]);
    });
    if (isFree) break;
    if (round % 20 === 19)
      for (const node of places.x.keys()) {
        places.x[node] = numberAt(places.x, node) * 1.1;
        places.y[node] = numberAt(places.y, node) * 1.1;
      }
  }
  return places;
}
