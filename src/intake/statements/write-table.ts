import { at, atKey } from "../../base/index.ts";
import { literal, rawSql, sql, type Sql } from "../../store/index.ts";
import { propertyCleaning } from "../../model/index.ts";
import { cleanColumns } from "./clean-column.ts";
import { dropUnnamed } from "./key-table.ts";
import { makeRowTables, tableOfCells, type RowTables } from "./row-table.ts";
import { cell } from "./sql-text.ts";
import type { StatementWriter } from "./statement-writer.ts";
import { propertiesOf, type PlannedColumn, type PlannedEntity, type TablePlan } from "./table-plan.ts";
import { lineOf, sourceOf, type ReadColumn, type TableWork } from "./table-work.ts";
import type { IntakeSource, IntakeTarget } from "./target.ts";
import { writeLeftovers } from "./write-leftovers.ts";

/** A table whose rows and clean values stand in temporary tables. */
export interface PreparedTable extends RowTables {
  readonly plan: TablePlan;
  readonly columns: readonly ReadColumn[];
}

/** Makes the temporary tables of the rows of one table, and reads its values. */
export async function prepareTable(
  source: IntakeSource,
  plan: TablePlan,
  paths: readonly string[],
): Promise<PreparedTable> {
  const tables = await makeRowTables(source, plan, paths);
  return { plan, ...tables, columns: await readAll(source, plan, tables) };
}

/** Writes the statements, occurrences and faults of one table. */
export async function writeTable(target: IntakeTarget, writer: StatementWriter, table: PreparedTable): Promise<void> {
  const { plan, rows, keys, columns } = table;
  // Rows know their keys by rowid, which a committed deletion may change: it belongs in this transaction.
  for (const each of keys) await target.database.run(dropUnnamed(each, rows));
  const tables = { rows, keys };
  const work: TableWork = { target, writer, plan, tables, columns, shared: sharedProperties(plan, columns) };
  for (const column of columns) await writeColumn(work, column);
  for (const entity of plan.entities) await writeFixed(work, entity);
  await writeLeftovers(work);
}

async function readAll(source: IntakeSource, plan: TablePlan, tables: RowTables): Promise<ReadColumn[]> {
  const keyOf = ({ column, cleaning }: PlannedColumn): string =>
    JSON.stringify([column, cleaning.type, cleaning.options]);
  const distinct = [...new Map(plan.columns.map((planned) => [keyOf(planned), planned])).entries()];
  const cleaned = await cleanColumns(
    source,
    `intake_clean_${plan.stem}`,
    distinct.map(([, { column, cleaning }]) => ({ rows: tableOfCells(tables, column), column, ...cleaning })),
  );
  const byKey = new Map(distinct.map(([key], index) => [key, at(cleaned, index)]));
  return plan.columns.map((planned) => ({ ...planned, cleaned: atKey(byKey, keyOf(planned)) }));
}

