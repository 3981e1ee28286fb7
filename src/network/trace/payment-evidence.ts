import { groupBy } from "../../base/index.ts";
import { hex, sql, text, type Database, type TableName } from "../../store/index.ts";

/** The tables in which payments are looked up. */
export interface PaymentTables {
  readonly statement: TableName;
  readonly payment: TableName;
}

/** The statements of the amounts of payments, by payment: every mention's, in the order of their ids. */
export async function statementsOfPayments(
  database: Database,
  tables: PaymentTables,
  paymentIds: readonly string[],
): Promise<(paymentId: string) => readonly string[]> {
  const rows = await database.rows(
    sql`
    select distinct payment_id as payment, statement_id as statement
    from ${tables.payment} join ${tables.statement} using (entity_id)
    where prop = 'amount' and payment_id in (select unnest(${[...new Set(paymentIds)]}::varchar[]))
    order by payment_id, statement_id`,
    { payment: text, statement: hex },
  );
  const found = groupBy(rows, (row) => row.payment);
  return (paymentId) => (found.get(paymentId) ?? []).map((row) => row.statement);
}
