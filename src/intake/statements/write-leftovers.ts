import { at, groupBy } from "../../base/index.ts";
import { literal, identifier, integer, integerList, rawSql, sql, tableName, type Sql } from "../../store/index.ts";
import { cleanColumns, type CleanedColumn } from "./clean-column.ts";
import { fileEntityId, fileSchema } from "./file-entity.ts";
import { cell } from "./sql-text.ts";
import type { LineOf } from "./statement-writer.ts";
import { propertiesOf, type PlannedEntity } from "./table-plan.ts";
import { rowsWith, tableOfCells } from "./row-table.ts";
import { lineOf, place, sourceOf, type ReadColumn, type TableWork } from "./table-work.ts";
import type { IntakeTarget } from "./target.ts";

/**
 * What the mapped properties leave of a table's cells: values that cannot be cleaned (a fault, and a note with the text),
 * columns that are not understood, and cells whose entity the row does not have (notes).
 */
export async function writeLeftovers(work: TableWork): Promise<void> {
  for (const read of work.columns) if (read.cleaned.faults) await writeFaults(work, read, read.cleaned.faults);
  const left = await columnsLeft(work);
  const cleaned = await cleanColumns(
    work.target,
    `intake_note_${work.plan.stem}`,
    left.map((column) => ({ rows: tableOfCells(work.tables, column), column, type: "text", options: {} })),
  );
  for (const [index, column] of left.entries()) await writeUnread(work, column, at(cleaned, index));
}

async function writeFaults(work: TableWork, read: ReadColumn, faults: Sql): Promise<void> {
  const { target, plan, writer } = work;
  const rows = rowsWith(work.tables, { cells: [read.column], entities: [read.entity] });
  const raw = cell(read.column);
  const { idColumn, notesProp } = read.entity;
  const isFirst = work.columns.find((each) => each.cleaned === read.cleaned) === read;
  if (isFirst) {
    await target.database.run(sql`insert into ${tableName("held", "fault")}
      select ${target.fileNo}, ${plan.part.part}, r.row_no, ${read.column}, r.byte_from, f.kind, f.text, 0, ${target.batchNo}
      from ${rows} as r join ${faults} as f on f.raw = r.${identifier(raw)}`);
  }
  const odd = sql`(select distinct raw from ${faults})`;
  const lines = (value: string): Sql => sql`
    select r.${identifier(idColumn)} as entity_id, ${rawSql(value)} as "value", f.raw as original_value, ${rawSql(place)}
    from ${rows} as r join ${odd} as f on f.raw = r.${identifier(raw)} where r.${identifier(idColumn)} is not null`;
  await writer.add(
    lines(noteOf(work, read.column, "f.raw")),
    lineOf(work, read.entity, { prop: notesProp, column: read.column }),
  );
  if (read.prop === "iban" && read.entity.schema === "BankAccount") await writeWrongIban(work, read, odd);
}

/** An IBAN with a wrong check digit is still what the source calls the account. */
async function writeWrongIban(work: TableWork, read: ReadColumn, odd: Sql): Promise<void> {
  const raw = cell(read.column);
  await work.writer.add(
    sql`select r.${identifier(read.entity.idColumn)} as entity_id, upper(regexp_replace(f.raw, '[^0-9A-Za-z]+', '', 'g')) as "value",
        f.raw as original_value, ${rawSql(place)}
      from ${rowsWith(work.tables, { cells: [read.column], entities: [read.entity] })} as r join ${odd} as f on f.raw = r.${identifier(raw)}
      where r.${identifier(read.entity.idColumn)} is not null and regexp_matches(regexp_replace(f.raw, '[^0-9A-Za-z]+', '', 'g'), '[0-9]{5}')`,
    lineOf(work, read.entity, { prop: "accountNumber", column: read.column }),
  );
}

const noteOf = (work: TableWork, column: number, text: string): string =>
  `${literal(`${work.plan.labels.get(column) ?? ""}: `)} || left(trim(${text}), 60000)`;

/** The entities that take the cells of a column. */
const takersOf = (work: TableWork, column: number): PlannedEntity[] => [
  ...new Set(work.columns.filter((read) => read.column === column).map((read) => read.entity)),
];

const isLeftBy = (takers: readonly PlannedEntity[], column: number): string =>
  [`${cell(column)} is not null`, ...takers.map(({ idColumn }) => `${idColumn} is null`)].join(" and ");

