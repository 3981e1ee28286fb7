import { escapeXml } from "../../base/index.ts";
import { edgeColumns, nodeColumns, type FlowNetwork } from "./flow-network.ts";

/**
 * The network as GraphML 1.0 (http://graphml.graphdrawing.org/specification.html), a directed graph in which two nodes may
 * have several edges, line by line. `mark` stands in it as a comment and as an attribute of the graph.
 */
export function* writeGraphml(network: FlowNetwork, nameOf: (id: string) => string, mark: string): Generator<string> {
  const columns = nodeColumns(nameOf);
  yield `<?xml version="1.0" encoding="UTF-8"?>`;
  yield `<!-- ${escapeXml(mark).replaceAll("--", "- -")} -->`;
  yield `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`;
  yield `<key id="mark" for="graph" attr.name="mark" attr.type="string"/>`;
  yield `<key id="caseCurrency" for="graph" attr.name="caseCurrency" attr.type="string"/>`;
  for (const [name, type] of columns) yield `<key id="n-${name}" for="node" attr.name="${name}" attr.type="${type}"/>`;
  for (const [name, type] of edgeColumns)
    yield `<key id="e-${name}" for="edge" attr.name="${name}" attr.type="${type}"/>`;
  yield `<graph id="flow" edgedefault="directed">`;
  yield `${data("mark", mark)}${data("caseCurrency", network.caseCurrency)}`;
  for (const node of network.nodes)
    yield `<node id="${escapeXml(node.id)}">${columns.map(([name, , of]) => data(`n-${name}`, of(node))).join("")}</node>`;
  for (const [index, edge] of network.edges.entries())
    yield `<edge id="e${index}" source="${escapeXml(edge.payer)}" target="${escapeXml(edge.payee)}">${edgeColumns.map(([name, , of]) => data(`e-${name}`, of(edge))).join("")}</edge>`;
  yield `</graph></graphml>`;
}

const data = (key: string, value: string | number | null): string =>
  value === null ? "" : `<data key="${key}">${escapeXml(String(value))}</data>`;
