import { chooseLabels } from "./choose-labels.ts";
import { nodeMarks, nodeScale, type DisplayList, type View } from "./display-list.ts";
import { curveOf, emptyCurve, type Curve } from "./edge-curve.ts";
import { numberAt } from "./graph.ts";
import { traceShape } from "./node-shape.ts";

/** The part of a canvas context that the painter uses; a test takes its place to write down what was painted. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  font: string;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
  stroke(): void;
  fill(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  setLineDash(dash: number[]): void;
  strokeText(text: string, x: number, y: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
}

/** The colours of a theme, as CSS writes them. */
export interface Palette {
  readonly page: string;
  readonly text: string;
  readonly second: string;
  readonly accent: string;
  readonly flow: string;
  readonly context: string;
  readonly stopped: string;
  readonly sealed: string;
  readonly selected: string;
  /** The font family of labels. */
  readonly font: string;
}

/** What is painted, where, in which colours. */
export interface Frame {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
}

/** One big wide path takes seconds where many small ones take milliseconds (Skia, drawn by the CPU). */
const [thinInPath, wideInPath] = [4096, 64];
const thinBelow = 1.5;

/** Paints a display list: edges in their order, heads, nodes, labels. */
export function paint(pen: Pen, list: DisplayList, frame: Frame): void {
  pen.fillStyle = frame.palette.page;
  pen.fillRect(0, 0, frame.width, frame.height);
  const curve = emptyCurve();
  for (const run of runsOf(list)) paintRun(pen, list, frame, { run, curve });
  paintNodes(pen, list, frame);
  paintLabels(pen, list, frame);
}

/** Edges of one style, dash and width, by their places in `order`. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly dash: number;
  readonly width: number;
}

function* runsOf({ order, styles, dashes, widths }: DisplayList): Generator<Run> {
  for (let from = 0; from < order.length;) {
    const first = numberAt(order, from);
    const [style, dash, width] = [numberAt(styles, first), numberAt(dashes, first), numberAt(widths, first)];
    const most = width < thinBelow ? thinInPath : wideInPath;
    let to = from + 1;
    const isAlike = (edge: number): boolean =>
      styles[edge] === style &&
      dashes[edge] === dash &&
      (widths[edge] === width || (width < thinBelow && numberAt(widths, edge) < thinBelow));
    while (to < order.length && to - from < most && isAlike(numberAt(order, to))) to += 1;
    yield { from, to, style, dash, width };
    from = to;
  }
}

const dashesOf = (dash: number, style: number): number[] =>
  style === 3 ? [7, 4] : style === 4 ? [1, 3] : dash === 1 ? [4, 3] : dash === 2 ? [1.5, 3] : [];

/** By style: flow, context, stopped, extra, relation, found. */
const colourOf = ({ flow, context, stopped, accent, second }: Palette, style: number): string =>
  [flow, context, stopped, accent, second, accent][style] ?? flow;

function paintRun(
  pen: Pen,
  list: DisplayList,
  { view, palette }: Frame,
  { run, curve }: { readonly run: Run; readonly curve: Curve },
): void {
  const colour = colourOf(palette, run.style);
  pen.strokeStyle = colour;
  pen.setLineDash(dashesOf(run.dash, run.style));
  pen.lineWidth = run.width < thinBelow ? 1 : run.width;
  pen.beginPath();
  for (let place = run.from; place < run.to; place += 1)
    traceCurve(pen, curveOf(list, view, numberAt(list.order, place), curve), list.isStraight);
  pen.stroke();
  // A stopped flow is an empty pipe: its middle is the page.
  if (run.style === 2 && run.width >= thinBelow) {
    pen.strokeStyle = palette.page;
    pen.lineWidth = Math.max(run.width - 2.5, 0.5);
    pen.stroke();
  }
  if (run.style === 4) return;
  pen.setLineDash([]);
  pen.fillStyle = colour;
  pen.beginPath();
  for (let place = run.from; place < run.to; place += 1)
    traceHead(pen, curveOf(list, view, numberAt(list.order, place), curve), run.width);
  pen.fill();
}

function traceCurve(pen: Pen, { x1, y1, c1x, c1y, c2x, c2y, x2, y2 }: Curve, isStraight: boolean): void {
  pen.moveTo(x1, y1);
  if (isStraight) pen.lineTo(x2, y2);
  else pen.bezierCurveTo(c1x, c1y, c2x, c2y, x2, y2);
}

