import { integer, listOf, sql, text, type Database, type TableName } from "../../store/index.ts";
import { inWindow, type Window } from "./channel-table.ts";

/** What the question saw of the payments, as counts; amounts in minor units of their own currency. */
export interface Coverage {
  readonly payments: number;
  /** Payments of which an end or the amount is not known: in no flow. */
  readonly withoutEndOrAmount: number;
  readonly withoutDate: number;
  readonly outsideWindow: number;
  readonly toOneself: number;
  /** Money in the case currency that counts, minor units as text. */
  readonly seenMinor: string;
  /** Payments of more than twenty times what 99 in 100 payments stay within; they count, and deserve a look. */
  readonly outsized: { readonly aboveMinor: string; readonly payments: number; readonly minor: string };
  /** Payments without a rate into the case currency, outside every percentage. */
  readonly withoutRate: readonly { readonly currency: string; readonly payments: number; readonly minor: string }[];
}

/** Counts what the flows of a window cover. */
export async function readCoverage(
  database: Database,
  tables: { readonly payment: TableName; readonly flow: TableName },
  window: Window,
): Promise<Coverage> {
  const { aboveMinor, outsizedPayments, outsizedMinor, ...counts } = await database.row(
    sql`
    with inside as (select * from ${tables.flow} where ${inWindow(window)}),
    usual as (select 20 * quantile_disc(case_minor, 0.99)::hugeint as above from inside where case_minor > 0),
    outsized as (select case_minor, above from inside, usual where case_minor > above),
    rateless as (
      select currency, count(*) as payments, sum(amount_minor)::hugeint::varchar as minor
      from inside where case_minor is null group by currency)
    select (select count(distinct payment_id) from ${tables.payment}) as payments,
      (select count(distinct payment_id) from ${tables.payment}) - (select count(*) from ${tables.flow}) as "withoutEndOrAmount",
      (select count(*) from ${tables.flow} where value_from is null) as "withoutDate",
      (select count(*) from ${tables.flow}) - (select count(*) from inside) as "outsideWindow",
      (select count(*) from inside where payer_id = payee_id) as "toOneself",
      (select coalesce(sum(case_minor), 0)::hugeint::varchar from inside) as "seenMinor",
      (select coalesce(max(above), 0)::varchar from usual) as "aboveMinor",
      (select count(*) from outsized) as "outsizedPayments",
      (select coalesce(sum(case_minor), 0)::hugeint::varchar from outsized) as "outsizedMinor",
      coalesce((select list({currency: currency, payments: payments, minor: minor} order by currency) from rateless), []) as "withoutRate"`,
    {
      payments: integer,
      withoutEndOrAmount: integer,
      withoutDate: integer,
      outsideWindow: integer,
      toOneself: integer,
      seenMinor: text,
      aboveMinor: text,
      outsizedPayments: integer,
      outsizedMinor: text,
      withoutRate: listOf({ currency: text, payments: integer, minor: text }),
    },
  );
  return { ...counts, outsized: { aboveMinor, payments: outsizedPayments, minor: outsizedMinor } };
}
