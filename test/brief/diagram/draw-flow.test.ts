import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawFlow, type FlowDrawing } from "../../../src/brief/diagram/draw-flow.ts";
import { boxWidth, layOut } from "../../../src/brief/diagram/layout.ts";
import { orderLayers } from "../../../src/brief/diagram/order-layers.ts";
import { textLines } from "../../../src/brief/diagram/text-lines.ts";

/** A drawing of edges such as "S > M 500": S... are starts, E... ends, a name with ! is blocked. */
function drawing(...lines: readonly string[]): FlowDrawing {
  const names = [...new Set(lines.flatMap((line) => line.split(" ").filter((_, index) => index === 0 || index === 2)))];
  return {
    title: "A title",
    description: "A description",
    currency: "USD",
    figures: [
      { word: "stopped at once", amount: "1 USD", detail: "as seen", isAlarm: false },
      { word: "can no longer get through", amount: "2 USD", detail: "twice", isAlarm: true },
    ],
    nodes: names.map((caption) => ({
      caption,
      minor: 1,
      amount: "5 USD",
      side: caption.startsWith("S") ? "start" : caption.startsWith("E") ? "end" : "between",
      isBlocked: caption.endsWith("!"),
    })),
    edges: lines.map((line) => {
      const [payer = "", , payee = "", minor = "0"] = line.split(" ");
      return {
        payer: names.indexOf(payer),
        payee: names.indexOf(payee),
        minor: Number(minor),
        amount: `${minor} cents`,
      };
    }),
  };
}

describe("the drawing of a flow", () => {
  const svg = drawFlow(drawing("S > M! 10000", "M! > E 40000"));
  it("says what it is to who does not see it", () => {
    expect(svg).toContain('role="img" aria-labelledby="flow-title flow-desc"');
    expect(svg).toContain('<title id="flow-title">A title</title><desc id="flow-desc">A description</desc>');
    expect(svg).toContain("<title>M! pays E: 40000 cents</title>");
  });
  it("crosses out whom to block, and shows the figures beside", () => {
    expect(svg.match(/class="cross"/gu)).toHaveLength(1);
    expect(svg).toContain("blocked · 0");
    expect(svg).toContain('class="figure alarm"');
  });
  it("gives four times the money twice the width", () => {
    expect([...svg.matchAll(/class="way cut" stroke-width="([\d.]+)"/gu)].map(([, width]) => width)).toEqual([
      "8",
      "16",
    ]);
  });
  it("holds no script, no link and nothing from elsewhere", () => {
    expect(svg).not.toMatch(/<script|<a |href|url\(|<image|<foreignObject|\son\w+=/u);
  });
  it("escapes what stands in material, and what no XML may hold", () => {
    const [from, to] = ["S</text><script>&\"'", "E\u0000\u0007\u202E\uFFFE\uD800x"];
    const bad = drawFlow(drawing(`${from} > ${to} 5`));
    expect(bad).not.toContain("<script");
    expect(bad).toContain("S&lt;/text&gt;&lt;script&gt;&amp;&quot;&#39;");
    expect(bad).toContain("E⟨0000⟩⟨0007⟩⟨202E⟩\uFFFD\uFFFDx");
  });
  it("carries its mark where it stands alone", () => {
    expect(drawFlow(drawing("S > E 5"), "INTERNAL")).toContain(">INTERNAL</text>");
    expect(svg).not.toContain("INTERNAL");
  });
  it("is the same every time, and draws circles and ways back", () => {
    const lines = ["S > a 5", "a > b 5", "b > a 4", "b > E 5", "S > E 9"];
    expect(drawFlow(drawing(...lines))).toBe(drawFlow(drawing(...lines)));
    expect(drawFlow(drawing(...lines)).match(/class="head"/gu)).toHaveLength(5);
  });
});

it("a text is broken at spaces and ends with … where it does not fit", () => {
  expect(textLines("Morning River Labour Services", 14, 2)).toEqual(["Morning River", "Labour Servi…"]);
  expect(textLines("short", 14, 2)).toEqual(["short"]);
  expect(textLines("晨江劳务有限公司", 10, 1)).toEqual(["晨江劳务…"]);
});

it("fewer lines cross after the ordering", () => {
  expect(
    orderLayers(
      [0, 0, 1, 1],
      [
        [0, 3],
        [1, 2],
      ],
    ),
  ).toEqual([
    [0, 1],
    [3, 2],
  ]);
});

const anyGraph = fc
  .record({
    starts: fc.integer({ min: 1, max: 6 }),
    between: fc.integer({ min: 0, max: 10 }),
    ends: fc.integer({ min: 1, max: 6 }),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 16 })), { minLength: 1, maxLength: 30 }),
  })
  .map(({ starts, between, ends, pairs }) => {
    const total = starts + between + ends;
    return {
      sides: Array.from({ length: total }, (_, node) =>
        node < starts ? ("start" as const) : node < starts + between ? ("between" as const) : ("end" as const),
      ),
      edges: pairs
        .map(([from, to, width]) => ({
          payer: from % (starts + between),
          payee: starts + (to % (between + ends)),
          width,
        }))
        .filter(({ payer, payee }) => payer !== payee),
    };
  });

it("no two boxes overlap, every line runs from its payer's box to its payee's, and starts stand left of ends", () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { boxes, lines, width, height } = layOut(graph);
      boxes.forEach((box, node) => {
        expect(box.x >= 0 && box.y >= -0.001 && box.x + boxWidth <= width && box.y + box.height <= height + 0.001).toBe(
          true,
        );
        for (const other of boxes.slice(node + 1))
          expect(
            box.x !== other.x || box.y + box.height <= other.y + 0.001 || other.y + other.height <= box.y + 0.001,
          ).toBe(true);
      });
      graph.edges.forEach(({ payer, payee }, edge) => {
        const [from, to, line] = [boxes[payer], boxes[payee], lines[edge] ?? []];
        const [left, right] = [from?.x ?? 0, to?.x ?? 0];
        expect(line[0]?.x).toBe(right >= left ? left + boxWidth : left);
        expect(line.at(-1)?.x).toBe(right > left ? right : right + boxWidth);
        for (const [point, box] of [[line[0], from] as const, [line.at(-1), to] as const])
          expect((point?.y ?? -1) >= (box?.y ?? 0) && (point?.y ?? 1e9) <= (box?.y ?? 0) + (box?.height ?? 0)).toBe(
            true,
          );
      });
      const last = Math.max(...boxes.map(({ x }) => x));
      graph.sides.forEach((side, node) => {
        if (side === "between") return;
        expect(boxes[node]?.x).toBe(side === "start" ? 0 : last);
      });
    }),
    { numRuns: 200 },
  );
});
