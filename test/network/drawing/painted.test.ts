import { describe, expect, it } from "vitest";
import { makeDisplayList, type DrawnEdge } from "../../../ui/src/network/display-list.ts";
import { HitIndex } from "../../../ui/src/network/hit-index.ts";
import { paint } from "../../../ui/src/network/paint.ts";
import { writeSvg } from "../../../ui/src/network/write-svg.ts";
import { makeScene } from "../../../ui/src/pages/network/scene.ts";
import { channel, netOf, node, palette, placesOf, recordingPen } from "./pictures.ts";

const view = { scale: 1, left: 100, top: 100 };
const choices = { selected: "bank", found: new Set<string>(), isBlock: true, isFlow: true };

/** A start, a blocked company, a bank, a listed person who is an end, an account on another way, a closed contact. */
const net = netOf(
  [
    node("start", { side: "start" }),
    node("stopped", { isBlocked: true }),
    node("bank", { isBank: true, name: "Bank <b>of</b> the East / 동방은행" }),
    node("end", { side: "end", schema: "Person", lists: ["l1"] }),
    node("account", { schema: "BankAccount", inMinor: 200 }),
    node("contact 1 of a phone or mailbox, closed", { isClosed: true, schema: "Thing" }),
  ],
  [
    channel("start", "stopped", { before: 800, after: 0 }),
    channel("stopped", "bank", { before: 800, after: 0 }),
    channel("start", "account", { before: 100, after: 300 }),
    channel("account", "bank", { before: 100, after: 300, rootsMost: 1 }),
    channel("bank", "end", { before: 900, after: 300 }),
    channel("end", "bank", { before: null, after: null, minor: 50 }),
    channel("bank", "contact 1 of a phone or mailbox, closed", { before: 0, after: 0 }),
  ],
);

describe("a painted picture of what a block changes", () => {
  it("is painted as it was, act by act", async () => {
    const { pen, lines } = recordingPen();
    paint(pen, makeScene(net, placesOf(net), choices).list, { view, width: 1200, height: 400, palette });
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("golden/block.txt");
  });
  it("is written as the same SVG, markup in names as text", async () => {
    const { list, ids } = makeScene(net, placesOf(net), choices);
    const svg = writeSvg(list, palette, { ids, lines: ["INTERNAL <&>", "money from a to b"], title: "Case" });
    expect(svg).not.toContain("<b>");
    expect(svg).toContain("Bank &lt;b&gt;of&lt;/b&gt; the East");
    await expect(svg).toMatchFileSnapshot("golden/block.svg");
  });
  it("says of each line what it is: stopped, extra, still moving", () => {
    const { list, channels } = makeScene(net, placesOf(net), choices);
    const styles = ["flow", "context", "stopped", "extra", "relation", "found"];
    expect(Array.from(list.styles, (style, edge) => `${channels[edge]?.payer} ${styles[style] ?? ""}`)).toEqual([
      "start stopped",
      "stopped stopped",
      "start flow",
      "start extra",
      "account flow",
      "account extra",
      "bank flow",
      "bank stopped",
      "end context",
    ]);
  });
});

describe("many edges", () => {
  const edges: DrawnEdge[] = Array.from({ length: 9000 }, (_, index) => ({
    payer: index % 100,
    payee: (index * 7 + 1) % 100,
    width: index < 200 ? 3 : 1.25,
    style: "flow",
    dash: "solid",
    shift: 0,
  }));
  const nodes = Array.from({ length: 100 }, (_, index) => ({
    label: "",
    x: (index % 10) * 100,
    y: Math.floor(index / 10) * 100,
    weight: 1,
    shape: "disc" as const,
    marks: 0,
  }));
  it("are painted as lines, hairlines in paths of 4,096 and wider ones in paths of 64", () => {
    const { pen, lines } = recordingPen();
    const list = makeDisplayList(nodes, edges, { isFlow: true });
    paint(pen, list, { view, width: 1200, height: 1200, palette });
    const paths = lines.filter((line) => line.startsWith("stroke flow")).map((line) => line.split("M").length - 1);
    expect(paths).toEqual([4096, 4096, 608, 64, 64, 64, 8]);
    expect(lines.some((line) => line.includes("C"))).toBe(false);
  });
  it("are found under a point, nodes before edges, nothing where nothing is", () => {
    const list = makeDisplayList(nodes, edges.slice(0, 1), { isFlow: false });
    const hits = new HitIndex(list);
    expect(hits.at(view, 203, 102)).toEqual({ kind: "node", index: 1 });
    expect(hits.at(view, 150, 101)).toEqual({ kind: "edge", index: 0 });
    expect(hits.at(view, 150, 150)).toBe(null);
    expect(hits.at({ scale: 0.1, left: 0, top: 0 }, 90, 90)).toEqual({ kind: "node", index: 99 });
  });
});
