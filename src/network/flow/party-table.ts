import { descendantsOf } from "../../model/index.ts";
import { sql, type Sql, type TableName } from "../../store/index.ts";

const paymentSchemata = descendantsOf("Payment");

/**
 * party(party, account, party_id, is_named): each pair of a party and an account that payments name as one end (hashes of
 * entity ids; either may be null), with the end's canonical id. A party of which no book says a name gives way to the holder of its account,
 * where one is known; `party_id` is null where nothing names the end. With `isApart` an account that is named stands for
 * itself, whoever holds it, so that money that moves between two accounts of one holder is a flow.
 */
export const partyTable = (tables: {
  readonly said: TableName;
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly named: TableName;
  readonly holder: TableName;
  readonly isApart: boolean;
}): Sql => sql`
  with pair as (
    select payer as party, payer_account as account from ${tables.said}
    union select payee, payee_account from ${tables.said}),
  clustered as (select hash(entity_id) as entity, canonical_id from ${tables.cluster}),
  known_as as (
    from clustered
    union all
    select hash(value) as entity, min(value) from ${tables.statement}
    where schema in (select unnest(${paymentSchemata})) and prop_type = 'entity' and hash(value) in (
      select unnest([party, account]) from pair
      where party not in (select entity from clustered) or account not in (select entity from clustered))
      and hash(value) not in (select entity from clustered)
    group by hash(value)),
  joined as (
    select party, account, party_as.canonical_id as own_id, account_as.canonical_id as account_id
    from pair
    left join known_as as party_as on party_as.entity = party
    left join known_as as account_as on account_as.entity = account),
  known as (
    select party, account, own_id, joined.account_id, named.canonical_id is not null as is_named, holder_id,
      coalesce(named_holders, 0) = 1 as holder_is_named
    from joined
    left join ${tables.named} as named on named.canonical_id = own_id
    left join ${tables.holder} as holder on holder.account_id = joined.account_id)
  select party, account, case when ${tables.isApart} and account_id is not null then account_id when is_named then own_id else coalesce(holder_id, own_id) end as party_id,
    is_named or holder_is_named as is_named
  from known`;
