import type { EntityId } from "../../model/index.ts";
import type { Sql, TableName } from "../../store/index.ts";
import type { FilterKey } from "../filter/index.ts";
import type { Reader } from "../reader.ts";

/** What a list is made of and from. */
export interface ListContext {
  readonly reader: Reader;
  /** The list's own table, with `row_no` from 0 in the list's own order, `id` and `fold`; made once for each run. */
  readonly table: TableName;
  /** What every canonical entity is called (`makeCaptions`). */
  readonly captions: TableName;
  /** The case currency. */
  readonly currency: string;
  /** The entity whose list it is; for statements alone. */
  readonly of: EntityId | null;
}

/** An order of a list; `row_no` follows in every order. */
export interface ListSort {
  readonly key: string;
  readonly words: string;
  readonly column: Sql;
}

/** One list: how its table is made, what can be asked of it, and how its rows are read. */
export interface ListDefinition<ListRow> {
  /** "findings". */
  readonly plural: string;
  /** The order of its table, in words. */
  readonly ownOrder: string;
  readonly sorts: readonly ListSort[];
  /** The keys whose values are counted beside the list. */
  readonly facets: readonly string[];
  make(context: ListContext): Promise<void>;
  keys(context: ListContext): Promise<readonly FilterKey[]>;
  /** Rows of the table under a query that begins with `where`, `order by` or both. */
  rows(context: ListContext, rest: Sql): Promise<ListRow[]>;
}

/** First and last day, ISO. */
export type SeenSpan = { readonly from: string; readonly to: string } | null;

export const seenSpan = (from: string | null, to: string | null): SeenSpan =>
  from === null && to === null ? null : { from: from ?? to ?? "", to: to ?? from ?? "" };
