import { integer, makeTable, sql, type Database, type TableName } from "../store/index.ts";
import { blockKeyTable, metTable, tokenTable, type TokenPart } from "./block-key-table.ts";

// Each token has ten keys or so: this many at a time keep within a few hundred MB.
const defaultPartTokens = 1_000_000;

/** Makes met(earlier_no, later_no): the pairs of payments of two books worth a weight, found part by part of the tokens. */
export async function makeMet(
  database: Database,
  weighed: TableName,
  partTokens = defaultPartTokens,
): Promise<TableName> {
  const token = await makeTable(database, "reconcile_token", tokenTable(weighed));
  const { tokens } = await database.row(sql`select count(*) as tokens from ${token}`, { tokens: integer });
  const met = await database.temporary("reconcile_met_part", "earlier_no integer, later_no integer");
  const of = Math.max(1, Math.ceil(tokens / partTokens));
  for (let index = 0; index < of; index += 1) await meet(database, met, { token, weighed, index, of });
  return makeTable(database, "reconcile_met", sql`select distinct earlier_no, later_no from ${met}`);
}

async function meet(database: Database, met: TableName, part: TokenPart): Promise<void> {
  const earlierKey = await makeTable(database, "reconcile_earlier_key", blockKeyTable(part, "earlier"));
  const laterKey = await makeTable(database, "reconcile_later_key", blockKeyTable(part, "later"));
  await database.run(sql`insert into ${met} ${metTable({ earlierKey, laterKey })}`);
}
