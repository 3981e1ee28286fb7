import { bad, compareText, good, type Result } from "../../base/index.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import {
  prepareProblem,
  solveBlockSet,
  type BlockAnswer,
  type BlockSearch,
  type Prepared,
} from "../solve/block-set.ts";
import { drawScenarios } from "./scenarios.ts";
import { joinScenarios, type UncertainProblem } from "./uncertain-problem.ts";

/** A set and what it strands on average, quarters of a minor unit, rounded down. */
export interface SampledSet {
  readonly members: readonly number[];
  /** Over the scenarios that the search saw. */
  readonly meanStrandedQuarters: number;
  /** Over as many others, which it did not see. */
  readonly meanStrandedElsewhereQuarters: number;
}

/** Advice under doubt. Nodes are numbers of the certain problem. */
export interface UncertainAnswer {
  readonly scenarios: number;
  /** The set that is best if every channel is real. */
  readonly certain: SampledSet & { readonly answer: BlockAnswer };
  /** The set that is best over the scenarios together; its proof is in `answer`, whose amounts are sums over them. */
  readonly sampled: SampledSet & { readonly answer: BlockAnswer };
  /** In how many scenarios each node is in that scenario's own best set; only nodes that are in one, most often first. */
  readonly chosen: readonly { readonly node: number; readonly scenarios: number }[];
  /** The best set, every channel being real, that no longer rests on one source; by source, in the order of their names. */
  readonly withoutSource: readonly {
    readonly source: string;
    readonly members: readonly number[];
    readonly strandedQuarters: number;
  }[];
}

/** What is drawn: so many scenarios to search over, and as many to look at the result with. */
export interface UncertainSampling {
  readonly scenarios: number;
  readonly seed: string;
}

/**
 * Answers a question where channels may not be real: samples are drawn (`drawScenarios`), one set is sought that leaves
 * least over all of them (sample average approximation; Kleywegt, Shapiro and Homem-de-Mello 2001), and what each source
 * carries is found by asking again without it. Above rho = 1 the search minimises what is left, while a set's
 * stranded money is counted per scenario up to what flows there. The time limit counts for each search.
 */
export async function solveUncertain(
  uncertain: UncertainProblem,
  question: BlockQuestion,
  { scenarios, seed, ...search }: UncertainSampling & BlockSearch,
): Promise<Result<UncertainAnswer, string>> {
  const draw = (first: number): BlockProblem[] =>
    drawScenarios(uncertain.supports, { seed, first, count: scenarios }).map(uncertain.scenario);
  const [seen, others] = [draw(0), draw(scenarios)];
  const supply = seen.flatMap((problem) => Array.from(problem.suppliesMinor)).reduce((sum, each) => sum + each, 0);
  if (4 * supply > Number.MAX_SAFE_INTEGER) {
    return bad(`${supply} minor units leave the start nodes of ${scenarios} scenarios: use fewer scenarios`);
  }
  const certain = await solveBlockSet(prepareProblem(uncertain.certain), question, search);
  const each = seen.map((problem) => prepareProblem(problem));
  const own: BlockAnswer[] = [];
  for (const prepared of each) own.push(await solveBlockSet(prepared, question, search));
  const joined = prepareProblem(uncertain.certain, (rhoQuarters) => joinScenarios(seen, rhoQuarters));
  const hints = [certain.members, ...own.map(({ members }) => members)];
  const sampled = await solveBlockSet(joined, question, { ...search, hints });
  const elsewhere = others.map((problem) => prepareProblem(problem));
  const sample = (answer: BlockAnswer) => ({
    answer,
    members: answer.members,
    meanStrandedQuarters: meanStranded(each, question, answer.members),
    meanStrandedElsewhereQuarters: meanStranded(elsewhere, question, answer.members),
  });
  return good({
    scenarios,
    certain: sample(certain),
    sampled: sample(sampled),
    chosen: countChosen(own),
    withoutSource: await askWithoutSources(uncertain, question, search),
  });
}

function meanStranded(
  scenarios: readonly Prepared[],
  { rhoQuarters }: BlockQuestion,
  members: readonly number[],
): number {
  const total = scenarios.reduce(
    (sum, scenario) =>
      sum + scenario.baseline.value - Math.min(scenario.left(rhoQuarters, members), scenario.baseline.value),
    0,
  );
  return Math.floor(total / Math.max(scenarios.length, 1));
}

function countChosen(answers: readonly BlockAnswer[]): UncertainAnswer["chosen"] {
  const counts = new Map<number, number>();
  for (const node of answers.flatMap(({ members }) => members)) counts.set(node, (counts.get(node) ?? 0) + 1);
  return [...counts]
    .map(([node, scenarios]) => ({ node, scenarios }))
    .toSorted((left, right) => right.scenarios - left.scenarios || left.node - right.node);
}

async function askWithoutSources(
  { supports, scenario }: UncertainProblem,
  question: BlockQuestion,
  search: BlockSearch,
): Promise<UncertainAnswer["withoutSource"]> {
  const sources = [...new Set(supports.flatMap((support) => support.map(({ source }) => source)))].toSorted(
    compareText,
  );
  const answers: { source: string; members: readonly number[]; strandedQuarters: number }[] = [];
  for (const source of sources) {
    const isReal = Uint8Array.from(supports, (support) => (support.some((each) => each.source !== source) ? 1 : 0));
    const answer = await solveBlockSet(prepareProblem(scenario(isReal)), question, search);
    answers.push({ source, members: answer.members, strandedQuarters: answer.strandedQuarters });
  }
  return answers;
}
