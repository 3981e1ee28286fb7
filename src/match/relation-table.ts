import { dropTables, identifier, makeTable, sql, type Sql, type TableName } from "../store/index.ts";
import type { MatchContext } from "./match-context.ts";

/** What a person may be in an organisation. */
export const parts = ["owns", "directs", "serves", "belongs"] as const;

/** Which two ends of an edge say what of the first: it holds an account, or has a part in an organisation. */
const edgeRelations = [
  ["payer", "payerAccount", "holds"],
  ["beneficiary", "beneficiaryAccount", "holds"],
  ["owner", "asset", "holds"],
  ["owner", "asset", "owns"],
  ["director", "organization", "directs"],
  ["employee", "employer", "serves"],
  ["member", "organization", "belongs"],
] as const;

/** Which property of a node names another: "holds" is read from the node that it names, the others from its own. */
const nodeRelations = [
  ["addressEntity", "at"],
  ["bank", "kept by"],
  ["owner", "holds"],
  ["holder", "holds"],
  ["operator", "holds"],
] as const;

/** relation(from_no, to_no, relation, statement_id): what a node is said to hold, belong to or stand at, each once. */
export async function makeRelations({ database, table }: MatchContext, node: TableName): Promise<TableName> {
  const statement = table("statement");
  const raw = await database.temporary(
    "match_raw_relation",
    "from_id varchar, to_id varchar, relation varchar, statement_id blob",
  );
  // One query an edge, for a case may hold a million payments: each joins two columns and keeps what is distinct.
  for (const [from, to, relation] of edgeRelations) {
    await database.run(sql`insert into ${raw} ${edgeEnds(statement, from, to, relation)}`);
  }
  for (const [prop, relation] of nodeRelations) {
    const [from, to] = relation === "holds" ? ["value", "entity_id"] : ["entity_id", "value"];
    await database.run(sql`insert into ${raw}
      select ${identifier(from)}, ${identifier(to)}, ${relation}, statement_id from ${statement} where prop = ${prop}`);
  }
  const relation = await makeTable(
    database,
    "match_relation",
    sql`select one.node_no as from_no, other.node_no as to_no, relation, min(statement_id) as statement_id
      from ${raw}
      join ${node} as one on one.entity_id = from_id
      join ${node} as other on other.entity_id = to_id
      where from_id <> to_id
      group by one.node_no, other.node_no, relation`,
  );
  await dropTables(database, raw);
  return relation;
}

const edgeEnds = (statement: TableName, from: string, to: string, relation: string): Sql => sql`
  select one.value, other.value, ${relation}, min(other.statement_id)
  from (select entity_id, value from ${statement} where prop = ${from}) as one
  join (select entity_id, value, statement_id from ${statement} where prop = ${to}) as other using (entity_id)
  group by one.value, other.value`;
