import { integer, makeTable, sql, text, type Database, type TableName } from "../../store/index.ts";
import type { Channels } from "./channel-table.ts";

/** Two parties between whom money could go unseen, by node number, smaller first, and what they share. */
export interface LatentPair {
  readonly one: number;
  readonly other: number;
  readonly shares: "owner" | "director" | "address" | "bank";
}

/** The pairs, and how many things were left aside because too many share them. */
export interface LatentPairs {
  readonly pairs: readonly LatentPair[];
  readonly skipped: number;
}

/** What more parties than this share tells nothing of two of them: a formation agent's address, a large bank. */
const sharersMax = 8;

/**
 * Finds the parties of a network who share an owner, a director, an address or the bank of an account, or of whom one owns
 * the other: between them money could go on a way that no payment shows. Each pair once, by the first of these that it shares.
 */
export async function readLatentPairs(
  database: Database,
  tables: { readonly statement: TableName; readonly cluster: TableName },
  channels: Channels,
): Promise<LatentPairs> {
  const { statement, cluster } = tables;
  const node = await database.temporary("network_latent_node", "no integer, id varchar");
  await database.append(node, { no: [...channels.nodeIds.keys()], id: channels.nodeIds });
  const edge = (from: string, to: string) => sql`
    select one.value as from_id, other.value as to_id
    from (select entity_id, value from ${statement} where prop = ${from}) as one
    join (select entity_id, value from ${statement} where prop = ${to}) as other using (entity_id)`;
  const shared = await makeTable(
    database,
    "network_latent_shared",
    sql`
    with member as (select no, entity_id from ${node} join ${cluster} on canonical_id = id),
    owned as (
      select coalesce(owner.canonical_id, from_id) as owner_id, asset.no
      from (${edge("owner", "asset")}) join member as asset on asset.entity_id = to_id
      left join ${cluster} as owner on owner.entity_id = from_id),
    directed as (
      select coalesce(director.canonical_id, from_id) as director_id, organization.no
      from (${edge("director", "organization")}) join member as organization on organization.entity_id = to_id
      left join ${cluster} as director on director.entity_id = from_id),
    account as (
      select coalesce(account.canonical_id, to_id) as account_id, holder.no
      from (${edge("owner", "asset")}) join member as holder on holder.entity_id = from_id
      left join ${cluster} as account on account.entity_id = to_id),
    kept as (
      select no, coalesce(bank.canonical_id, bank_said.value) as bank_id
      from account join ${cluster} as one on one.canonical_id = account_id
      join ${statement} as bank_said on bank_said.entity_id = one.entity_id and bank_said.prop = 'bank'
      left join ${cluster} as bank on bank.entity_id = bank_said.value),
    stands as (
      select no, lower(regexp_replace(value, '[^\\p{L}\\p{N}]+', ' ', 'g')) as place
      from member join ${statement} using (entity_id) where prop = 'address' and length(value) > 8)
    select distinct 1 as kind, owner_id as key, no from owned
    union select 1, id, owned.no from owned join ${node} as node on node.id = owner_id
    union select 1, owner_id, node.no from owned join ${node} as node on node.id = owner_id
    union select 2, director_id, no from directed
    union select 3, place, no from stands
    union select 4, bank_id, no from kept`,
  );
  const sharers = sql`select kind, key, count(distinct no) as sharers from ${shared} group by kind, key having sharers > 1`;
  const pairs = await database.rows(
    sql`with shared as (select kind, key, no, sharers from ${shared} join (${sharers}) using (kind, key) where sharers <= ${sharersMax})
      select one.no as one, other.no as other,
        case min(one.kind) when 1 then 'owner' when 2 then 'director' when 3 then 'address' else 'bank' end as shares
      from shared as one join shared as other using (kind, key)
      where one.no < other.no group by one.no, other.no order by one.no, other.no`,
    { one: integer, other: integer, shares: text },
  );
  const { skipped } = await database.row(
    sql`select count(*) as skipped from (${sharers}) where sharers > ${sharersMax}`,
    { skipped: integer },
  );
  return { pairs: pairs.map(({ shares, ...pair }) => ({ ...pair, shares: shares as LatentPair["shares"] })), skipped };
}
