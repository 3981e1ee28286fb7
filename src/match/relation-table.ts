import { sql, type StageContext, type TableName } from "../store/index.ts";
import { makeTable } from "./make-table.ts";

/** Which two ends of an edge say what of the first: `holds` an account, belongs to an organisation (`of`). */
const edgeRelations = [
  ["payer", "payerAccount", "holds"],
  ["beneficiary", "beneficiaryAccount", "holds"],
  ["owner", "asset", "holds"],
  ["director", "organization", "of"],
  ["employee", "employer", "of"],
  ["member", "organization", "of"],
  ["owner", "asset", "of"],
] as const;

/** Which property of a node names another, read from the node that it names: [property, relation, is turned]. */
const nodeRelations = [
  ["addressEntity", "at", false],
  ["owner", "holds", true],
  ["holder", "holds", true],
  ["operator", "holds", true],
] as const;

/** relation(from_no, to_no, relation, statement_id): what a node is said to hold, belong to or stand at, each once. */
export async function makeRelations({ database, table }: StageContext, node: TableName): Promise<TableName> {
  const props = [...edgeRelations.flatMap(([from, to]) => [from, to]), ...nodeRelations.map(([prop]) => prop)];
  const end = await makeTable(
    database,
    "match_end",
    sql`select statement.entity_id, prop, node_no, min(statement_id) as statement_id
      from ${table("statement")} as statement
      join ${node} as node on node.entity_id = statement.value
      where prop in (select unnest(${[...new Set(props)]}))
      group by statement.entity_id, prop, node_no`,
  );
  return makeTable(
    database,
    "match_relation",
    sql`with edge_relation as (
        select unnest(${edgeRelations.map(([from]) => from)}) as from_prop,
          unnest(${edgeRelations.map(([, to]) => to)}) as to_prop,
          unnest(${edgeRelations.map(([, , relation]) => relation)}) as relation),
      node_relation as (
        select unnest(${nodeRelations.map(([prop]) => prop)}) as prop,
          unnest(${nodeRelations.map(([, relation]) => relation)}) as relation,
          unnest(${nodeRelations.map(([, , isTurned]) => (isTurned ? 1 : 0))}) as turned)
      select from_no, to_no, relation, min(statement_id) as statement_id
      from (
        select from_end.node_no as from_no, to_end.node_no as to_no, relation, to_end.statement_id
        from ${end} as from_end
        join edge_relation on edge_relation.from_prop = from_end.prop
        join ${end} as to_end on to_end.entity_id = from_end.entity_id and to_end.prop = edge_relation.to_prop
        union all
        select case when turned = 1 then named.node_no else own.node_no end,
          case when turned = 1 then own.node_no else named.node_no end, relation, named.statement_id
        from ${end} as named
        join node_relation using (prop)
        join ${node} as own on own.entity_id = named.entity_id)
      where from_no <> to_no
      group by from_no, to_no, relation`,
  );
}
