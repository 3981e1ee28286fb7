import { joinSql, makeTable, sql, type Database, type Sql, type TableName } from "../store/index.ts";
import { nodeKinds } from "./node-kind.ts";
import { traitPairs, traits, type Trait } from "./traits.ts";
import type { ValueTables } from "./value-tables.ts";

/** trait(node_no, rule, blocking_key): what people and parties share with many, each once; of a list of words the rarest. */
export async function makeTraits(
  database: Database,
  tables: ValueTables & { readonly node: TableName; readonly namePart: TableName },
): Promise<TableName> {
  const keys = traits.map((trait) => traitKeys(tables, trait));
  const every = await makeTable(
    database,
    "match_every_trait",
    sql`select distinct node_no, rule, blocking_key, rarest
      from (${joinSql(keys, " union all ")}) join ${tables.holding} using (value_no) join ${tables.node} using (node_no)
      where blocking_key <> '' and kind in (${nodeKinds.person}, ${nodeKinds.party})`,
  );
  return makeTable(
    database,
    "match_trait",
    sql`with shared as (
        select rule, blocking_key, count(*) as nodes from ${every} group by rule, blocking_key having count(*) > 1)
      select node_no, rule, blocking_key from ${every} join shared using (rule, blocking_key)
      qualify row_number() over (partition by node_no, rule order by nodes, blocking_key) <= coalesce(rarest, 1000000)`,
  );
}

const traitKeys = (
  { value, namePart }: { readonly value: TableName; readonly namePart: TableName },
  { rule, facet, keys, rarest }: Trait,
): Sql =>
  keys === undefined
    ? sql`select value_no, ${rule}::utinyint as rule, part as blocking_key, ${rarest ?? null}::integer as rarest from ${namePart}`
    : sql`select value_no, ${rule}::utinyint, unnest(${keys}), ${rarest ?? null}::integer from ${value} where facet = ${facet}`;

/** block_key(node_no, rule, blocking_key, block): every two traits of a node that bring it to others, as one key without a text. */
export const traitPairKeys = (trait: TableName): Sql =>
  joinSql(
    traitPairs.map(
      ({ rule, one, other }) => sql`
        select one.node_no, ${rule}::utinyint as rule, null::varchar as blocking_key,
          hash(${rule}::utinyint, one.blocking_key, other.blocking_key) as block
        from ${trait} as one join ${trait} as other using (node_no)
        where one.rule = ${one.rule} and other.rule = ${other.rule}
          and (${one !== other} or one.blocking_key < other.blocking_key)`,
    ),
    " union all ",
  );
