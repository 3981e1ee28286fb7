import { joinSql, rawSql, sql, tableName, type Sql, type TableName } from "../../store/index.ts";
import { fileEntityId } from "../statements/file-entity.ts";
import type { IntakeTarget } from "../statements/target.ts";

/** The columns of a staged FollowTheMoney file that a statement of this hand-over has no place for, by number; null: none. */
export interface TellingColumns {
  readonly part: number;
  /** The column that names whose word a row is, and its number. */
  readonly toldBy: readonly [name: string, column: number] | null;
  /** The numbers of `schema`, `original_value`, `first_seen` and `last_seen`. */
  readonly kept: Readonly<Partial<Record<KeptColumn, number>>>;
}

/** Of rows that make one statement, what the statement says for all of them. */
const keptSql = {
  schema: "min(schema)",
  original_value: "case when count(original_value) = count(*) then min(original_value) end",
  first_seen: "min(first_seen)",
  last_seen: "max(last_seen)",
} as const;

export type KeptColumn = keyof typeof keptSql;
export const keptColumns = ["schema", "original_value", "first_seen", "last_seen"] as const satisfies KeptColumn[];

/** What the rows of one statement of `intake_ftm` have in common, as a select list over a group of them. */
export const keptOf = (column: KeptColumn): Sql => rawSql(keptSql[column]);

const folded = tableName("temp", "intake_ftm_folded");

/**
 * Writes as notes of the file what rows say beyond their statement, each at its row: which dataset's word it is; and where
 * several rows make one statement, how each differs from it. Statements that several datasets tell are counted by a fault.
 */
export async function writeTellings(target: IntakeTarget, ftm: TableName, columns: TellingColumns): Promise<void> {
  const { database } = target;
  await database.run(foldedRows(ftm));
  if (columns.toldBy) {
    const [name, column] = columns.toldBy;
    const rows = sql`select told_by as said, row_no, byte_from, byte_to, is_hidden from ${ftm} where told_by is not null and value <> ''`;
    await writeNotes(target, columns.part, { name, column, rows });
  }
  for (const name of keptColumns) {
    const column = columns.kept[name];
    if (column === undefined) continue;
    const rows = sql`select ${rawSql(`${name}::varchar as said`)}, row_no, byte_from, byte_to, is_hidden from ${folded}
      where ${rawSql(`${name} is not null and ${name} is distinct from kept_${name}`)}`;
    await writeNotes(target, columns.part, { name, column, rows });
  }
  if (columns.toldBy) await database.run(insertFault(target, columns.part, columns.toldBy[1]));
}

const foldedRows = (ftm: TableName): Sql => sql`
  create or replace temporary table intake_ftm_folded as
  select f.*, ${joinSql(
    keptColumns.map((name) => rawSql(`g.kept_${name}`)),
    ", ",
  )} from ${ftm} as f join (
    select entity_id, prop, value, lang, external, ${joinSql(
      keptColumns.map((name) => sql`${keptOf(name)} as ${rawSql(`kept_${name}`)}`),
      ", ",
    )}
    from ${ftm} where prop_type is not null and value <> ''
    group by entity_id, prop, value, lang, external having count(*) > 1) as g
  on f.entity_id = g.entity_id and f.prop = g.prop and f.value = g.value and f.lang is not distinct from g.lang and f.external = g.external
  where f.prop_type is not null`;

async function writeNotes(
  target: IntakeTarget,
  part: number,
  { name, column, rows }: { readonly name: string; readonly column: number; readonly rows: Sql },
): Promise<void> {
  const { database, batchNo, datasetNo, fileNo } = target;
  const note = sql`${`${name}: `} || said`;
  const key = sql`unhex(sha1(${`${target.dataset}.${fileEntityId(target)}.notes.`} || ${note}))`;
  await database.run(sql`
    insert into held.statement
    select distinct ${key}, ${datasetNo}, ${fileEntityId(target)}, 'Table', 'notes', 'text', ${note}, null, null, false, null::date, null::date, ${batchNo}
    from (${rows})`);
  await database.run(sql`
    insert into held.occurrence
    select distinct ${key}, ${fileNo}, ${part}, row_no, ${column}, byte_from, byte_to, null::utinyint, is_hidden, ${batchNo} from (${rows})`);
}

const insertFault = (target: IntakeTarget, part: number, column: number): Sql => sql`
  insert into held.fault
  select ${target.fileNo}, ${part}, row_no, ${column}, null, 'several-datasets',
    'values that several datasets tell: ' || told || ', in ' || rows || ' rows. Each is held once, as the word of this hand-over, with the place of each row and a note of its dataset; to count them as several, add the rows of each dataset as a hand-over of its own',
    0, ${target.batchNo}
  from (
    select count(*) as told, sum(rows) as rows, min(row_no) as row_no from (
      select count(*) as rows, min(row_no) as row_no from ${folded}
      group by entity_id, prop, value, lang, external having count(distinct told_by) > 1))
  where told > 0`;
