import { at, groupBy } from "../base/index.ts";
import {
  boolean,
  integer,
  makeTable,
  nullable,
  sql,
  text,
  type Database,
  type Stage,
  type StageContext,
  type TableName,
} from "../store/index.ts";
import { growForest, type Forest, type Link, type MemberFacts } from "./cluster-forest.ts";
import { decisionTable } from "./decision-table.ts";
import { linkTable, memberTable, nameTable, ruleText, strongTable } from "./member-tables.ts";
import { nodeTable } from "./node-table.ts";

/**
 * Joins what `match` found to be one and what a person decided, and gives every node entity its canonical id: the
 * member of the earliest hand-over, then the smallest entity id. The tree of joins stays in `joined_to` and
 * `joined_by`; who stands alone has null in both.
 */
export const resolveStage: Stage = {
  name: "resolve",
  codeVersion: "5",
  reads: ["statement", "dataset", "candidate_pair", "judgement"],
  writes: ["cluster"],
  run: async (context) => {
    context.progress(0, 3, "clusters");
    const tables = await makeInputs(context);
    context.progress(1, 3, "clusters");
    const forest = await readForest(context.database, tables);
    context.progress(2, 3, "clusters");
    await writeClusters(context, tables, forest);
    context.progress(3, 3, "clusters");
  },
};

interface Inputs {
  readonly decision: TableName;
  readonly node: TableName;
  readonly member: TableName;
  readonly link: TableName;
  readonly strong: TableName;
  readonly name: TableName;
}

async function makeInputs({ database, table }: StageContext): Promise<Inputs> {
  const statement = table("statement");
  const candidatePair = table("candidate_pair");
  const decision = await makeTable(database, "resolve_decision", decisionTable(table("judgement")));
  const node = await makeTable(database, "resolve_node", nodeTable({ statement, dataset: table("dataset") }));
  const member = await makeTable(database, "resolve_member", memberTable({ node, candidatePair, decision }));
  const link = await makeTable(database, "resolve_link", linkTable({ member, candidatePair, decision }));
  const strong = await makeTable(database, "resolve_strong", strongTable({ member, statement }));
  const name = await makeTable(database, "resolve_name", nameTable({ member, statement }));
  return { decision, node, member, link, strong, name };
}

async function readForest(database: Database, tables: Inputs): Promise<Forest> {
  const facts = await readFacts(database, tables);
  const links = await readLinks(database, tables.link);
  const different = await database.rows(
    sql`select left_member.member_no as "left", right_member.member_no as "right"
      from ${tables.decision} as decision
      join ${tables.member} as left_member on left_member.entity_id = decision.left_id
      join ${tables.member} as right_member on right_member.entity_id = decision.right_id
      where decision = 'different' order by judgement_no`,
    { left: integer, right: integer },
  );
  return growForest(
    facts,
    links,
    different.map(({ left, right }) => [left, right]),
  );
}

async function readFacts(database: Database, tables: Inputs): Promise<MemberFacts[]> {
  const members = await database.rows(
    sql`select is_person as "isPerson", is_organization as "isOrganization" from ${tables.member} order by member_no`,
    { isPerson: boolean, isOrganization: boolean },
  );
  const strong = await database.rows(
    sql`select member_no as member, property, value from ${tables.strong} order by member_no, property, value`,
    { member: integer, property: text, value: text },
  );
  const names = await readNames(database, tables);
  const values = members.map(() => new Map<string, string[]>());
  for (const { member, property, value } of strong) {
    const known = at(values, member).get(property);
    if (known) known.push(value);
    else at(values, member).set(property, [value]);
  }
  return members.map(({ isPerson, isOrganization }, index) => ({
    isPerson,
    isOrganization,
    names: names.get(index) ?? [],
    values: at(values, index),
  }));
}

async function readNames(database: Database, tables: Inputs): Promise<Map<number, string[]>> {
  const rows = await database.rows(sql`select member_no as member, name from ${tables.name} order by member_no, name`, {
    member: integer,
    name: text,
  });
  return new Map(
    [...groupBy(rows, ({ member }) => member)].map(([member, own]) => [member, own.map(({ name }) => name)]),
  );
}

async function readLinks(database: Database, link: TableName): Promise<Link[]> {
  const query = sql`select left_no as "left", right_no as "right", weight_mb as "weightMb", has_names as "hasNames",
      is_by_name as "isByName", has_paper as "hasPaper"
    from ${link} order by link_no`;
  return database.rows(query, {
    left: integer,
    right: integer,
    weightMb: nullable(integer),
    hasNames: boolean,
    isByName: boolean,
    hasPaper: boolean,
  });
}

const orNull = (value: number): number | null => (value === -1 ? null : value);

async function writeClusters({ database, table, write }: StageContext, tables: Inputs, forest: Forest): Promise<void> {
  const joined = await database.temporary(
    "resolve_joined",
    "member_no integer, canonical_no integer, joined_to_no integer, link_no integer",
  );
  await database.append(joined, {
    member_no: [...forest.canonical.keys()],
    canonical_no: forest.canonical,
    joined_to_no: Array.from(forest.joinedTo, orNull),
    link_no: Array.from(forest.joinedBy, orNull),
  });
  const followed = sql`select * from ${tables.link} semi join ${joined} using (link_no)`;
  const told = await makeTable(
    database,
    "resolve_told",
    sql`select link_no, 'judgement ' || judgement_no as joined_by from (${followed}) where judgement_no is not null
      union all
      select link_no, ${ruleText} from (select * from (${followed}) where judgement_no is null)
      join ${table("candidate_pair")} using (left_id, right_id, weight_mb)`,
  );
  const clusters = sql`
    insert into ${table("cluster")}
    select node.entity_id, coalesce(canonical.entity_id, node.entity_id), joined_to.entity_id,
      told.joined_by
    from ${tables.node} as node
    left join ${tables.member} as member using (entity_id)
    left join ${joined} as joined using (member_no)
    left join ${tables.member} as canonical on canonical.member_no = joined.canonical_no
    left join ${tables.member} as joined_to on joined_to.member_no = joined.joined_to_no
    left join ${told} as told using (link_no)
    order by node.entity_id`;
  await write(() => database.run(clusters));
}
