import { makeTable, sql, type Database, type TableName } from "../store/index.ts";
import { makeJoinedNodes } from "./joined-nodes.ts";
import type { ValueTables } from "./value-tables.ts";

/** What is known when people have been joined for the first time. */
export interface JoinedInputs extends ValueTables {
  readonly node: TableName;
  readonly ranked: TableName;
  readonly verdict: TableName;
  readonly demoted: TableName;
}

/** The pairs to weigh again, and what their nodes hold beside their own. */
export interface JoinedOrganizations {
  readonly pair: TableName;
  /** derived(node_no, value_no, statement_id): organisations of those whom a node was joined with. */
  readonly derived: TableName;
}

/**
 * Gives each person the organisations of all whom the rules joined with him: who signs for a firm under one spelling is
 * its director under another, whom a third spelling at another firm leads to. The pairs are those that share an
 * organisation only so; two of one hand-over where another one says that the second belongs to it.
 */
export async function joinOrganizations(database: Database, inputs: JoinedInputs): Promise<JoinedOrganizations> {
  const { node, ranked, verdict, demoted, holding, value } = inputs;
  const kept = await makeTable(
    database,
    "match_kept_join",
    sql`select left_no, right_no, verdict from ${verdict} anti join ${demoted} using (left_no, right_no)`,
  );
  const joined = await makeJoinedNodes(database, kept);
  const belonging = await makeTable(
    database,
    "match_belonging",
    sql`
    with own as (
      select node_no, value_no, statement_id, list
      from ${holding} join ${value} using (value_no) join ${node} using (node_no) where facet = 'organization')
    select node_no, value_no, statement_id, list, true as is_own from own
    union all
    select other.node_no, value_no, min(statement_id), list, false
    from own
    join ${joined} as one on one.node_no = own.node_no
    join ${joined} as other on other.first_no = one.first_no
    where (other.node_no, value_no) not in (select (node_no, value_no) from own)
    group by other.node_no, value_no, list`,
  );
  const pair = await makeTable(
    database,
    "match_pair_of_joined",
    sql`
    select left_no, right_no, rule, among, false as is_one_hand_over, is_kept_apart
    from ${ranked}
    semi join (
      select one.node_no as left_no, other.node_no as right_no
      from ${belonging} as one join ${belonging} as other using (value_no)
      join ${node} as left_node on left_node.node_no = one.node_no
      join ${node} as right_node on right_node.node_no = other.node_no
      group by 1, 2
      having not bool_or(one.is_own and other.is_own)
        and bool_or(left_node.list <> right_node.list or one.is_own <> other.is_own and one.list <> other.list))
      using (left_no, right_no)
    where round = 2`,
  );
  const derived = sql`select node_no, value_no, min(statement_id) as statement_id from ${belonging} where not is_own
    group by node_no, value_no`;
  return { pair, derived: await makeTable(database, "match_derived", derived) };
}
