import { integer, joinSql, makeTable, sql, text, type Database, type Sql, type TableName } from "../../store/index.ts";
import type { BlockRequest } from "./block-request.ts";

/** The seen channels between canonical entities, numbered in the byte order of their ids. */
export interface Channels {
  readonly nodeIds: readonly string[];
  /** Sorted by payer, then payee; one per pair. */
  readonly payers: Int32Array;
  readonly payees: Int32Array;
  readonly amountsMinor: Float64Array;
}

/** Sums the payments of a window into channels; `refusal` says why that cannot be done exactly. */
export async function readChannels(
  database: Database,
  flow: TableName,
  window: Window,
): Promise<Channels | { readonly refusal: string }> {
  const channel = await makeTable(database, "network_channel", channelTable(flow, window));
  const node = await makeTable(database, "network_node", nodeTable(channel));
  const { count, largest } = await database.row(
    sql`select count(*) as count, coalesce(max(minor), 0)::varchar as largest from ${channel}`,
    { count: integer, largest: text },
  );
  if (BigInt(largest) > BigInt(Number.MAX_SAFE_INTEGER)) {
    return {
      refusal: `one channel sums to ${largest} minor units; at most ${Number.MAX_SAFE_INTEGER} can be summed exactly`,
    };
  }
  const nodes = await database.rows(sql`select id from ${node} order by no`, { id: text });
  const [payers, payees, amountsMinor] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  let edge = 0;
  for await (const rows of database.chunks(numberedChannels({ channel, node }), edgeShape)) {
    for (const row of rows) {
      payers[edge] = row.payer;
      payees[edge] = row.payee;
      amountsMinor[edge] = row.minor;
      edge += 1;
    }
  }
  return { nodeIds: nodes.map((row) => row.id), payers, payees, amountsMinor };
}

const edgeShape = { payer: integer, payee: integer, minor: integer };

/** channel(payer_id, payee_id, minor): money that counts, in the case currency, summed per pair; not to oneself, not nothing. */
const channelTable = (flow: TableName, window: Window): Sql => sql`
  select payer_id, payee_id, sum(case_minor)::hugeint as minor
  from ${flow}
  where case_minor > 0 and payer_id <> payee_id and ${inWindow(window)}
  group by payer_id, payee_id`;

/** Which payments count. */
export type Window = Pick<BlockRequest, "between" | "amountMaxMinor">;

/** The condition that a payment counts: it lies within the window with all its possible dates, and below the largest amount. */
export const inWindow = ({ between, amountMaxMinor }: Window): Sql =>
  joinSql(
    [
      between ? sql`(value_from >= ${between[0]}::date and value_to <= ${between[1]}::date)` : sql`true`,
      amountMaxMinor === null ? sql`true` : sql`coalesce(case_minor <= ${amountMaxMinor}, true)`,
    ],
    " and ",
  );

const nodeTable = (channel: TableName): Sql => sql`
  select id, (row_number() over (order by id) - 1)::integer as no
  from (select payer_id as id from ${channel} union select payee_id from ${channel})`;

const numberedChannels = (tables: { readonly channel: TableName; readonly node: TableName }): Sql => sql`
  select payer.no as payer, payee.no as payee, minor
  from ${tables.channel}
  join ${tables.node} as payer on payer.id = payer_id
  join ${tables.node} as payee on payee.id = payee_id
  order by payer.no, payee.no`;