/** The columns that have a cell which no entity of its row has taken; one scan tells it of all columns of a table. */
async function columnsLeft(work: TableWork): Promise<readonly number[]> {
  const { target, tables } = work;
  const asked = work.plan.columnNos
    .map((column) => ({ column, takers: takersOf(work, column) }))
    .filter(({ takers }) => !takers.some(isAlways));
  const left: number[] = [];
  const homeOf = (each: (typeof asked)[number]): string =>
    sourceOf(tables, each.takers, [each.column]).spread?.keyNo ?? "";
  for (const [home, columns] of groupBy(asked, homeOf)) {
    const cells = columns.map(({ column }) => column);
    const entities = columns.flatMap(({ takers }) => takers);
    const from = tables.keys.find(({ keyNo }) => keyNo === home)?.table ?? rowsWith(tables, { cells, entities });
    const isLeft = columns.map(({ column, takers }) => `coalesce(max((${isLeftBy(takers, column)})::integer), 0)`);
    const found = await target.database.row(sql`select [${rawSql(isLeft.join(", "))}] as found from ${from} as r`, {
      found: integerList,
    });
    left.push(...cells.filter((_, index) => found.found[index] === 1));
  }
  return left.toSorted((one, other) => one - other);
}

/** Writes the cells of a column that no entity of their row has taken. */
async function writeUnread(work: TableWork, column: number, cleaned: CleanedColumn): Promise<void> {
  const { plan, target, tables } = work;
  const raw = cell(column);
  const takers = takersOf(work, column);
  const isLeft = isLeftBy(takers, column);
  const taken: PlannedEntity[] = [];
  for (const entity of [...mainFirst(plan.entities), undefined]) {
    const condition = [
      isLeft,
      ...taken.map(({ idColumn }) => `${idColumn} is null`),
      entity ? `${entity.idColumn} is not null` : "true",
    ];
    const rows = rowsWith(tables, { cells: [column], entities: [...takers, ...taken, ...(entity ? [entity] : [])] });
    const id = entity?.idColumn ?? literal(fileEntityId(target));
    const value = `coalesce(${cleaned.rule}, ${cleaned.odd ? "o.value" : "null"}, ${raw})`;
    const join = cleaned.odd ? sql`left join ${cleaned.odd} as o on o.raw = r.${identifier(raw)}` : rawSql("");
    await work.writer.add(
      sql`select ${rawSql(id)} as entity_id, ${rawSql(noteOf(work, column, value))} as "value", ${rawSql(raw)} as original_value,
          ${rawSql(place)} from ${rows} as r ${join} where ${rawSql(condition.join(" and "))}`,
      noteLine(work, column, entity),
    );
    if (
      entity &&
      (isAlways(entity) ||
        (await countRows(target, rows, [...condition.slice(0, -1), `${entity.idColumn} is null`])) === 0)
    )
      return;
    if (entity) taken.push(entity);
  }
}

const countRows = async ({ database }: IntakeTarget, rows: Sql, conditions: readonly string[]): Promise<number> => {
  const isMeant = rawSql(conditions.join(" and "));
  const query = sql`select count(*)::integer as count from ${rows} as r where ${isMeant}`;
  return (await database.row(query, { count: integer })).count;
};

/** Whether every row of the table has the entity. */
const isAlways = ({ mapping }: PlannedEntity): boolean =>
  mapping.keys.length === 0 && mapping.requires.length === 0 && mapping.filter === undefined;

const mainFirst = (entities: readonly PlannedEntity[]): PlannedEntity[] => [
  ...entities.filter((entity) => entity.mapping.keys.length === 0),
  ...entities.filter((entity) => entity.mapping.keys.length > 0),
];

/**
 * Whether a note of this column cannot be said twice of an entity: each row is an entity of its own, nothing is mapped to
 * its notes, and no other column's label could stand before the same text.
 */
function isOnlyNote({ plan }: TableWork, entity: PlannedEntity, column: number): boolean {
  const label = `${plan.labels.get(column) ?? ""}: `;
  const others = [...plan.labels].filter(([other]) => other !== column).map(([, text]) => `${text}: `);
  return (
    entity.mapping.keys.length === 0 &&
    propertiesOf(entity.mapping).every(([prop]) => prop !== entity.notesProp) &&
    others.every((other) => !other.startsWith(label) && !label.startsWith(other))
  );
}

function noteLine(work: TableWork, column: number, entity: PlannedEntity | undefined): LineOf {
  if (entity)
    return { ...lineOf(work, entity, { prop: entity.notesProp, column }), isUnique: isOnlyNote(work, entity, column) };
  return {
    schema: fileSchema(work.target.member.form),
    prop: "notes",
    propType: "text",
    lang: null,
    part: work.plan.part.part,
    column,
    isColumnHidden: work.plan.part.hiddenColumns.includes(column),
    isUnique: false,
  };
}
