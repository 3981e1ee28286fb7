import { integer, makeTable, sql, type StageContext } from "../../store/index.ts";
import { makeFlows } from "../flow/make-flows.ts";
import type { BlockSource } from "./write-rows.ts";

/**
 * The evidence that may leave the house: without any statement and any mention of a payment that the named hand-overs
 * gave, so that no flow, amount, date or citation rests on them. Who is who stays as all evidence says it.
 */
export async function disclosableSource(
  context: Omit<StageContext, "write" | "clock">,
  withheld: readonly string[],
): Promise<BlockSource> {
  const { database, table } = context;
  const rows = await database.rows(
    sql`select dataset_no as no from ${table("dataset")} where dataset in (select unnest(${withheld}::varchar[])) order by dataset_no`,
    { no: integer },
  );
  const kept = sql`dataset_no not in (select unnest(${rows.map(({ no }) => no)}::integer[]))`;
  const statement = await makeTable(
    database,
    "network_disclosable_statement",
    sql`select * from ${table("statement")} where ${kept}`,
  );
  const payment = await makeTable(
    database,
    "network_disclosable_payment",
    sql`select * from ${table("payment")} where ${kept}`,
  );
  const disclosable: BlockSource["table"] = (name) =>
    name === "statement" ? statement : name === "payment" ? payment : table(name);
  const made = await makeFlows({ ...context, table: disclosable });
  const flow = await makeTable(database, "network_disclosable_flow", sql`select * from ${made}`);
  return { database, table: (name) => (name === "flow" ? flow : disclosable(name)) };
}
