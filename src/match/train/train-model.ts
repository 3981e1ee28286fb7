import { at } from "../../base/index.ts";
import { integer, makeTable, sql, text, type Database, type Sql, type TableName } from "../../store/index.ts";
import { commonnessTable } from "../commonness-table.ts";
import type { Facet } from "../facets.ts";
import type { MatchContext } from "../match-context.ts";
import { comparisonOf, defaultModel, groups, type MatchModel, type ModelLevel } from "../match-model.ts";
import { withMatchWorkers, type MatchWorkers } from "../match-workers.ts";
import { prepareMatch } from "../prepare-match.ts";
import {
  countPatterns,
  levelsOf,
  makeTrainingEvidence,
  type CountedPatterns,
  type PatternInputs,
} from "./count-patterns.ts";
import { estimateShares, type AgreedFacet, type Estimate, type LevelShares } from "./estimate-shares.ts";
import { makeTrainingPairs, trainedGroups } from "./training-pairs.ts";

/** What a training learnt of one group. */
export interface GroupReport {
  readonly among: (typeof trainedGroups)[number];
  /** What was compared: the facets whose weights were learnt. */
  readonly facets: readonly string[];
  /** Pairs that were brought together, and pairs drawn at random. */
  readonly met: number;
  readonly drawn: number;
  /** Of the first, how many a person had decided. */
  readonly decided: number;
  /** How many of the first are expected to be true pairs. */
  readonly truePairs: number;
  /** The weight from which a pair is as likely true as `likelyMin`, in milli-bits. */
  readonly joinMb: number;
}

/** A model as it was learnt, without its number, and what it rests on. */
export interface Training {
  readonly model: Omit<MatchModel, "modelNo">;
  readonly groups: readonly GroupReport[];
}

/** From this on a pair is joined, and below the second it is not worth a person's time. */
const likelyMin = 0.95;
const doubtfulMin = 0.05;

/** The first belief about true pairs counts as so many of them, and that about strangers as so many of these. */
const startPairs = 50;
const startStrangers = 10_000;

/** With fewer expected true pairs than this a group keeps the weights that it had. */
const truePairsMin = 20;

/**
 * Learns a model from a case: what agreement and difference in each property weigh among its people and its
 * organisations, from how often properties agree in pairs that were brought together and in pairs drawn at random, and
 * from what people decided. `decision`: (left_id, right_id, decision) in force. The same case gives the same model.
 */
export async function trainModel(context: MatchContext, decision: Sql): Promise<Training> {
  return withMatchWorkers(context.settings.threads, (workers) => train(context, decision, workers));
}

async function train(context: MatchContext, decision: Sql, workers: MatchWorkers): Promise<Training> {
  const { database } = context;
  const prepared = await prepareMatch(context, workers, () => undefined);
  const { pair, counts } = await makeTrainingPairs(database, prepared, decision);
  let model: MatchModel = defaultModel();
  const inputs: PatternInputs = { ...prepared, database, workers, model, pair };
  const commonness = await makeTable(database, "match_train_commonness", commonnessTable(inputs));
  const evidence = await makeTrainingEvidence({ ...inputs, commonness });
  const valueCounts = await countValues(database, { ...inputs, commonness });
  const { relations } = await database.row(sql`select count(*) as relations from ${prepared.relation}`, {
    relations: integer,
  });
  const hasRelations = relations > 0;
  const reports: GroupReport[] = [];
  for (const among of trainedGroups) {
    const counted = await countPatterns(inputs, evidence, groups[among]);
    const { allPairs = 0, every = 1 } = counts.get(groups[among]) ?? {};
    const estimate = estimateGroup(counted, { model, among, allPairs: allPairs / every });
    const report = reportOf(among, { counted, estimate, every });
    if (estimate.truePairs >= truePairsMin) {
      model = withLearnt(model, { among, counted, estimate, valueCounts, report, hasRelations });
      reports.push(among === "people" ? { ...report, joinMb: model.joinPeopleMb } : report);
    }
  }
  const { modelNo: _number, ...learnt } = model;
  return { model: learnt, groups: reports };
}

