import { at, escapeXml } from "../../base/index.ts";
import { minorUnits } from "../../model/index.ts";
import { boxWidth, layOut, type Layout } from "./layout.ts";
import { textLines } from "./text-lines.ts";

/** A flow to draw, in words and amounts as they are shown. */
export interface FlowDrawing {
  /** One sentence: what the picture is of. */
  readonly title: string;
  /** What a reader who does not see it must know. */
  readonly description: string;
  /** The currency of all amounts. */
  readonly currency: string;
  readonly figures: readonly {
    readonly word: string;
    readonly amount: string;
    /** What the figure goes by, in a few words. */
    readonly detail: string;
    readonly isAlarm: boolean;
  }[];
  readonly nodes: readonly {
    readonly caption: string;
    readonly minor: number;
    /** In full, for whoever points at it; what is written is short. */
    readonly amount: string;
    readonly side: "start" | "between" | "end";
    readonly isBlocked: boolean;
  }[];
  readonly edges: readonly {
    readonly payer: number;
    readonly payee: number;
    readonly minor: number;
    readonly amount: string;
  }[];
}

const margin = 14;
const headHeight = 86;
const legendHeight = 46;
const markHeight = 20;
const [leastLine, mostLine] = [1.5, 16];
/** Room for an arrow head before the box that it points to. */
const headLength = 9;

/**
 * Draws a flow as SVG without script: payers left, payees right, an arrow for each channel whose width grows with the square
 * root of its amount, blocked nodes crossed out, the figures above. Texts are escaped; colours are those of the page where
 * it sets them, else its own for light and dark. A drawing that stands alone carries its `mark`.
 */
export function drawFlow(drawing: FlowDrawing, mark?: string): string {
  const largest = Math.max(1, ...drawing.edges.map(({ minor }) => minor));
  const widths = drawing.edges.map(({ minor }) => Math.max(leastLine, mostLine * Math.sqrt(minor / largest)));
  const layout = layOut({
    sides: drawing.nodes.map(({ side }) => side),
    edges: drawing.edges.map(({ payer, payee }, edge) => ({ payer, payee, width: at(widths, edge) })),
  });
  const width = Math.max(layout.width, 640) + 2 * margin;
  const bottom = layout.height + headHeight + legendHeight + margin;
  const height = bottom + (mark === undefined ? 0 : markHeight);
  const shift = (width - layout.width) / 2;
  return [
    `<svg class="flow" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${tenth(width)} ${tenth(height)}" role="img" aria-labelledby="flow-title flow-desc" style="min-width:${Math.round(width * 0.72)}px">`,
    `<title id="flow-title">${escapeXml(drawing.title)}</title><desc id="flow-desc">${escapeXml(drawing.description)}</desc>`,
    `<style>${style}</style>`,
    ...(mark === undefined ? [] : [markSvg(mark, height)]),
    figuresSvg(drawing, width),
    `<g transform="translate(${tenth(shift)} ${headHeight})">`,
    ...drawing.edges.map((_, edge) => arrowSvg(drawing, layout, { edge, width: at(widths, edge) })),
    ...drawing.nodes.map((_, node) => boxSvg(drawing, layout, node)),
    ...drawing.edges.map((_, edge) => amountSvg(drawing, layout, edge)),
    `</g>`,
    legendSvg(drawing, bottom),
    `</svg>`,
  ].join("\n");
}

const style = [
  ".flow{--f-ink:var(--ink,#1c1e21);--f-soft:var(--soft,#5a6069);--f-back:var(--back,#fff);--f-box:var(--raised,#f5f6f8);--f-flow:var(--accent,#0b5cad);--f-alarm:var(--alarm,#8f1d14);width:100%;height:auto;font-family:system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans CJK KR',sans-serif}",
  "@media (prefers-color-scheme:dark){.flow{--f-ink:var(--ink,#e6e8eb);--f-soft:var(--soft,#a4abb5);--f-back:var(--back,#15171a);--f-box:var(--raised,#1f2227);--f-flow:var(--accent,#7ab8ff);--f-alarm:var(--alarm,#ff9a8f)}}",
  ".flow text{fill:var(--f-ink);font-size:11.5px}.flow .soft{fill:var(--f-soft)}.flow .word{fill:var(--f-soft);font-size:13px}.flow .figure{font-size:19px;font-weight:600}.flow .alarm{fill:var(--f-alarm)}",
  ".flow .way{fill:none;stroke:var(--f-flow);stroke-opacity:.55}.flow .head{fill:var(--f-flow)}.flow .way.cut{stroke:var(--f-alarm);stroke-dasharray:14 4}.flow .head.cut{fill:var(--f-alarm)}",
  ".flow .box{fill:var(--f-box);stroke:var(--f-soft);stroke-width:1}.flow .box.start,.flow .box.end{stroke:var(--f-ink);stroke-width:1.6}.flow .box.blocked{stroke:var(--f-alarm);stroke-width:2.2}.flow .cross{stroke:var(--f-alarm);stroke-width:2.2;stroke-opacity:.32}",
  ".flow .sum{font-size:11px;paint-order:stroke;stroke:var(--f-back);stroke-width:3.5px;stroke-linejoin:round;font-variant-numeric:tabular-nums}",
].join("");

function figuresSvg({ figures }: FlowDrawing, width: number): string {
  const step = (width - 2 * margin) / Math.max(1, figures.length);
  return figures
    .map(
      ({ word, amount, detail, isAlarm }, index) =>
        `<text class="word" x="${tenth(margin + index * step)}" y="20">${escapeXml(word)}</text><text class="figure${isAlarm ? " alarm" : ""}" x="${tenth(margin + index * step)}" y="44">${escapeXml(amount)}</text><text class="soft" x="${tenth(margin + index * step)}" y="62">${escapeXml(detail)}</text>`,
    )
    .join("\n");
}

