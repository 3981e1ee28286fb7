import { at, bad, good, type Result } from "../../base/index.ts";
import type { BlockQuestion } from "../question/block-problem.ts";
import {
  prepareProblem,
  solveBlockSet,
  type BlockAnswer,
  type BlockSearch,
  type Prepared,
} from "../solve/block-set.ts";
import { joinScenarios } from "./join-scenarios.ts";
import { drawScenarios, type ScenarioPlan } from "./scenarios.ts";
import type { UncertainProblem } from "./uncertain-problem.ts";

/** A set and what it strands in scenarios that took no part in finding or choosing it, quarters of a minor unit. */
export interface JudgedMembers {
  readonly members: readonly number[];
  /** On average, rounded down, and at the least. */
  readonly mean: number;
  readonly least: number;
}

/** Advice under doubt. Nodes are numbers of the certain problem. */
export interface UncertainAnswer {
  /** How many scenarios were searched, as many more to choose in, and as many again to judge in. */
  readonly scenarios: number;
  /** What can flow in each of all these as seen, quarters, ascending. */
  readonly canFlow: readonly number[];
  /** The set that is best if everything is real. */
  readonly certain: JudgedMembers;
  /** The set that strands most over the searched scenarios together; its proof is in `answer`, whose amounts are sums over them. */
  readonly sampled: JudgedMembers & { readonly answer: BlockAnswer };
  /** Of these two and the sets that are best in one scenario, the one that strands most where it was searched and chosen together. */
  readonly steadiest: JudgedMembers;
  /** In how many searched scenarios each node is in that scenario's own best set; only nodes that are in one, most often first. */
  readonly chosen: readonly { readonly node: number; readonly scenarios: number }[];
  /** Of the searched scenarios, those whose own best set is not proved best. */
  readonly unproved: number;
}

/** What is drawn. */
export interface UncertainSampling extends Pick<ScenarioPlan, "seed" | "keptPermille"> {
  readonly scenarios: number;
  /** The set that is best if everything is real, where it is known. */
  readonly certain?: readonly number[];
  readonly onScenario?: ((done: number, total: number) => void) | undefined;
}

/**
 * Answers a question where not everything may be real: samples are drawn (`drawScenarios`), and one set is sought that
 * strands most over all of them together (sample average approximation; Kleywegt, Shapiro and Homem-de-Mello 2001). A set
 * found in a sample flatters itself there, so the steadiest is chosen with other scenarios, and all are judged in others
 * again. The time limit counts for the search of all together, and again for the sets of single scenarios.
 */
export async function solveUncertain(
  uncertain: UncertainProblem,
  question: BlockQuestion,
  { scenarios, seed, keptPermille, certain: known, onScenario, ...search }: UncertainSampling & BlockSearch,
): Promise<Result<UncertainAnswer, string>> {
  const drawn = drawScenarios(uncertain.flows, { seed, keptPermille, first: 0, count: 3 * scenarios });
  const all = drawn.map(uncertain.scenario);
  const [seen, others, fresh] = [0, 1, 2].map((part) => all.slice(part * scenarios, (part + 1) * scenarios));
  const supply = (seen ?? []).reduce((sum, { problem }) => sum + sumOf(problem.suppliesMinor), 0);
  if (4 * supply > Number.MAX_SAFE_INTEGER) {
    return bad(`${supply} minor units leave the start nodes of ${scenarios} scenarios: use fewer scenarios`);
  }
  const certain = known ?? (await solveBlockSet(uncertain.certain, question, search)).members;
  const own = await solveEach(seen ?? [], question, { ...search, onScenario, hints: [certain] });
  const sampled = await solveBlockSet(
    prepareProblem(uncertain.certain.problem, (rhoQuarters) => joinScenarios(seen ?? [], rhoQuarters)),
    question,
    { ...search, hints: [certain, ...own.map(({ members }) => members)] },
  );
  const candidates = [certain, ...[sampled, ...own].map(({ members }) => members)];
  const steadiest = mostStranded([...(seen ?? []), ...(others ?? [])], question, candidates);
  const judge = (members: readonly number[]): JudgedMembers => judgeIn(fresh ?? [], question, members);
  return good({
    scenarios,
    canFlow: all.map(({ baseline }) => baseline.value).toSorted((left, right) => left - right),
    certain: judge(certain),
    sampled: { ...judge(sampled.members), answer: sampled },
    steadiest: judge(steadiest),
    chosen: countChosen(own),
    unproved: own.filter(({ proof }) => proof.kind !== "best").length,
  });
}

const sumOf = (amounts: Float64Array): number => amounts.reduce((sum, each) => sum + each, 0);

/** The best set of each scenario; all searches together take the time of one. */
async function solveEach(
  scenarios: readonly Prepared[],
  question: BlockQuestion,
  { onScenario, ...search }: BlockSearch & Pick<UncertainSampling, "onScenario">,
): Promise<BlockAnswer[]> {
  const answers: BlockAnswer[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    onScenario?.(index, scenarios.length);
    const hints = [...(search.hints ?? []), ...answers.map(({ members }) => members)];
    const timeLimitSeconds = search.timeLimitSeconds / scenarios.length;
    answers.push(await solveBlockSet(scenario, question, { ...search, timeLimitSeconds, hints }));
  }
  return answers;
}

/** What a set strands in each scenario. */
function strandedIn(
  scenarios: readonly Prepared[],
  { rhoQuarters }: BlockQuestion,
  members: readonly number[],
): number[] {
  return scenarios.map(({ baseline, left }) => baseline.value - Math.min(left(rhoQuarters, members), baseline.value));
}

/** The set that strands most over the scenarios; of equals the first. */
function mostStranded(
  scenarios: readonly Prepared[],
  question: BlockQuestion,
  candidates: readonly (readonly number[])[],
): readonly number[] {
  const sums = candidates.map((members) =>
    strandedIn(scenarios, question, members).reduce((total, each) => total + each, 0),
  );
  const most = sums.reduce((best, sum, index) => (sum > at(sums, best) ? index : best), 0);
  return at(candidates, most);
}

function judgeIn(scenarios: readonly Prepared[], question: BlockQuestion, members: readonly number[]): JudgedMembers {
  const stranded = strandedIn(scenarios, question, members);
  const sum = stranded.reduce((total, each) => total + each, 0);
  return { members, mean: Math.floor(sum / Math.max(stranded.length, 1)), least: Math.min(...stranded) };
}

function countChosen(answers: readonly BlockAnswer[]): UncertainAnswer["chosen"] {
  const counts = new Map<number, number>();
  for (const node of answers.flatMap(({ members }) => members)) counts.set(node, (counts.get(node) ?? 0) + 1);
  return [...counts]
    .map(([node, scenarios]) => ({ node, scenarios }))
    .toSorted((left, right) => right.scenarios - left.scenarios || left.node - right.node);
}
