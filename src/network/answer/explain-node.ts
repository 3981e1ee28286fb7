import { at } from "../../base/index.ts";
import { numberAt } from "../graph/typed-arrays.ts";
import type { BlockRequest } from "./block-request.ts";
import { effectOf } from "./explain-set.ts";
import type { Effect, MemberExplanation } from "./explanation.ts";
import type { NotProposed } from "./node-standing.ts";
import { putQuestion } from "./put-question.ts";
import { toMinorDown } from "./round-quarters.ts";
import { makeTakenOver } from "./taken-over.ts";
import type { BlockSource } from "./write-rows.ts";

/** What blocking one node alone would do. Amounts in minor units of the case currency. */
export interface NodeExplanation {
  readonly id: string;
  /** "no way": no seen money goes through it from a start to an end. */
  readonly standing: "start" | "end" | "no way" | "may be proposed" | NotProposed;
  /** What one largest flow sends through it as seen. */
  readonly carries: number;
  readonly alone: readonly Effect[];
  readonly takenOverBy: MemberExplanation["takenOverBy"];
  readonly collateral: number;
}

/** Says of each node, by canonical id, what blocking it alone does under a question; an empty list where the amounts cannot be summed. */
export async function explainNodes(
  source: BlockSource,
  request: BlockRequest,
  ids: readonly string[],
): Promise<NodeExplanation[]> {
  const put = await putQuestion(source, request);
  if ("refusal" in put) return [];
  const { prepared, notProposed } = put;
  const { problem, baseline } = prepared;
  const takenOverBy = makeTakenOver(prepared);
  return ids.map((id) => {
    const node = problem.nodeIds.indexOf(id);
    const standing = standingOf(node, problem, notProposed.get(id));
    if (node < 0 || standing === "start" || standing === "end")
      return { id, standing, carries: 0, alone: [], takenOverBy: [], collateral: 0 };
    return {
      id,
      standing,
      carries: toMinorDown(numberAt(prepared.at(4).residual.throughputs(baseline), node)),
      alone: request.rhoQuarters.map((rho) => effectOf(prepared, rho, [node])),
      takenOverBy: takenOverBy(node),
      collateral: at(problem.collateralMinor, node),
    };
  });
}

/** What blocking a set, by canonical ids, does at the largest factor of a question; undefined where the amounts cannot be summed. */
export async function effectOfSet(
  source: BlockSource,
  request: BlockRequest,
  members: readonly string[],
): Promise<Effect | undefined> {
  const put = await putQuestion(source, request);
  if ("refusal" in put) return undefined;
  const wanted = new Set(members);
  const { nodeIds } = put.prepared.problem;
  const nodes = [...nodeIds.keys()].filter((node) => wanted.has(at(nodeIds, node)));
  return effectOf(put.prepared, Math.max(...request.rhoQuarters), nodes);
}

function standingOf(
  node: number,
  { sources, sinks }: { readonly sources: readonly number[]; readonly sinks: readonly number[] },
  why: NotProposed | undefined,
): NodeExplanation["standing"] {
  if (node < 0) return "no way";
  if (sources.includes(node)) return "start";
  if (sinks.includes(node)) return "end";
  return why ?? "may be proposed";
}
