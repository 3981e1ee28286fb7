import { integer, makeUnpackedTable, sql, text, type Row } from "../../store/index.ts";
import { faultLines } from "../faults.ts";
import { folded, type FilterKey } from "../filter/index.ts";
import { columnKey, lettersKey } from "./common-keys.ts";
import type { ListContext, ListDefinition } from "./list.ts";

const shape = { id: text, place: text, file: text, dataset: text, kind: text, text, rowsLost: integer };

/** Everything that could not be read, understood or cleaned. */
export const faultList: ListDefinition<ReturnType<typeof toRow>> = {
  plural: "faults",
  ownOrder: "by file, then from the first row to the last",
  sorts: [
    { key: "rows", words: "rows lost", column: sql`rows_lost` },
    { key: "kind", words: "kind", column: sql`kind` },
    { key: "file", words: "file", column: sql`file` },
  ],
  facets: ["kind", "source"],
  make: makeFaults,
  keys: faultKeys,
  rows: async ({ reader, table }, rest) =>
    (
      await reader.database.rows(
        sql`select row_no, id, place, file, dataset, kind, text, rows_lost as "rowsLost" from ${table} ${rest}`,
        shape,
      )
    ).map(toRow),
};

const toRow = (row: Row<typeof shape>) => ({ ...row, kindWords: row.kind.replaceAll("-", " ") });

const columns =
  "row_no uinteger, id varchar, place varchar, file varchar, dataset varchar, kind varchar, text varchar, rows_lost bigint";

/** What may quote a closed contact is not quoted, so the lines are those of the view of faults. */
async function makeFaults({ reader, table }: ListContext): Promise<void> {
  const lines = await faultLines(reader, { offset: 0, limit: mostFaults });
  const plain = await reader.database.temporary("shown_fault", columns);
  const fileOf = (place: string): string => place.split("#")[0] ?? place;
  await reader.database.append(plain, {
    row_no: lines.map((_, index) => index),
    id: lines.map((_, index) => String(index)),
    place: lines.map(({ place }) => place),
    file: lines.map(({ place }) => fileOf(place)),
    dataset: lines.map(({ place }) => fileOf(place).split("/")[0] ?? ""),
    kind: lines.map(({ kind }) => kind),
    text: lines.map((line) => line.text),
    rows_lost: lines.map(({ rowsLost }) => rowsLost),
  });
  const query = sql`select *, ${folded(sql`concat_ws(' ', place, kind, text)`)} as fold from ${plain} order by row_no`;
  await makeUnpackedTable(reader.database, table, query);
  await reader.database.run(sql`drop table ${plain}`);
}

/** So many are listed; the count of all stands in the overview. */
const mostFaults = 1_000_000;

async function faultKeys(context: ListContext): Promise<readonly FilterKey[]> {
  const wordsOf = (kind: string): string => kind.replaceAll("-", " ");
  return [
    await columnKey(context, { key: "kind", meaning: "what went wrong", column: "kind", wordsOf }),
    await columnKey(context, { key: "source", meaning: "hand-over or list", column: "dataset" }),
    lettersKey("file", "letters of the file's name", sql`file`),
    {
      kind: "count",
      key: "rows",
      meaning: "rows lost",
      column: sql`rows_lost`,
      one: "row lost",
      many: "rows lost",
    },
  ];
}
