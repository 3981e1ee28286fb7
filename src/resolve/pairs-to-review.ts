import type { SharedTable } from "../model/index.ts";
import { hex, integer, listOf, nullable, sql, text, type Database, type TableName } from "../store/index.ts";
import { decisionTable } from "./decision-table.ts";

/** A pair that waits for a person: no rule joins it, or joining it would put together what contradicts. */
export interface PairToReview {
  readonly left: string;
  readonly right: string;
  readonly weightMb: number;
  /** True where the rules would join the two and something else in their clusters forbids it. */
  readonly isHeldApart: boolean;
  readonly reasons: readonly {
    readonly comparison: string;
    readonly level: number;
    readonly weightMb: number;
    readonly leftStatement: string | null;
    readonly rightStatement: string | null;
  }[];
}

/** The pairs that nobody has decided and that are not joined yet, the heaviest first, at most `limit` of them. */
export async function pairsToReview(
  database: Database,
  table: (name: SharedTable) => TableName,
  limit: number,
): Promise<PairToReview[]> {
  const pairs = await database.rows(
    sql`select pair.left_id as "left", pair.right_id as "right", pair.weight_mb as "weightMb", pair.verdict, pair.reasons
      from ${table("candidate_pair")} as pair
      join ${table("cluster")} as left_cluster on left_cluster.entity_id = pair.left_id
      join ${table("cluster")} as right_cluster on right_cluster.entity_id = pair.right_id
      where left_cluster.canonical_id <> right_cluster.canonical_id
        and not exists (select 1 from (${decisionTable(table("judgement"))}) as decision
          where decision.left_id = pair.left_id and decision.right_id = pair.right_id)
      order by pair.weight_mb desc, pair.left_id, pair.right_id
      limit ${limit}`,
    { left: text, right: text, weightMb: integer, verdict: text, reasons: listOf(reasonShape) },
  );
  return pairs.map(({ left, right, weightMb, verdict, reasons }) => ({
    left,
    right,
    weightMb,
    isHeldApart: verdict === "join",
    reasons: reasons.map((reason) => ({
      comparison: reason.comparison,
      level: reason.level,
      weightMb: reason.weight_mb,
      leftStatement: reason.left_statement,
      rightStatement: reason.right_statement,
    })),
  }));
}

const reasonShape = {
  comparison: text,
  level: integer,
  weight_mb: integer,
  left_statement: nullable(hex),
  right_statement: nullable(hex),
};
