import type { Column } from "./column.ts";

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  /** The key that the list is ordered by, a minus before it for the largest first. */
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
}

/** The heads of the columns; those that can be sorted are buttons. */
export const TableHead = <Row,>({ columns, sort, onSort }: TableHeadProps<Row>) => (
  <div role="rowgroup" className="table-head">
    <div role="row" aria-rowindex={1} className="table-head-row">
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={at + 1}
          aria-sort={column.sort === undefined ? undefined : orderOf(column.sort, sort)}
          className={column.isNumber ? "table-cell table-number" : "table-cell"}
        >
          {column.sort === undefined || !onSort ? (
            column.head
          ) : (
            <button type="button" className="button-quiet table-sort" onClick={() => onSort(nextOrder(column, sort))}>
              {column.head}
              <span aria-hidden="true">{signs[orderOf(column.sort, sort)]}</span>
            </button>
          )}
        </div>
      ))}
    </div>
  </div>
);

type Order = "ascending" | "descending" | "none";

const orderOf = (key: string, sort: string | undefined): Order =>
  sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";

const signs: Readonly<Record<Order, string>> = { ascending: " ↑", descending: " ↓", none: "" };

/** Numbers begin with the largest, words with the first. */
function nextOrder<Row>({ sort: key = "", isNumber }: Column<Row>, sort: string | undefined): string {
  if (sort === key) return `-${key}`;
  if (sort === `-${key}`) return key;
  return isNumber ? `-${key}` : key;
}
