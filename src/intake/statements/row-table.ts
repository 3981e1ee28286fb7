import { integer, nullable, rawSql, sql, tableName, textList, type Sql, type TableName } from "../../store/index.ts";
import { rows as totalRows } from "../generated/total-words.ts";
import { familyOf, idLiterals, keyedIdSql, keySql } from "./entity-id.ts";
import { cell, filledCell, literal, parquetTable } from "./sql-text.ts";
import type { PlannedEntity, TablePlan } from "./table-plan.ts";
import type { IntakeTarget } from "./target.ts";

/**
 * The data rows of one table as a temporary table: row_no, byte_from, byte_to, is_hidden, the cells (blank ones null) and
 * one column of entity ids for each entity (null where the row has none). Rows that repeat the header and rows of totals
 * are left out wherever they stand.
 */
export async function makeRowTable(
  target: IntakeTarget,
  plan: TablePlan,
  paths: readonly string[],
): Promise<TableName> {
  const { database } = target;
  const table = tableName("temp", `intake_rows_${plan.tableNo}`);
  const headers = await headerCells(target, plan, paths);
  await database.run(rowTable(target, plan, { paths, headers, table }));
  await dropTotals(target, plan, table);
  await numberEqualRows(target, plan, table);
  return table;
}

const rowTable = (
  target: IntakeTarget,
  plan: TablePlan,
  of: { paths: readonly string[]; headers: readonly (readonly string[])[]; table: TableName },
): Sql => {
  const { table, part, columnNos } = plan;
  const isPartHidden = part.visibility !== "visible";
  const skipped = [...table.headerRows, ...table.skippedRows.map(({ row }) => row)];
  const conditions = [
    `row_no >= ${table.firstRow}`,
    ...(table.lastRow === null ? [] : [`row_no <= ${table.lastRow}`]),
    ...(skipped.length === 0 ? [] : [`row_no not in (${skipped.join(", ")})`]),
    ...of.headers.map(
      (header) =>
        `not (${columnNos.map((column, index) => `coalesce(${cell(column)}, '') = ${literal(header[index] ?? "")}`).join(" and ")})`,
    ),
  ];
  const filled = columnNos.map((column) => `${filledCell(cell(column))} as ${cell(column)}`);
  return rawSql(`create or replace temporary table ${of.table.table} as
    select row_no, byte_from, byte_to, is_hidden, ${columnNos.map(cell).join(", ")},
      ${plan.entities.map((entity) => `${entityIdSql(target, plan, entity)} as ${entity.idColumn}`).join(", ")}
      ${plan.entities.length > 0 ? "," : ""} row_key
    from (
      select row_no, byte_from, byte_to, ${isPartHidden ? "true" : "is_hidden"} as is_hidden, ${filled.join(", ")},
        ${rowKeySql(target, plan)} as row_key
      from ${parquetTable(of.paths).pieces[0]}
      where ${conditions.join(" and ")}
    )
    where ${columnNos.length === 0 ? "false" : `coalesce(${[...columnNos.map(cell), "null"].join(", ")}) is not null`}`);
};

/** What every row entity's id comes from: dataset, content of the file, part, all cells of the row; never a path. */
const rowKeySql = (target: IntakeTarget, plan: TablePlan): string =>
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
  target: IntakeTarget,
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

/** The id of an entity in each row: from its keys, or from the text of the whole row; null where the row has no such entity. */
function entityIdSql(target: IntakeTarget, plan: TablePlan, entity: PlannedEntity): string {
  const { keys, requires } = entity.mapping;
  const conditions = [
    ...(keys.length === 0 ? [] : [`coalesce(${[...keys.map(cell), "null"].join(", ")}) is not null`]),
    ...(requires.length === 0 ? [] : [`coalesce(${[...requires.map(cell), "null"].join(", ")}) is not null`]),
  ];
  const id = keys.length === 0 ? rowIdSql(plan, entity) : keyIdSql(target, plan, entity);
  return conditions.length === 0 ? id : `case when ${conditions.join(" and ")} then ${id} end`;
}

const rowIdSql = (plan: TablePlan, entity: PlannedEntity): string =>
  entity === rowEntities(plan)[0] ? "row_key" : keyedIdSql([literal(entity.name), "row_key"]);

const keyIdSql = (target: IntakeTarget, plan: TablePlan, { schema, mapping: { keys } }: PlannedEntity): string =>
  keyedIdSql([
    idLiterals(target.dataset, familyOf(schema), keys.map((key) => keyNameOf(plan, key)).join("+")),
    ...keys.map((key) => `coalesce(${keySql(cell(key), isIdentifierColumn(plan, key))}, '')`),
  ]);

/** What a key column holds, so that a party known by its account is the same as payer and as payee, and in another file. */
function keyNameOf(plan: TablePlan, column: number): string {
  const props = plan.columns.filter((each) => each.column === column).map((each) => each.prop);
  return props.toSorted()[0] ?? plan.labels.get(column)?.toLowerCase() ?? String(column);
}

const isIdentifierColumn = (plan: TablePlan, column: number): boolean =>
  plan.columns.some((each) => each.column === column && ["identifier", "phone"].includes(each.cleaning.type));

const totalPattern = `^(${totalRows
  .map(([word = ""]) => word.replaceAll(/[.-]/gu, "[$&]"))
  .toSorted((left, right) => right.length - left.length)
  .join("|")})([ :：.(].*)?$`;

/** A row whose first word is one for "total" and that has fewer cells than a row usually has is no data. */
async function dropTotals(target: IntakeTarget, plan: TablePlan, table: TableName): Promise<void> {
  const first = plan.columnNos.map(cell);
  if (first.length < 2) return;
  const isTotal = rawSql(`regexp_matches(lower(trim(coalesce(${first.join(", ")}))), ${literal(totalPattern)})`);
  const filled = rawSql(first.map((column) => `(${column} is not null)::integer`).join(" + "));
  const { totals } = await target.database.row(sql`select count(*)::integer as totals from ${table} where ${isTotal}`, {
    totals: integer,
  });
  if (totals === 0) return;
  const { usual } = await target.database.row(
    sql`select quantile_disc(${filled}, 0.5)::integer as usual from ${table} where not ${isTotal}`,
    { usual: nullable(integer) },
  );
  if (usual !== null) await target.database.run(sql`delete from ${table} where ${isTotal} and ${filled} < ${usual}`);
}

/** The second and later of rows that are alike in everything get ids of their own, by their order in the file. */
async function numberEqualRows(target: IntakeTarget, plan: TablePlan, table: TableName): Promise<void> {
  const ids = rowEntities(plan).map((entity) => entity.idColumn);
  if (ids.length === 0) return;
  const equal = rawSql(`(select row_key from temp.${table.table} group by row_key having count(*) > 1)`);
  const numbered = sql`select row_no, row_number() over (partition by row_key order by row_no) as ordinal
    from ${table} where row_key in ${equal}`;
  const renumber = ids.map(
    (id) => `${id} = case when ${id} is not null then left(sha1(${id} || ':' || ordinal), 20) end`,
  );
  await target.database.run(sql`update ${table} as t set ${rawSql(renumber.join(", "))}
    from (${numbered}) as n where n.row_no = t.row_no and n.ordinal > 1`);
}
