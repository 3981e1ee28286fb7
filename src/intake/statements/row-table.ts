import {
  literal,
  identifier,
  integer,
  nullable,
  rawSql,
  sql,
  tableName,
  textList,
  type Sql,
  type TableName,
} from "../../store/index.ts";
import { rows as totalRows } from "../generated/total-words.ts";
import { idLiterals, keyedIdSql } from "./entity-id.ts";
import { findKeys, keyTable, planKeyTables, type KeyTable } from "./key-table.ts";
import { cell, filledCell, parquetTable, passes } from "./sql-text.ts";
import type { PlannedEntity, TablePlan } from "./table-plan.ts";
import type { IntakeSource } from "./target.ts";

/** The rows of one table, and what they name by the same cells. */
export interface RowTables {
  readonly rows: TableName;
  readonly keys: readonly KeyTable[];
}

/**
 * The data rows of one table as temporary tables. rows: row_no, byte_from, byte_to, is_hidden, the cells (blank ones null)
 * whether it may be one of totals (is_total) and one column of ids for each entity of the row's own (null where the row has none); the cells and ids of what several
 * rows may name stand in the key tables. Rows that repeat the header and rows of totals are left out wherever they stand.
 */
export async function makeRowTables(
  target: IntakeSource,
  plan: TablePlan,
  paths: readonly string[],
): Promise<RowTables> {
  const { database } = target;
  const rows = tableName("temp", `intake_rows_${plan.stem}`);
  const keys = planKeyTables(plan);
  for (const each of keys)
    await database.run(keyTable(target, plan, each, stagedRows(plan, { paths, columns: each.columns })));
  await database.run(rowTable(target, plan, { paths, rows, keys, headers: await headerCells(target, plan, paths) }));
  await dropTotals(target, plan, { rows, keys });
  await numberEqualRows(target, plan, rows);
  return { rows, keys };
}

/** The table that holds the cells of a column: each distinct one at least once. */
export const tableOfCells = ({ rows, keys }: RowTables, column: number): TableName =>
  keys.find(({ columns }) => columns.includes(column))?.table ?? rows;

/** The rows with some of the cells and ids that their key tables hold, as a table to select from. */
export function rowsWith(
  { rows, keys }: RowTables,
  needs: { readonly cells?: readonly number[]; readonly entities?: readonly PlannedEntity[] },
): Sql {
  const wanted = keys.map(({ columns, entities, ...key }) => ({
    ...key,
    columns: [
      ...columns.filter((column) => needs.cells?.includes(column)).map(cell),
      ...entities.filter((entity) => needs.entities?.includes(entity)).map(({ idColumn }) => idColumn),
    ],
  }));
  return wanted
    .filter(({ columns }) => columns.length > 0)
    .reduce(
      (from, { table, keyNo, columns }) => sql`
        (select r.*, ${rawSql(columns.map((column) => `k.${column}`).join(", "))}
        from ${from} as r left join ${table} as k on k.rowid = r.${identifier(keyNo)})`,
      sql`${rows}`,
    );
}

/** The staged rows between the first and the last of the table, without what stands in their own list: place and cells. */
function stagedRows(
  { table, part }: TablePlan,
  of: {
    readonly paths: readonly string[];
    readonly columns: readonly number[];
    readonly more?: readonly string[];
    readonly conditions?: readonly string[];
  },
): string {
  const skipped = [...table.headerRows, ...table.skippedRows.map(({ row }) => row)];
  const conditions = [
    `row_no >= ${table.firstRow}`,
    ...(table.lastRow === null ? [] : [`row_no <= ${table.lastRow}`]),
    ...(skipped.length === 0 ? [] : [`row_no not in (${skipped.join(", ")})`]),
    ...(of.conditions ?? []),
  ];
  const columns = [
    `row_no, byte_from, byte_to, ${part.visibility === "visible" ? "is_hidden" : "true as is_hidden"}`,
    ...of.columns.map((column) => `${filledCell(cell(column))} as ${cell(column)}`),
    ...(of.more ?? []),
  ];
  return `select ${columns.join(", ")} from ${parquetTable(of.paths).pieces[0]} where ${conditions.join(" and ")}`;
}

function rowTable(
  target: IntakeSource,
  plan: TablePlan,
  of: RowTables & { readonly paths: readonly string[]; readonly headers: readonly (readonly string[])[] },
): Sql {
  const { columnNos } = plan;
  // The first cell tells nearly every row from a header.
  const conditions = of.headers.map(
    (header) =>
      `(${columnNos.map((column, index) => `coalesce(${cell(column)}, '') <> ${literal(header[index] ?? "")}`).join(" or ")})`,
  );
  const more = [`${rowKeySql(target, plan)} as row_key`];
  const keyed = new Set(of.keys.flatMap(({ columns }) => columns));
  const columns = [
    "row_no, byte_from, byte_to, is_hidden",
    ...columnNos.filter((column) => !keyed.has(column)).map((column) => `source.${cell(column)}`),
    `${isTotal(columnNos.map((column) => `source.${cell(column)}`))} as is_total`,
    ...rowEntities(plan).map((entity) => `${rowIdSql(plan, entity)} as ${entity.idColumn}`),
    ...of.keys.map(({ keyNo }) => `${keyNo}.rowid as ${keyNo}`),
  ];
  return rawSql(`create or replace temporary table ${of.rows.table} as
    select ${columns.join(", ")}
    from (${stagedRows(plan, { paths: of.paths, columns: columnNos, more, conditions })}) as source
    ${of.keys.map(findKeys).join(" ")}
    where ${columnNos.length === 0 ? "false" : `coalesce(${columnNos.map((column) => `source.${cell(column)}`).join(", ")}, null) is not null`}`);
}

