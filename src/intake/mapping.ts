import type { PropertyName, SchemaName } from "../model/index.ts";

/** How the values of a column are to be read, where the column itself says more than each value does. */
export interface ReadingOptions {
  /** Order of day, month and year in dates that are written as text. */
  readonly dateOrder?: "dmy" | "mdy" | "ymd";
  /** The mark before the decimals in amounts. */
  readonly decimalMark?: "." | ",";
  /** What each amount is multiplied by ("in thousands"). */
  readonly factor?: number;
  /** Country whose numbering plan national phone numbers follow, two letters. */
  readonly phoneCountry?: string;
  /** FollowTheMoney language of the values, three letters. */
  readonly lang?: string;
  /** What separates several values in one cell. */
  readonly separator?: string;
  /** Words that may stand before the value in its cell and are no part of it. */
  readonly prefix?: string;
}

/** Where the values of one property come from. Columns count from 0. */
export type PropertyMapping =
  | { readonly kind: "column"; readonly column: number; readonly options: ReadingOptions }
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "entity"; readonly entity: string };

/** The rows that have an entity, by what a column of kinds says: of `only` one, or none of `except`. */
export interface RowFilter {
  readonly column: number;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

/** One entity that each row of a table speaks of. */
export interface EntityMapping {
  readonly schema: SchemaName;
  /** Columns whose values name the entity; empty: every row is an entity of its own. Rows whose keys are all empty have none. */
  readonly keys: readonly number[];
  /** Columns of which at least one must hold a value for the row to have this entity; empty: no condition. */
  readonly requires: readonly number[];
  /** Which rows have this entity; not given: all. */
  readonly filter?: RowFilter;
  readonly properties: Readonly<Partial<Record<PropertyName, readonly PropertyMapping[]>>>;
}

/** What one column was taken to be; schema and prop null: not understood, kept as text under `notes`. */
export interface ColumnReading {
  readonly column: number;
  readonly header: string | null;
  readonly entity: string | null;
  readonly schema: SchemaName | null;
  readonly prop: PropertyName | null;
  readonly confidencePpm: number;
  readonly evidence: string;
}

/** Rows inside a table that are no data: a sentence for the person who reads the mapping says why. */
export interface SkippedRow {
  readonly row: number;
  readonly reason: string;
}

/** One table inside a part: its data rows (both ends included; last null: to the end), its header, its entities. */
export interface TableMapping {
  readonly part: number;
  readonly partName: string;
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number | null;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly skippedRows: readonly SkippedRow[];
  readonly entities: Readonly<Record<string, EntityMapping>>;
  readonly readings: readonly ColumnReading[];
}

/** How one tabular file becomes statements; cells outside every table become `notes` of the file's own entity. */
export interface FileMapping {
  readonly file: string;
  readonly tables: readonly TableMapping[];
}
