import { at, groupBy } from "../../base/index.ts";
import type { SharedTable } from "../../model/index.ts";
import { hex, integer, nullable, sql, type Database, type TableName } from "../../store/index.ts";
import { surroundingsOf, type ShownPart, type Surroundings } from "./surroundings.ts";

interface Place {
  readonly id: string;
  readonly fileNo: number;
  readonly part: number;
  readonly rowNo: number;
  readonly column: number | null;
}

/** Where a part was staged, by the numbers of file and part; undefined where it was not. */
export type StagedLookup = (fileNo: number, part: number) => Promise<ShownPart | undefined>;

/** Writes the table `excerpt` anew: the first place of each cited statement with its surroundings. Returns how many. */
export async function writeExcerpts(
  database: Database,
  table: (name: SharedTable) => TableName,
  cited: { readonly statementIds: readonly string[]; readonly stagedOf: StagedLookup },
): Promise<number> {
  const places = await database.rows(
    sql`
    select statement_id as id, file_no as "fileNo", part, row_no as "rowNo", col_no as "column"
    from ${table("occurrence")}
    where statement_id in (select unhex(id) from unnest(${cited.statementIds}::varchar[]) as item(id))
    qualify row_number() over (partition by statement_id order by file_no, part, row_no, col_no nulls last) = 1
    order by file_no, part, row_no, col_no nulls last, statement_id`,
    { id: hex, fileNo: integer, part: integer, rowNo: integer, column: nullable(integer) },
  );
  await database.run(sql`delete from ${table("excerpt")}`);
  const written: (Place & Surroundings)[] = [];
  for (const ofPart of groupBy(places, (place) => `${place.fileNo} ${place.part}`).values()) {
    const { fileNo, part } = at(ofPart, 0);
    const staged = await cited.stagedOf(fileNo, part);
    const around = staged ? await surroundingsOf(database, staged, ofPart) : [];
    ofPart.forEach((place, index) => {
      const surroundings = around[index];
      if (surroundings) written.push({ ...place, ...surroundings });
    });
  }
  await database.append(table("excerpt"), {
    statement_id: written.map((each) => Buffer.from(each.id, "hex")),
    file_no: written.map((each) => each.fileNo),
    part: written.map((each) => each.part),
    row_no: written.map((each) => each.rowNo),
    col_no: written.map((each) => each.column),
    lines: written.map((each) => each.lines),
    focus: written.map((each) => each.focus),
  });
  return written.length;
}
