import { escapeXml } from "../../base/index.ts";
import { edgeColumns, nodeColumns, type FlowNetwork } from "./flow-network.ts";

const gexfTypes = { string: "string", int: "integer", double: "double" } as const;

/**
 * The network as GEXF 1.2 (https://gexf.net/1.2/gexf-12draft-primer.pdf), which Gephi reads, line by line. The weight of an
 * edge is its amount in the case currency; an edge without a rate has none. `mark` stands in it as its description.
 */
export function* writeGexf(network: FlowNetwork, nameOf: (id: string) => string, mark: string): Generator<string> {
  const columns = nodeColumns(nameOf);
  yield `<?xml version="1.0" encoding="UTF-8"?>`;
  yield `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">`;
  yield `<meta><creator>Windfall</creator><description>${escapeXml(`${mark}; amounts in ${network.caseCurrency} where nothing else is said`)}</description></meta>`;
  yield `<graph mode="static" defaultedgetype="directed">`;
  yield* attributes("node", columns);
  yield* attributes("edge", edgeColumns);
  yield `<nodes>`;
  for (const node of network.nodes)
    yield `<node id="${escapeXml(node.id)}" label="${escapeXml(nameOf(node.id))}">${values(columns.map(([, , of]) => of(node)))}</node>`;
  yield `</nodes><edges>`;
  for (const [index, edge] of network.edges.entries()) {
    const weight = edge.caseAmount === null ? "" : ` weight="${edge.caseAmount}"`;
    yield `<edge id="e${index}" source="${escapeXml(edge.payer)}" target="${escapeXml(edge.payee)}"${weight}>${values(edgeColumns.map(([, , of]) => of(edge)))}</edge>`;
  }
  yield `</edges></graph></gexf>`;
}

function* attributes(
  kind: "node" | "edge",
  columns: readonly (readonly [name: string, type: keyof typeof gexfTypes, ...unknown[]])[],
): Generator<string> {
  yield `<attributes class="${kind}" mode="static">`;
  for (const [index, [name, type]] of columns.entries())
    yield `<attribute id="${index}" title="${name}" type="${gexfTypes[type]}"/>`;
  yield `</attributes>`;
}

const values = (row: readonly (string | number | null)[]): string =>
  `<attvalues>${row.map((value, index) => (value === null ? "" : `<attvalue for="${index}" value="${escapeXml(String(value))}"/>`)).join("")}</attvalues>`;