/** What every row entity's id comes from: dataset, content of the file, part, all cells of the row; never a path. */
const rowKeySql = (target: IntakeSource, plan: TablePlan): string =>
  rowEntities(plan).length === 0
    ? "null::varchar"
    : keyedIdSql([idLiterals(target.dataset, target.member.sha256, String(plan.part.part)), rowText(allColumns(plan))]);

const rowEntities = (plan: TablePlan): readonly PlannedEntity[] =>
  plan.entities.filter((entity) => entity.mapping.keys.length === 0);

const allColumns = (plan: TablePlan): number[] => Array.from({ length: plan.part.columnCount }, (_, index) => index);

/** The text of a whole row. */
const rowText = (columns: readonly number[]): string =>
  `concat_ws(chr(31), ${columns.map((column) => `coalesce(${cell(column)}, '')`).join(", ")})`;

/** The cells of the header rows, as rows that repeat them have them. */
async function headerCells(
  target: IntakeSource,
  plan: TablePlan,
  paths: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const { headerRows } = plan.table;
  if (headerRows.length === 0 || plan.columnNos.length === 0) return [];
  const cells = plan.columnNos.map((column) => `coalesce(${cell(column)}, '')`).join(", ");
  const rows = await target.database.rows(
    sql`select [${rawSql(cells)}] as header from ${parquetTable(paths)}
      where row_no in (${rawSql(headerRows.join(", "))}) order by row_no`,
    { header: textList },
  );
  return rows.map((row) => row.header).filter((header) => header.some((each) => each.trim() !== ""));
}

/** The id of an entity of the row itself: from the text of the whole row; null where the row has no such entity. */
function rowIdSql(plan: TablePlan, entity: PlannedEntity): string {
  const id = entity === rowEntities(plan)[0] ? "row_key" : keyedIdSql([literal(entity.name), "row_key"]);
  const { filter } = entity.mapping;
  const requires = entity.mapping.requires.map((column) => `source.${cell(column)}`);
  const conditions = [
    ...(requires.length === 0 ? [] : [`coalesce(${requires.join(", ")}, null) is not null`]),
    ...(filter ? [passes(filter, `source.${cell(filter.column)}`)] : []),
  ];
  return conditions.length === 0 ? id : `case when ${conditions.join(" and ")} then ${id} end`;
}

const totalPattern = `^(${totalRows
  .map(([word = ""]) => word.replaceAll(/[.-]/gu, "[$&]"))
  .toSorted((left, right) => right.length - left.length)
  .join("|")})([ :：.(].*)?$`;

/** Whether the first word of a row is one for "total". */
const isTotal = (cells: readonly string[]): string =>
  cells.length < 2
    ? "false"
    : `coalesce(regexp_matches(lower(trim(coalesce(${cells.join(", ")}))), ${literal(totalPattern)}), false)`;

/** A row whose first word is one for "total" and that has fewer cells than a row usually has is no data. */
async function dropTotals({ database }: IntakeSource, plan: TablePlan, tables: RowTables): Promise<void> {
  const { totals } = await database.row(sql`select count(*)::integer as totals from ${tables.rows} where is_total`, {
    totals: integer,
  });
  if (totals === 0) return;
  const rows = rowsWith(tables, { cells: plan.columnNos });
  const filled = rawSql(plan.columnNos.map((column) => `(${cell(column)} is not null)::integer`).join(" + "));
  const { usual } = await database.row(
    sql`select quantile_disc(${filled}, 0.5)::integer as usual from ${rows} as r where not is_total`,
    { usual: nullable(integer) },
  );
  if (usual === null) return;
  await database.run(sql`delete from ${tables.rows}
    where row_no in (select row_no from ${rows} as r where is_total and ${filled} < ${usual})`);
}

/** The second and later of rows that are alike in everything get ids of their own, by their order in the file. */
async function numberEqualRows(target: IntakeSource, plan: TablePlan, table: TableName): Promise<void> {
  const ids = rowEntities(plan).map((entity) => entity.idColumn);
  if (ids.length === 0) return;
  const key = rawSql(`coalesce(${ids.join(", ")}, null)`);
  const numbered = sql`select row_no, row_number() over (partition by ${key} order by row_no) as ordinal
    from ${table} where ${key} in (select ${key} from ${table} group by all having count(*) > 1)`;
  const renumber = ids.map(
    (id) => `${id} = case when ${id} is not null then left(sha1(${id} || ':' || ordinal), 20) end`,
  );
  await target.database.run(sql`update ${table} as t set ${rawSql(renumber.join(", "))}
    from (${numbered}) as n where n.row_no = t.row_no and n.ordinal > 1`);
}
