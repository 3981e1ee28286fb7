import { makeTable, sql, text, type Database, type TableName } from "../store/index.ts";
import { commonnessTable } from "./commonness-table.ts";
import { evidenceColumns, evidenceOf, severalFacets } from "./evidence-table.ts";
import { facets, type Facet } from "./facets.ts";
import { makeLevels } from "./level-table.ts";
import type { MatchModel } from "./match-model.ts";
import type { MatchWorkers } from "./match-workers.ts";
import { weakRules } from "./blocking-rules.ts";
import { dayAndAddressRule, traitPairRule } from "./traits.ts";
import { countedTable, scoreTable } from "./score-table.ts";
import { verdictTable } from "./verdict-table.ts";

/** What a round of scoring works on. */
export interface RoundInputs {
  readonly database: Database;
  readonly model: MatchModel;
  readonly workers: MatchWorkers;
  readonly node: TableName;
  readonly value: TableName;
  readonly holding: TableName;
  /** The holdings by which a value is common; those of `holding` where it is not given. */
  readonly ownHolding?: TableName;
  readonly nameFeature: TableName;
  readonly weight: TableName;
  /** pair(left_no, right_no, rule, among, is_one_hand_over, is_kept_apart): the pairs of this round. */
  readonly pair: TableName;
  /** Tables of the name to which this round adds its evidence that counts and its verdicts. */
  readonly counted: TableName;
  readonly verdict: TableName;
}

const [nameFacet, ...otherFacets] = facets;

/**
 * Scores the pairs of one round: names first, so that pairs that only a name or a birth date brought together and whose
 * names differ are dropped before anything else of them is compared. Two of one name whom one hand-over calls members of
 * one organisation are two partners as likely as one, so there that says nothing.
 */
export async function scoreRound(inputs: RoundInputs, progress: (facet: string) => void): Promise<void> {
  const { database } = inputs;
  const present = await facetsOf(database, inputs);
  const evidence = await database.temporary("match_evidence", evidenceColumns);
  const commonness = await makeTable(
    database,
    "match_commonness",
    commonnessTable({ ...inputs, holding: inputs.ownHolding ?? inputs.holding }),
  );
  const several = await severalFacets(database, inputs);
  const isSingle = (facet: Facet): boolean => !several.has(facet.name);
  const weigh = async (facet: Facet, pair: TableName): Promise<void> => {
    progress(facet.name);
    const level = await makeLevels(database, { ...inputs, facet, pair });
    const query = evidenceOf({ ...inputs, facet, pair, level, commonness, isSingle: isSingle(facet) });
    await database.run(sql`insert into ${evidence} ${query}`);
  };
  let { pair } = inputs;
  if (nameFacet && present.has(nameFacet.name)) {
    progress(nameFacet.name);
    const level = await makeLevels(database, { ...inputs, facet: nameFacet, pair });
    pair = await keepNear(inputs, level);
    await database.run(
      sql`insert into ${evidence} ${evidenceOf({ ...inputs, facet: nameFacet, pair, level, commonness, isSingle: isSingle(nameFacet) })}`,
    );
    pair = await keepTelling({ ...inputs, pair }, evidence);
  }
  const apart = await makeTable(database, "match_pair_apart", sql`select * from ${pair} where not is_one_hand_over`);
  for (const facet of otherFacets) {
    if (present.has(facet.name)) await weigh(facet, facet.name === "organization" ? apart : pair);
  }
  await addHandOvers(inputs, pair, evidence);
  const counted = await makeTable(database, "match_round_counted", countedTable(evidence));
  const score = await makeTable(database, "match_score", scoreTable(counted));
  const verdict = await makeTable(database, "match_round_verdict", verdictTable(score, pair, inputs.model));
  await database.run(sql`insert into ${inputs.verdict} select * from ${verdict}`);
  await database.run(sql`insert into ${inputs.counted}
    select counted.* from ${counted} as counted semi join ${verdict} using (left_no, right_no)`);
}

/** The facets of which both nodes of some pair may have a value. */
async function facetsOf(database: Database, { pair, holding, value }: RoundInputs): Promise<ReadonlySet<string>> {
  const found = await database.rows(
    sql`select facet
      from ${value} join ${holding} using (value_no)
      join (select left_no as node_no from ${pair} union select right_no from ${pair}) using (node_no)
      group by facet having count(distinct node_no) > 1 order by facet`,
    { facet: text },
  );
  return new Set(found.map(({ facet }) => facet));
}

/**
 * Drops the pairs that strangers make, one key of a name or two traits, of whose names no two are near; among those whose
 * names say nothing when they differ none is dropped. What is left is few, so that only for it evidence is made.
 */
const keepNear = ({ database, pair, holding, value, weight }: RoundInputs, level: TableName): Promise<TableName> =>
  makeTable(
    database,
    "match_near_pair",
    sql`with own as (
        select node_no, value_no from ${holding} join ${value} using (value_no) where facet = 'name'),
      telling as (
        select one_no, other_no, among from ${level} join ${weight} as weight using (level)
        where facet = 'name' and speaks <> 'apart'),
      weak as (
        select * from ${pair}
        where ${isWeak} and among in (select among from ${weight} where facet = 'name' and level = 1 and speaks = 'apart')),
      near as (
        select left_no, right_no from weak
        join own as one on one.node_no = left_no join own as other on other.node_no = right_no
        semi join telling on one_no = least(one.value_no, other.value_no)
          and other_no = greatest(one.value_no, other.value_no) and telling.among = weak.among)
      select * from ${pair} anti join weak using (left_no, right_no)
      union all
      select * from weak semi join near using (left_no, right_no)
      union all
      select * from weak where left_no not in (select node_no from own) or right_no not in (select node_no from own)`,
  );

/** Drops the pairs whose names are too far apart for what brought them together, with their evidence. */
async function keepTelling({ database, pair }: RoundInputs, evidence: TableName): Promise<TableName> {
  const kept = await makeTable(
    database,
    "match_round_pair",
    sql`select * from ${pair} anti join (
      select left_no, right_no from ${evidence} join ${pair} using (left_no, right_no)
      where speaks = 'apart' and ${isWeak}) using (left_no, right_no)`,
  );
  await database.run(
    sql`delete from ${evidence} where (left_no, right_no) not in (select (left_no, right_no) from ${kept})`,
  );
  return kept;
}

/** Whether strangers may have met so: by one birth day, one key of a name, or two traits that many share. */
const isWeak = sql`(rule in (select unnest(${weakRules})) or rule >= ${traitPairRule} and rule <> ${dayAndAddressRule})`;

/** Two entities that stand side by side in a hand-over that names each once are more often two. */
async function addHandOvers({ database, weight }: RoundInputs, pair: TableName, evidence: TableName): Promise<void> {
  await database.run(sql`insert into ${evidence}
    select left_no, right_no, facet, comparison, evidence_group, level, weight_mb, speaks, null, null
    from ${pair} join ${weight} as weight using (among)
    where facet = 'handOver' and is_kept_apart`);
}
