import { at } from "../../base/index.ts";

/** Pairs that agree in one way: the level of each facet, 0 where one of the two has no value, and how many such pairs there are. */
export interface AgreementPattern {
  readonly levels: readonly number[];
  readonly pairs: number;
  /** What a person decided about them; absent where nobody did. */
  readonly isSame?: boolean;
}

/** Of the pairs that have values of a facet, which share stands at each level: by facet, then by level; level 0 is not used. */
export type LevelShares = readonly (readonly number[])[];

/** What the estimate starts from, and what holds it where there is little to learn from. */
export interface EstimateInput {
  /** The pairs that were brought together, and those that a person decided about. */
  readonly patterns: readonly AgreementPattern[];
  /** Pairs drawn at random, almost all of strangers. */
  readonly random: readonly AgreementPattern[];
  /** Shares among true pairs and among strangers as they are believed to be before anything was seen. */
  readonly startM: LevelShares;
  readonly startU: LevelShares;
  /** How many true pairs the first belief is worth, and how many strangers the second. */
  readonly startPairs: number;
  readonly startStrangers: number;
  /** How many pairs there are in all, brought together or not. */
  readonly allPairs: number;
  /**
   * The facets by which pairs were brought together, one for each way. The pairs of a way agree in its facet by making, so
   * that nothing is learnt of it from them.
   */
  readonly ways: readonly AgreedFacet[];
}

/** A facet in which the pairs of a way agree, and the lowest level that counts as agreeing. */
export interface AgreedFacet {
  readonly facet: number;
  readonly levelMin: number;
}

/** The shares as estimated, and what they say of the pairs. */
export interface Estimate {
  readonly m: LevelShares;
  readonly u: LevelShares;
  /** How many of the pairs that were brought together are expected to be true ones. */
  readonly truePairs: number;
  /** Of all pairs, the share of true ones. */
  readonly share: number;
}

const passes = 4;

/**
 * Estimates the shares among true pairs by expectation maximisation on counted patterns of agreement (Dempster, Laird and
 * Rubin 1977; for linkage Winkler 1988), one way of bringing pairs together after the other, as Splink does, summed over
 * the true pairs that each way is expected to hold; those among strangers from random pairs, each counted by how likely it
 * is one of strangers. Facets are taken to agree independently of one another. What a person decided is taken as it is.
 */
export function estimateShares(input: EstimateInput): Estimate {
  // As if each had one partner: n things make n²/2 pairs.
  const share = Math.min(0.5, Math.sqrt(2 / Math.max(input.allPairs, 2)) / 2);
  let estimate: Estimate = { m: input.startM, u: input.startU, truePairs: 0, share };
  for (let pass = 0; pass < passes; pass += 1) {
    const u = learnStrangers(input, estimate);
    const m = learnTruePairs(input, u);
    estimate = { m, u, ...countTruePairs(input, { m, u }, estimate.share) };
  }
  return estimate;
}

function learnStrangers({ random, startU, startStrangers }: EstimateInput, { m, u, share }: Estimate): LevelShares {
  const sums = startU.map((shares) => shares.map((each) => each * startStrangers));
  for (const pattern of random) {
    const strangers = pattern.pairs * (1 - posterior(pattern.levels, { m, u, share }));
    for (const [facet, level] of pattern.levels.entries()) if (level > 0) addTo(at(sums, facet), level, strangers);
  }
  return sums.map(normalised);
}

function learnTruePairs(input: EstimateInput, u: LevelShares): LevelShares {
  const sums = input.startM.map((shares) => shares.map((share) => share * input.startPairs));
  for (const way of input.ways)
    for (const [facet, counts] of learnFromWay(input, u, way).entries())
      for (const [level, count] of counts.entries()) addTo(at(sums, facet), level, count);
  return sums.map(normalised);
}

const roundsMax = 500;
const changeMin = 1e-6;

/** The expected true pairs of one way by facet and level; of its own facet none. */
function learnFromWay({ patterns, startM }: EstimateInput, u: LevelShares, way: AgreedFacet): number[][] {
  const met = patterns.filter(({ levels }) => (levels[way.facet] ?? 0) >= way.levelMin);
  const pairs = met.reduce((sum, each) => sum + each.pairs, 0);
  let m: LevelShares = startM;
  let share = 0.5;
  let counts = startM.map((shares) => shares.map(() => 0));
  if (pairs === 0) return counts;
  for (let round = 0; round < roundsMax; round += 1) {
    counts = startM.map((shares) => shares.map(() => 0));
    let matches = 0;
    for (const pattern of met) {
      const likely = pattern.pairs * likelihoodOf(pattern, { m, u, share, own: way.facet });
      matches += likely;
      for (const [facet, level] of pattern.levels.entries())
        if (level > 0 && facet !== way.facet) addTo(at(counts, facet), level, likely);
    }
    const next = counts.map((levels, facet) =>
      levels.some((count) => count > 0) ? normalised(levels) : at(startM, facet),
    );
    const change = Math.max(Math.abs(matches / pairs - share), largestChange(m, next));
    m = next;
    share = Math.min(0.999_999, Math.max(0.000_001, matches / pairs));
    if (change < changeMin) break;
  }
  return counts;
}

/** The true pairs among those brought together, and of all pairs their share: the one that it says itself. */
function countTruePairs(
  { patterns, allPairs }: EstimateInput,
  shares: { readonly m: LevelShares; readonly u: LevelShares },
  start: number,
): { readonly truePairs: number; readonly share: number } {
  let share = start;
  let truePairs = 0;
  for (let round = 0; round < roundsMax; round += 1) {
    truePairs = 0;
    for (const pattern of patterns) truePairs += pattern.pairs * likelihoodOf(pattern, { ...shares, share });
    const next = Math.min(0.5, Math.max(truePairs, 1) / Math.max(allPairs, 2));
    if (Math.abs(next - share) < changeMin * share) break;
    share = next;
  }
  return { truePairs, share };
}

interface Likelihood {
  readonly m: LevelShares;
  readonly u: LevelShares;
  /** Of the pairs, the share of true ones. */
  readonly share: number;
  /** A facet that says nothing. */
  readonly own?: number;
}

const likelihoodOf = (pattern: AgreementPattern, likelihood: Likelihood): number =>
  pattern.isSame === undefined ? posterior(pattern.levels, likelihood) : Number(pattern.isSame);

/** How likely a pair of a pattern is a true one, 0 to 1. */
export function posterior(levels: readonly number[], { m, u, share, own }: Likelihood): number {
  let odds = share / (1 - share);
  for (const [facet, level] of levels.entries()) {
    if (level === 0 || facet === own) continue;
    odds *= Math.max(m[facet]?.[level] ?? 0, shareMin) / Math.max(u[facet]?.[level] ?? 0, shareMin);
  }
  return odds / (1 + odds);
}

const shareMin = 1e-9;

function addTo(sums: number[], index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount;
}

function normalised(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}

const largestChange = (left: LevelShares, right: LevelShares): number =>
  Math.max(
    0,
    ...left.flatMap((shares, facet) => shares.map((share, level) => Math.abs(share - (right[facet]?.[level] ?? 0)))),
  );
