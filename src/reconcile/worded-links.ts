import { integer, makeTable, sql, type Database, type TableName } from "../store/index.ts";
import { estimateAgreement } from "./estimate-agreement.ts";
import type { PaymentLink } from "./group-mentions.ts";
import { readLinks } from "./read-links.ts";
import { headBitsTable, headLengths, wordedPairCount, wordedPairTable, wordedTable } from "./worded-table.ts";

/** So many payments, and so many of them that seem to be one, tell what agreement weighs. */
const paymentsMin = 200;
const matchesMin = 50;
/** Far more pairs of one kind than a book has payments is some other likeness than that of one payment. */
const matchesPerPayment = 1.25;
/** More pairs than these, and than these for each payment, are made of longer beginnings. */
const pairsMin = 8_000_000;
const pairsPerPayment = 40;

/** The links between payments that name no end, and those payments; none where there are too few to learn from. */
export interface WordedLinks {
  readonly links: readonly PaymentLink[];
  /** The payments that these links alone speak for. */
  readonly nos: ReadonlySet<number>;
}

/**
 * Links payments of two books that name neither payer nor payee, best first, by amount, day and purpose together. What
 * each agreement weighs is learned from the books themselves: how often it is found among all pairs that begin alike.
 */
export async function wordedLinks(
  database: Database,
  tables: { readonly mention: TableName; readonly duplicate: TableName },
): Promise<WordedLinks> {
  const none = { links: [], nos: new Set<number>() };
  const worded = await makeTable(database, "reconcile_worded", wordedTable(tables));
  const { payments, least } = await database.row(
    sql`select coalesce(sum(n), 0)::bigint as payments, coalesce(sum(n) - max(n), 0)::bigint as least
      from (select count(*) as n from ${worded} group by dataset_no)`,
    { payments: integer, least: integer },
  );
  if (least < paymentsMin) return none;
  const place = await placeWithin(database, worded, Math.max(pairsMin, payments * pairsPerPayment));
  if (place === undefined) return none;
  const headBits = await makeTable(database, "reconcile_head_bits", headBitsTable(worded));
  const pair = await makeTable(database, "reconcile_worded_pair", wordedPairTable({ worded, headBits }, place));
  const weight = await makeWeights(database, pair, least * matchesPerPayment);
  if (!weight) return none;
  const nos = await database.rows(sql`select no from ${worded} order by no`, { no: integer });
  return { links: await readWorded(database, pair, weight), nos: new Set(nos.map(({ no }) => no)) };
}

/** The first place of `headLengths` that makes few enough pairs. */
async function placeWithin(database: Database, worded: TableName, pairsMax: number): Promise<number | undefined> {
  for (const index of headLengths.keys()) {
    const { pairs } = await database.row(wordedPairCount(worded, index + 1), { pairs: integer });
    if (pairs <= pairsMax) return index + 1;
  }
  return undefined;
}

/** weight(amount_level, lag_level, text_level, weight_mb), learned from how often each pattern is found; undefined where that tells nothing. */
async function makeWeights(database: Database, pair: TableName, matchesMax: number): Promise<TableName | undefined> {
  const rows = await database.rows(
    sql`select amount_level, lag_level, text_level, count(*) as pairs from ${pair}
      group by amount_level, lag_level, text_level order by amount_level, lag_level, text_level`,
    { amount_level: integer, lag_level: integer, text_level: integer, pairs: integer },
  );
  const patterns = rows.map((row) => ({
    levels: [row.amount_level, row.lag_level, row.text_level],
    pairs: row.pairs,
  }));
  const { weightsMb, matches } = estimateAgreement(patterns, firstChance);
  if (matches < matchesMin || matches > matchesMax) return undefined;
  const weight = await database.temporary(
    "reconcile_worded_weight",
    "amount_level integer, lag_level integer, text_level integer, weight_mb integer",
  );
  await database.append(weight, {
    amount_level: rows.map((row) => row.amount_level),
    lag_level: rows.map((row) => row.lag_level),
    text_level: rows.map((row) => row.text_level),
    weight_mb: weightsMb,
  });
  return weight;
}

/** Before anything is learned: equal amounts and a text that a thousand others do not begin with are of one, in half the cases. */
const firstChance = ([amount = 0, , text = 0]: readonly number[]): number =>
  amount < 3 && text >= 8 * 3 ? 0.5 : 0.001;

const readWorded = (database: Database, pair: TableName, weight: TableName): Promise<PaymentLink[]> =>
  readLinks(
    database,
    sql`select earlier_no as "left", later_no as "right", false as "isWithinBook", false as "isAmountUnsaid",
        'rule: ' || case when amount_level < 3 then 'same amount' when amount_level = 3 then 'amount within a fee' else 'about the same amount' end
          || case when lag_level = 31 then ', same date' when abs(lag_level - 31) <= 3 then ', value date' else ', another date' end
          || case when text_level % 3 = 0 then ', purpose begins alike' else ', same purpose' end as "joinedBy"
      from ${pair} join ${weight} using (amount_level, lag_level, text_level)
      where weight_mb >= 0 order by weight_mb desc, earlier_no, later_no`,
  );
