import { makeTable, sql } from "../../store/index.ts";
import type { BlockSource } from "../answer/write-rows.ts";

/** The source without the payments that only these hand-overs tell, by their datasets; `name` tells its table from others. */
export async function withoutHandOvers(
  { database, table }: BlockSource,
  name: string,
  datasets: readonly number[],
): Promise<BlockSource> {
  const kept = await makeTable(
    database,
    `network_flow_without_${name}`,
    sql`select * from ${table("flow")} semi join (
      select payment_id from ${table("payment")} where dataset_no not in (select unnest(${datasets}::integer[]))) using (payment_id)`,
  );
  return { database, table: (each) => (each === "flow" ? kept : table(each)) };
}
