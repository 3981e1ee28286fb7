import { z } from "zod";

const shown = (input: unknown): string => (input === undefined ? "missing" : JSON.stringify(input));
const use = (right: string) => ({
  error: (issue: { readonly input?: unknown }): string => `is ${shown(issue.input)}; use ${right}`,
});

const row = z
  .number(use("a row number, counting from 1"))
  .int(use("a whole row number"))
  .min(1, use("a row number from 1"));
const letters = z.string(use("a column letter such as A")).regex(/^[A-Za-z]{1,3}$/u, use("a column letter such as A"));

/** The property rules of a file, with options beside the column as FollowTheMoney's mappings have them. */
const propertyShape = z.strictObject(
  {
    column: letters.optional(),
    literal: z.string(use("a text in quotes")).optional(),
    entity: z.string(use("the name of an entity of this table")).optional(),
    dateOrder: z.enum(["dmy", "mdy", "ymd"], use("dmy, mdy or ymd")).optional(),
    decimalMark: z.enum([".", ","], use(`"." or ","`)).optional(),
    factor: z.number(use("a number such as 1000")).positive(use("a number above 0, such as 1000")).optional(),
    phoneCountry: z
      .string(use("two letters such as kr"))
      .regex(/^[A-Za-z]{2}$/u, use("two letters such as kr"))
      .optional(),
    lang: z
      .string(use("three letters such as kor"))
      .regex(/^[a-z]{3}$/u, use("three letters such as kor"))
      .optional(),
    separator: z.string(use(`a mark in quotes such as ";"`)).min(1, use(`a mark in quotes such as ";"`)).optional(),
    prefix: z.string(use("the words before the value")).min(1, use("the words before the value")).optional(),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has "${issue.keys.join(", ")}"; use column, literal or entity, and beside a column dateOrder, decimalMark, factor, phoneCountry, lang, separator or prefix`
        : `is ${shown(issue.input)}; use {column: A}, {literal: "text"} or {entity: name}`,
  },
);

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) || value === undefined ? value : [value]), z.array(item));

const filterShape = z.strictObject(
  {
    column: letters,
    only: z.array(z.string(use("a text in quotes")), use(`a list of cells such as ["P"]`)).optional(),
    except: z.array(z.string(use("a text in quotes")), use(`a list of cells such as ["P"]`)).optional(),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has "${issue.keys.join(", ")}"; use column, and only or except`
        : `is ${shown(issue.input)}; use {column: B, only: ["P"]} or {column: B, except: ["P"]}`,
  },
);

const entityShape = z.strictObject(
  {
    schema: z.string(use("a schema such as Person")),
    keys: z.array(letters, use("a list of column letters such as [A, B], or []")).default([]),
    requires: z.array(letters, use("a list of column letters such as [A, B], or []")).default([]),
    filter: filterShape.optional(),
    properties: z
      .record(z.string(), listOf(propertyShape), use("property names, each with a list of columns"))
      .default({}),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has "${issue.keys.join(", ")}"; use schema, keys, requires, filter and properties`
        : `is ${shown(issue.input)}; use schema, keys, requires, filter and properties`,
  },
);

const readingShape = z.strictObject({
  column: letters,
  header: z.string(use("the header's words or null")).nullable().default(null),
  entity: z.string(use("the name of an entity or null")).nullable().default(null),
  schema: z.string(use("a schema or null")).nullable().default(null),
  property: z.string(use("a property or null")).nullable().default(null),
  confidence: z
    .number(use("a number from 0 to 1"))
    .min(0, use("a number from 0 to 1"))
    .max(1, use("a number from 0 to 1"))
    .default(1),
  evidence: z.string(use("a sentence")).default("set by hand"),
});

const tableShape = z.strictObject(
  {
    part: z.number(use("the number of the sheet, counting from 0")).int().min(0),
    name: z.string(use("the name of the sheet in quotes")).default(""),
    header: z.array(row, use("a list of row numbers such as [3], or []")).default([]),
    rows: z
      .string(use("first and last row such as 4-120 or 4-end"))
      .regex(/^[1-9]\d*\s*-\s*(?:[1-9]\d*|end)$/u, use("first and last row such as 4-120 or 4-end")),
    columns: z
      .string(use("first and last column such as A-K"))
      .regex(/^[A-Za-z]{1,3}\s*-\s*[A-Za-z]{1,3}$/u, use("first and last column such as A-K")),
    skip: z
      .array(
        z.strictObject({
          rows: z.array(row, use("a list of row numbers")),
          reason: z.string(use("a few words")).default("set by hand"),
        }),
        use("a list of {rows: [..], reason: ..}"),
      )
      .default([]),
    entities: z.record(z.string(), entityShape, use("entities by name")).default({}),
    readings: z.array(readingShape, use("a list of columns")).default([]),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has "${issue.keys.join(", ")}"; use part, name, header, rows, columns, skip, entities and readings`
        : `is ${shown(issue.input)}; use part, name, header, rows, columns, skip, entities and readings`,
  },
);

/** The shape of a mapping file before its columns, schemata and names are checked against one another. */
export const fileShape = z.strictObject(
  { file: z.string(use("the name of the file")), tables: z.array(tableShape, use("a list of tables, or []")) },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has "${issue.keys.join(", ")}"; use file and tables`
        : `is ${shown(issue.input)}; use file and tables`,
  },
);

export type RawTable = z.infer<typeof tableShape>;
export type RawEntity = z.infer<typeof entityShape>;
export type RawProperty = z.infer<typeof propertyShape>;
export type RawReading = z.infer<typeof readingShape>;
