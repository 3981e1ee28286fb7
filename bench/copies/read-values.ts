import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readTable } from "../read-table.ts";

/** What a source says of one property of one thing. */
export interface SaidValue {
  readonly item: string;
  readonly source: string;
  readonly value: string;
}

/**
 * Reads what sources say, from a CSV (ObjectID, PropertyID, PropertyValue, SourceID; packed by gzip or not) or from lines
 * of source, thing, title and value with a tab between. `lost` counts lines of other shapes.
 */
export async function readValues(
  file: string,
): Promise<{ readonly said: readonly SaidValue[]; readonly lost: number }> {
  const bytes = readFileSync(file);
  const content = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  if (!content.slice(0, 200).includes("ObjectID")) return readLines(content);
  const rows = await readTable(file);
  const said = rows.map((row) => ({
    item: `${row["ObjectID"] ?? ""} ${row["PropertyID"] ?? ""}`,
    source: row["SourceID"] ?? "",
    value: row["PropertyValue"] ?? "",
  }));
  return { said, lost: 0 };
}

function readLines(content: string): { said: SaidValue[]; lost: number } {
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  const said = lines.flatMap((line) => {
    const [source, item, , value, ...rest] = line.split("\t");
    if (source === undefined || item === undefined || value === undefined || rest.length > 0) return [];
    return [{ item, source, value }];
  });
  return { said, lost: lines.length - said.length };
}

/** A value as it is compared: the time of day if it holds one, else its words in order of the alphabet; "" if it has none. */
export function formOf(value: string): string {
  const time = /(?<!\d)(\d{1,2}):(\d\d)\s*([ap])?/iu.exec(value);
  if (time) {
    const [, hours = "", minutes = "", half] = time;
    const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
    return `${hour}:${minutes}`;
  }
  return (value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(" ");
}
