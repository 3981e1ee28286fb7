import {
  dropTables,
  integer,
  makeTable,
  sql,
  type Database,
  type Stage,
  type StageContext,
  type TableName,
} from "../store/index.ts";
import { holderKeyTable, namedHolderKeys } from "./blocking-table.ts";
import { writeCandidatePairs } from "./candidate-pair-table.ts";
import { makeWeights, readModel } from "./match-model.ts";
import { withMatchWorkers, type MatchWorkers } from "./match-workers.ts";
import { makePairs, type SkippedBlocks } from "./pair-table.ts";
import { rankedPairTable, rounds } from "./pair-rounds.ts";
import { prepareMatch } from "./prepare-match.ts";
import {
  addCounterpartyValues,
  addHolderValues,
  addOrganizationValues,
  type RelationInputs,
} from "./relation-values.ts";
import { traitPairRule } from "./traits.ts";
import { reachTable } from "./reach-table.ts";
import { scoreRound, type RoundInputs } from "./score-round.ts";
import { joinOrganizations } from "./joined-organizations.ts";
import { demotedTable } from "./demoted-table.ts";

/**
 * Finds the pairs of entities that may be one, and weighs for each what speaks for it and against it. Pairs that the
 * rules join and pairs that a person should see are kept, with the two values behind every reason.
 */
export const matchStage: Stage = {
  name: "match",
  codeVersion: "14",
  reads: ["statement", "dataset", "match_model"],
  writes: ["blocking_key", "skipped_block", "blocking_reach", "candidate_pair"],
  run: async (context) => withMatchWorkers(context.settings.threads, (workers) => match(context, workers)),
};

const steps = ["entities", "names", "pairs", "organisations", "people", "accounts", "reasons"] as const;

async function match(context: StageContext, workers: MatchWorkers): Promise<void> {
  const { database, table } = context;
  const step = (what: (typeof steps)[number]): void => context.progress(steps.indexOf(what), steps.length, what);
  const prepared = await prepareMatch(context, workers, step);
  const { node, blockKey, trait, ranked } = prepared;
  const model = await readModel(database, table("match_model"));
  const weight = await makeWeights(database, model);
  const { verdict, counted } = await makeResultTables(context);
  const inputs = { ...prepared, database, model, workers, weight, counted, verdict };
  let derived: TableName | undefined;
  let ofHolders: HolderAccounts | undefined;
  for (const round of rounds) {
    step(round === 1 ? "organisations" : round === 2 ? "people" : "accounts");
    if (round === 2) {
      await addOrganizationValues(database, inputs);
      await addCounterpartyValues(database, { ...inputs, statement: table("statement") });
    }
    if (round === 3) ofHolders = await addAccountsOfHolders(context, inputs);
    await runRound(round, ranked, inputs, context);
    if (round === 2) derived = await weighJoinedAgain(inputs, context);
  }
  step("reasons");
  const demoted = await makeDemoted(inputs);
  const holding = derived ? await makeAllHoldings(database, prepared.holding, derived) : prepared.holding;
  await context.write(async () => {
    await database.run(sql`insert into ${table("blocking_key")}
      select entity_id, rule, blocking_key
      from (select node_no, rule, blocking_key from ${blockKey} where rule < ${traitPairRule} union all select * from ${trait})
      join ${node} using (node_no)
      order by rule, blocking_key, entity_id`);
    if (ofHolders)
      await database.run(sql`insert into ${table("blocking_key")} ${namedHolderKeys(ofHolders.blockKey, node)}`);
    await writeSkipped(context, [...prepared.skipped, ...(ofHolders?.skipped ?? [])]);
    await database.run(sql`insert into ${table("blocking_reach")} ${reachTable({ verdict, ranked, demoted })}`);
    await writeCandidatePairs(database, table("candidate_pair"), { node, holding, verdict, demoted, counted }, model);
  });
  context.progress(steps.length, steps.length, "reasons");
}

