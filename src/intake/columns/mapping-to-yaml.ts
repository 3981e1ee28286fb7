import { Document, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { columnToLetters } from "../../model/index.ts";
import type {
  ColumnReading,
  EntityMapping,
  FileMapping,
  PropertyMapping,
  ReadingOptions,
  RowFilter,
  TableMapping,
} from "../mapping.ts";

const introduction = ` How the tables of this file are read. Change what is wrong, then run again: only this file's statements change.
 rows     the data rows, first and last; "end" is the last row of the sheet. Rows under "skip" are no data.
 entities whom or what each row speaks of. "keys" are the columns that tell one from another: rows with equal keys speak
          of the same one; without keys every row is one of its own. "requires": of these columns one must be filled.
          "filter": only rows in which a column says one of some words, or all except these, have it.
          A property is filled from a column (by letter), a literal, or another entity of the same row.
 readings each column, what it was taken to be, how sure that is (0 to 1), and why. Columns without an entity were not
          understood: their cells are kept as notes.`;

/** Writes a mapping as YAML for a person to read and change; `parseMapping` reads it back without loss. */
export function mappingToYaml(mapping: FileMapping): string {
  const document = new Document({});
  document.commentBefore = introduction;
  const root = new YAMLMap();
  root.set("file", mapping.file);
  root.set("tables", sequence(mapping.tables.map(tableNode)));
  document.contents = document.createNode(root);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const sequence = (items: readonly unknown[], isFlow = false): YAMLSeq => {
  const node = new YAMLSeq();
  node.items = [...items];
  node.flow = isFlow || items.length === 0;
  return node;
};

const record = (entries: readonly (readonly [string, unknown])[]): YAMLMap => {
  const node = new YAMLMap();
  for (const [key, value] of entries) node.set(key, value);
  node.flow = entries.length === 0;
  return node;
};

const commented = (value: string | number, comment: string | null | undefined): Scalar => {
  const node = new Scalar(value);
  const line = comment?.replaceAll(/\s+/gu, " ").trim();
  if (line !== undefined && line !== "") node.comment = ` ${line}`;
  return node;
};

/** The words over each column, to stand beside its letter. */
type Headers = ReadonlyMap<number, string | null>;

function tableNode(table: TableMapping): YAMLMap {
  const headers: Headers = new Map(table.readings.map(({ column, header }) => [column, header]));
  return record([
    ["part", table.part],
    ["name", table.partName],
    ["header", sequence(table.headerRows, true)],
    ["rows", `${table.firstRow}-${table.lastRow ?? "end"}`],
    ["columns", `${columnToLetters(table.firstColumn)}-${columnToLetters(table.lastColumn)}`],
    ...(table.skippedRows.length > 0 ? [["skip", sequence(skipNodes(table))] as const] : []),
    [
      "entities",
      record(Object.entries(table.entities).map(([name, entity]) => [name, entityNode(entity, headers)] as const)),
    ],
    ["readings", sequence(table.readings.map(readingNode))],
  ]);
}

/** Rows skipped for one reason stand together. */
function skipNodes({ skippedRows }: TableMapping): YAMLMap[] {
  const byReason = new Map<string, number[]>();
  for (const { row, reason } of skippedRows) byReason.set(reason, [...(byReason.get(reason) ?? []), row]);
  return [...byReason].map(([reason, rows]) =>
    record([
      ["rows", sequence(rows, true)],
      ["reason", reason],
    ]),
  );
}

function entityNode(entity: EntityMapping, headers: Headers): YAMLMap {
  return record([
    ["schema", entity.schema],
    ["keys", columnList(entity.keys, headers)],
    ...(entity.requires.length > 0 ? [["requires", columnList(entity.requires, headers)] as const] : []),
    ...(entity.filter ? [["filter", filterNode(entity.filter, headers)] as const] : []),
    [
      "properties",
      record(
        Object.entries(entity.properties).map(
          ([prop, list]) => [prop, sequence((list ?? []).map((each) => propertyNode(each, headers)))] as const,
        ),
      ),
    ],
  ]);
}

const filterNode = ({ column, only, except }: RowFilter, headers: Headers): YAMLMap =>
  record([
    ["column", commented(columnToLetters(column), headers.get(column))],
    ...(only ? [["only", sequence(only, true)] as const] : []),
    ...(except ? [["except", sequence(except, true)] as const] : []),
  ]);

function columnList(columns: readonly number[], headers: Headers): YAMLSeq {
  const node = sequence(columns.map(columnToLetters), true);
  const words = columns
    .map((column) => headers.get(column))
    .filter((header) => header !== null && header !== undefined);
  if (words.length > 0) node.comment = ` ${words.join(", ").replaceAll(/\s+/gu, " ")}`;
  return node;
}

function propertyNode(mapping: PropertyMapping, headers: Headers): YAMLMap {
  switch (mapping.kind) {
    case "column":
      return record([
        ["column", commented(columnToLetters(mapping.column), headers.get(mapping.column))],
        ...optionEntries(mapping.options),
      ]);
    case "literal":
      return record([["literal", mapping.value]]);
    case "entity":
      return record([["entity", mapping.entity]]);
  }
}

const optionEntries = (options: ReadingOptions): (readonly [string, unknown])[] =>
  Object.entries(options).filter(([, value]) => value !== undefined);

function readingNode(reading: ColumnReading): YAMLMap {
  return record([
    ["column", columnToLetters(reading.column)],
    ["header", reading.header],
    ["entity", reading.entity],
    ["schema", reading.schema],
    ["property", reading.prop],
    ["confidence", reading.confidencePpm / 1_000_000],
    ["evidence", reading.evidence],
  ]);
}
