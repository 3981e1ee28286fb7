import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { fragment, makeContactGraph } from "../src/network/index.ts";
import { measureCurve } from "../src/network/fragment/curve.ts";
import { orderByDegree } from "../src/network/fragment/degree-order.ts";
import { hashOfFile, round } from "./figures.ts";
import { areaUnder } from "./fragment/area-under.ts";
import { readGraph } from "./fragment/read-graph.ts";

/**
 * Takes networks apart: the area under the curve of the largest component, beside that of removing the node with most
 * ties first, and beside a published table (`--published FILE`: CSV of type, network and area, as that of MIND).
 */
export async function fragmentBench(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { published: { type: "string" } },
  });
  const published = readPublished(values.published);
  const rows = positionals.map((file) => {
    const read = readGraph(file);
    const cpuBefore = process.cpuUsage();
    const graph = makeContactGraph(read.nodeCount, read.lefts, read.rights);
    const plan = fragment(graph);
    const cpu = process.cpuUsage(cpuBefore);
    const name = basename(file).replace(/\.(gt\.xz|gt|txt)$/u, "");
    return {
      file,
      input: hashOfFile(file),
      nodes: graph.nodeCount,
      edges: graph.tieCount,
      removals: plan.order.length,
      area: round(areaUnder(plan.largest, graph.nodeCount)),
      adaptiveDegreeArea: round(areaUnder(measureCurve(graph, orderByDegree(graph)).subarray(1), graph.nodeCount)),
      published: published.get(name) ?? null,
      cpuSeconds: round((cpu.user + cpu.system) / 1e6),
    };
  });
  return [...rows, summarise(rows)];
}

function readPublished(file: string | undefined): Map<string, number> {
  const lines = file === undefined ? [] : readFileSync(file, "utf8").trim().split(/\r?\n/u).slice(1);
  return new Map(lines.map((line) => line.split(",")).map(([, name = "", area]) => [name, Number(area)]));
}

interface Row {
  readonly area: number;
  readonly adaptiveDegreeArea: number;
  readonly published: number | null;
}

function summarise(rows: readonly Row[]) {
  const compared = rows.flatMap(({ area, published }) => (published === null ? [] : [area / published]));
  const mean = compared.reduce((total, ratio) => total + ratio, 0) / Math.max(compared.length, 1);
  return {
    networks: rows.length,
    betterThanAdaptiveDegree: rows.filter(({ area, adaptiveDegreeArea }) => area < adaptiveDegreeArea).length,
    published: compared.length,
    meanOfPublished: round(mean),
    atMostPublished: compared.filter((ratio) => ratio <= 1).length,
  };
}
