import { isMap, LineCounter, parseDocument } from "yaml";
import { bad, good, yamlFaultText, type Result } from "../../base/index.ts";
import type { FileMapping } from "../mapping.ts";
import { checkTable } from "./check-table.ts";
import { fileShape } from "./yaml-shape.ts";

/**
 * Reads a mapping file. `where` is its name as the messages show it. A fault is a sentence for each thing that is wrong,
 * one a line, each with its path and the right form.
 */
export function parseMapping(yamlText: string, where: string): Result<FileMapping, string> {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) return bad(yamlFaultText(where, error, lines));
  if (!isMap(document.contents)) return bad(`${where} is no mapping; it has the keys "file" and "tables"`);
  const parsed = fileShape.safeParse(document.toJS());
  if (!parsed.success)
    return bad(parsed.error.issues.map((issue) => `${where}: ${messageOf(issue.path, issue.message)}`).join("\n"));
  const faults: string[] = [];
  const tables = parsed.data.tables.map((table, index) => checkTable(table, `tables[${index}]`, faults));
  if (faults.length > 0) return bad(faults.map((fault) => `${where}: ${fault}`).join("\n"));
  return good({ file: parsed.data.file, tables });
}

const messageOf = (path: readonly PropertyKey[], message: string): string => {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return `${text.replace(/^\./u, "")} ${message}`;
};
