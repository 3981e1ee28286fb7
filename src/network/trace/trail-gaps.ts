import { descendantsOf } from "../../model/index.ts";
import { integer, sql, type Database } from "../../store/index.ts";
import type { SeedTables } from "./find-seeds.ts";
import type { TraceQuestion } from "./trace.ts";

/** Where a trail may go on unseen: payments of the parties on it that no rule can follow. */
export interface TrailGaps {
  /** Payments of which the other end or the amount is not known. */
  readonly withoutEndOrAmount: number;
  readonly withoutDate: number;
  readonly withoutRate: number;
  /** Parties on the trail of which no book says a name: known by an account alone, the holder unnamed. */
  readonly unnamed: number;
}

const paymentSchemata = descendantsOf("Payment");

/** Counts the gaps beside a trail: forward among the payments that its parties make, backward among those that they take in. */
export async function countGaps(
  database: Database,
  tables: SeedTables,
  { nodeIds, direction }: { readonly nodeIds: readonly string[]; readonly direction: TraceQuestion["direction"] },
): Promise<TrailGaps> {
  const isForward = direction === "forward";
  const sides = isForward ? ["payer", "payerAccount"] : ["beneficiary", "beneficiaryAccount"];
  return database.row(
    sql`
    with party as (select unnest(${nodeIds}::varchar[]) as id),
    member as (select entity_id, canonical_id from ${tables.cluster} where canonical_id in (select id from party)),
    own as (
      select value_to, case_minor from ${tables.flow}
      where ${isForward ? sql`payer_id` : sql`payee_id`} in (select id from party)),
    endless as (
      select distinct payment_id from ${tables.payment} where entity_id in (
        select entity_id from ${tables.statement}
        where prop in (select unnest(${sides})) and schema in (select unnest(${paymentSchemata}))
          and value in (select entity_id from member))
        and payment_id not in (select payment_id from ${tables.flow})),
    named as (
      select distinct canonical_id from member where entity_id in (
        select entity_id from ${tables.statement} where prop in ('name', 'firstName', 'lastName'))
      union
      select distinct account.canonical_id
      from member as account
      join (select entity_id as edge, value from ${tables.statement} where prop = 'asset') as asset on asset.value = account.entity_id
      join (select entity_id as edge, value as entity_id from ${tables.statement} where prop = 'owner') as owner using (edge)
      join ${tables.cluster} as holder on holder.entity_id = owner.entity_id
      join ${tables.cluster} as mention on mention.canonical_id = holder.canonical_id
      where mention.entity_id in (select entity_id from ${tables.statement} where prop in ('name', 'firstName', 'lastName')))
    select (select count(*) from endless) as "withoutEndOrAmount",
      (select count(*) from own where value_to is null) as "withoutDate",
      (select count(*) from own where value_to is not null and case_minor is null) as "withoutRate",
      (select count(*) from party where id not in (select canonical_id from named)) as unnamed`,
    { withoutEndOrAmount: integer, withoutDate: integer, withoutRate: integer, unnamed: integer },
  );
}
