import type { Result } from "../../base/index.ts";
import { integer, sql, text, type Database, type TableName } from "../../store/index.ts";
import { makeTimedPayments, type MadePayments, type PaymentSeen } from "./timed-payments.ts";

/** Payments of a case in time order, in minor units of the case currency, a tick a day since 1970; and what was left out. */
export interface ReadPayments extends MadePayments {
  /** Of known ends and amount, but without a day: nothing tells what came before them. */
  readonly withoutDate: number;
  /** Without a rate into the case currency on their day. */
  readonly withoutRate: number;
  /** Payments of which only the month or the year is known: they stand at its last day, or are left out. */
  readonly imprecise: number;
}

/** Reads the table `flow`; `toTheDay`: only payments of which the day is known. `fault` says why its amounts cannot be summed exactly. */
export async function readPayments(
  database: Database,
  flow: TableName,
  { toTheDay }: { readonly toTheDay: boolean },
): Promise<Result<ReadPayments, string>> {
  const counts = await database.row(
    sql`select count(*) filter (where value_to is null) as "withoutDate",
        count(*) filter (where value_to is not null and case_minor is null) as "withoutRate",
        count(*) filter (where value_from <> value_to and case_minor is not null) as imprecise
      from ${flow}`,
    { withoutDate: integer, withoutRate: integer, imprecise: integer },
  );
  const seen: PaymentSeen[] = [];
  const payments = sql`
    select payment_id as id, payer_id as payer, payee_id as payee, case_minor as "amountMinor",
      date_diff('day', date '1970-01-01', value_to) as tick
    from ${flow} where value_to is not null and case_minor is not null and (value_from = value_to or not ${toTheDay})
    order by payment_id, payer_id, payee_id`;
  for await (const rows of database.chunks(payments, {
    id: text,
    payer: text,
    payee: text,
    amountMinor: integer,
    tick: integer,
  }))
    for (const row of rows) seen.push(row);
  const made = makeTimedPayments(seen, 1);
  return made.ok ? { ok: true, value: { ...made.value, ...counts } } : made;
}

/** A tick of a case as its day, ISO. */
export const dayOfTick = (tick: number): string => new Date(tick * 86_400_000).toISOString().slice(0, 10);

/** The tick of a day, ISO. */
export const tickOfDay = (day: string): number => Date.parse(day) / 86_400_000;
