import { descendantsOf } from "../../model/index.ts";
import { sql, text, type Database, type TableName } from "../../store/index.ts";
import type { TraceQuestion } from "./trace.ts";

/** Where a trail begins: a payment, or a party or account with all payments of its side. */
export type TraceStart =
  | { readonly kind: "payment"; readonly paymentIds: readonly string[] }
  | { readonly kind: "entity"; readonly canonicalId: string };

/** The tables in which the start is looked up. */
export interface SeedTables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly payment: TableName;
  readonly flow: TableName;
}

const paymentSchemata = descendantsOf("Payment");

/**
 * The payments with which a trail begins, by id: forward those that a party makes, backward those that it takes in. A bank
 * account stands for the payments of which a book names it as that side's account, whoever holds it.
 */
export async function findSeeds(
  database: Database,
  tables: SeedTables,
  { start, direction }: { readonly start: TraceStart; readonly direction: TraceQuestion["direction"] },
): Promise<readonly string[]> {
  if (start.kind === "payment") return start.paymentIds;
  const isForward = direction === "forward";
  const account = isForward ? "payerAccount" : "beneficiaryAccount";
  const id = start.canonicalId;
  const rows = await database.rows(
    sql`
    select payment_id as id from ${tables.flow} where ${isForward ? sql`payer_id` : sql`payee_id`} = ${id}
    union
    select payment_id from ${tables.payment} where entity_id in (
      select entity_id from ${tables.statement}
      where prop = ${account} and schema in (select unnest(${paymentSchemata}))
        and value in (select entity_id from ${tables.cluster} where canonical_id = ${id}))
    order by 1`,
    { id: text },
  );
  return rows.map((row) => row.id);
}
