import { at, escapeXml } from "../../base/index.ts";

/** What the sets of growing budgets stop, in words and amounts as they are shown. */
export interface CurveDrawing {
  /** One sentence: what the picture is of. */
  readonly title: string;
  /** What a reader who does not see it must know. */
  readonly description: string;
  /** What can flow, of which the shares are: in minor units, and as it is shown. */
  readonly canFlow: { readonly minor: number; readonly amount: string };
  /** By how many parties are blocked, from one up. */
  readonly steps: readonly {
    readonly budget: number;
    /** Who is blocked. */
    readonly captions: string;
    /** Whether the set holds everybody of the one before. */
    readonly isNested: boolean;
  }[];
  /** One for each reroute factor, the largest last; a point for each step. */
  readonly lines: readonly {
    readonly word: string;
    readonly points: readonly { readonly minor: number; readonly amount: string }[];
  }[];
}

const [width, height] = [640, 300];
const [left, right, top, bottom] = [64, 176, 22, 58];
const labelGap = 15;
/** Lines are told apart by their dashes, the last by its weight. */
const dashes = ["2 4", "7 4", "12 4 2 4", "1 3"];

/**
 * Draws how much is stopped by how many parties as SVG without script: a line for each reroute factor, each point named for
 * whoever points at it; a point is hollow where its set gives up a party of the one before. Colours as in the drawing of the flow.
 */
export function drawCurve(drawing: CurveDrawing): string {
  const { steps, lines, canFlow } = drawing;
  const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ minor }) => minor)));
  const scale: Scale = {
    x: (budget) => left + ((width - left - right) * budget) / Math.max(1, at(steps, steps.length - 1).budget),
    y: (minor) => height - bottom - ((height - top - bottom) * minor) / most,
  };
  const places = labelPlaces(lines.map(({ points }) => scale.y(points.at(-1)?.minor ?? 0)));
  return [
    `<svg class="curve" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="curve-title curve-desc" style="min-width:460px">`,
    `<title id="curve-title">${escapeXml(drawing.title)}</title><desc id="curve-desc">${escapeXml(drawing.description)}</desc>`,
    `<style>${style}</style>`,
    ...gridSvg({ most, canFlow: canFlow.minor }, scale),
    ...steps.map(
      ({ budget }) => `<text x="${tenth(scale.x(budget))}" y="${height - bottom + 18}" class="middle">${budget}</text>`,
    ),
    `<text x="${tenth((left + width - right) / 2)}" y="${height - bottom + 36}" class="soft middle">parties blocked</text>`,
    ...lines.map((_, line) => lineSvg(drawing, scale, { line, labelY: at(places, line) })),
    ...(steps.some(({ isNested }) => !isNested)
      ? [`<text x="${left}" y="${height - 6}" class="soft">hollow: gives up a party of the set before</text>`]
      : []),
    `</svg>`,
  ].join("\n");
}

interface Scale {
  readonly x: (budget: number) => number;
  readonly y: (minor: number) => number;
}

const style = [
  ".curve{--f-ink:var(--ink,#1c1e21);--f-soft:var(--soft,#5a6069);--f-back:var(--back,#fff);--f-grid:var(--line,#d6d9de);--f-flow:var(--accent,#0b5cad);--f-alarm:var(--alarm,#8f1d14);width:100%;max-width:46rem;height:auto;font-family:system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans CJK KR',sans-serif}",
  "@media (prefers-color-scheme:dark){.curve{--f-ink:var(--ink,#e6e8eb);--f-soft:var(--soft,#a4abb5);--f-back:var(--back,#15171a);--f-grid:var(--line,#3a3f47);--f-flow:var(--accent,#7ab8ff);--f-alarm:var(--alarm,#ff9a8f)}}",
  ".curve text{fill:var(--f-ink);font-size:11.5px;font-variant-numeric:tabular-nums}.curve .soft{fill:var(--f-soft)}.curve .middle{text-anchor:middle}.curve .end{text-anchor:end}",
  ".curve .grid{stroke:var(--f-grid);stroke-width:1}.curve .line{fill:none;stroke:var(--f-flow);stroke-width:1.6}.curve .line.last{stroke:var(--f-alarm);stroke-width:2.6}",
  ".curve .point{fill:var(--f-flow);stroke:var(--f-flow);stroke-width:1.6}.curve .point.last{fill:var(--f-alarm);stroke:var(--f-alarm)}.curve .point.hollow{fill:var(--f-back)}",
].join("");

/** Lines across at whole shares of what can flow, at most six. */
function gridSvg({ most, canFlow }: { readonly most: number; readonly canFlow: number }, { y }: Scale): string[] {
  const percentMost = canFlow === 0 ? 0 : (100 * most) / canFlow;
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25].find((each) => percentMost / each <= 5) ?? 25;
  const count = Math.floor(percentMost / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => {
    const percent = Math.round(index * step * 10) / 10;
    const place = tenth(y((percent * canFlow) / 100));
    return `<path class="grid" d="M${left} ${place}H${width - right}"/><text x="${left - 8}" y="${tenth(place + 4)}" class="soft end">${percent} %</text>`;
  });
}

function lineSvg(
  { steps, lines, canFlow }: CurveDrawing,
  { x, y }: Scale,
  { line, labelY }: { readonly line: number; readonly labelY: number },
): string {
  const { word, points } = at(lines, line);
  const isLast = line === lines.length - 1;
  const last = isLast ? " last" : "";
  const path = points.map(({ minor }, step) => `L${tenth(x(at(steps, step).budget))} ${tenth(y(minor))}`).join("");
  const dash = isLast ? "" : ` stroke-dasharray="${at(dashes, line % dashes.length)}"`;
  return [
    `<g><path class="line${last}"${dash} d="M${tenth(x(0))} ${tenth(y(0))}${path}"/>`,
    ...points.map(({ minor, amount }, step) => {
      const { budget, captions, isNested } = at(steps, step);
      const said = `${budget} blocked, ${word}: ${amount} of ${canFlow.amount}; ${captions}`;
      return `<circle class="point${last}${isNested ? "" : " hollow"}" cx="${tenth(x(budget))}" cy="${tenth(y(minor))}" r="4"><title>${escapeXml(said)}</title></circle>`;
    }),
    `<text x="${width - right + 12}" y="${tenth(labelY + 4)}"${isLast ? "" : ' class="soft"'}>${escapeXml(word)}</text></g>`,
  ].join("");
}

/** Where labels stand: at the ends of their lines, from above, and never closer than so much to each other. */
function labelPlaces(ends: readonly number[]): number[] {
  const order = [...ends.keys()].toSorted((one, other) => at(ends, one) - at(ends, other) || one - other);
  const places = [...ends];
  order.forEach((line, rank) => {
    if (rank === 0) return;
    const above = at(places, at(order, rank - 1));
    places[line] = Math.max(at(ends, line), above + labelGap);
  });
  return places;
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
