import { integer, sql, text, type Database, type TableName } from "../../store/index.ts";
import type { SeenTransfer } from "../time/timed-problem.ts";
import { inWindow, type Window } from "./channel-table.ts";

/** What was paid on each day, and what that leaves out. */
export interface DatedPayments {
  /** Summed per payer, payee and day; the time is the day, counted since 1970. Sorted by payer, payee and day. */
  readonly transfers: readonly SeenTransfer[];
  readonly counts: DateCounts;
}

/** Payments with a known amount in the case currency, by what is known of their day. */
export interface DateCounts {
  /** Left out: nothing tells what came before them. */
  readonly withoutDate: number;
  /** Their money, minor units as text. */
  readonly withoutDateMinor: string;
  /** Only the month, the year or another span is known: they stand at its last day. */
  readonly imprecise: number;
}

/** Reads the payments of a window day by day; `refusal` says why that cannot be done exactly. */
export async function readDatedPayments(
  database: Database,
  flow: TableName,
  window: Window,
): Promise<DatedPayments | { readonly refusal: string }> {
  const counting = sql`from ${flow} where case_minor > 0 and payer_id <> payee_id`;
  const counts = await database.row(
    sql`select count(*) filter (where value_to is null) as "withoutDate",
        coalesce(sum(case_minor) filter (where value_to is null), 0)::hugeint::varchar as "withoutDateMinor",
        count(*) filter (where value_from <> value_to and ${inWindow(window)}) as imprecise
      ${counting}`,
    { withoutDate: integer, withoutDateMinor: text, imprecise: integer },
  );
  const dated = sql`
    select payer_id as payer, payee_id as payee, date_diff('day', date '1970-01-01', value_to) as time,
      sum(case_minor)::hugeint as minor
    ${counting} and value_to is not null and ${inWindow(window)}
    group by payer_id, payee_id, value_to`;
  const { largest } = await database.row(sql`select coalesce(max(minor), 0)::varchar as largest from (${dated})`, {
    largest: text,
  });
  if (BigInt(largest) > BigInt(Number.MAX_SAFE_INTEGER))
    return {
      refusal: `the payments of one day between two sum to ${largest} minor units; at most ${Number.MAX_SAFE_INTEGER} can be summed exactly`,
    };
  const transfers: SeenTransfer[] = [];
  const rows = sql`select payer, payee, time, minor::bigint as "amountMinor" from (${dated}) order by payer, payee, time`;
  for await (const chunk of database.chunks(rows, { payer: text, payee: text, time: integer, amountMinor: integer }))
    for (const row of chunk) transfers.push(row);
  return { transfers, counts };
}
