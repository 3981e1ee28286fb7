import { at } from "../../base/index.ts";
import { byteAt, numberAt } from "../graph/typed-arrays.ts";
import type { Prepared } from "../solve/block-set.ts";
import type { MemberExplanation } from "./explanation.ts";
import { toMinorDown } from "./round-quarters.ts";

/** Who carries more, within the seen limits, when one node is blocked: the three that gain most; each node is asked once. */
export function makeTakenOver(prepared: Prepared): (blocked: number) => MemberExplanation["takenOverBy"] {
  const kept = new Map<number, MemberExplanation["takenOverBy"]>();
  const { residual } = prepared.at(4);
  const before = residual.throughputs(prepared.baseline);
  return (blocked) => {
    const known = kept.get(blocked) ?? gainers(prepared, before, blocked);
    kept.set(blocked, known);
    return known;
  };
}

function gainers({ problem, baseline, at: atRho }: Prepared, before: Float64Array, blocked: number) {
  const { residual } = atRho(4);
  const after = residual.throughputs(residual.withoutNodes([blocked], baseline));
  return Array.from(problem.nodeIds.keys())
    .filter((node) => byteAt(problem.blockable, node) === 1)
    .map((node) => ({ node, gain: numberAt(after, node) - numberAt(before, node) }))
    .filter(({ gain }) => gain > 0)
    .toSorted((left, right) => right.gain - left.gain || left.node - right.node)
    .slice(0, 3)
    .map(({ node, gain }) => ({ id: at(problem.nodeIds, node), amount: toMinorDown(gain) }));
}
