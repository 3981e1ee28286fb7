import { sql, type Sql, type TableName } from "../../store/index.ts";

/**
 * party(party, account, party_id, is_named): each pair of a party and an account that payments name as one end (either
 * may be null), with the end's canonical id. A party of which no book says a name gives way to the holder of its account,
 * where one is known; `party_id` is null where nothing names the end.
 */
export const partyTable = (tables: {
  readonly said: TableName;
  readonly cluster: TableName;
  readonly named: TableName;
  readonly holder: TableName;
}): Sql => sql`
  with pair as (
    select payer as party, payer_account as account from ${tables.said}
    union select payee, payee_account from ${tables.said}),
  joined as (
    select party, account, coalesce(party_cluster.canonical_id, party) as own_id,
      coalesce(account_cluster.canonical_id, account) as account_id
    from pair
    left join ${tables.cluster} as party_cluster on party_cluster.entity_id = party
    left join ${tables.cluster} as account_cluster on account_cluster.entity_id = account),
  known as (
    select party, account, own_id, named.canonical_id is not null as is_named, holder_id,
      coalesce(named_holders, 0) = 1 as holder_is_named
    from joined
    left join ${tables.named} as named on named.canonical_id = own_id
    left join ${tables.holder} as holder on holder.account_id = joined.account_id)
  select party, account, case when is_named then own_id else coalesce(holder_id, own_id) end as party_id,
    is_named or holder_is_named as is_named
  from known`;