function traceHead(pen: Pen, { x2, y2, ax, ay, head }: Curve, width: number): void {
  const half = 2 + width * 0.75;
  pen.moveTo(x2 + ax * head, y2 + ay * head);
  pen.lineTo(x2 - ay * half, y2 + ax * half);
  pen.lineTo(x2 + ay * half, y2 - ax * half);
  pen.closePath();
}

function paintNodes(pen: Pen, list: DisplayList, { view, width, height, palette }: Frame): void {
  pen.setLineDash([]);
  const size = nodeScale(view);
  for (let node = 0; node < list.x.length; node += 1) {
    const x = numberAt(list.x, node) * view.scale + view.left;
    const y = numberAt(list.y, node) * view.scale + view.top;
    const radius = numberAt(list.radii, node) * size;
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    paintNode(pen, { x, y, radius, shape: numberAt(list.shapes, node), marks: numberAt(list.marks, node) }, palette);
  }
}

interface NodeSpot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shape: number;
  readonly marks: number;
}

function paintNode(pen: Pen, node: NodeSpot, palette: Palette): void {
  const { x, y, radius, marks } = node;
  if (marks & nodeMarks.selected) {
    pen.strokeStyle = palette.accent;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x, y, radius + 4, 0, 2 * Math.PI);
    pen.stroke();
  }
  if (marks & nodeMarks.blocked) return paintBlocked(pen, node, palette);
  const isRing = node.shape === 2;
  pen.fillStyle = marks & nodeMarks.sealed ? palette.sealed : isRing ? palette.page : palette.second;
  pen.strokeStyle = marks & nodeMarks.found ? palette.accent : palette.second;
  pen.lineWidth = 2;
  pen.beginPath();
  traceShape(pen, node);
  pen.fill();
  if (isRing || marks & (nodeMarks.found | nodeMarks.end)) pen.stroke();
  if (isRing) dot(pen, { x, y, radius: Math.max(1.5, radius / 3) }, palette.second);
  if (marks & nodeMarks.sealed) paintKeyhole(pen, node, palette);
  if (marks & nodeMarks.listed) paintFlag(pen, node, palette);
  if (marks & nodeMarks.pinned) dot(pen, { x: x - radius, y: y - radius, radius: 2.5 }, palette.accent);
}

function dot(pen: Pen, { x, y, radius }: { x: number; y: number; radius: number }, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** A hollow square with a cross. */
function paintBlocked(pen: Pen, { x, y, radius }: NodeSpot, palette: Palette): void {
  const half = Math.max(9, radius);
  pen.fillStyle = palette.page;
  pen.fillRect(x - half, y - half, 2 * half, 2 * half);
  pen.strokeStyle = palette.stopped;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(x - half, y - half);
  pen.lineTo(x + half, y - half);
  pen.lineTo(x + half, y + half);
  pen.lineTo(x - half, y + half);
  pen.closePath();
  const arm = half - 4;
  pen.moveTo(x - arm, y - arm);
  pen.lineTo(x + arm, y + arm);
  pen.moveTo(x + arm, y - arm);
  pen.lineTo(x - arm, y + arm);
  pen.stroke();
}

function paintKeyhole(pen: Pen, { x, y }: NodeSpot, palette: Palette): void {
  dot(pen, { x, y: y - 1, radius: 1.6 }, palette.page);
  pen.fillRect(x - 0.7, y, 1.4, 3.4);
}

function paintFlag(pen: Pen, { x, y, radius }: NodeSpot, palette: Palette): void {
  const [foot, top] = [y - radius * 0.4, y - radius - 9];
  pen.strokeStyle = palette.text;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, foot);
  pen.lineTo(x, top);
  pen.stroke();
  pen.fillStyle = palette.text;
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x + 7, top + 2.5);
  pen.lineTo(x, top + 5);
  pen.closePath();
  pen.fill();
}

function paintLabels(pen: Pen, list: DisplayList, frame: Frame): void {
  pen.font = `12px ${frame.palette.font}`;
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = frame.palette.page;
  pen.fillStyle = frame.palette.text;
  for (const { text, x, y } of chooseLabels(list, frame, (each) => pen.measureText(each).width)) {
    pen.strokeText(text, x, y);
    pen.fillText(text, x, y);
  }
}