/** Properties that several columns, a literal beside a column, a currency beside an amount or a fault's note can fill. */
function sharedProperties(plan: TablePlan, columns: readonly ReadColumn[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (key: string, more: number): void => void counts.set(key, (counts.get(key) ?? 0) + more);
  for (const { name, mapping } of plan.entities) {
    for (const [prop, sources] of propertiesOf(mapping)) count(`${name}.${prop}`, sources.length);
  }
  for (const { entity, prop, cleaned } of columns) {
    if (cleaned.hasCurrency) count(`${entity.name}.currency`, 1);
    if (cleaned.faults && prop === "iban") count(`${entity.name}.accountNumber`, 1);
  }
  for (const { name, notesProp } of plan.entities) count(`${name}.${notesProp}`, 2);
  return new Set([...counts].filter(([, total]) => total > 1).map(([key]) => key));
}

/** The lines of one column: values that the database cleaned itself, then those that were read one by one. */
async function writeColumn(work: TableWork, read: ReadColumn): Promise<void> {
  const { writer } = work;
  const { from, place, spread } = sourceOf(work.tables, [read.entity], [read.column]);
  const raw = cell(read.column);
  const { rule, odd } = read.cleaned;
  const { idColumn } = read.entity;
  const line = { column: read.column, spread };
  const of = lineOf(work, read.entity, { ...line, prop: read.prop, lang: read.cleaning.options.lang });
  if (rule !== "null::varchar") {
    await writer.add(
      sql`select entity_id, value, case when value <> raw then raw end as original_value, * exclude (entity_id, raw, value)
        from (select ${rawSql(`${idColumn} as entity_id, ${raw} as raw, ${rule} as "value", ${place}`)} from ${from} as r
          where ${rawSql(`${idColumn} is not null and ${raw} is not null`)})
        where value is not null`,
      of,
    );
  }
  if (odd) {
    const lines = (value: string): Sql => sql`
      select r.${rawSql(idColumn)} as entity_id, ${rawSql(value)} as "value",
        case when ${rawSql(value)} <> o.raw then o.raw end as original_value, ${rawSql(place)}
      from ${from} as r join ${odd} as o on o.raw = r.${rawSql(raw)}
      where r.${rawSql(idColumn)} is not null and ${rawSql(value)} is not null`;
    await writer.add(lines("o.value"), of);
    if (read.cleaned.hasCurrency && propertyCleaning(read.entity.schema, "currency")) {
      await writer.add(lines("o.currency"), lineOf(work, read.entity, { ...line, prop: "currency" }));
    }
  }
}

/** Literal values and references to the row's other entities: the whole row says them. */
async function writeFixed(work: TableWork, entity: PlannedEntity): Promise<void> {
  for (const [prop, sources] of propertiesOf(entity.mapping)) {
    for (const source of sources) {
      if (source.kind === "column") continue;
      const other = source.kind === "entity" ? work.plan.entities.find(({ name }) => name === source.entity) : entity;
      const value = source.kind === "literal" ? literal(source.value) : (other?.idColumn ?? "null");
      const { from, place, spread } = sourceOf(work.tables, [entity, other ?? entity], []);
      await work.writer.add(
        sql`select ${rawSql(`${entity.idColumn} as entity_id, ${value} as "value", null::varchar as original_value, ${place}`)}
          from ${from} as r where ${rawSql(`${entity.idColumn} is not null and ${value} is not null`)}`,
        lineOf(work, entity, { prop, column: null, spread }),
      );
    }
  }
  if (isReferenced(work.plan, entity.name) && !hasOwnValue(entity)) await writePlaceholders(work, entity);
}

const isReferenced = (plan: TablePlan, name: string): boolean =>
  plan.entities.some(({ mapping }) =>
    propertiesOf(mapping).some(([, sources]) =>
      sources.some((source) => source.kind === "entity" && source.entity === name),
    ),
  );

/** Whether the entity says something of itself in every row that has it. */
function hasOwnValue({ mapping }: PlannedEntity): boolean {
  const sources = propertiesOf(mapping).flatMap(([, each]) => each);
  const own = new Set(sources.filter((source) => source.kind === "column").map((source) => source.column));
  const needed = mapping.keys.length > 0 ? mapping.keys : mapping.requires;
  return (
    sources.some((source) => source.kind === "literal") ||
    (needed.length > 0 && needed.every((column) => own.has(column)))
  );
}

/** An entity that the row implies and does not name: it says by what it is known, and its place is the row. */
async function writePlaceholders(work: TableWork, entity: PlannedEntity): Promise<void> {
  const { keys } = entity.mapping;
  const own = work.columns.filter((read) => read.entity === entity).map((read) => read.column);
  const { from, place, spread } = sourceOf(work.tables, [entity], [...keys, ...own]);
  const known = keys.length === 0 ? "null" : `concat_ws(', ', ${keys.map(cell).join(", ")})`;
  const value = `'Not named; known by ' || coalesce(${known}, 'the row')`;
  const isUnsaid = [`${entity.idColumn} is not null`, ...own.map((column) => `${cell(column)} is null`)];
  await work.writer.add(
    sql`select ${rawSql(`${entity.idColumn} as entity_id, ${value} as "value", null::varchar as original_value, ${place}`)}
      from ${from} as r where ${rawSql(isUnsaid.join(" and "))}`,
    lineOf(work, entity, { prop: entity.notesProp, column: null, spread }),
  );
}
