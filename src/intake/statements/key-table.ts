import { identifier, rawSql, sql, tableName, type Sql, type TableName } from "../../store/index.ts";
import { familyOf, idLiterals, keyedIdSql, keySql } from "./entity-id.ts";
import { cell, passes } from "./sql-text.ts";
import { filterColumns, type PlannedEntity, type TablePlan } from "./table-plan.ts";
import type { IntakeSource } from "./target.ts";

/**
 * What rows name by the same cells, once: a ledger of a million rows names a hundred thousand parties, and what it says
 * of them is cleaned, keyed and compared so many times only. A row knows it by the rowid in its `keyNo` column.
 */
export interface KeyTable {
  readonly table: TableName;
  readonly columns: readonly number[];
  readonly entities: readonly PlannedEntity[];
  /** The column of the row table that holds the rowid of the row's cells here. */
  readonly keyNo: string;
}

/** The key tables of a table: an entity stands where its keys and conditions do, with those that are told by more of the same. */
export function planKeyTables(plan: TablePlan): readonly KeyTable[] {
  const needs = new Map(plan.entities.filter(isKeyed).map((entity) => [entity, columnsOf(entity)]));
  const sets = [...needs.values()].filter(
    (one, index, all) =>
      !all.some((other, place) => isWithin(one, other) && (one.length < other.length || place < index)),
  );
  const homes = new Map(
    [...needs].map(([entity, columns]) => [entity, sets.findIndex((set) => isWithin(columns, set))]),
  );
  return sets.map((columns, index) => ({
    table: tableName("temp", `intake_keys_${plan.stem}_${index}`),
    columns,
    entities: [...homes].filter(([, home]) => home === index).map(([entity]) => entity),
    keyNo: `k${index}`,
  }));
}

const isKeyed = ({ mapping }: PlannedEntity): boolean => mapping.keys.length > 0;

const columnsOf = ({ mapping }: PlannedEntity): readonly number[] =>
  [...new Set([...mapping.keys, ...mapping.requires, ...filterColumns(mapping)])].toSorted(
    (left, right) => left - right,
  );

const isWithin = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((column) => other.includes(column));

/** keys(c..., e...): the distinct cells of the columns in `staged`, with the ids of the entities that they name. */
export function keyTable(target: IntakeSource, plan: TablePlan, keys: KeyTable, staged: string): Sql {
  const cells = keys.columns.map(cell).join(", ");
  const ids = keys.entities.map((entity) => `${keyIdSql(target, plan, entity)} as ${entity.idColumn}`);
  return rawSql(`create or replace temporary table ${keys.table.table} as
    select ${cells}, ${ids.join(", ")}
    from (select distinct ${cells} from (${staged}) where ${isAnyFilled(keys.columns)})`);
}

/** Finds for the rows of `source` those of a key table. */
export const findKeys = ({ table, keyNo, columns }: KeyTable): string =>
  `left join temp.${table.table} as ${keyNo} on ${columns
    .map((column) => `${keyNo}.${cell(column)} is not distinct from source.${cell(column)}`)
    .join(" and ")}`;

/** Drops what no row names: the words of headers and totals. */
export const dropUnnamed = ({ table, keyNo }: KeyTable, rows: TableName): Sql => sql`
  delete from ${table} where rowid not in (select ${identifier(keyNo)} from ${rows} where ${identifier(keyNo)} is not null)`;

/** The id of a keyed entity; null where the cells name none. */
function keyIdSql(target: IntakeSource, plan: TablePlan, { schema, mapping }: PlannedEntity): string {
  const { keys, requires, filter } = mapping;
  const id = keyedIdSql([
    idLiterals(target.dataset, familyOf(schema), keys.map((key) => keyNameOf(plan, key)).join("+")),
    ...keys.map((key) => `coalesce(${keySql(cell(key), isIdentifierColumn(plan, key))}, '')`),
  ]);
  const conditions = [
    ...[keys, requires].filter((columns) => columns.length > 0).map((columns) => isAnyFilled(columns)),
    ...(filter ? [passes(filter, cell(filter.column))] : []),
  ];
  return `case when ${conditions.join(" and ")} then ${id} end`;
}

/** Whether one of some columns has a cell. */
export const isAnyFilled = (columns: readonly number[]): string =>
  `coalesce(${[...columns.map(cell), "null"].join(", ")}) is not null`;

/** What a key column holds, so that a party known by its account is the same as payer and as payee, and in another file. */
function keyNameOf(plan: TablePlan, column: number): string {
  const props = plan.columns.filter((each) => each.column === column).map((each) => each.prop);
  return props.toSorted()[0] ?? plan.labels.get(column)?.toLowerCase() ?? String(column);
}

const isIdentifierColumn = (plan: TablePlan, column: number): boolean =>
  plan.columns.some((each) => each.column === column && ["identifier", "phone"].includes(each.cleaning.type));
