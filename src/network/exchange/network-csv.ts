import { visibleText } from "../../base/index.ts";
import { edgeColumns, nodeColumns, type FlowNetwork } from "./flow-network.ts";

/**
 * The nodes as CSV (RFC 4180), line by line, header first. Control and direction characters stand as
 * marks; cells that a spreadsheet would run as a formula are made text.
 */
export function* writeNodesCsv({ nodes }: FlowNetwork, nameOf: (id: string) => string): Generator<string> {
  const columns = nodeColumns(nameOf);
  yield csvLine(["id", ...columns.map(([name]) => name)]);
  for (const node of nodes) yield csvLine([node.id, ...columns.map(([, , of]) => of(node))]);
}

/** The channels as CSV, line by line, header first. */
export function* writeEdgesCsv(
  { edges, caseCurrency }: FlowNetwork,
  nameOf: (id: string) => string,
): Generator<string> {
  yield csvLine(["payer", "payerName", "payee", "payeeName", ...edgeColumns.map(([name]) => name), "caseCurrency"]);
  for (const edge of edges)
    yield csvLine([
      edge.payer,
      nameOf(edge.payer),
      edge.payee,
      nameOf(edge.payee),
      ...edgeColumns.map(([, , of]) => of(edge)),
      caseCurrency,
    ]);
}

const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells.map((cell) => `"${harmless(visibleText(String(cell ?? ""))).replaceAll('"', '""')}"`).join(",");

/** A leading apostrophe before what spreadsheets take for a formula (OWASP, "CSV Injection"): = + - @, their wide forms too. */
const harmless = (cell: string): string => (/^[\s\u{feff}]*[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell);
