import { sql, type Sql, type TableName } from "../../store/index.ts";

/**
 * party(entity_id, is_payer, party_id, is_named): the two ends of each Payment entity by canonical id. A party of which
 * no book says a name gives way to the holder of its account, where one is known; an end that nothing names is left out.
 */
export const partyTable = (tables: {
  readonly said: TableName;
  readonly cluster: TableName;
  readonly named: TableName;
  readonly holder: TableName;
}): Sql => sql`
  with side as (
    select entity_id, true as is_payer, payer as party, payer_account as account from ${tables.said}
    union all select entity_id, false, payee, payee_account from ${tables.said}),
  joined as (
    select side.entity_id, is_payer, coalesce(party_cluster.canonical_id, party) as party_id,
      coalesce(account_cluster.canonical_id, account) as account_id
    from side
    left join ${tables.cluster} as party_cluster on party_cluster.entity_id = party
    left join ${tables.cluster} as account_cluster on account_cluster.entity_id = account),
  known as (
    select joined.*, named.canonical_id is not null as is_named, holder_id, coalesce(named_holders, 0) = 1 as holder_is_named
    from joined
    left join ${tables.named} as named on named.canonical_id = party_id
    left join ${tables.holder} as holder on holder.account_id = joined.account_id)
  select entity_id, is_payer, case when is_named then party_id else coalesce(holder_id, party_id) end as party_id,
    is_named or holder_is_named as is_named
  from known where coalesce(party_id, holder_id) is not null`;
