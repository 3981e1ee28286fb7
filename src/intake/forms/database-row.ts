import type { FormValue } from "./form-value.ts";

/** One row of a table of a phone's database: its number and its cells by column name, in lower case. */
export interface DatabaseRow {
  readonly part: number;
  readonly rowNo: number;
  readonly cells: ReadonlyMap<string, string>;
  /** The position of each column. */
  readonly columns: ReadonlyMap<string, number>;
}

/** A value with the part in which it stands. */
export type PartValue = FormValue & { readonly part: number };
