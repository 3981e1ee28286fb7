import { at, atKey } from "../../base/index.ts";
import { closedContactTable, makeTable, sql, text, type Database } from "../../store/index.ts";
import { intAt } from "../graph/typed-arrays.ts";
import { relationTable, relations } from "../routes/relation-table.ts";
import type { RouteTables } from "../routes/read-routes.ts";
import { makeContactGraph } from "./contact-graph.ts";
import { fragment } from "./fragment.ts";

/** How the net of recorded relations falls apart. Ids are canonical. */
export interface CaseFragment {
  /** Entities with a tie of the asked kinds, and ties, each pair once. */
  readonly entities: number;
  readonly ties: number;
  /** How many hang together before the first is taken out. */
  readonly largestBefore: number;
  /** Whom to take out, in this order, with their ties and how many hang together after each. */
  readonly order: readonly { readonly id: string; readonly ties: number; readonly largest: number }[];
  readonly isFallenApart: boolean;
}

/**
 * Orders whom to take out of a net of contacts or owners so that it falls apart soon. It says nothing of money. A closed
 * contact of a phone is in no net, and places, addresses and telephones are no ties.
 */
export async function fragmentCase(
  database: Database,
  tables: RouteTables,
  { kinds, limit }: { readonly kinds: readonly string[]; readonly limit: number },
): Promise<CaseFragment> {
  const closed = await makeTable(
    database,
    "fragment_closed",
    sql`select distinct coalesce(canonical_id, entity_id) as id
      from (${closedContactTable({ bystander: tables.bystander, cluster: tables.cluster })})`,
  );
  const relation = await makeTable(database, "fragment_relation", relationTable(tables));
  const pairs = await database.rows(
    sql`select distinct least(source_id, target_id) as one, greatest(source_id, target_id) as other from ${relation}
      where schema in (select unnest(${kinds}::varchar[]))
        and source_id not in (select id from ${closed}) and target_id not in (select id from ${closed})
      order by one, other`,
    { one: text, other: text },
  );
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))].toSorted();
  const numberById = new Map(ids.map((id, index) => [id, index]));
  const graph = makeContactGraph(
    ids.length,
    Int32Array.from(pairs, ({ one }) => atKey(numberById, one)),
    Int32Array.from(pairs, ({ other }) => atKey(numberById, other)),
  );
  if (ids.length === 0) return { entities: 0, ties: 0, largestBefore: 0, order: [], isFallenApart: true };
  const plan = fragment(graph);
  return {
    entities: ids.length,
    ties: pairs.length,
    largestBefore: plan.largestBefore,
    order: Array.from(plan.order.subarray(0, limit), (node, index) => ({
      id: at(ids, node),
      ties: intAt(graph.starts, node + 1) - intAt(graph.starts, node),
      largest: intAt(plan.largest, index),
    })),
    isFallenApart: plan.isFallenApart && plan.order.length <= limit,
  };
}

/** The kinds of relation that are ties. */
export const tieKinds: readonly string[] = relations.map(({ schema }) => schema);
