import type { CanonicalId } from "../model/index.ts";
import { bigInteger, integer, nullable, sql, text } from "../store/index.ts";
import { captionsOf } from "./captions.ts";
import { standInsOf } from "./closed-contacts.ts";
import type { Reader } from "./reader.ts";

/** The payments of a canonical entity in the order of their days, `limit` at most, with how many there are; closed contacts by words without their ids. */
export async function paymentsOf(reader: Reader, canonical: CanonicalId, limit: number) {
  const own = sql`from ${reader.table("flow")} where payer_id = ${canonical} or payee_id = ${canonical}`;
  const { count } = await reader.database.row(sql`select count(*) as count ${own}`, { count: integer });
  const rows = await reader.database.rows(
    sql`select payment_id as "paymentId", case when payer_id = ${canonical} then 'to' else 'from' end as direction,
        case when payer_id = ${canonical} then payee_id else payer_id end as "otherId", case_minor::hugeint as "caseMinor",
        amount_minor::hugeint as "amountMinor", currency, value_from::varchar as "from", value_to::varchar as "to"
      ${own} order by value_from nulls last, payment_id, payer_id, payee_id limit ${limit}`,
    {
      paymentId: text,
      direction: text,
      otherId: text,
      caseMinor: nullable(bigInteger),
      amountMinor: bigInteger,
      currency: text,
      from: nullable(text),
      to: nullable(text),
    },
  );
  const captions = await captionsOf(
    reader,
    rows.map(({ otherId }) => otherId),
  );
  const standIn = await standInsOf(
    reader,
    rows.map(({ otherId }) => otherId),
  );
  const payments = rows.map(({ direction, caseMinor, amountMinor, ...row }) => ({
    ...row,
    direction: direction === "to" ? ("to" as const) : ("from" as const),
    otherId: standIn(row.otherId),
    otherCaption: captions.get(row.otherId) ?? row.otherId,
    caseMinor: caseMinor === null ? null : String(caseMinor),
    amountMinor: String(amountMinor),
  }));
  return { count, payments };
}
