import {
  columnToLetters,
  isA,
  isSchemaName,
  lettersToColumn,
  propertyOf,
  schemata,
  type PropertyName,
  type SchemaName,
} from "../../model/index.ts";
import type {
  ColumnReading,
  EntityMapping,
  PropertyMapping,
  ReadingOptions,
  RowFilter,
  TableMapping,
} from "../mapping.ts";
import { nearestWord } from "./nearest-word.ts";
import type { RawEntity, RawProperty, RawReading, RawTable } from "./yaml-shape.ts";

/** Where a thing stands in the file, and where its faults go. */
interface Spot {
  readonly path: string;
  readonly faults: string[];
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly entities: ReadonlyMap<string, string>;
}

/** Checks the columns, schemata, properties and names of a table; what is wrong is added to `faults`, with its path. */
export function checkTable(raw: RawTable, path: string, faults: string[]): TableMapping {
  const [firstColumn = 0, lastColumn = 0] = raw.columns.split("-").map((letters) => lettersToColumn(letters.trim()));
  if (firstColumn > lastColumn)
    faults.push(`${path}.columns is "${raw.columns}"; write the first column first, such as A-K`);
  const [firstRow = 1, last] = raw.rows
    .split("-")
    .map((text) => text.trim())
    .map((text) => (text === "end" ? null : Number(text)));
  const lastRow = last ?? null;
  if (firstRow !== null && lastRow !== null && firstRow > lastRow)
    faults.push(`${path}.rows is "${raw.rows}"; write the first row first, such as 4-120`);
  const entities = new Map(Object.entries(raw.entities).map(([name, { schema }]) => [name, schema]));
  const spot: Spot = { path, faults, firstColumn, lastColumn, entities };
  return {
    part: raw.part,
    partName: raw.name,
    headerRows: raw.header,
    firstRow: firstRow ?? 1,
    lastRow,
    firstColumn,
    lastColumn,
    skippedRows: raw.skip
      .flatMap(({ rows, reason }) => rows.map((row) => ({ row, reason })))
      .toSorted((left, right) => left.row - right.row),
    entities: Object.fromEntries(
      Object.entries(raw.entities).map(([name, entity]) => [
        name,
        checkEntity(entity, { ...spot, path: `${path}.entities.${name}` }),
      ]),
    ),
    readings: raw.readings.map((reading, index) =>
      checkReading(reading, { ...spot, path: `${path}.readings[${index}]` }),
    ),
  };
}

function checkEntity(raw: RawEntity, spot: Spot): EntityMapping {
  const schema = checkSchema(raw.schema, { ...spot, path: `${spot.path}.schema` });
  const columns = (list: readonly string[], name: string): number[] =>
    list.map((letters, index) => checkColumn(letters, { ...spot, path: `${spot.path}.${name}[${index}]` }));
  const properties: Partial<Record<PropertyName, readonly PropertyMapping[]>> = {};
  for (const [name, list] of Object.entries(raw.properties)) {
    const path = `${spot.path}.properties.${name}`;
    if (!schema || !checkProperty(schema, name, { ...spot, path })) continue;
    properties[name] = list.flatMap((each, index) =>
      checkMapping(each, { schema, name }, { ...spot, path: `${path}[${index}]` }),
    );
  }
  return {
    schema: schema ?? "Thing",
    keys: columns(raw.keys, "keys"),
    requires: columns(raw.requires, "requires"),
    ...(raw.filter && { filter: checkFilter(raw.filter, { ...spot, path: `${spot.path}.filter` }) }),
    properties,
  };
}

function checkFilter({ column, only, except }: NonNullable<RawEntity["filter"]>, spot: Spot): RowFilter {
  if ((only === undefined) === (except === undefined))
    spot.faults.push(`${spot.path} has ${only ? "both only and except" : "neither only nor except"}; use exactly one`);
  return {
    column: checkColumn(column, { ...spot, path: `${spot.path}.column` }),
    ...(only && { only }),
    ...(except && { except }),
  };
}

function checkSchema(text: string, { path, faults }: Spot): SchemaName | undefined {
  if (isSchemaName(text) && !schemata[text].abstract) return text;
  const names = Object.keys(schemata).filter((name) => isSchemaName(name) && !schemata[name].abstract);
  faults.push(`${path} is "${text}"; use a schema of FollowTheMoney such as ${nearestWord(text, names)}`);
  return undefined;
}

