import { dropTables, makeTable, type TableName } from "../store/index.ts";
import { makeBlockKeys } from "./blocking-table.ts";
import type { MatchContext } from "./match-context.ts";
import type { MatchWorkers } from "./match-workers.ts";
import { makeNameTables } from "./name-tables.ts";
import { makeNodes, settleParties } from "./node-table.ts";
import { makePairs, type SkippedBlocks } from "./pair-table.ts";
import { rankedPairTable } from "./pair-rounds.ts";
import { makeRelations } from "./relation-table.ts";
import { makeTraits } from "./trait-tables.ts";
import { makeValues, type ValueTables } from "./value-tables.ts";

/** The entities of a case, what of them is compared, and the pairs that are. */
export interface PreparedMatch extends ValueTables {
  readonly node: TableName;
  readonly relation: TableName;
  readonly nameFeature: TableName;
  /** block_key(node_no, rule, blocking_key, block). */
  readonly blockKey: TableName;
  /** trait(node_no, rule, blocking_key). */
  readonly trait: TableName;
  /** ranked_pair(left_no, right_no, rule, among, is_one_hand_over, is_kept_apart, ways, round). */
  readonly ranked: TableName;
  readonly skipped: readonly SkippedBlocks[];
}

/** Collects the entities and their values, reads each name once, and brings together what may be one. */
export async function prepareMatch(
  context: MatchContext,
  workers: MatchWorkers,
  step: (what: "entities" | "names" | "pairs") => void,
): Promise<PreparedMatch> {
  const { database } = context;
  step("entities");
  const open = await makeNodes(context);
  const relation = await makeRelations(context, open);
  const values = await makeValues(context, open, relation);
  step("names");
  const names = await makeNameTables(database, values.value, workers);
  const node = await settleParties(database, { node: open, ...values, ...names });
  step("pairs");
  const trait = await makeTraits(database, { node, ...values, ...names });
  const blockKey = await makeBlockKeys(database, { node, trait, ...values, ...names });
  const { pair: met, skipped } = await makePairs(database, { node, blockKey, ...values, ...names });
  const ranked = await makeTable(database, "match_ranked_pair", rankedPairTable(met, node));
  await dropTables(database, met, names.nameKey, names.namePart);
  return { node, relation, ...values, nameFeature: names.nameFeature, blockKey, trait, ranked, skipped };
}
