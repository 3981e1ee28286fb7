import { bigInteger, dropTables, integer, makeTable, sql, type Database, type TableName } from "../store/index.ts";
import { nodeKinds } from "./node-kind.ts";

/** A rule makes at most this many pairs for each node, and this many at least; larger blocks are cut to neighbours. */
const pairsPerNode = 10;
const pairsMin = 500_000;

/** How far apart two members of a cut block, in the order of their values, are still compared. */
const neighbourReach = 2;

/**
 * pair(left_no, right_no, rule): the pairs to compare, each once under its first rule, left before right. Blocks that
 * are too large for their rule are cut: only neighbours in the order of kind and first name are paired, so that
 * entities that look alike stay connected. Two entries of one public list are never paired: its publisher keeps them apart.
 */
export async function makePairs(
  database: Database,
  tables: {
    readonly node: TableName;
    readonly blockKey: TableName;
    readonly holding: TableName;
    readonly nameFeature: TableName;
  },
): Promise<TableName> {
  const block = await makeTable(
    database,
    "match_block",
    sql`select (row_number() over (order by rule, blocking_key) - 1)::integer as block_no, rule, blocking_key,
        count(*) as size
      from ${tables.blockKey} group by rule, blocking_key having count(*) > 1`,
  );
  const limit = await makeLimits(database, tables.node, block);
  const member = await makeTable(
    database,
    "match_block_member",
    sql`select block_no, block.rule, size, size > size_max as is_cut, node_no, kind, list, is_listed
      from ${block} as block join ${limit} as size_limit using (rule)
      join ${tables.blockKey} using (rule, blocking_key) join ${tables.node} using (node_no)`,
  );
  const pair = await makeTable(
    database,
    "match_pair",
    sql`with cut as (
        select *, row_number() over (partition by block_no order by kind, first_name, node_no) as place
        from ${member}
        left join (select node_no, min(value_no) as first_name
          from ${tables.holding} semi join ${tables.nameFeature} using (value_no) group by node_no) using (node_no)
        where is_cut),
      met as (
        select one.node_no as left_no, other.node_no as right_no, one.rule, one.kind as left_kind,
          other.kind as right_kind, one.is_listed and other.is_listed and one.list = other.list as is_one_list
        from ${member} as one join ${member} as other using (block_no)
        where one.node_no < other.node_no and not one.is_cut
        union all
        select least(one.node_no, other.node_no), greatest(one.node_no, other.node_no), one.rule, one.kind, other.kind,
          one.is_listed and other.is_listed and one.list = other.list
        from (select *, unnest(range(1, ${neighbourReach + 1})) as reach from cut) as one
        join cut as other on other.block_no = one.block_no and other.place = one.place + reach)
      select left_no, right_no, min(rule) as rule, min(left_kind) as left_kind, min(right_kind) as right_kind
      from met
      where not is_one_list and (left_kind = right_kind
        or left_kind in (${nodeKinds.person}, ${nodeKinds.organization}) and right_kind = ${nodeKinds.party}
        or right_kind in (${nodeKinds.person}, ${nodeKinds.organization}) and left_kind = ${nodeKinds.party})
      group by left_no, right_no`,
  );
  await dropTables(database, member, block, limit);
  return pair;
}

/** limit(rule, size_max): the largest size up to which all blocks of a rule together stay within its pairs. */
async function makeLimits(database: Database, node: TableName, block: TableName): Promise<TableName> {
  const { nodes } = await database.row(sql`select count(*) as nodes from ${node}`, { nodes: integer });
  const sizes = await database.rows(
    sql`select rule, size, count(*) * size * (size - 1) // 2 as pairs from ${block} group by rule, size order by rule, size`,
    { rule: integer, size: integer, pairs: bigInteger },
  );
  const budget = BigInt(Math.max(pairsMin, nodes * pairsPerNode));
  const limits = new Map<number, { size: number; pairs: bigint }>();
  for (const { rule, size, pairs } of sizes) {
    const before = limits.get(rule) ?? { size: 1, pairs: 0n };
    const after = before.pairs + pairs;
    limits.set(rule, { size: after <= budget ? size : before.size, pairs: after });
  }
  const limit = await database.temporary("match_limit", "rule utinyint, size_max integer");
  await database.append(limit, {
    rule: [...limits.keys()],
    size_max: [...limits.values()].map(({ size }) => size),
  });
  return limit;
}
