import { at } from "../../base/index.ts";
import type { MaxFlow } from "../graph/max-flow.ts";
import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockAnswer, Prepared } from "../solve/block-set.ts";
import type { Coverage } from "./coverage.ts";
import type { Effect, Explanation, MemberExplanation } from "./explanation.ts";
import type { MemberFacts } from "./member-facts.ts";

/** What an explanation is made from beside the answer. */
export interface ExplainInputs {
  readonly prepared: Prepared;
  readonly rhoQuarters: readonly number[];
  readonly ends: string;
  readonly coverage: Coverage;
  readonly facts: ReadonlyMap<string, MemberFacts>;
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
    alternatives: answer.alternatives.map(({ members, residualQuarters }) => ({
      members: members.map(idOf),
      residual: toMinorUp(residualQuarters),
    })),
    isCutShort: answer.isCutShort,
  };
}

/** Quarters as whole minor units, up: what gets through is never understated. */
export const toMinorUp = (quarters: number): number => Math.ceil(quarters / 4);

/** Quarters as whole minor units, down. */
export const toMinorDown = (quarters: number): number => Math.floor(quarters / 4);

/** What blocking a set does at a reroute factor. */
export function effectOf(prepared: Prepared, rhoQuarters: number, members: readonly number[]): Effect {
  const { residual, whole } = prepared.at(rhoQuarters);
  const left = residual.withoutNodes(members, whole).value;
  const canFlow = toMinorDown(prepared.baseline.value);
  const leftMinor = toMinorUp(left);
  return { rhoQuarters, canFlow, residual: leftMinor, stranded: canFlow - Math.min(leftMinor, canFlow) };
}

function explainMember(answer: BlockAnswer, node: number, inputs: ExplainInputs): MemberExplanation {
  const { prepared, rhoQuarters, facts } = inputs;
  const { problem, baseline } = prepared;
  const id = at(problem.nodeIds, node);
  const known = facts.get(id);
  const { residual, whole } = prepared.at(answer.question.rhoQuarters);
  const others = answer.members.filter((other) => other !== node);
  const withoutIt = residual.withoutNodes(others, whole).value;
  const capped = (quarters: number): number => Math.min(quarters, baseline.value);
  return {
    id,
    isUnnamed: known?.isUnnamed ?? false,
    lists: known?.lists ?? [],
    carries: toMinorDown(numberAt(prepared.at(4).residual.throughputs(baseline), node)),
    alone: rhoQuarters.map((rho) => effectOf(prepared, rho, [node])),
    marginal: toMinorDown(capped(withoutIt) - capped(answer.residual.value)),
    takenOverBy: gainers(prepared, node),
    collateral: numberAt(problem.collateralMinor, node),
    joinCount: known?.joinCount ?? 0,
    joins: known?.joins ?? [],
  };
}

/** The nodes that carry more, within the seen limits, when one is blocked. */
function gainers(prepared: Prepared, blocked: number) {
  const { problem, baseline } = prepared;
  const { residual } = prepared.at(4);
  const before = residual.throughputs(baseline);
  const after = residual.throughputs(residual.withoutNodes([blocked], baseline));
  return Array.from(problem.nodeIds.keys())
    .filter((node) => byteAt(problem.blockable, node) === 1)
    .map((node) => ({ node, gain: numberAt(after, node) - numberAt(before, node) }))
    .filter(({ gain }) => gain > 0)
    .toSorted((left, right) => right.gain - left.gain || left.node - right.node)
    .slice(0, 3)
    .map(({ node, gain }) => ({ id: at(problem.nodeIds, node), amount: toMinorDown(gain) }));
}

/** The channels through which more goes after the block than was seen. */
function overflowing(prepared: Prepared, answer: BlockAnswer): Explanation["anotherWay"] {
  const { problem } = prepared;
  const { graph } = prepared.at(answer.question.rhoQuarters).residual.flowGraph;
  const flow: MaxFlow = answer.residual;
  const excess: { edge: number; seen: number; would: number }[] = [];
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const edge = intAt(graph.edges, arc);
    if (edge >= problem.payers.length) continue;
    const seen = numberAt(problem.amountsMinor, edge);
    if (numberAt(flow.flows, arc) > 4 * seen) excess.push({ edge, seen, would: numberAt(flow.flows, arc) });
  }
  return excess
    .toSorted((left, right) => right.would - 4 * right.seen - (left.would - 4 * left.seen) || left.edge - right.edge)
    .slice(0, 5)
    .map(({ edge, seen, would }) => ({
      payer: at(problem.nodeIds, intAt(problem.payers, edge)),
      payee: at(problem.nodeIds, intAt(problem.payees, edge)),
      seen,
      wouldCarry: toMinorDown(would),
    }));
}
