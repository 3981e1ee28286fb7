import { at } from "../base/index.ts";
import { integer, nullable, sql, type Database, type TableName } from "../store/index.ts";

/** By mention: its book, its amount in hundredths of the case currency (NaN: not known), and, of a row told twice, the one that is kept. */
export interface BookAmounts {
  readonly datasets: Int32Array;
  readonly amounts: Float64Array;
  readonly keeps: ReadonlyMap<number, number>;
}

// More than the rate of the day and a fee hide together.
const apartShare = 0.02;

/** Reads the books of mentions and, where there are several books, the amounts. */
export async function readBookAmounts(
  database: Database,
  inputs: {
    readonly mention: TableName;
    readonly duplicate: TableName;
    readonly mentions: number;
    readonly books: number;
  },
): Promise<BookAmounts> {
  const { mention, duplicate, mentions, books } = inputs;
  const datasets = new Int32Array(mentions);
  const amounts = new Float64Array(mentions).fill(Number.NaN);
  const keeps = new Map<number, number>();
  if (books < 2) return { datasets, amounts, keeps };
  const query = sql`select no, dataset_no as dataset, case_centi as centi from ${mention}`;
  for await (const rows of database.chunks(query, { no: integer, dataset: integer, centi: nullable(integer) })) {
    for (const row of rows) {
      datasets[row.no] = row.dataset;
      amounts[row.no] = row.centi ?? Number.NaN;
    }
  }
  const twice = sql`select no, keep_no as "keepNo" from ${duplicate}`;
  for (const row of await database.rows(twice, { no: integer, keepNo: integer })) keeps.set(row.no, row.keepNo);
  return { datasets, amounts, keeps };
}

/** Whether what books tell of two payments in all can be one amount, as far as any book tells each. */
export function mayBeOneAmount(books: BookAmounts, left: readonly number[], right: readonly number[]): boolean {
  const [one, other] = [totals(books, left), totals(books, right)];
  if (one.length === 0 || other.length === 0) return true;
  return one.some((total) => other.some((each) => Math.abs(total - each) <= Math.max(total, each) * apartShare));
}

/** What each book that tells every part of a payment tells in all, a row told twice once. */
function totals({ datasets, amounts, keeps }: BookAmounts, members: readonly number[]): number[] {
  const byBook = new Map<number, number>();
  for (const no of members) {
    const kept = keeps.get(no);
    if (kept !== undefined && members.includes(kept)) continue;
    byBook.set(at(datasets, no), (byBook.get(at(datasets, no)) ?? 0) + at(amounts, no));
  }
  return [...byBook.values()].filter((total) => !Number.isNaN(total));
}