/** Whether the schema has the property; it is a property of the model then. */
function checkProperty(schema: SchemaName, name: string, { path, faults }: Spot): name is PropertyName {
  const found = propertyOf(schema, name);
  if (found !== undefined && found.stub !== true) return true;
  const names = Object.entries(schemata[schema].properties)
    .filter(([, each]) => each.stub !== true)
    .map(([each]) => each);
  faults.push(`${path} is no property of ${schema}; use one such as ${nearestWord(name, names)}`);
  return false;
}

function checkColumn(letters: string, { path, faults, firstColumn, lastColumn }: Spot): number {
  const column = lettersToColumn(letters);
  if (column < firstColumn || column > lastColumn) {
    faults.push(
      `${path} is "${letters}"; use a column letter that the sheet has (${columnToLetters(firstColumn)}-${columnToLetters(lastColumn)})`,
    );
  }
  return column;
}

function checkMapping(
  raw: RawProperty,
  { schema, name }: { schema: SchemaName; name: string },
  spot: Spot,
): PropertyMapping[] {
  const { column, literal, entity, ...options } = raw;
  const isEntity = propertyOf(schema, name)?.type === "entity";
  const kinds = [column, literal, entity].filter((each) => each !== undefined).length;
  if (kinds !== 1) {
    spot.faults.push(
      `${spot.path} has ${kinds === 0 ? "neither column, literal nor entity" : "more than one of column, literal and entity"}; use exactly one`,
    );
    return [];
  }
  if (column === undefined && Object.values(options).some((value) => value !== undefined)) {
    spot.faults.push(
      `${spot.path} has ${Object.keys(options).join(", ")} without a column; use these beside a column only`,
    );
  }
  if (isEntity !== (entity !== undefined)) {
    spot.faults.push(
      isEntity
        ? `${spot.path} is a ${column === undefined ? "literal" : "column"}; ${schema}.${name} points to an entity: use {entity: name}`
        : `${spot.path}.entity is "${entity ?? ""}"; ${schema}.${name} holds text: use {column: A} or {literal: "text"}`,
    );
    return [];
  }
  if (entity !== undefined) return checkEntityLink(entity, { schema, name }, spot);
  if (literal !== undefined) return [{ kind: "literal", value: literal }];
  return [
    {
      kind: "column",
      column: checkColumn(column ?? "", { ...spot, path: `${spot.path}.column` }),
      options: readOptions(options),
    },
  ];
}

function checkEntityLink(
  entity: string,
  { schema, name }: { schema: SchemaName; name: string },
  { path, faults, entities }: Spot,
): PropertyMapping[] {
  const target = entities.get(entity);
  if (target === undefined) {
    faults.push(
      `${path}.entity is "${entity}"; use the name of an entity of this table: ${[...entities.keys()].join(", ")}`,
    );
    return [];
  }
  const range = propertyOf(schema, name)?.range;
  if (range !== undefined && isSchemaName(range) && isSchemaName(target) && !isA(target, range)) {
    faults.push(`${path}.entity is "${entity}", a ${target}; ${schema}.${name} points to a ${range}`);
    return [];
  }
  return [{ kind: "entity", entity }];
}

type RawOptions = Omit<RawProperty, "column" | "literal" | "entity">;

const readOptions = ({
  dateOrder,
  decimalMark,
  factor,
  phoneCountry,
  lang,
  separator,
  prefix,
}: RawOptions): ReadingOptions => ({
  ...(dateOrder !== undefined && { dateOrder }),
  ...(decimalMark !== undefined && { decimalMark }),
  ...(factor !== undefined && { factor }),
  ...(phoneCountry !== undefined && { phoneCountry }),
  ...(lang !== undefined && { lang }),
  ...(separator !== undefined && { separator }),
  ...(prefix !== undefined && { prefix }),
});

function checkReading(raw: RawReading, spot: Spot): ColumnReading {
  const base = {
    column: checkColumn(raw.column, { ...spot, path: `${spot.path}.column` }),
    header: raw.header,
    confidencePpm: Math.round(raw.confidence * 1_000_000),
    evidence: raw.evidence,
  };
  if (raw.schema === null || raw.property === null) return { ...base, entity: raw.entity, schema: null, prop: null };
  const schema = checkSchema(raw.schema, { ...spot, path: `${spot.path}.schema` });
  const name = raw.property;
  if (!schema || !checkProperty(schema, name, { ...spot, path: `${spot.path}.property` }))
    return { ...base, entity: raw.entity, schema: null, prop: null };
  return { ...base, entity: raw.entity, schema, prop: name };
}