async function writeSkipped({ database, table }: StageContext, skipped: readonly SkippedBlocks[]): Promise<void> {
  await database.append(table("skipped_block"), {
    rule: skipped.map(({ rule }) => rule),
    sentence: skipped.map(({ sentence }) => sentence),
    blocks: skipped.map(({ blocks }) => blocks),
    largest: skipped.map(({ largest }) => largest),
    pairs: skipped.map(({ pairs }) => pairs),
  });
}

const makeDemoted = (inputs: Omit<RoundInputs, "pair"> & { readonly ranked: TableName }): Promise<TableName> =>
  makeTable(inputs.database, "match_demoted", demotedTable(inputs, inputs.model));

/** Weighs people again who share an organisation through those whom they were joined with; returns what they hold through them. */
async function weighJoinedAgain(
  inputs: Omit<RoundInputs, "pair"> & { readonly ranked: TableName },
  context: StageContext,
): Promise<TableName> {
  const { database, holding, verdict, counted } = inputs;
  const demoted = await makeDemoted(inputs);
  const { pair, derived } = await joinOrganizations(database, { ...inputs, demoted });
  for (const table of [verdict, counted]) {
    await database.run(
      sql`delete from ${table} where (left_no, right_no) in (select (left_no, right_no) from ${pair})`,
    );
  }
  const all = await makeAllHoldings(database, holding, derived);
  await scoreRound({ ...inputs, pair, holding: all, ownHolding: holding }, (facet) =>
    context.progress(4, steps.length, facet),
  );
  return derived;
}

const makeAllHoldings = (database: Database, holding: TableName, derived: TableName): Promise<TableName> =>
  makeTable(database, "match_all_holding", sql`select * from ${holding} union all select * from ${derived}`);

async function makeResultTables({ database }: StageContext): Promise<{ verdict: TableName; counted: TableName }> {
  const verdict = await database.temporary(
    "match_verdict",
    `left_no integer, right_no integer, rule utinyint, weight_mb integer, is_contradicted boolean,
      is_by_name boolean, verdict varchar`,
  );
  const counted = await database.temporary(
    "match_counted",
    `left_no integer, right_no integer, facet varchar, comparison varchar, evidence_group varchar, level utinyint,
      weight_mb integer, speaks varchar, left_value_no integer, right_value_no integer, counted_mb integer`,
  );
  return { verdict, counted };
}

/** The keys of accounts by their holders, and those that too many share. */
interface HolderAccounts {
  readonly blockKey: TableName;
  readonly skipped: readonly SkippedBlocks[];
}

/** Adds who holds which account, as joined so far, and the pairs of accounts of one holder that no number brought together; their keys. */
async function addAccountsOfHolders(
  { database }: StageContext,
  inputs: Omit<RoundInputs, "pair"> & RelationInputs & { readonly ranked: TableName },
): Promise<HolderAccounts> {
  const { node, ranked } = inputs;
  await addHolderValues(database, inputs);
  const blockKey = await makeTable(database, "match_holder_key", holderKeyTable(inputs));
  const { pair: met, skipped } = await makePairs(database, { ...inputs, blockKey });
  await database.run(sql`insert into ${ranked}
    select * from (${rankedPairTable(met, node)}) anti join ${ranked} using (left_no, right_no)`);
  await dropTables(database, met);
  return { blockKey, skipped };
}

async function runRound(
  round: number,
  ranked: TableName,
  inputs: Omit<RoundInputs, "pair">,
  context: StageContext,
): Promise<void> {
  const pair = await makeTable(
    inputs.database,
    "match_pair_of_round",
    sql`select left_no, right_no, rule, among, is_one_hand_over, is_kept_apart from ${ranked} where round = ${round}`,
  );
  const { pairs } = await inputs.database.row(sql`select count(*) as pairs from ${pair}`, { pairs: integer });
  if (pairs === 0) return;
  await scoreRound({ ...inputs, pair }, (facet) => context.progress(2 + round, steps.length, facet));
}
