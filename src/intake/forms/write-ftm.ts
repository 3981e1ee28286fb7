import { schemata } from "../../model/index.ts";
import { rawSql, sql, tableName, textList, type Sql, type TableName } from "../../store/index.ts";
import { fileEntityId } from "../statements/file-entity.ts";
import type { StagedPart } from "../parser/index.ts";
import { cell, parquetTable } from "../statements/sql-text.ts";
import { keptColumns, keptOf, writeTellings, type TellingColumns } from "./ftm-tellings.ts";
import { openChunks, type IntakeTarget } from "../statements/target.ts";

/** The columns of a staged FollowTheMoney file, by what they hold; null where the form has none. */
interface FtmColumns {
  readonly entityId: string;
  readonly prop: string;
  readonly schema: string;
  readonly value: string;
  readonly lang: string | null;
  readonly originalValue: string | null;
  readonly external: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly toldBy: string | null;
  readonly valueColumn: number;
}

/**
 * Writes the statements of `statements.csv` or `entities.ftm.json` as they stand: they were cleaned by whoever wrote
 * them. A schema or property that the model does not know is a counted fault, and its value a note of the file.
 */
export async function writeFtm(target: IntakeTarget): Promise<void> {
  const { database, member } = target;
  const property = await propertyTable(target);
  for (const part of member.parts) {
    const paths = await openChunks(target, part.chunks);
    if (paths.length === 0) continue;
    const names = (part.columnNames ?? (await headerOf(target, part, paths))).map((name) => name.toLowerCase());
    const columns = columnsOf(names);
    await database.run(sql`create or replace temporary table intake_ftm as
      select ${rawSql(selected(columns))}, row_no, byte_from, byte_to, is_hidden, p.prop_type
      from ${parquetTable(paths)} left join ${property} as p on p.schema = ${rawSql(columns.schema)} and p.prop = ${rawSql(columns.prop)}
      where ${rawSql(columns.entityId)} <> 'entity_id' and ${rawSql(columns.entityId)} <> '' and ${rawSql(columns.prop)} <> 'id'`);
    await database.run(insertKnown(target));
    await database.run(insertUnknown(target));
    await database.run(insertPlaces(target, { part: part.part, column: columns.valueColumn }));
    await database.run(insertFaults(target, { part: part.part, column: columns.valueColumn }));
    await writeTellings(target, ftm, tellingColumns(part, names));
  }
}

const ftm = tableName("temp", "intake_ftm");
const isTrue = (column: string): string => `lower(coalesce(${column}, '')) in ('t', 'true', '1', 'yes')`;

/** The first row of a file that names its columns there. */
async function headerOf(
  { database }: IntakeTarget,
  part: StagedPart,
  paths: readonly string[],
): Promise<readonly string[]> {
  const cells = Array.from({ length: part.columnCount }, (_, column) => `coalesce(${cell(column)}, '')`).join(", ");
  const [row] = await database.rows(
    sql`select list_value(${rawSql(cells)}) as header from ${parquetTable(paths)} order by row_no limit 1`,
    { header: textList },
  );
  return (row?.header ?? []).map((name) => name.trim());
}

function columnsOf(lower: readonly string[]): FtmColumns {
  const of = (name: string): string | null => (lower.includes(name) ? cell(lower.indexOf(name)) : null);
  const valueColumn = Math.max(0, lower.indexOf("value"));
  return {
    entityId: of("entity_id") ?? of("id") ?? cell(0),
    prop: of("prop") ?? cell(2),
    schema: of("schema") ?? cell(1),
    value: cell(valueColumn),
    lang: of("lang"),
    originalValue: of("original_value"),
    external: of("external"),
    firstSeen: of("first_seen"),
    lastSeen: of("last_seen"),
    toldBy: of("dataset") ?? of("datasets"),
    valueColumn,
  };
}