const isCut = ({ nodes }: FlowDrawing, { payer, payee }: { readonly payer: number; readonly payee: number }): boolean =>
  at(nodes, payer).isBlocked || at(nodes, payee).isBlocked;

function arrowSvg(
  drawing: FlowDrawing,
  { lines }: Layout,
  { edge, width }: { readonly edge: number; readonly width: number },
): string {
  const { payer, payee, amount } = at(drawing.edges, edge);
  const line = at(lines, edge);
  const end = line.at(-1) ?? { x: 0, y: 0 };
  const from = line[0] ?? end;
  const isForward = end.x > from.x;
  const stops = [...line.slice(0, -1), { x: end.x + (isForward ? -headLength : headLength), y: end.y }];
  const path = stops
    .slice(1)
    .map((to, index) => {
      const start = at(stops, index);
      const bend = Math.max(24, Math.abs(to.x - start.x) / 2) * (isForward ? 1 : -1);
      const [out, into] = end.x === from.x ? [40, -40] : [bend, bend];
      return start.y === to.y
        ? `L${tenth(to.x)} ${tenth(to.y)}`
        : `C${tenth(start.x + out)} ${tenth(start.y)} ${tenth(to.x - into)} ${tenth(to.y)} ${tenth(to.x)} ${tenth(to.y)}`;
    })
    .join("");
  const cut = isCut(drawing, at(drawing.edges, edge)) ? " cut" : "";
  const half = Math.max(4.5, width / 2 + 2.5);
  const back = end.x + (isForward ? -headLength : headLength);
  const said = `${at(drawing.nodes, payer).caption} pays ${at(drawing.nodes, payee).caption}: ${amount}`;
  return `<g><title>${escapeXml(said)}</title><path class="way${cut}" stroke-width="${tenth(width)}" d="M${tenth(from.x)} ${tenth(from.y)}${path}"/><path class="head${cut}" d="M${tenth(end.x)} ${tenth(end.y)}L${tenth(back)} ${tenth(end.y - half)}V${tenth(end.y + half)}Z"/></g>`;
}

/** What an arrow carries, written where it leaves its payer; not where the payer's box says the same. */
function amountSvg({ nodes, edges, currency }: FlowDrawing, { lines }: Layout, edge: number): string {
  const [from, to] = at(lines, edge);
  const { payer, minor } = at(edges, edge);
  if (!from || !to || at(nodes, payer).minor === minor) return "";
  const isForward = to.x >= from.x;
  const y = from.y + 4;
  return `<text class="sum" x="${tenth(from.x + (isForward ? 7 : -7))}" y="${tenth(y)}"${isForward ? "" : ' text-anchor="end"'}>${shortAmount(minor, currency)}</text>`;
}

function boxSvg({ nodes, currency }: FlowDrawing, { boxes }: Layout, node: number): string {
  const { caption, amount, minor, side, isBlocked } = at(nodes, node);
  const written = shortAmount(minor, currency);
  const { x, y, height } = at(boxes, node);
  const lines = textLines(caption, 24, 2);
  const top = y + height / 2 - (lines.length + 1) * 6.5 + 9.5;
  return [
    `<g><title>${escapeXml(`${caption}: ${amount}${isBlocked ? ", blocked" : ""}`)}</title>`,
    `<rect class="box ${side}${isBlocked ? " blocked" : ""}" x="${tenth(x)}" y="${tenth(y)}" width="${boxWidth}" height="${tenth(height)}" rx="4"/>`,
    ...(isBlocked
      ? [
          `<path class="cross" d="M${tenth(x)} ${tenth(y)}L${tenth(x + boxWidth)} ${tenth(y + height)}M${tenth(x + boxWidth)} ${tenth(y)}L${tenth(x)} ${tenth(y + height)}"/>`,
        ]
      : []),
    ...lines.map((line, index) => `<text x="${tenth(x + 8)}" y="${tenth(top + index * 13)}">${escapeXml(line)}</text>`),
    `<text class="${isBlocked ? "alarm" : "soft"}" x="${tenth(x + 8)}" y="${tenth(top + lines.length * 13)}">${isBlocked ? `blocked · ${written}` : written}</text></g>`,
  ].join("");
}

/** What a drawing that stands alone has beside it: a ground of its own, and the mark. */
const markSvg = (mark: string, height: number): string =>
  `<rect width="100%" height="100%" style="fill:var(--f-back)"/><text class="alarm" x="${margin}" y="${tenth(height - 12)}">${escapeXml(mark)}</text>`;

function legendSvg({ currency }: FlowDrawing, height: number): string {
  const lines = [
    `payers left, payees right · amounts in ${currency} · width grows with the square root of the amount`,
    "dashed: into or out of a blocked party · bold frame: where money starts or ends",
  ];
  return lines
    .map(
      (line, index) =>
        `<text class="soft" x="${margin}" y="${tenth(height - 26 + index * 16)}">${escapeXml(line)}</text>`,
    )
    .join("");
}

/** An amount as short as a drawing needs it: "48.2 M", "390 k", "712". */
function shortAmount(minor: number, currency: string): string {
  const units = minor / 10 ** minorUnits(currency);
  if (units >= 999_950) return `${(units / 1_000_000).toFixed(1)} M`;
  return units >= 1000 ? `${Math.round(units / 1000)} k` : String(Math.round(units));
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
