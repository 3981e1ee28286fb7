import { bigInteger, hex, integer, sql, text, textList, type Row } from "../store/index.ts";
import type { Reader } from "./reader.ts";

const shape = {
  id: hex,
  question: text,
  budget: integer,
  rhoQuarters: integer,
  members: textList,
  baselineMinor: bigInteger,
  residualMinor: bigInteger,
  boundMinor: bigInteger,
  proof: text,
  certificate: text,
  explanation: text,
};

/** One answered question: who to block, what can flow before and after, how well it is proved. */
export type BlockSetLine = Row<typeof shape>;

/** Every block set of the case, by budget and reroute factor; a factor of 0 is the advice over the whole list. */
export const blockSets = (reader: Reader): Promise<BlockSetLine[]> =>
  reader.database.rows(
    sql`select block_set_id as id, question, budget, rho_quarters as "rhoQuarters", members, baseline_minor as "baselineMinor",
      residual_minor as "residualMinor", bound_minor as "boundMinor", proof, certificate, explanation
    from ${reader.table("block_set")} order by budget, rho_quarters, block_set_id`,
    shape,
  );
