import { atKey } from "../../base/index.ts";
import { integer, sql, text, type Database, type TableName } from "../../store/index.ts";

/** A list for each document, by the document's number: kept in a table, and in memory for the documents that were asked for last. */
export interface KeptLists<Item> {
  /** Keeps the list of the next document. */
  add(list: readonly Item[]): Promise<void>;
  /** Brings the lists of documents into memory; those of others may leave it. */
  fetch(numbers: Iterable<number>): Promise<void>;
  /** A list that was fetched last. */
  of(no: number): readonly Item[];
  /** Puts another list in the place of one that was fetched; it holds until it leaves the memory. */
  replace(no: number, list: readonly Item[]): void;
}

/** Lists are written so many at a time, and about so many are in memory. */
const [writtenAtOnce, heldMost] = [64, 400];

/** Makes an empty store of lists in a temporary table; `revive` makes of a list as it was added what `of` gives. */
export async function keptLists<Item>(
  database: Database,
  name: string,
  revive: (list: readonly Item[]) => readonly Item[] = (list) => list,
): Promise<KeptLists<Item>> {
  const table = await database.temporary(name, "document_no integer not null, list varchar not null");
  const held = new Map<number, readonly Item[]>();
  const waiting: string[] = [];
  let written = 0;
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await database.append(table, { document_no: waiting.map((_, index) => written + index), list: [...waiting] });
    written += waiting.length;
    waiting.length = 0;
  };
  return {
    add: async (list) => {
      waiting.push(JSON.stringify(list));
      if (waiting.length >= writtenAtOnce) await write();
    },
    fetch: async (numbers) => {
      await write();
      const wanted = new Set(numbers);
      for (const no of wanted) moveToEnd(held, no);
      const missing = [...wanted].filter((no) => !held.has(no));
      for (const { no, list } of await listsOf(database, table, missing)) held.set(no, revive(JSON.parse(list)));
      const most = Math.max(heldMost, wanted.size);
      for (const no of held.keys()) if (held.size > most) held.delete(no);
    },
    of: (no) => atKey(held, no),
    replace: (no, list) => {
      held.set(no, list);
    },
  };
}

/** The order of a map is that in which its lists were asked for: the first leave the memory. */
function moveToEnd<Value>(held: Map<number, Value>, no: number): void {
  const list = held.get(no);
  if (list === undefined) return;
  held.delete(no);
  held.set(no, list);
}

async function listsOf(database: Database, table: TableName, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  return database.rows(
    sql`select document_no as no, list from ${table}
      where document_no in (select unnest(${numbers}::integer[])) order by document_no`,
    { no: integer, list: text },
  );
}
