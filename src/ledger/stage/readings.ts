import { hex, sql, text, type Database, type TableName } from "../../store/index.ts";
import type { ReadDocument } from "./read-document.ts";

/** Gives what was read in a text, as JSON, by the text's hash; undefined if that text was not read. */
export type EarlierReading = (textHash: string) => Promise<string | undefined>;

/** The readings that a table keeps, each fetched when it is asked for. */
export async function earlierReadings(database: Database, readings: TableName): Promise<EarlierReading> {
  const held = await database.rows(sql`select text_hash as "textHash" from ${readings} order by text_hash`, {
    textHash: hex,
  });
  const known = new Set(held.map(({ textHash }) => textHash));
  return async (textHash) => {
    if (!known.has(textHash)) return undefined;
    const { reading } = await database.row(
      sql`select reading::varchar as reading from ${readings} where text_hash = unhex(${textHash})`,
      { reading: text },
    );
    return reading;
  };
}

/** Keeps what was read in a text. */
export const keepReading = (
  database: Database,
  table: TableName,
  { textHash, claims }: ReadDocument,
): Promise<number> =>
  database.append(table, { text_hash: [Buffer.from(textHash, "hex")], reading: [JSON.stringify(claims)] });
