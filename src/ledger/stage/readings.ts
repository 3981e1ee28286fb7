import { hex, sql, text, type StageContext } from "../../store/index.ts";

type Context = Pick<StageContext, "database" | "table">;

/** What was read in texts, as JSON, by the texts' hashes; of a text that was not read nothing. */
export async function fetchReadings(
  { database, table }: Context,
  textHashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // By hashes alone the engine unpacks every reading of the table to find some; by the places of rows it unpacks these.
  const rows = await database.rows(
    sql`select text_hash as "textHash", reading::varchar as reading from ${table("claim_reading")}
      where rowid in (
        select rowid from ${table("claim_reading")}
        where text_hash in (select unhex(each) from unnest(${textHashes}::varchar[]) as item(each)))
      order by text_hash`,
    { textHash: hex, reading: text },
  );
  return new Map(rows.map(({ textHash, reading }) => [textHash, reading]));
}

/** The hashes of the texts that were read. */
export async function readHashes({ database, table }: Context): Promise<ReadonlySet<string>> {
  const rows = await database.rows(
    sql`select text_hash as "textHash" from ${table("claim_reading")} order by text_hash`,
    { textHash: hex },
  );
  return new Set(rows.map(({ textHash }) => textHash));
}

/** Keeps what was read in texts, as JSON by the texts' hashes. */
export async function keepReadings({ database, table }: Context, readings: ReadonlyMap<string, string>): Promise<void> {
  if (readings.size === 0) return;
  await database.append(table("claim_reading"), {
    text_hash: [...readings.keys()].map((textHash) => Buffer.from(textHash, "hex")),
    reading: [...readings.values()],
  });
}

/** Drops the readings of texts that the case no longer holds. */
export async function dropReadings({ database, table }: Context, held: ReadonlySet<string>): Promise<void> {
  const gone = [...(await readHashes({ database, table }))].filter((textHash) => !held.has(textHash));
  if (gone.length === 0) return;
  await database.run(
    sql`delete from ${table("claim_reading")} where text_hash in (select unhex(each) from unnest(${gone}::varchar[]) as item(each))`,
  );
}
