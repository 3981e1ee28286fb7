import { joinSql, makeTable, sql, type Database, type Sql, type TableName } from "../store/index.ts";
import { addressRule, blockingRules, holderRule } from "./blocking-rules.ts";
import { nodeKinds } from "./node-kind.ts";
import { traitPairKeys } from "./trait-tables.ts";
import type { ValueTables } from "./value-tables.ts";

/**
 * block_key(node_no, rule, blocking_key, block): every key of every node, from the keys that SQL makes, those of names and
 * every two traits, which have no text. `block` is a hash of rule and key: two that share it share the key.
 */
export async function makeBlockKeys(
  database: Database,
  tables: ValueTables & { readonly node: TableName; readonly nameKey: TableName; readonly trait: TableName },
): Promise<TableName> {
  const { node, nameKey, trait } = tables;
  const byRule = blockingRules.flatMap(({ rule, facets, key }) =>
    key === undefined ? [] : [ruleKeys(tables.value, rule, facets, key)],
  );
  return makeTable(
    database,
    "match_block_key",
    sql`select *, hash(rule, blocking_key) as block from (
      select distinct node_no, rule, blocking_key
      from (${joinSql(byRule, " union all ")} union all select value_no, rule, blocking_key from ${nameKey}) as key
      join ${tables.holding} using (value_no)
      join ${node} using (node_no)
      where blocking_key is not null and blocking_key <> ''
        and (rule <> ${addressRule} or kind = ${nodeKinds.address}))
      union all ${traitPairKeys(trait)}`,
  );
}

const ruleKeys = (value: TableName, rule: number, facets: readonly string[], key: Sql): Sql => sql`
  select value_no, ${rule}::utinyint as rule, ${key} as blocking_key
  from ${value} where facet in (select unnest(${facets}))`;

/** block_key(node_no, rule, blocking_key, block) of accounts by their holders, which are numbers of nodes. */
export const holderKeyTable = ({ value, holding, node }: ValueTables & { readonly node: TableName }): Sql => sql`
  select node_no, ${holderRule}::utinyint as rule, value as blocking_key, hash(${holderRule}::utinyint, value) as block
  from ${holding} join ${value} using (value_no) join ${node} using (node_no)
  where facet = 'holder' and kind = ${nodeKinds.account}`;

/** The rows of `blocking_key` for accounts of one holder, who stands under his entity id. */
export const namedHolderKeys = (blockKey: TableName, node: TableName): Sql => sql`
  select account.entity_id, rule, holder.entity_id
  from ${blockKey}
  join ${node} as account using (node_no)
  join ${node} as holder on holder.node_no = blocking_key::integer
  order by rule, holder.entity_id, account.entity_id`;
