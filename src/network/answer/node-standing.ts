import { closedContactTable, integer, sql, textList, type Database } from "../../store/index.ts";
import type { BlockRequest } from "./block-request.ts";
import type { Channels } from "./channel-table.ts";
import type { EntityTables } from "./find-named.ts";

/** Why a node between the starts and the ends is not proposed. */
export type NotProposed = "protected" | "unblockable" | "listed" | "out of reach" | "closed contact";

/** What decides whether a node may be proposed, by its number. */
export interface NodeStanding {
  /** Why it is not proposed; absent where it is. */
  readonly notProposed: ReadonlyMap<number, NotProposed>;
}

/**
 * Says who is not proposed: who is protected or cannot be blocked; who stands on a public list already, since a block
 * would change nothing; and who is known to stand in countries alone whose authorities cannot act. Nobody is kept out for
 * a country that is not known. A closed contact of a phone is a bystander and never proposed.
 */
export async function readStanding(
  database: Database,
  tables: EntityTables,
  channels: Channels,
  asked: Pick<BlockRequest, "reach" | "proposesListed"> & {
    readonly protectedNodes: ReadonlySet<number>;
    readonly unblockableNodes: ReadonlySet<number>;
  },
): Promise<NodeStanding> {
  const node = await database.temporary("network_standing_node", "no integer, id varchar");
  await database.append(node, { no: [...channels.nodeIds.keys()], id: channels.nodeIds });
  const facts = await database.rows(
    sql`select no,
        coalesce(list(distinct dataset.dataset order by dataset.dataset) filter (where series is not null), []) as lists,
        coalesce(list(distinct lower(value) order by lower(value)) filter (where prop in ('country', 'mainCountry', 'jurisdiction')), []) as countries
      from ${node} as node
      join ${tables.cluster} on canonical_id = id
      join ${tables.statement} using (entity_id)
      join ${tables.dataset} as dataset using (dataset_no)
      where series is not null or prop in ('country', 'mainCountry', 'jurisdiction')
      group by no order by no`,
    { no: integer, lists: textList, countries: textList },
  );
  const notProposed = new Map<number, NotProposed>();
  const reach = new Set(asked.reach);
  for (const { no, lists, countries } of facts) {
    const isOut = reach.size > 0 && countries.length > 0 && !countries.some((country) => reach.has(country));
    if (isOut) notProposed.set(no, "out of reach");
    if (lists.length > 0 && !asked.proposesListed) notProposed.set(no, "listed");
  }
  for (const no of asked.unblockableNodes) notProposed.set(no, "unblockable");
  for (const no of asked.protectedNodes) notProposed.set(no, "protected");
  const closed = await database.rows(
    sql`select distinct no from ${node} join (${closedContactTable(tables)}) on coalesce(canonical_id, entity_id) = id order by no`,
    { no: integer },
  );
  for (const { no } of closed) notProposed.set(no, "closed contact");
  return { notProposed };
}
