import {
  cleanValue,
  isEmptyText,
  propertyCleaning,
  toVisibleText,
  type CleanFault,
  type Settings,
} from "../../model/index.ts";
import { rawSql, sql, tableName, type Sql } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "../statements/file-entity.ts";
import { notesPropOf } from "../statements/table-plan.ts";
import { schemaRank } from "../statements/statement-writer.ts";
import { cell, filledCell, literal, parquetTable } from "../statements/sql-text.ts";
import { openChunks, type IntakeTarget } from "../statements/target.ts";
import type { PartValue } from "./database-row.ts";
import { isPhoneForm } from "./form-values.ts";
import { cardValueColumn } from "./vcard-values.ts";

const said = tableName("temp", "intake_said");
const heldStatement = tableName("held", "statement");
const heldOccurrence = tableName("held", "occurrence");

/**
 * Writes the values of a fixed form as statements with their places. What cannot be cleaned is a fault and a note; a cell
 * that no value took is a note of the file. People of a telephone are entered as bystanders.
 */
export async function writeForm(target: IntakeTarget, values: readonly PartValue[]): Promise<void> {
  const { database } = target;
  const read = values.map((value) => readValue(value, target.settings));
  const cleaned = read.flatMap((each) => each.said);
  await database.temporary(
    said.table,
    `entity_id varchar, schema varchar, schema_rank integer, prop varchar, prop_type varchar, value varchar,
      original_value varchar, part integer, row_no bigint, col_no integer`,
  );
  await database.append(said, {
    entity_id: cleaned.map((each) => each.entityId),
    schema: cleaned.map((each) => each.schema),
    schema_rank: cleaned.map((each) => schemaRank(each.schema)),
    prop: cleaned.map((each) => each.prop),
    prop_type: cleaned.map((each) => each.propType),
    value: cleaned.map((each) => each.value),
    original_value: cleaned.map((each) => each.original),
    part: cleaned.map((each) => each.part),
    row_no: cleaned.map((each) => each.rowNo),
    col_no: cleaned.map((each) => each.column),
  });
  for (const part of target.member.parts) await addUnsaid(target, part);
  await writeFormFaults(target, read);
  await database.run(insertStatements(target));
  await database.run(insertOccurrences(target));
  if (target.isBystanders ?? isPhoneForm(target.member.form)) await database.run(insertBystanders(target));
  await database.run(sql`drop table ${said}`);
}

interface CleanedValue extends Omit<PartValue, "raw" | "original"> {
  readonly propType: string;
  readonly value: string;
  readonly original: string | null;
}

/** One value with what cleaning made of it: statements, and faults for what cannot be cleaned. */
interface ReadValue {
  readonly from: PartValue;
  readonly said: readonly CleanedValue[];
  readonly faults: readonly CleanFault[];
}

function readValue(value: PartValue, settings: Settings): ReadValue {
  const { raw, original, ...rest } = value;
  const cleaning = propertyCleaning(value.schema, value.prop);
  if (!cleaning || isEmptyText(raw)) return { from: value, said: [], faults: [] };
  const stood = original ?? raw;
  if (cleaning.type === "entity") {
    return { from: value, said: [{ ...rest, propType: "entity", value: raw, original: original ?? null }], faults: [] };
  }
  const result = cleanValue(cleaning.type, raw, { ...cleaning.options, phoneCountries: settings.phoneCountries });
  const values = result.ok ? result.value.values : [];
  const faults = result.ok ? (result.value.faults ?? []) : [result.fault];
  const said = values.map((clean) => ({
    ...rest,
    propType: cleaning.type,
    value: clean,
    original: stood === clean ? null : stood,
  }));
  return { from: value, said: faults.length === 0 ? said : [...said, noteOf(value)], faults };
}

