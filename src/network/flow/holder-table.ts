import { sql, type Sql, type TableName } from "../../store/index.ts";

/** named(canonical_id): every canonical entity of which some book says a name. */
export const namedTable = (tables: { readonly statement: TableName; readonly cluster: TableName }): Sql => sql`
  select distinct cluster.canonical_id
  from (select distinct entity_id from ${tables.statement} where prop in ('name', 'lastName', 'firstName')) as said
  join ${tables.cluster} as cluster using (entity_id)`;

/**
 * holder(account_id, holder_id, named_holders): who holds each account that is said to have a holder, by canonical ids:
 * its one named holder; where no holder has a name, the first of the unnamed ones; null where several are named.
 */
export const holderTable = (tables: {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly named: TableName;
}): Sql => sql`
  with owned as (
    select distinct coalesce(asset_cluster.canonical_id, asset) as account_id, coalesce(owner_cluster.canonical_id, owner) as holder_id
    from (
      select owner.value as owner, asset.value as asset
      from (select entity_id, value from ${tables.statement} where schema = 'Ownership' and prop = 'owner') as owner
      join (select entity_id, value from ${tables.statement} where schema = 'Ownership' and prop = 'asset') as asset using (entity_id))
    left join ${tables.cluster} as asset_cluster on asset_cluster.entity_id = asset
    left join ${tables.cluster} as owner_cluster on owner_cluster.entity_id = owner),
  marked as (
    select owned.*, named.canonical_id is not null as is_named
    from owned left join ${tables.named} as named on named.canonical_id = holder_id)
  select account_id, count(*) filter (where is_named) as named_holders,
    case count(*) filter (where is_named) when 1 then min(holder_id) filter (where is_named)
      when 0 then min(holder_id) end as holder_id
  from marked group by account_id`;
