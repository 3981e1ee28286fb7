import type { Database } from "./database.ts";
import { integer, text } from "./shape.ts";
import { sql } from "./sql.ts";

/** How long a chained file was when this program last wrote it, and the chain at its last line. */
export interface ChainHead {
  readonly lines: number;
  readonly chain: string;
}

/** A chained file of a case whose head the database keeps, so that lines cut off its end are missed. */
export type ChainedFile = "acknowledged.jsonl" | "manifest.jsonl";

/** Makes the table of heads where there is none: nothing is derived from it, and older programs pass it over. */
export const makeChainHeads = (database: Database): Promise<number> =>
  database.run(
    sql`create table if not exists held.chain_head (file varchar not null, lines integer not null, chain varchar not null)`,
  );

/** The head of a file as it was kept last; undefined if it never was. */
export async function readChainHead(database: Database, file: ChainedFile): Promise<ChainHead | undefined> {
  const [head] = await database.rows(
    sql`select lines, chain from held.chain_head where file = ${file} order by lines, chain`,
    { lines: integer, chain: text },
  );
  return head;
}

/** Keeps the head of a file in place of the one before. */
export const keepChainHead = (database: Database, file: ChainedFile, head: ChainHead): Promise<void> =>
  database.transaction(async () => {
    await database.run(sql`delete from held.chain_head where file = ${file}`);
    await database.run(sql`insert into held.chain_head values (${file}, ${head.lines}, ${head.chain})`);
  });

/** Whether a file still has every line up to its kept head; `chainAt` is the chain at a line, counted from 1. */
export const holdsHead = (head: ChainHead | undefined, chainAt: (line: number) => string | undefined): boolean =>
  head === undefined || head.lines === 0 || chainAt(head.lines) === head.chain;
