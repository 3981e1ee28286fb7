import { joinSql, sql, type Database, type Sql, type TableName } from "../store/index.ts";
import { addressRule, blockingRules } from "./blocking-rules.ts";
import { makeTable } from "./make-table.ts";
import { nodeKinds } from "./node-kind.ts";
import type { ValueTables } from "./value-tables.ts";

/** block_key(node_no, rule, blocking_key): every key of every node, from the keys that SQL makes and those of names. */
export async function makeBlockKeys(
  database: Database,
  node: TableName,
  tables: ValueTables,
  nameKey: TableName,
): Promise<TableName> {
  const byRule = blockingRules.flatMap(({ rule, facets, key }) =>
    key === undefined ? [] : [ruleKeys(tables.value, rule, facets, key)],
  );
  return makeTable(
    database,
    "match_block_key",
    sql`select distinct node_no, rule, blocking_key
      from (${joinSql(byRule, " union all ")} union all select value_no, rule, blocking_key from ${nameKey}) as key
      join ${tables.holding} using (value_no)
      join ${node} using (node_no)
      where blocking_key is not null and blocking_key <> ''
        and (rule <> ${addressRule} or kind = ${nodeKinds.address})`,
  );
}

const ruleKeys = (value: TableName, rule: number, facets: readonly string[], key: Sql): Sql => sql`
  select value_no, ${rule}::utinyint as rule, ${key} as blocking_key
  from ${value} where facet in (select unnest(${facets}))`;
