import { Refusal } from "../../base/index.ts";
import {
  columnToLetters,
  isA,
  isSchemaName,
  propertyCleaning,
  schemata,
  type PropertyCleaning,
  type PropertyName,
  type SchemaName,
  type CleanOptions,
  type Settings,
} from "../../model/index.ts";
import type { EntityMapping, PropertyMapping, TableMapping } from "../mapping.ts";
import type { StagedPart } from "../parser/index.ts";

/** One entity of a table with the SQL column that holds its id. */
export interface PlannedEntity {
  readonly name: string;
  readonly schema: SchemaName;
  readonly idColumn: string;
  readonly mapping: EntityMapping;
  /** The property that takes what is not understood: `notes`, or `description` where the schema has no notes. */
  readonly notesProp: string;
}

/** Values of one column for one property of one entity. */
export interface PlannedColumn {
  readonly entity: PlannedEntity;
  readonly prop: string;
  readonly column: number;
  readonly cleaning: PropertyCleaning;
}

/** A table's mapping, checked against the part it speaks of. */
export interface TablePlan {
  readonly table: TableMapping;
  /** What the names of its temporary tables end in. */
  readonly stem: string;
  readonly part: StagedPart;
  readonly entities: readonly PlannedEntity[];
  readonly columns: readonly PlannedColumn[];
  /** What each column is called in a note. */
  readonly labels: ReadonlyMap<number, string>;
  /** The columns of the table. */
  readonly columnNos: readonly number[];
}

/** Checks a table's mapping and lays out what is to be written; a mapping that does not fit is refused with its place. */
export function planTable(
  table: TableMapping,
  { ordinal, tableNo }: { readonly ordinal: number; readonly tableNo: number },
  part: StagedPart,
  settings: Settings,
): TablePlan {
  const place = `table ${tableNo + 1} ("${table.partName}", rows from ${table.firstRow})`;
  const last = Math.min(table.lastColumn, part.columnCount - 1);
  const columnNos = Array.from(
    { length: Math.max(0, last - table.firstColumn + 1) },
    (_, index) => table.firstColumn + index,
  );
  const entities = Object.entries(table.entities).map(([name, mapping], index) =>
    planEntity(name, mapping, index, place),
  );
  const refuseColumn = (column: number, where: string): void => {
    if (!columnNos.includes(column)) {
      throw new Refusal(
        `${place}: ${where} names column ${column}; the table has columns ${table.firstColumn} to ${last}`,
      );
    }
  };
  for (const { name, mapping } of entities) {
    for (const column of [...mapping.keys, ...mapping.requires, ...filterColumns(mapping)])
      refuseColumn(column, `entity ${name}`);
  }
  const columns = entities.flatMap((entity) => planColumns(entity, { place, settings, table, refuseColumn }));
  return {
    table,
    stem: `${ordinal}_${tableNo}`,
    part,
    entities,
    columns,
    columnNos,
    labels: labelsOf(table, columnNos),
  };
}

/** The column that says which rows have an entity. */
export const filterColumns = ({ filter }: EntityMapping): readonly number[] => (filter ? [filter.column] : []);

function planEntity(name: string, mapping: EntityMapping, index: number, place: string): PlannedEntity {
  if (!isSchemaName(mapping.schema)) {
    throw new Refusal(
      `${place}: entity ${name} has the schema "${String(mapping.schema)}"; use one of FollowTheMoney such as "Person"`,
    );
  }
  return { name, schema: mapping.schema, idColumn: `e${index}`, mapping, notesProp: notesPropOf(mapping.schema) };
}

/** The property of a schema that takes text which fits no other. */
export function notesPropOf(schema: SchemaName): PropertyName {
  const { properties } = schemata[schema];
  return noteProps.find((prop) => Object.hasOwn(properties, prop)) ?? "notes";
}

const noteProps: readonly PropertyName[] = ["notes", "description", "summary"];

interface Place {
  readonly place: string;
  readonly settings: Settings;
  readonly table: TableMapping;
  readonly refuseColumn: (column: number, where: string) => void;
}

function planColumns(entity: PlannedEntity, within: Place): PlannedColumn[] {
  return propertiesOf(entity.mapping).flatMap(([prop, sources]) => {
    const cleaning = propertyCleaning(entity.schema, prop);
    const where = `${within.place}: ${entity.name}.${prop}`;
    if (!cleaning) throw new Refusal(`${where}: ${entity.schema} has no property "${prop}"; put it under notes`);
    return sources.flatMap((source) => planSource(entity, { prop, source, cleaning, where }, within));
  });
}

function planSource(
  entity: PlannedEntity,
  {
    prop,
    source,
    cleaning,
    where,
  }: { prop: string; source: PropertyMapping; cleaning: PropertyCleaning; where: string },
  within: Place,
): PlannedColumn[] {
  if (source.kind === "entity") {
    const target = within.table.entities[source.entity];
    const range = schemata[entity.schema].properties[prop]?.range;
    if (!target)
      throw new Refusal(
        `${where} names the entity "${source.entity}"; the table has ${Object.keys(within.table.entities).join(", ")}`,
      );
    if (range !== undefined && isSchemaName(range) && !isA(target.schema, range)) {
      throw new Refusal(`${where} names the entity "${source.entity}", a ${target.schema}; it takes a ${range}`);
    }
    return [];
  }
  if (source.kind === "literal") return [];
  within.refuseColumn(source.column, `${entity.name}.${prop}`);
  const options: CleanOptions = {
    ...cleaning.options,
    ...source.options,
    ...(cleaning.type === "phone" && { phoneCountries: within.settings.phoneCountries }),
  };
  return [{ entity, prop, column: source.column, cleaning: { type: cleaning.type, options } }];
}

/** The properties of an entity in the order of their names. */
export const propertiesOf = (mapping: EntityMapping): readonly (readonly [string, readonly PropertyMapping[]])[] =>
  Object.entries(mapping.properties)
    .filter((entry): entry is [string, readonly PropertyMapping[]] => entry[1] !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));

/** A column's header; its letters are added where several columns share it or it has none. */
function labelsOf(table: TableMapping, columnNos: readonly number[]): ReadonlyMap<number, string> {
  const headers = new Map(
    table.readings.map((reading) => [reading.column, (reading.header ?? "").trim().slice(0, 100)]),
  );
  const counts = new Map<string, number>();
  for (const header of headers.values()) counts.set(header, (counts.get(header) ?? 0) + 1);
  return new Map(
    columnNos.map((column) => {
      const header = headers.get(column) ?? "";
      if (header === "") return [column, `Column ${columnToLetters(column)}`];
      return [column, (counts.get(header) ?? 0) > 1 ? `${header} (${columnToLetters(column)})` : header];
    }),
  );
}
