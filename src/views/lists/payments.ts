import { bigInteger, integer, makeUnpackedTable, nullable, sql, text, type Row } from "../../store/index.ts";
import { folded, type FilterKey } from "../filter/index.ts";
import { columnKey, lettersKey, moneyKey, seenKey, sourceKey, sourcesKey } from "./common-keys.ts";
import { seenSpan, type ListContext, type ListDefinition } from "./list.ts";
import { verdictChoices, verdictState, verdictWords, type FindingState } from "./states.ts";
import { numberSets } from "./sets.ts";

const shape = {
  id: text,
  payerId: text,
  payer: text,
  payeeId: text,
  payee: text,
  amountMinor: bigInteger,
  currency: text,
  caseMinor: nullable(bigInteger),
  seenFrom: nullable(text),
  seenTo: nullable(text),
  least: integer,
  most: integer,
  state: text,
};

/** One real payment from one party to another. */
export const paymentList: ListDefinition<ReturnType<typeof toRow>> = {
  plural: "payments",
  ownOrder: "the largest first, in the case currency",
  sorts: [
    { key: "money", words: "money in the case currency", column: sql`case_minor` },
    { key: "day", words: "day", column: sql`seen_from` },
    { key: "sources", words: "independent sources", column: sql`least` },
    { key: "payer", words: "payer", column: sql`payer` },
    { key: "payee", words: "payee", column: sql`payee` },
  ],
  facets: ["kind", "currency", "source"],
  make: makePayments,
  keys: paymentKeys,
  rows: async ({ reader, table }, rest) =>
    (
      await reader.database.rows(
        sql`select row_no, id, payer_id as "payerId", payer, payee_id as "payeeId", payee, amount_minor as "amountMinor", currency,
          case_minor as "caseMinor", seen_from::varchar as "seenFrom", seen_to::varchar as "seenTo", least, most, state
          from ${table} ${rest}`,
        shape,
      )
    ).map(toRow),
};

const toRow = (row: Row<typeof shape>) => ({
  id: row.id,
  payer: { id: row.payerId, caption: row.payer },
  payee: { id: row.payeeId, caption: row.payee },
  amountMinor: row.amountMinor.toString(),
  currency: row.currency,
  caseMinor: row.caseMinor?.toString() ?? null,
  seen: seenSpan(row.seenFrom, row.seenTo),
  sources: { least: row.least, most: row.most },
  state: row.state as FindingState,
  stateWords: verdictWords(row.state as FindingState, row.least),
});

/** A payment's verdict is that of the payment itself; where it has none, what its count of sources says. */
async function makePayments({ reader, table, captions }: ListContext): Promise<void> {
  const query = sql`
    with itself as (
      select canonical_id as payment_id, min(verdict) as verdict, max(roots_most) as most
      from ${reader.table("finding")} where schema = 'Payment' and prop = 'payment' group by canonical_id),
    told as (
      select payment_id, list_sort(list(distinct dataset_no)) as datasets from ${reader.table("payment")} group by payment_id),
    shown as (
      select f.payment_id || ' ' || f.payer_id || ' ' || f.payee_id as id, f.payment_id,
        case when payer.is_closed then 'closed' else f.payer_id end as payer_id, coalesce(payer.caption, f.payer_id) as payer,
        case when payee.is_closed then 'closed' else f.payee_id end as payee_id, coalesce(payee.caption, f.payee_id) as payee,
        f.amount_minor, f.currency, f.case_minor, f.value_from as seen_from, f.value_to as seen_to, f.roots_least as least,
        greatest(f.roots_least, coalesce(itself.most, 0)) as most,
        ${verdictState(sql`coalesce(itself.verdict, case when f.roots_least >= 2 then 'corroborated' when f.roots_least = 1 then 'single' else 'unknown' end)`)} as state,
        coalesce(told.datasets, []) as datasets
      from ${reader.table("flow")} f
      left join itself using (payment_id) left join told using (payment_id)
      left join ${captions} payer on payer.id = f.payer_id left join ${captions} payee on payee.id = f.payee_id)
    select (row_number() over (order by case_minor desc nulls last, amount_minor desc, id) - 1)::uinteger as row_no, *, ${numberSets(sql`datasets`)} as dataset_set,
      ${folded(sql`concat_ws(' ', payer, payee, currency, payment_id)`)} as fold
    from shown order by row_no`;
  await makeUnpackedTable(reader.database, table, query);
}

async function paymentKeys(context: ListContext): Promise<readonly FilterKey[]> {
  const [payer, payee] = [sql`payer || ' ' || payer_id`, sql`payee || ' ' || payee_id`];
  return [
    {
      kind: "choice",
      key: "kind",
      meaning: "what is known of it",
      column: sql`state`,
      choices: verdictChoices,
      isFixed: true,
    },
    lettersKey("payer", "who paid: letters of the name, or the id", payer),
    lettersKey("payee", "who was paid: letters of the name, or the id", payee),
    lettersKey("party", "who paid or was paid", sql`${payer} || ' ' || ${payee}`, "a party"),
    moneyKey(context, sql`case_minor`, "the amount"),
    await columnKey(context, { key: "currency", meaning: "currency of the payment", column: "currency" }),
    sourcesKey,
    seenKey("day of the payment", "paid"),
    await sourceKey(context, "hand-over that tells of it"),
  ];
}
