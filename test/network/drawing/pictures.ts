import type { Place } from "../../../ui/src/network/free-places.ts";
import type { Palette, Pen } from "../../../ui/src/network/paint.ts";
import type { Net, NetChannel, NetNode } from "../../../ui/src/pages/network/net.ts";

/** A node as the API tells it; what a test does not say is plain. */
export const node = (id: string, more: Partial<NetNode> = {}): NetNode => ({
  id,
  name: id,
  schema: "Company",
  isBank: false,
  lists: [],
  isClosed: false,
  side: "between",
  isBlocked: false,
  notProposed: null,
  several: null,
  inMinor: 1000,
  outMinor: 1000,
  payers: 1,
  payees: 1,
  roots: 2,
  ...more,
});

/** A channel as the API tells it. */
export const channel = (payer: string, payee: string, more: Partial<NetChannel> = {}): NetChannel => ({
  payer,
  payee,
  minor: 1000,
  payments: 1,
  withoutRate: 0,
  firstDay: "2016-03-01",
  lastDay: "2016-03-01",
  rootsLeast: 2,
  rootsMost: 2,
  before: null,
  after: null,
  ...more,
});

export const netOf = (nodes: readonly NetNode[], channels: readonly NetChannel[]): Net => ({
  nodes: new Map(nodes.map((each) => [each.id, each])),
  channels,
  relations: [],
});

/** Places on a row, a column apart; every second one lower. */
export const placesOf = (net: Net): ReadonlyMap<string, Place> =>
  new Map([...net.nodes.keys()].map((id, index) => [id, { x: index * 168, y: (index % 2) * 44, isPinned: false }]));

export const palette: Palette = {
  page: "page",
  text: "text",
  second: "second",
  accent: "accent",
  flow: "flow",
  context: "context",
  stopped: "stopped",
  sealed: "sealed",
  selected: "selected",
  font: "sans-serif",
};

/** A pen that writes down what was painted, one line for each act; text is six pixels a letter. */
export function recordingPen(): { readonly pen: Pen; readonly lines: string[] } {
  const lines: string[] = [];
  let path: string[] = [];
  const round = (...numbers: number[]): string => numbers.map((number) => Math.round(number * 10) / 10).join(" ");
  const pen: Pen = {
    fillStyle: "",
    strokeStyle: "",
    lineWidth: 1,
    lineJoin: "",
    font: "",
    beginPath: () => void (path = []),
    moveTo: (x, y) => void path.push(`M${round(x, y)}`),
    lineTo: (x, y) => void path.push(`L${round(x, y)}`),
    bezierCurveTo: (...points) => void path.push(`C${round(...points)}`),
    arc: (x, y, radius) => void path.push(`O${round(x, y, radius)}`),
    closePath: () => void path.push("Z"),
    stroke: () => void lines.push(`stroke ${String(pen.strokeStyle)} ${pen.lineWidth} ${path.join("")}`),
    fill: () => void lines.push(`fill ${String(pen.fillStyle)} ${path.join("")}`),
    fillRect: (...box) => void lines.push(`rect ${String(pen.fillStyle)} ${round(...box)}`),
    setLineDash: (dash) => {
      if (dash.length > 0) lines.push(`dash ${dash.join(" ")}`);
    },
    strokeText: (text, x, y) => void lines.push(`halo ${text} ${round(x, y)}`),
    fillText: (text, x, y) => void lines.push(`text ${text} ${round(x, y)}`),
    measureText: (text) => ({ width: text.length * 6 }),
  };
  return { pen, lines };
}