function tellingColumns({ part }: StagedPart, names: readonly string[]): TellingColumns {
  const name = ["dataset", "datasets"].find((each) => names.includes(each));
  const kept = keptColumns.filter((each) => names.includes(each)).map((each) => [each, names.indexOf(each)] as const);
  return {
    part,
    toldBy: name === undefined ? null : [name, names.indexOf(name)],
    kept: Object.fromEntries(kept),
  };
}

const filled = (column: string | null): string => (column === null ? "null::varchar" : `nullif(${column}, '')`);

const selected = (columns: FtmColumns): string =>
  [
    `${columns.entityId} as entity_id`,
    `${columns.schema} as schema`,
    `${columns.prop} as prop`,
    `${columns.value} as value`,
    `${filled(columns.lang)} as lang`,
    `${filled(columns.originalValue)} as original_value`,
    `${columns.external === null ? "false" : isTrue(columns.external)} as external`,
    `try_cast(left(${filled(columns.firstSeen)}, 10) as date) as first_seen`,
    `try_cast(left(${filled(columns.lastSeen)}, 10) as date) as last_seen`,
    `${filled(columns.toldBy)} as told_by`,
  ].join(", ");

async function propertyTable({ database }: IntakeTarget): Promise<TableName> {
  const rows = Object.values(schemata).flatMap((schema) =>
    Object.entries(schema.properties).map(([prop, property]) => ({ schema: schema.name, prop, type: property.type })),
  );
  const table = await database.temporary("intake_ftm_property", "schema varchar, prop varchar, prop_type varchar");
  await database.append(table, {
    schema: rows.map((row) => row.schema),
    prop: rows.map((row) => row.prop),
    prop_type: rows.map((row) => row.type),
  });
  return table;
}

const ftmKey = (target: IntakeTarget): Sql =>
  sql`unhex(sha1(${`${target.dataset}.`} || entity_id || '.' || prop || '.' || value || case when lang is null then '' else '@' || lang end || case when external then '.ext' else '' end))`;

const noteKey = (target: IntakeTarget): Sql =>
  sql`unhex(sha1(${`${target.dataset}.${fileEntityId(target)}.notes.`} || ${note}))`;
const note = rawSql(`entity_id || ' (' || schema || ') ' || prop || ': ' || value`);

const insertKnown = (target: IntakeTarget): Sql => sql`
  insert into held.statement
  select ${ftmKey(target)}, ${target.datasetNo}, entity_id, ${keptOf("schema")}, prop, min(prop_type), value, ${keptOf("original_value")}, lang, external,
    ${keptOf("first_seen")}, ${keptOf("last_seen")}, ${target.batchNo}
  from ${ftm} where prop_type is not null and value <> '' group by entity_id, prop, value, lang, external`;

const insertUnknown = (target: IntakeTarget): Sql => sql`
  insert into held.statement
  select distinct ${noteKey(target)}, ${target.datasetNo}, ${fileEntityId(target)}, 'Table', 'notes', 'text', ${note}, null, null, false, null::date, null::date, ${target.batchNo}
  from ${ftm} where prop_type is null and value <> ''`;

const insertPlaces = (target: IntakeTarget, at: { readonly part: number; readonly column: number }): Sql => sql`
  insert into held.occurrence
  select case when prop_type is null then ${noteKey(target)} else ${ftmKey(target)} end, ${target.fileNo}, ${at.part}, row_no, ${at.column}, byte_from, byte_to, null, is_hidden, ${target.batchNo}
  from ${ftm} where value <> ''`;

const insertFaults = (target: IntakeTarget, at: { readonly part: number; readonly column: number }): Sql => sql`
  insert into held.fault
  select ${target.fileNo}, ${at.part}, row_no, ${at.column}, byte_from, 'unknown-property',
    'the model has no property "' || prop || '" of a "' || schema || '"; the value is kept as a note', 0, ${target.batchNo}
  from ${ftm} where prop_type is null and value <> ''`;
