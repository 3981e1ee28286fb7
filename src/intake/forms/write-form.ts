import {
  cleanValue,
  isEmptyText,
  propertyCleaning,
  toVisibleText,
  type CleanFault,
  type PropertyCleaning,
  type Settings,
} from "../../model/index.ts";
import { literal, rawSql, sql, tableName, type Sql } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "../statements/file-entity.ts";
import { notesPropOf } from "../statements/table-plan.ts";
import { schemaRank } from "../statements/statement-writer.ts";
import { cell, filledCell, parquetTable } from "../statements/sql-text.ts";
import { openChunks, type IntakeTarget } from "../statements/target.ts";
import type { PartValue } from "./database-row.ts";
import { cardValueColumn } from "./vcard-values.ts";

const said = tableName("temp", "intake_said");
const heldStatement = tableName("held", "statement");
const heldOccurrence = tableName("held", "occurrence");

/**
 * Writes the values of a fixed form as statements with their places. What cannot be cleaned is a fault and a note; a cell
 * that no value took is a note of the file, but for those of the row that heads a part.
 */
export async function writeForm(
  target: IntakeTarget,
  values: readonly PartValue[],
  headerRows: ReadonlyMap<number, number> = new Map(),
): Promise<void> {
  await writeValues(target, values, async () => {
    for (const part of target.member.parts) await addUnsaid(target, part, headerRows.get(part.part) ?? 0);
  });
}

/** Writes values as statements with their places; `add` may add to what is said before it is written. */
export async function writeValues(
  target: IntakeTarget,
  values: readonly PartValue[],
  add: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { database } = target;
  const { columns, faults } = readValues(values, target.settings);
  await database.temporary(
    said.table,
    `entity_id varchar, schema varchar, schema_rank integer, prop varchar, prop_type varchar, value varchar,
      original_value varchar, part integer, row_no bigint, col_no integer`,
  );
  await database.append(said, columns);
  await add();
  await writeFormFaults(target, faults);
  await database.run(insertStatements(target));
  await database.run(insertOccurrences(target));
  await database.run(sql`drop table ${said}`);
}

/** The columns of what is said, filled value by value: a public list says a hundred thousand. */
type SaidColumns = Readonly<
  Record<"entity_id" | "schema" | "prop" | "prop_type" | "value", string[]> &
    Record<"schema_rank" | "part" | "row_no", number[]> & {
      original_value: (string | null)[];
      col_no: (number | null)[];
    }
>;

const noColumns = (): SaidColumns => ({
  entity_id: [],
  schema: [],
  schema_rank: [],
  prop: [],
  prop_type: [],
  value: [],
  original_value: [],
  part: [],
  row_no: [],
  col_no: [],
});

/** What cannot be cleaned of a value. */
interface ValueFault {
  readonly value: PartValue;
  readonly fault: CleanFault;
}

/** Values with what cleaning made of them: what they say, and faults for what cannot be cleaned. */
function readValues(
  values: readonly PartValue[],
  settings: Settings,
): { readonly columns: SaidColumns; readonly faults: readonly ValueFault[] } {
  const columns = noColumns();
  const faults: ValueFault[] = [];
  const cleanings = new Map<string, PropertyCleaning | undefined>();
  for (const value of values) {
    const name = `${value.schema}.${value.prop}`;
    if (!cleanings.has(name)) cleanings.set(name, cleaningOf(value, settings));
    const cleaning = cleanings.get(name);
    if (cleaning && !isEmptyText(value.raw)) readValue(value, cleaning, { columns, faults });
  }
  return { columns, faults };
}

function cleaningOf({ schema, prop }: PartValue, { phoneCountries }: Settings): PropertyCleaning | undefined {
  const cleaning = propertyCleaning(schema, prop);
  return cleaning && { ...cleaning, options: { ...cleaning.options, phoneCountries } };
}

function readValue(
  value: PartValue,
  { type, options }: PropertyCleaning,
  into: { readonly columns: SaidColumns; readonly faults: ValueFault[] },
): void {
  const { raw, original, prop } = value;
  if (type === "entity") return say(into.columns, value, { prop, type, text: raw, original: original ?? null });
  const stood = original ?? raw;
  const result = cleanValue(type, raw, options);
  for (const text of result.ok ? result.value.values : [])
    say(into.columns, value, { prop, type, text, original: stood === text ? null : stood });
  const faults = result.ok ? (result.value.faults ?? []) : [result.fault];
  if (faults.length === 0) return;
  // What cannot be cleaned stays as a note of its entity.
  const note = `${prop}: ${toVisibleText(raw).slice(0, 60_000)}`;
  say(into.columns, value, { prop: notesPropOf(value.schema), type: "text", text: note, original: stood });
  for (const fault of faults) into.faults.push({ value, fault });
}

function say(
  columns: SaidColumns,
  { entityId, schema, part, rowNo, column }: PartValue,
  of: { readonly prop: string; readonly type: string; readonly text: string; readonly original: string | null },
): void {
  columns.entity_id.push(entityId);
  columns.schema.push(schema);
  columns.schema_rank.push(schemaRank(schema));
  columns.prop.push(of.prop);
  columns.prop_type.push(of.type);
  columns.value.push(of.text);
  columns.original_value.push(of.original);
  columns.part.push(part);
  columns.row_no.push(rowNo);
  columns.col_no.push(column);
}

async function writeFormFaults(target: IntakeTarget, faults: readonly ValueFault[]): Promise<void> {
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
async function addUnsaid(target: IntakeTarget, part: StagedPart, headerRow: number): Promise<void> {
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
    where raw is not null and trim(raw) <> '' and row_no <> ${headerRow} and not exists (
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
