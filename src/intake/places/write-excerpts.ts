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

/**
 * Writes the table `excerpt` anew: the first place of each cited statement with its surroundings, but for the lines about
 * the place that `isLeftOut` names. Returns how many.
 */
export async function writeExcerpts(
  database: Database,
  table: (name: SharedTable) => TableName,
  cited: {
    readonly statementIds: readonly string[];
    readonly stagedOf: StagedLookup;
    readonly isLeftOut: (line: string) => boolean;
  },
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
  const shown = withoutLeftOut(written, cited.isLeftOut);
  await database.append(table("excerpt"), {
    statement_id: shown.map((each) => Buffer.from(each.id, "hex")),
    file_no: shown.map((each) => each.fileNo),
    part: shown.map((each) => each.part),
    row_no: shown.map((each) => each.rowNo),
    col_no: shown.map((each) => each.column),
    lines: shown.map((each) => each.lines),
    focus: shown.map((each) => each.focus),
  });
  return written.length;
}

/** The place's own line stays as it is: whoever cites it answers for it. All are asked at once first: nearly always none is left out. */
function withoutLeftOut<Excerpt extends Surroundings>(
  excerpts: readonly Excerpt[],
  isLeftOut: (line: string) => boolean,
): readonly Excerpt[] {
  const isAny = (lines: readonly string[]): boolean => isLeftOut(lines.join("\n"));
  if (!isAny(excerpts.flatMap(({ lines }) => lines))) return excerpts;
  return excerpts.map((excerpt) =>
    isAny(excerpt.lines)
      ? {
          ...excerpt,
          lines: excerpt.lines.map((line, index) =>
            index !== excerpt.focus && isLeftOut(line) ? `${line.slice(0, rowHeadLength)}(left out)` : line,
          ),
        }
      : excerpt,
  );
}

/** The row's number and its mark stand before the cells of each line. */
const rowHeadLength = 6;