function estimateGroup(
  { facets, met, random }: CountedPatterns,
  { model, among, allPairs }: { model: MatchModel; among: GroupReport["among"]; allPairs: number },
): Estimate {
  const start = (of: "m" | "u"): LevelShares => facets.map((facet) => startShares(model, { facet, among, of }));
  return estimateShares({
    patterns: met,
    random,
    startM: start("m"),
    startU: start("u"),
    startPairs,
    startStrangers,
    allPairs,
    ways: facets.flatMap(({ name }, facet): AgreedFacet[] => {
      const levelMin = wayLevels[name];
      return levelMin === undefined ? [] : [{ facet, levelMin }];
    }),
  });
}

/** The facets of which one value alone brings two together, whatever else they have, and the level from which it does. */
const wayLevels: Readonly<Record<string, number>> = {
  name: 6,
  birthDate: 7,
  document: 6,
  registration: 6,
  reference: 6,
  account: 8,
  phone: 4,
  email: 4,
};

/** A level of which the model says nothing gets what its comparison's other levels leave, a hundredth at least. */
function startShares(
  model: MatchModel,
  { facet, among, of }: { facet: Facet; among: GroupReport["among"]; of: "m" | "u" },
): number[] {
  const known = model.levels.filter((each) => each.facet === facet.name && each.among === among);
  const levels = levelsOf(comparisonOf(facet.comparison, among));
  const told = known.reduce((sum, each) => sum + each[of], 0);
  const untold = levels.filter((level) => !known.some((each) => each.level === level));
  const rest = Math.max(0.01, 1 - told) / Math.max(untold.length, 1);
  const shares = Array.from({ length: Math.max(...levels) + 1 }, (_, level) =>
    levels.includes(level) ? (known.find((each) => each.level === level)?.[of] ?? rest) : 0,
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function reportOf(
  among: GroupReport["among"],
  { counted, estimate, every }: { counted: CountedPatterns; estimate: Estimate; every: number },
): GroupReport {
  const sum = (patterns: CountedPatterns["met"]): number => patterns.reduce((total, { pairs }) => total + pairs, 0);
  return {
    among,
    facets: counted.facets.map(({ name }) => name).filter((name) => !keptFacets[among].has(name)),
    met: sum(counted.met) * every,
    drawn: sum(counted.random),
    decided: sum(counted.met.filter(({ isSame }) => isSame !== undefined)),
    truePairs: Math.round(estimate.truePairs * every),
    joinMb: weightOf(estimate.share, likelyMin),
  };
}

/** The weight at which a pair is so likely a true one, where so large a share of all pairs is, in milli-bits. */
const weightOf = (share: number, likely: number): number =>
  Math.round(1000 * (Math.log2((1 - share) / share) + Math.log2(likely / (1 - likely))));

interface Learnt {
  readonly among: GroupReport["among"];
  readonly counted: CountedPatterns;
  readonly estimate: Estimate;
  readonly valueCounts: ReadonlyMap<string, ValueCounts>;
  readonly report: GroupReport;
  /** Whether entities of the case belong to each other, hold or serve, which later rounds weigh. */
  readonly hasRelations: boolean;
}

/**
 * Facets whose weights stay. Organisations are joined by their names alone, and nothing beside a name says which of those
 * that bear it are one, so that no case can teach what it weighs.
 */
const keptFacets: Readonly<Record<GroupReport["among"], ReadonlySet<string>>> = {
  people: new Set(),
  organizations: new Set(["name"]),
};

function withLearnt(model: MatchModel, learnt: Learnt): MatchModel {
  const { among, estimate } = learnt;
  const joins = among === "people" ? peopleThresholds(model, learnt) : {};
  return {
    ...model,
    ...joins,
    reviewMb: Math.min(model.reviewMb, weightOf(estimate.share, doubtfulMin)),
    levels: model.levels.map((level) =>
      level.among === among && !keptFacets[among].has(level.facet) ? learntLevel(level, learnt) : level,
    ),
  };
}

/**
 * Where entities have relations, what these weigh is not learnt, so that the threshold that ships is the least: two of one
 * common name in one firm are two.
 */
function peopleThresholds(model: MatchModel, learnt: Learnt): Partial<MatchModel> {
  const { counted, estimate, report, hasRelations } = learnt;
  const name = counted.facets.findIndex((facet) => facet.name === "name");
  const apart = estimate.m[name]?.[namesDiffer] ?? 0;
  const joinPeopleMb = hasRelations ? Math.max(model.joinPeopleMb, report.joinMb) : report.joinMb;
  return {
    joinPeopleMb,
    joinByFactsMb: joinPeopleMb,
    factsOfOtherNamesMb: apart < apartMin ? model.factsOfOtherNamesMb : joinPeopleMb + kinMb(apart),
    ...(!hasRelations && { factsMb: learntFactsMb }),
  };
}

/** Beside a learnt threshold what people share besides the name need only be rarer than one in thirty-two strangers. */
const learntFactsMb = 5000;

/** The level of names that have nothing in common. */
const namesDiffer = 1;

/** Where fewer of a case's true pairs than this bear different names, two of different names are two. */
const apartMin = 0.05;

/** Of people, the share who have a twin: twelve births in a thousand are of two. */
const twinShare = 0.024;

/**
 * What facts beside different names must weigh more, so that twins, who share day and house as well, are one in twenty
 * of those joined: the rarer one person's names differ, the more.
 */
const kinMb = (apart: number): number =>
  Math.max(0, Math.round(1000 * Math.log2(((likelyMin / (1 - likelyMin)) * twinShare) / apart)));

function learntLevel(level: ModelLevel, { counted, estimate, valueCounts, among }: Learnt): ModelLevel {
  const facet = counted.facets.findIndex(({ name }) => name === level.facet);
  if (facet < 0) return level;
  const m = at(at(estimate.m, facet), level.level);
  const u = Math.max(at(at(estimate.u, facet), level.level), shareMin);
  const top = Math.max(...levelsOf(comparisonOf(at(counted.facets, facet).comparison, among)));
  const leastMb = level.level === top ? (countedLeastMb[level.facet] ?? level.leastMb) : level.leastMb;
  const { holders = 2, rarity = 1 } = valueCounts.get(level.facet) ?? {};
  const isShared = level.level === top && sharedFacets.has(level.facet);
  const likelihood = numberFacets.has(level.facet)
    ? m / level.u
    : leastMb === null
      ? m / u
      : isShared
        ? m * holders
        : m / (u * rarity);
  return {
    ...level,
    m: rounded(m),
    u: numberFacets.has(level.facet) ? level.u : rounded(u),
    leastMb,
    weightMb: Math.round(1000 * Math.log2(Math.max(likelihood, shareMin))),
  };
}

/** Numbers and addresses of one holder: random pairs are too few to show how seldom strangers share one, so the belief stays. */
const numberFacets: ReadonlySet<string> = new Set([
  "document",
  "registration",
  "vesselNumber",
  "reference",
  "account",
  "phone",
  "email",
  "url",
]);

/** Facets whose equal values strangers share as often as one of their holders in so many has them. */
const sharedFacets: ReadonlySet<string> = new Set(["birthDate", "address", "birthPlace", "position"]);

/** Facets whose equal values count by their own commonness once there are enough to count: dates heap on New Year's Day. */
const countedLeastMb: Readonly<Record<string, number>> = { birthDate: 3000 };

const shareMin = 1e-9;
const rounded = (share: number): number => Number(share.toPrecision(6));

/** What the values of a facet are like, by which the weight of one that a single entity holds follows from the average. */
interface ValueCounts {
  /** How many hold a value of it, told apart by their names, in the hand-over where they are most. */
  readonly holders: number;
  /** Of strangers who share a value, the mean of one in so many as share it: 1 where all values are rare. */
  readonly rarity: number;
}

async function countValues(
  database: Database,
  { node, holding, value, commonness }: PatternInputs & { readonly commonness: TableName },
): Promise<ReadonlyMap<string, ValueCounts>> {
  const rows = await database.rows(
    sql`with called as (
        select node_no, min(value_no) as name_no from ${holding} join ${value} using (value_no)
        where facet = 'name' group by node_no),
      held as (
        select facet, max(holders) as holders
        from (
          select facet, list, count(distinct name_no) as holders
          from ${holding} join ${value} using (value_no) join ${node} using (node_no) left join called using (node_no)
          group by facet, list)
        group by facet),
      shared as (
        select facet, sum(bearers - 1) / sum(bearers * (bearers - 1)) as rarity
        from ${commonness} join ${value} using (value_no) where bearers > 1 group by facet)
      select facet, holders, coalesce(round(1000000 * rarity), 1000000)::integer as ppm
      from held left join shared using (facet) order by facet`,
    { facet: text, holders: integer, ppm: integer },
  );
  return new Map(rows.map(({ facet, holders, ppm }) => [facet, { holders, rarity: ppm / 1e6 }]));
}
