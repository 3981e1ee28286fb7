import { comparisons } from "../../compare/index.ts";
import {
  dropTables,
  integer,
  makeTable,
  nullable,
  sql,
  text,
  joinSql,
  type Database,
  type TableName,
} from "../../store/index.ts";
import { evidenceColumns, evidenceOf, severalFacets } from "../evidence-table.ts";
import { facets, type Facet } from "../facets.ts";
import { makeLevels } from "../level-table.ts";
import { comparisonOf, groups, type MatchModel } from "../match-model.ts";
import type { MatchWorkers } from "../match-workers.ts";
import type { PreparedMatch } from "../prepare-match.ts";
import type { AgreementPattern } from "./estimate-shares.ts";
import { trainedGroups } from "./training-pairs.ts";

/** The facets whose weights can be learnt: those of an entity's own values; what rests on earlier joins cannot. */
export const trainedFacets: readonly Facet[] = facets.filter(
  ({ name, equalLevel }) => equalLevel === undefined && name !== "handOver",
);

/** The patterns of a group: those of pairs that were brought together, and those of random pairs. */
export interface CountedPatterns {
  /** The facets that have evidence, by position in the patterns. */
  readonly facets: readonly Facet[];
  readonly met: readonly AgreementPattern[];
  readonly random: readonly AgreementPattern[];
}

/** What patterns are counted from. */
export interface PatternInputs extends PreparedMatch {
  readonly database: Database;
  readonly workers: MatchWorkers;
  readonly model: MatchModel;
  /** train_pair of `makeTrainingPairs`. */
  readonly pair: TableName;
}

/**
 * evidence(left_no, right_no, facet, level, weight_mb, ...): the best level of each pair in each facet. Every level is
 * told, also one to which the model gives no weight, so that shares add up to one. `weight_mb` is the weight that the
 * model gives, less what the value's commonness takes off it.
 */
export async function makeTrainingEvidence(
  inputs: PatternInputs & { readonly commonness: TableName },
): Promise<TableName> {
  const { database, commonness } = inputs;
  const evidence = await database.temporary("match_train_evidence", evidenceColumns);
  const weight = await makeTrainingWeights(database, inputs.model);
  const pair = await makeTable(
    database,
    "match_train_distinct",
    sql`select distinct left_no, right_no, among from ${inputs.pair}`,
  );
  const several = await severalFacets(database, inputs);
  const held = await database.rows(sql`select distinct facet from ${inputs.value} order by facet`, { facet: text });
  const present = trainedFacets.filter(({ name }) => held.some(({ facet }) => facet === name));
  for (const facet of present) {
    const level = await makeLevels(database, { ...inputs, facet, pair });
    await database.run(
      sql`insert into ${evidence} ${evidenceOf({ ...inputs, facet, pair, level, weight, commonness, isSingle: !several.has(facet.name) })}`,
    );
  }
  await dropTables(database, weight, pair);
  return evidence;
}

async function makeTrainingWeights(database: Database, model: MatchModel): Promise<TableName> {
  const rows = trainedFacets.flatMap((facet) =>
    trainedGroups.flatMap((among) => {
      const comparison = comparisonOf(facet.comparison, among);
      return levelsOf(comparison).map((level) => ({
        facet: facet.name,
        comparison,
        group: facet.group,
        among: groups[among],
        level,
        own: model.levels.find((each) => each.facet === facet.name && each.among === among && each.level === level),
      }));
    }),
  );
  const weight = await database.temporary(
    "match_train_weight",
    `facet varchar, comparison varchar, evidence_group varchar, among utinyint, level utinyint, weight_mb integer,
      least_mb integer, speaks varchar`,
  );
  await database.append(weight, {
    facet: rows.map(({ facet }) => facet),
    comparison: rows.map(({ comparison }) => comparison),
    evidence_group: rows.map(({ group }) => group),
    among: rows.map(({ among }) => among),
    level: rows.map(({ level }) => level),
    weight_mb: rows.map(({ own }) => own?.weightMb ?? 0),
    least_mb: rows.map(({ own }) => (own === undefined || own.leastMb === null ? null : -100_000)),
    speaks: rows.map(({ own }) => own?.speaks ?? "nothing"),
  });
  return weight;
}

/** The levels of a comparison that tell of two values, ascending. */
export const levelsOf = (comparison: string): number[] =>
  (comparisons.get(comparison)?.levels ?? []).map(({ level }) => level).filter((level) => level > 0);

/** Counts the patterns of a group, in an order that is always the same. */
export async function countPatterns(
  { database, pair }: PatternInputs,
  evidence: TableName,
  among: number,
): Promise<CountedPatterns> {
  const found = await database.rows(
    sql`select distinct facet from ${evidence} semi join (select * from ${pair} where among = ${among}) using (left_no, right_no)`,
    { facet: text },
  );
  const present = trainedFacets.filter(({ name }) => found.some(({ facet }) => facet === name));
  if (present.length === 0) return { facets: [], met: [], random: [] };
  const levels = joinSql(
    present.map(({ name }) => sql`coalesce(max(level) filter (where facet = ${name}), 0)::varchar`),
    " || ' ' || ",
  );
  const rows = await database.rows(
    sql`with pattern as (
        select left_no, right_no, ${levels} as levels from ${evidence} group by left_no, right_no)
      select is_random::integer as "isRandom", decision, coalesce(levels, '') as levels, count(*) as pairs
      from ${pair} left join pattern using (left_no, right_no) where among = ${among}
      group by all order by all`,
    { isRandom: integer, decision: nullable(text), levels: text, pairs: integer },
  );
  const patterns = rows.map(({ isRandom, decision, levels: own, pairs }) => ({
    isRandom: isRandom === 1,
    pattern: {
      levels: own === "" ? present.map(() => 0) : own.split(" ").map(Number),
      pairs,
      ...(decision === null ? {} : { isSame: decision === "same" }),
    },
  }));
  const only = (isRandom: boolean): AgreementPattern[] =>
    patterns.filter((each) => each.isRandom === isRandom).map(({ pattern }) => pattern);
  return { facets: present, met: only(false), random: only(true) };
}
