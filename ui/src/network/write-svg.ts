import { chooseLabels } from "./choose-labels.ts";
import { edgeStyles, fitView, nodeMarks, nodeScale, type DisplayList } from "./display-list.ts";
import { curveOf, emptyCurve, type Curve } from "./edge-curve.ts";
import { numberAt } from "./graph.ts";
import { traceShape } from "./node-shape.ts";
import type { Palette } from "./paint.ts";

/** What an SVG carries besides its picture. */
export interface SvgWords {
  /** Ids of the nodes, by their numbers: each node is a group with its id. */
  readonly ids: readonly string[];
  /** Lines under the picture: what it shows, of which case and run, the mark. */
  readonly lines: readonly string[];
  readonly title: string;
}

const [width, height] = [1280, 800];

/** Writes a display list as a whole SVG document: groups with ids, curves, text as text. */
export function writeSvg(list: DisplayList, palette: Palette, { ids, lines, title }: SvgWords): string {
  const view = fitView(list, width, height);
  const foot = 18 * lines.length + 18;
  const curve = emptyCurve();
  const edges = Array.from(list.order, (edge) =>
    edgeText(list, palette, { edge, ids, curve: curveOf(list, view, edge, curve) }),
  );
  const nodes = Array.from(list.x.keys(), (node) => nodeText(list, palette, { node, id: ids[node] ?? "", view }));
  const labels = chooseLabels(list, { view, width, height }, (text) => text.length * 6.6).map(
    ({ text, x, y }) => `<text x="${round(x)}" y="${round(y)}">${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + foot}" width="${width}" height="${height + foot}" font-family="${escaped(palette.font)}" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${palette.page}"/>`,
    `<g id="channels" fill="none">`,
    ...edges,
    `</g>`,
    `<g id="parties" stroke-width="2">`,
    ...nodes,
    `</g>`,
    `<g id="names" fill="${palette.text}" stroke="${palette.page}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">`,
    ...labels,
    `</g>`,
    `<g id="words" fill="${palette.text}">`,
    ...lines.map((line, index) => `<text x="12" y="${height + 18 * (index + 1)}">${escaped(line)}</text>`),
    `</g>`,
    `</svg>`,
    "",
  ].join("\n");
}

interface EdgeSpot {
  readonly edge: number;
  readonly ids: readonly string[];
  readonly curve: Curve;
}

function edgeText(list: DisplayList, palette: Palette, { edge, ids, curve }: EdgeSpot): string {
  const style = edgeStyles[numberAt(list.styles, edge)] ?? "flow";
  const width = numberAt(list.widths, edge);
  const colour = {
    flow: palette.flow,
    context: palette.context,
    stopped: palette.stopped,
    extra: palette.accent,
    relation: palette.second,
    found: palette.accent,
  }[style];
  const dash =
    style === "extra" ? "7 4" : style === "relation" ? "1 3" : ["", "4 3", "1.5 3"][numberAt(list.dashes, edge)];
  const { x1, y1, c1x, c1y, c2x, c2y, x2, y2, ax, ay, head } = curve;
  const path = `M${round(x1)} ${round(y1)}C${round(c1x)} ${round(c1y)} ${round(c2x)} ${round(c2y)} ${round(x2)} ${round(y2)}`;
  const half = 2 + width * 0.75;
  const tip = `M${round(x2 + ax * head)} ${round(y2 + ay * head)}L${round(x2 - ay * half)} ${round(y2 + ax * half)}L${round(x2 + ay * half)} ${round(y2 - ax * half)}Z`;
  const ends = `data-payer="${escaped(ids[numberAt(list.payers, edge)] ?? "")}" data-payee="${escaped(ids[numberAt(list.payees, edge)] ?? "")}"`;
  return [
    `<g class="${style}" ${ends}>`,
    `<path d="${path}" stroke="${colour}" stroke-width="${Math.max(width, 1)}"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`,
    style === "stopped"
      ? `<path d="${path}" stroke="${palette.page}" stroke-width="${Math.max(width - 2.5, 0.5)}"/>`
      : "",
    style === "relation" ? "" : `<path d="${tip}" fill="${colour}"/>`,
    `</g>`,
  ].join("");
}

function nodeText(
  list: DisplayList,
  palette: Palette,
  { node, id, view }: { readonly node: number; readonly id: string; readonly view: ReturnType<typeof fitView> },
): string {
  const x = numberAt(list.x, node) * view.scale + view.left;
  const y = numberAt(list.y, node) * view.scale + view.top;
  const [shape, marks] = [numberAt(list.shapes, node), numberAt(list.marks, node)];
  const radius = numberAt(list.radii, node) * nodeScale(view);
  if (marks & nodeMarks.blocked) {
    const [half, arm] = [Math.max(9, radius), Math.max(9, radius) - 4];
    return `<g id="${escaped(id)}" class="blocked" fill="${palette.page}" stroke="${palette.stopped}"><rect x="${round(x - half)}" y="${round(y - half)}" width="${round(2 * half)}" height="${round(2 * half)}"/><path d="M${round(x - arm)} ${round(y - arm)}L${round(x + arm)} ${round(y + arm)}M${round(x + arm)} ${round(y - arm)}L${round(x - arm)} ${round(y + arm)}"/></g>`;
  }
  const steps: string[] = [];
  traceShape(
    {
      moveTo: (right, down) => steps.push(`M${round(right)} ${round(down)}`),
      lineTo: (right, down) => steps.push(`L${round(right)} ${round(down)}`),
      arc: (right, down, size) =>
        steps.push(
          `A${round(size)} ${round(size)} 0 1 1 ${round(right - size)} ${round(down)}A${round(size)} ${round(size)} 0 1 1 ${round(right + size)} ${round(down)}`,
        ),
      closePath: () => steps.push("Z"),
    },
    { x, y, radius, shape },
  );
  const isRing = shape === 2;
  const inner = isRing
    ? `<circle cx="${round(x)}" cy="${round(y)}" r="${round(Math.max(1.5, radius / 3))}" fill="${palette.second}"/>`
    : "";
  const flag =
    marks & nodeMarks.listed
      ? `<path d="M${round(x)} ${round(y - radius * 0.4)}V${round(y - radius - 9)}l7 2.5l-7 2.5" fill="${palette.text}" stroke="${palette.text}" stroke-width="1"/>`
      : "";
  return `<g id="${escaped(id)}"><path d="${steps.join("")}" fill="${isRing ? palette.page : palette.second}" stroke="${palette.second}"/>${inner}${flag}</g>`;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Text of the material as XML: markup is text, and characters that XML cannot hold or that turn the reading order are marks. */
export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cn}]/gu, "\u{fffd}");
