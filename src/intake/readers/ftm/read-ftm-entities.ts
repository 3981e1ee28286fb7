import type { TextEncoding } from "../../detect/index.ts";
import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";
import { readLines, type TextLine } from "../text/read-lines.ts";

const columnNames = ["id", "schema", "prop", "value", "datasets", "first_seen", "last_seen"];

/** Reads FollowTheMoney entities, one JSON object on each line: one row for each value of each property, numbered by line. */
export function readFtmEntities(context: ReadContext, encoding: TextEncoding): void {
  context.report.setEncoding(encoding.name);
  const part = context.report.openPart({ name: "entities", hasPlaces: true });
  let present = 0;
  for (const line of readLines(context, encoding)) {
    if (line.text.trim() === "") continue;
    const rows = entityRows(line.text);
    if (typeof rows === "string") {
      present++;
      part.fault({
        kind: "damaged",
        rowNo: line.lineNo,
        byteFrom: line.byteFrom,
        text: `Line ${line.lineNo} is not an entity: ${rows}.`,
        rowsLost: 1,
      });
    } else {
      present += rows.length;
      for (const row of rows) stageRow(part, row, line);
    }
  }
  part.close({ rowsPresent: present, columnNames, columnCount: columnNames.length });
}

function stageRow(part: OpenPart, row: readonly (string | null)[], line: TextLine): void {
  for (const [column, cell] of row.entries()) if (cell !== null) part.writer.text(column, cell);
  part.writer.endRow({ rowNo: line.lineNo, byteFrom: line.byteFrom, byteTo: line.byteTo, isHidden: false });
}

/** The rows of an entity, or what is wrong with it. */
function entityRows(text: string): (string | null)[][] | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return `its JSON is broken (${error instanceof Error ? error.message : "unknown"})`;
  }
  if (!isObject(parsed)) return "it is not a JSON object";
  const { id, schema, properties } = parsed;
  if (typeof id !== "string" || typeof schema !== "string") return `it needs an "id" and a "schema" that are texts`;
  if (!isObject(properties)) return `it needs "properties", lists of values by name`;
  const tail = [valueText(parsed["datasets"]), valueText(parsed["first_seen"]), valueText(parsed["last_seen"])];
  const rows = Object.entries(properties).flatMap(([prop, values]) =>
    (Array.isArray(values) ? values : [values]).map((value: unknown) =>
      [id, schema, prop, valueText(value)].concat(tail),
    ),
  );
  return rows.length === 0 ? [[id, schema, null, null, ...tail]] : rows;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// A value may be an entity of its own, which its id stands for.
function valueText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => valueText(item) ?? "").join(";");
  if (isObject(value) && typeof value["id"] === "string") return value["id"];
  return JSON.stringify(value);
}
