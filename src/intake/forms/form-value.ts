import type { PropertyName, SchemaName } from "../../model/index.ts";

/** One value that a fixed form or a public list gives, before it is cleaned. */
export interface FormValue {
  readonly entityId: string;
  readonly schema: SchemaName;
  readonly prop: PropertyName;
  /** The value as it is to be cleaned; for references the id of the entity. */
  readonly raw: string;
  /** What stood in the cell, where the value is only a piece of it. */
  readonly original?: string;
  readonly rowNo: number;
  /** Null: the row as a whole says it. */
  readonly column: number | null;
}

/** Collects the values of one entity from one row. */
export const valuesAt =
  (entityId: string, schema: SchemaName, rowNo: number) =>
  (prop: PropertyName, raw: string, column: number | null, original?: string): FormValue => ({
    entityId,
    schema,
    prop,
    raw,
    rowNo,
    column,
    ...(original !== undefined && original !== raw && { original }),
  });
