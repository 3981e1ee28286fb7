import { descendantsOf } from "../../model/index.ts";
import { sql, text, type Database, type Sql, type TableName } from "../../store/index.ts";
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
 * account stands for the payments of which a book names it as that side's account, whoever holds it; a party, where the
 * accounts stand apart in the flows, for those of the accounts that it holds or that a payment names beside it.
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
  const end = isForward ? sql`payer_id` : sql`payee_id`;
  const rows = await database.rows(
    sql`
    with member as (select entity_id from ${tables.cluster} where canonical_id = ${id}),
    ${ownAccountTables(tables)}
    select payment_id as id from ${tables.flow} where ${end} = ${id} or ${end} in (select account_id from held_account)
    union
    select payment_id from ${tables.flow} semi join beside on beside.payment_id = flow.payment_id and account_id = ${end}
    union
    select payment_id from ${tables.payment} where entity_id in (
      select entity_id from ${tables.statement}
      where prop = ${account} and schema in (select unnest(${paymentSchemata}))
        and value in (select entity_id from member))
    order by 1`,
    { id: text },
  );
  return rows.map((row) => row.id);
}

/** held_account(account_id): the accounts that a member holds; beside(payment_id, account_id): those that a payment names beside one. */
const ownAccountTables = ({ statement, cluster, payment }: SeedTables): Sql => sql`
  held_account as (
    select distinct canonical_id as account_id
    from (select entity_id as edge from ${statement} where prop = 'owner' and value in (select entity_id from member)) as owner
    join (select entity_id as edge, value as entity_id from ${statement} where prop = 'asset') as asset using (edge)
    join ${cluster} using (entity_id)),
  beside as (
    select distinct payment_id, canonical_id as account_id
    from (
      select entity_id as mention, case prop when 'payer' then 'payerAccount' else 'beneficiaryAccount' end as prop
      from ${statement} where prop in ('payer', 'beneficiary') and value in (select entity_id from member)) as party
    join (
      select entity_id as mention, prop, value as entity_id
      from ${statement} where prop in ('payerAccount', 'beneficiaryAccount')) as account using (mention, prop)
    join ${cluster} using (entity_id)
    join (select payment_id, entity_id as mention from ${payment}) as told using (mention))`;
