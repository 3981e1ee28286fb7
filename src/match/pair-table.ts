import {
  bigInteger,
  dropTables,
  integer,
  makeTable,
  rawSql,
  sql,
  text,
  type Database,
  type TableName,
} from "../store/index.ts";
import { blockingRules, weakRules } from "./blocking-rules.ts";
import { nodeKinds } from "./node-kind.ts";
import { dayAndAddressRule, traitPairRule, traitPairs } from "./traits.ts";

/** A rule of one key makes at most this many pairs for each node, and any rule this many at least. */
const pairsPerNode = 10;
const pairsMin = 500_000;
const traitPairsMin = 50_000;

/** How far apart two members of a cut block, in the order of their values, are still compared. */
const neighbourReach = 2;

/** Keys of one rule that too many entities share, and what was left out for it. */
export interface SkippedBlocks {
  readonly rule: number;
  readonly sentence: string;
  readonly blocks: number;
  /** How many entities share the most common of these keys. */
  readonly largest: number;
  /** Pairs of entities that no key of this rule brought together; another rule may have. */
  readonly pairs: bigint;
}

/** The pairs to compare, and what was not compared. */
export interface MetPairs {
  /**
   * pair(left_no, right_no, rule, left_kind, right_kind, ways): each pair once, left before right,
   * under its first rule: but under that of one day of birth and one address where else only a name or a day would bring
   * it together. `ways` has a bit for each kind of key that both had.
   */
  readonly pair: TableName;
  readonly skipped: readonly SkippedBlocks[];
}

/**
 * Brings together the entities that share a key. Blocks that are too large for their rule are cut: of those of one key
 * only neighbours in the order of kind and first name are paired, so that entities that look alike stay connected; those
 * of two traits are left to the other rules. Two entries of one public list are never paired: its publisher keeps them apart.
 */
export async function makePairs(
  database: Database,
  tables: {
    readonly node: TableName;
    readonly blockKey: TableName;
    readonly holding: TableName;
    readonly nameFeature: TableName;
  },
): Promise<MetPairs> {
  const block = await makeTable(
    database,
    "match_block",
    sql`select block, rule, count(*) as size from ${tables.blockKey} group by block, rule having count(*) > 1`,
  );
  const limit = await makeLimits(database, tables.node, block);
  const member = await makeTable(
    database,
    "match_block_member",
    sql`select block, rule, size, size > size_max as is_cut, node_no, kind, list, is_listed
      from ${block} join ${limit} as size_limit using (rule)
      join ${tables.blockKey} using (block, rule) join ${tables.node} using (node_no)`,
  );
  const pair = await makeTable(
    database,
    "match_pair",
    sql`with cut as (
        select *, row_number() over (partition by block order by kind, first_name, node_no) as place
        from ${member}
        left join (select node_no, min(value_no) as first_name
          from ${tables.holding} semi join ${tables.nameFeature} using (value_no) group by node_no) using (node_no)
        where is_cut and rule < ${traitPairRule}),
      met as (
        select one.node_no as left_no, other.node_no as right_no, one.rule, one.kind as left_kind,
          other.kind as right_kind, one.is_listed and other.is_listed and one.list = other.list as is_one_list
        from ${member} as one join ${member} as other using (block)
        where one.node_no < other.node_no and not one.is_cut
        union all
        select least(one.node_no, other.node_no), greatest(one.node_no, other.node_no), one.rule, one.kind, other.kind,
          one.is_listed and other.is_listed and one.list = other.list
        from (select *, unnest(range(1, ${neighbourReach + 1})) as reach from cut) as one
        join cut as other on other.block = one.block and other.place = one.place + reach)
      select left_no, right_no, case when bool_or(rule = ${dayAndAddressRule}) and min(rule) in (${rawSql(weakRules.join(", "))}) then ${dayAndAddressRule} else min(rule) end::utinyint as rule, min(left_kind) as left_kind, min(right_kind) as right_kind,
        bit_or(1::ubigint << rule) as ways
      from met
      where not is_one_list and (left_kind = right_kind
        or left_kind in (${nodeKinds.person}, ${nodeKinds.organization}) and right_kind = ${nodeKinds.party}
        or right_kind in (${nodeKinds.person}, ${nodeKinds.organization}) and left_kind = ${nodeKinds.party})
      group by left_no, right_no`,
  );
  const skipped = await database.rows(
    sql`select rule, sentence, count(*) as blocks, max(size) as largest,
        sum(size * (size - 1) // 2 - case when rule < ${traitPairRule} then ${neighbourReach} * size - ${(neighbourReach * (neighbourReach + 1)) / 2} else 0 end)::bigint as pairs
      from ${block} join ${limit} using (rule) where size > size_max group by rule, sentence order by rule`,
    { rule: integer, sentence: text, blocks: integer, largest: integer, pairs: bigInteger },
  );
  await dropTables(database, member, block, limit);
  return { pair, skipped };
}

/** What a rule says of two that it brought together. */
const sentences: ReadonlyMap<number, string> = new Map([
  ...blockingRules.map(({ rule, sentence }) => [rule, sentence] as const),
  ...traitPairs.map(
    ({ rule, one, other }) =>
      [rule, `Both share ${one === other ? "two parts of the name" : `${one.words} and ${other.words}`}.`] as const,
  ),
]);

/** The pairs that a rule may make. */
function budgetOf(rule: number, nodes: number): bigint {
  const traits = traitPairs.find((each) => each.rule === rule);
  return BigInt(
    traits
      ? Math.max(traitPairsMin, Math.round(nodes * traits.pairsPerNode))
      : Math.max(pairsMin, nodes * pairsPerNode),
  );
}

/** limit(rule, sentence, size_max): the largest size up to which all blocks of a rule together stay within its pairs. */
async function makeLimits(database: Database, node: TableName, block: TableName): Promise<TableName> {
  const { nodes } = await database.row(sql`select count(*) as nodes from ${node}`, { nodes: integer });
  const sizes = await database.rows(
    sql`select rule, size, count(*) * size * (size - 1) // 2 as pairs from ${block} group by rule, size order by rule, size`,
    { rule: integer, size: integer, pairs: bigInteger },
  );
  const limits = new Map<number, { size: number; pairs: bigint }>();
  for (const { rule, size, pairs } of sizes) {
    const before = limits.get(rule) ?? { size: 1, pairs: 0n };
    const after = before.pairs + pairs;
    limits.set(rule, { size: after <= budgetOf(rule, nodes) ? size : before.size, pairs: after });
  }
  const limit = await database.temporary("match_limit", "rule utinyint, sentence varchar, size_max integer");
  await database.append(limit, {
    rule: [...limits.keys()],
    sentence: [...limits.keys()].map((rule) => sentences.get(rule) ?? ""),
    size_max: [...limits.values()].map(({ size }) => size),
  });
  return limit;
}
