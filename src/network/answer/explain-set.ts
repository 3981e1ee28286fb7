import { at } from "../../base/index.ts";
import type { MaxFlow } from "../graph/max-flow.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockAnswer, Prepared } from "../solve/block-set.ts";
import type { Coverage } from "./coverage.ts";
import type { Effect, Explanation, MemberExplanation } from "./explanation.ts";
import type { MemberFacts } from "./member-facts.ts";
import { toMinorDown, toMinorUp } from "./round-quarters.ts";

/** What an explanation is made from beside the answer. */
export interface ExplainInputs {
  readonly prepared: Prepared;
  readonly rhoQuarters: readonly number[];
  readonly ends: string;
  readonly coverage: Coverage;
  readonly facts: ReadonlyMap<string, MemberFacts>;
  readonly asked: Pick<Explanation, "again" | "notAsked" | "notProposed" | "inTime">;
  readonly takenOverBy: (node: number) => MemberExplanation["takenOverBy"];
}

/** Says what a set does, what each member adds to it, and on what it hangs. */
export function explainSet(answer: BlockAnswer, inputs: ExplainInputs): Explanation {
  const { prepared, rhoQuarters } = inputs;
  const idOf = (node: number): string => at(prepared.problem.nodeIds, node);
  return {
    ends: inputs.ends,
    coverage: inputs.coverage,
    refusal: null,
    effects: rhoQuarters.map((rho) => effectOf(prepared, rho, answer.members)),
    members: answer.members.map((node) => explainMember(answer, node, inputs)),
    anotherWay: overflowing(prepared, answer),
    ...inputs.asked,
    alternatives: answer.alternatives.map(({ members, residualQuarters }) => ({
      members: members.map(idOf),
      residual: toMinorUp(residualQuarters),
    })),
    isCutShort: answer.isCutShort,
  };
}

/** What blocking a set does at a reroute factor. */
export function effectOf(prepared: Prepared, rhoQuarters: number, members: readonly number[]): Effect {
  const canFlow = toMinorDown(prepared.baseline.value);
  const leftMinor = toMinorUp(prepared.left(rhoQuarters, members));
  return { rhoQuarters, canFlow, residual: leftMinor, stranded: canFlow - Math.min(leftMinor, canFlow) };
}

function explainMember(answer: BlockAnswer, node: number, inputs: ExplainInputs): MemberExplanation {
  const { prepared, rhoQuarters, facts } = inputs;
  const { problem, baseline } = prepared;
  const id = at(problem.nodeIds, node);
  const known = facts.get(id);
  const others = answer.members.filter((other) => other !== node);
  const withoutIt = prepared.left(answer.question.rhoQuarters, others);
  const capped = (quarters: number): number => Math.min(quarters, baseline.value);
  return {
    id,
    isUnnamed: known?.isUnnamed ?? false,
    lists: known?.lists ?? [],
    carries: toMinorDown(numberAt(prepared.at(4).residual.throughputs(baseline), node)),
    alone: rhoQuarters.map((rho) => effectOf(prepared, rho, [node])),
    marginal: toMinorDown(capped(withoutIt) - capped(answer.residual.value)),
    takenOverBy: inputs.takenOverBy(node),
    collateral: numberAt(problem.collateralMinor, node),
    joinCount: known?.joinCount ?? 0,
    joins: known?.joins ?? [],
  };
}

/** The channels through which more goes after the block than was seen. */
function overflowing(prepared: Prepared, answer: BlockAnswer): Explanation["anotherWay"] {
  const { problem } = prepared;
  const { graph, channelOf } = prepared.at(answer.question.rhoQuarters).residual.flowGraph;
  const { flows }: MaxFlow = answer.residual;
  const carried = new Float64Array(problem.payers.length);
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const edge = intAt(channelOf, intAt(graph.edges, arc));
    if (edge >= 0) carried[edge] = numberAt(carried, edge) + numberAt(flows, arc);
  }
  return Array.from(carried, (would, edge) => ({ edge, seen: numberAt(problem.amountsMinor, edge), would }))
    .filter(({ seen, would }) => would > 4 * seen)
    .toSorted((left, right) => right.would - 4 * right.seen - (left.would - 4 * left.seen) || left.edge - right.edge)
    .slice(0, 5)
    .map(({ edge, seen, would }) => ({
      payer: at(problem.nodeIds, intAt(problem.payers, edge)),
      payee: at(problem.nodeIds, intAt(problem.payees, edge)),
      seen,
      wouldCarry: toMinorDown(would),
    }));
}
