import { nodeScale, type DisplayList, type View } from "./display-list.ts";
import { numberAt } from "./graph.ts";

/** An edge on the screen: a cubic curve to the foot of its head, and the head's point and direction. */
export interface Curve {
  x1: number;
  y1: number;
  c1x: number;
  c1y: number;
  c2x: number;
  c2y: number;
  x2: number;
  y2: number;
  /** The way the head points, of length one. */
  ax: number;
  ay: number;
  head: number;
}

export const emptyCurve = (): Curve => ({
  x1: 0,
  y1: 0,
  c1x: 0,
  c1y: 0,
  c2x: 0,
  c2y: 0,
  x2: 0,
  y2: 0,
  ax: 1,
  ay: 0,
  head: 0,
});

/** How long a head is for a line of a width. */
export const headOf = (width: number): number => 5 + width * 0.75;

/** Writes an edge as it lies on the screen into a curve that is used again: 50,000 edges make no rubbish. */
export function curveOf(list: DisplayList, view: View, edge: number, into: Curve): Curve {
  const [payer, payee] = [numberAt(list.payers, edge), numberAt(list.payees, edge)];
  const [px, py] = [onScreen(list.x, payer, view.scale, view.left), onScreen(list.y, payer, view.scale, view.top)];
  const [qx, qy] = [onScreen(list.x, payee, view.scale, view.left), onScreen(list.y, payee, view.scale, view.top)];
  const size = nodeScale(view);
  const [from, to] = [numberAt(list.radii, payer) * size + 1, numberAt(list.radii, payee) * size + 1];
  into.head = headOf(numberAt(list.widths, edge));
  const shift = numberAt(list.shifts, edge);
  if (list.isStraight || !list.isFlow) straight(into, { px, py, qx, qy, from, to, shift, bend: bendOf(list, edge) });
  else if (qx > px + 1) forward(into, { px: px + from, py: py + shift, qx: qx - to, qy: qy + shift });
  else backward(into, { px, py: py + from, qx, qy: qy + to, shift });
  return into;
}

const onScreen = (along: Float32Array, node: number, scale: number, offset: number): number =>
  numberAt(along, node) * scale + offset;

const bendOf = ({ isPaired, isStraight }: DisplayList, edge: number): number =>
  !isStraight && isPaired[edge] === 1 ? 0.18 : 0;

/** To the right: it leaves and arrives level. */
function forward(curve: Curve, { px, py, qx, qy }: { px: number; py: number; qx: number; qy: number }): void {
  const foot = Math.max(px, qx - curve.head);
  const half = Math.max(12, (foot - px) / 2);
  Object.assign(curve, { x1: px, y1: py, c1x: px + half, c1y: py, c2x: foot - half, c2y: qy, x2: foot, y2: qy });
  curve.ax = 1;
  curve.ay = 0;
}

/** Back, or within a column: an arc under the nodes. */
function backward(
  curve: Curve,
  { px, py, qx, qy, shift }: { px: number; py: number; qx: number; qy: number; shift: number },
): void {
  const deep = Math.min(90, 24 + Math.hypot(qx - px, qy - py) / 5);
  const foot = qy + curve.head;
  Object.assign(curve, {
    x1: px + shift,
    y1: py,
    c1x: px + shift + (qx === px ? deep : 0),
    c1y: py + deep,
    c2x: qx + shift + (qx === px ? deep : 0),
    c2y: foot + deep,
    x2: qx + shift,
    y2: foot,
  });
  curve.ax = 0;
  curve.ay = -1;
}

interface Ends {
  readonly px: number;
  readonly py: number;
  readonly qx: number;
  readonly qy: number;
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  readonly bend: number;
}

/** From node to node, bent to the right of its way where another leads back. */
function straight(curve: Curve, { px, py, qx, qy, from, to, shift, bend }: Ends): void {
  const [right, down] = [qx - px, qy - py];
  const far = Math.max(Math.hypot(right, down), 0.001);
  const [ux, uy] = [right / far, down / far];
  const [nx, ny] = [-uy, ux];
  const foot = Math.max(from, far - to - curve.head);
  const side = bend * far;
  curve.x1 = px + ux * from + nx * shift;
  curve.y1 = py + uy * from + ny * shift;
  curve.x2 = px + ux * foot + nx * shift;
  curve.y2 = py + uy * foot + ny * shift;
  curve.c1x = px + ux * (far / 3) + nx * (shift + side);
  curve.c1y = py + uy * (far / 3) + ny * (shift + side);
  curve.c2x = px + ux * ((2 * far) / 3) + nx * (shift + side);
  curve.c2y = py + uy * ((2 * far) / 3) + ny * (shift + side);
  curve.ax = ux;
  curve.ay = uy;
}

/** How far a point is from a curve, by sixteen chords. */
export function distanceTo({ x1, y1, c1x, c1y, c2x, c2y, x2, y2 }: Curve, x: number, y: number): number {
  let [nearest, lastX, lastY] = [Infinity, x1, y1];
  for (let step = 1; step <= 16; step += 1) {
    const t = step / 16;
    const s = 1 - t;
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    const [nextX, nextY] = [a * x1 + b * c1x + c * c2x + d * x2, a * y1 + b * c1y + c * c2y + d * y2];
    nearest = Math.min(nearest, distanceToChord([lastX, lastY, nextX, nextY], x, y));
    [lastX, lastY] = [nextX, nextY];
  }
  return nearest;
}

function distanceToChord([ax, ay, bx, by]: readonly [number, number, number, number], x: number, y: number): number {
  const [right, down] = [bx - ax, by - ay];
  const along = ((x - ax) * right + (y - ay) * down) / Math.max(right * right + down * down, 0.001);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * right, y - ay - t * down);
}
