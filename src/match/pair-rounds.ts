import { sql, type Sql, type TableName } from "../store/index.ts";
import { groups } from "./match-model.ts";
import { nodeKinds } from "./node-kind.ts";

/** The rounds: organisations and things, then people, who belong to them, then accounts, which both hold. */
export const rounds = [1, 2, 3] as const;

/**
 * ranked_pair(left_no, right_no, rule, among, is_one_hand_over, is_kept_apart, ways, round): among whom each pair stands, which decides what
 * its evidence weighs, and in which round it is scored.
 */
export const rankedPairTable = (pair: TableName, node: TableName): Sql => sql`
  select left_no, right_no, rule, one.list = other.list as is_one_hand_over,
    one.list = other.list and one.is_tidy as is_kept_apart, ways, case
      when ${nodeKinds.person} in (left_kind, right_kind) then ${groups.people}
      when ${nodeKinds.organization} in (left_kind, right_kind) then ${groups.organizations}
      when left_kind = ${nodeKinds.party} then ${groups.people}
      else ${groups.others} end::utinyint as among,
    case
      when left_kind = ${nodeKinds.account} then 3
      when ${nodeKinds.organization} in (left_kind, right_kind) or left_kind > ${nodeKinds.account} then 1
      else 2 end::utinyint as round
  from ${pair}
  join ${node} as one on one.node_no = left_no
  join ${node} as other on other.node_no = right_no`;