/** What cannot be cleaned stays as a note of its entity. */
const noteOf = ({ raw, original, ...rest }: PartValue): CleanedValue => ({
  ...rest,
  prop: notesPropOf(rest.schema),
  propType: "text",
  value: `${rest.prop}: ${toVisibleText(raw).slice(0, 60_000)}`,
  original: original ?? raw,
});

async function writeFormFaults(target: IntakeTarget, read: readonly ReadValue[]): Promise<void> {
  const faults = read.flatMap(({ from, faults: own }) => own.map((fault) => ({ value: from, fault })));
  await target.database.append(tableName("held", "fault"), {
    file_no: faults.map(() => target.fileNo),
    part: faults.map(({ value }) => value.part),
    row_no: faults.map(({ value }) => value.rowNo),
    col_no: faults.map(({ value }) => value.column),
    byte_from: faults.map(() => null),
    kind: faults.map(({ fault }) => fault.kind),
    text: faults.map(({ fault }) => fault.text),
    rows_lost: faults.map(() => 0),
    batch_no: faults.map(() => target.batchNo),
  });
}

/** The cells of a part that no value took, as notes of the file's own entity. */
async function addUnsaid(target: IntakeTarget, part: StagedPart): Promise<void> {
  const paths = await openChunks(target, part.chunks);
  const isCard = target.member.form === "vcard";
  // The other columns of a card are what its reader counted and took apart.
  const columns = isCard ? [cardValueColumn] : Array.from({ length: part.columnCount }, (_, column) => column);
  if (paths.length === 0 || columns.length === 0) return;
  // A card's row has a line for each property, so that a place is told by what stands there too.
  const isSame = rawSql(isCard ? "and trim(coalesce(taken.original_value, taken.value)) = trim(staged.raw)" : "");
  const schema = fileSchema(target.member.form);
  const labels = columns
    .map((column) => part.columnNames?.[column])
    .map((label) => (label === undefined ? "" : `${label}: `));
  const listOf = (texts: readonly (string | number)[]): Sql => rawSql(`[${texts.join(", ")}]`);
  await target.database.run(sql`
    insert into ${said}
    select ${fileEntityId(target)}, ${schema}, ${schemaRank(schema)}, 'notes', 'text', label || left(trim(raw), 60000), raw,
      ${part.part}, row_no, col_no
    from (
      select row_no, unnest(${listOf(columns)}) as col_no, unnest(${listOf(labels.map(literal))}) as label,
        unnest(${listOf(columns.map((column) => filledCell(cell(column))))}) as raw
      from ${parquetTable(paths)}) as staged
    where raw is not null and trim(raw) <> '' and not exists (
      select 1 from ${said} as taken
      where taken.part = ${part.part} and taken.row_no = staged.row_no and taken.col_no = staged.col_no ${isSame})`);
}

const key = (target: IntakeTarget): Sql =>
  rawSql(`unhex(sha1(concat(${literal(`${target.dataset}.`)}, entity_id, '.', prop, '.', value)))`);

const insertStatements = (target: IntakeTarget): Sql => sql`
  insert into ${heldStatement}
  select ${key(target)}, ${target.datasetNo}, entity_id, best.schema, prop, prop_type, value, original_value, null, false, null, null, ${target.batchNo}
  from (
    select entity_id, prop, value, min({'rank': schema_rank, 'schema': schema}) as best, min(prop_type) as prop_type, min(original_value) as original_value
    from ${said} group by entity_id, prop, value)`;

const insertOccurrences = (target: IntakeTarget): Sql => sql`
  insert into ${heldOccurrence}
  select distinct ${key(target)}, ${target.fileNo}, part, row_no, col_no, null::bigint, null::bigint, null::utinyint, false, ${target.batchNo}
  from ${said}`;

const insertBystanders = (target: IntakeTarget): Sql => sql`
  insert into ${tableName("held", "bystander")}
  select distinct ${target.datasetNo}, entity_id, ${target.batchNo} from ${said} where schema in ('Person', 'LegalEntity')`;
