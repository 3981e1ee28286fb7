import { at, atKey, bad, compareText, good, type Result } from "../../base/index.ts";
import type { BlockProblem } from "./block-problem.ts";

/** One seen channel as it comes in: any order, pairs may repeat, negative amounts are money that went back. */
export interface SeenFlow {
  readonly payer: string;
  readonly payee: string;
  readonly amountMinor: number;
}

/** What a problem is made from. `costs` and `collateralMinor` hold only what differs from 1 and 0. */
export interface ProblemInput {
  readonly flows: readonly SeenFlow[];
  readonly sources: readonly string[];
  readonly sinks: readonly string[];
  readonly isBlockable: (id: string) => boolean;
  readonly costs?: ReadonlyMap<string, number>;
  readonly collateralMinor?: ReadonlyMap<string, number>;
}

/** A problem and what was left out of it: flows to oneself and flows of nothing. */
export interface MadeProblem {
  readonly problem: BlockProblem;
  readonly toOneself: number;
  readonly ofNothing: number;
}

/**
 * Brings flows into a problem's form: repeated pairs summed, refunds as flows back, nodes in byte order of their ids.
 * Refuses an amount that is no whole number, a total that cannot be summed exactly, and a node that is start and end.
 */
export function makeProblem(input: ProblemInput): Result<MadeProblem, string> {
  const sums = sumPairs(input.flows);
  if (!sums.ok) return sums;
  const { totals, toOneself, ofNothing } = sums.value;
  const both = input.sources.find((id) => input.sinks.includes(id));
  if (both !== undefined) return bad(`"${both}" is a start and an end at once; name it on one side`);
  const odd = [...(input.costs ?? [])].find(([, cost]) => !Number.isSafeInteger(cost) || cost < 1);
  if (odd) return bad(`the cost ${odd[1]} of "${odd[0]}" is no whole number from 1`);
  const nodeIds = [...new Set([...totals.values()].flatMap(({ payer, payee }) => [payer, payee]))].toSorted(
    compareText,
  );
  const indexById = new Map(nodeIds.map((id, index) => [id, index]));
  const edges = [...totals.values()]
    .map((sum) => ({ from: atKey(indexById, sum.payer), to: atKey(indexById, sum.payee), amount: sum.amountMinor }))
    .toSorted((left, right) => left.from - right.from || left.to - right.to);
  const known = (ids: readonly string[]): number[] =>
    [...new Set(ids)].flatMap((id) => indexById.get(id) ?? []).toSorted((left, right) => left - right);
  const sources = known(input.sources);
  const sinks = known(input.sinks);
  const ends = new Set([...sources, ...sinks]);
  const problem: BlockProblem = {
    nodeIds,
    payers: Int32Array.from(edges, (edge) => edge.from),
    payees: Int32Array.from(edges, (edge) => edge.to),
    amountsMinor: Float64Array.from(edges, (edge) => edge.amount),
    sources,
    sinks,
    suppliesMinor: sumSupplies(sources, edges),
    blockable: Uint8Array.from(nodeIds, (id, index) => (!ends.has(index) && input.isBlockable(id) ? 1 : 0)),
    costs: Int32Array.from(nodeIds, (id) => input.costs?.get(id) ?? 1),
    collateralMinor: Float64Array.from(nodeIds, (id) => input.collateralMinor?.get(id) ?? 0),
  };
  const fault = findFault(problem);
  return fault === null ? good({ problem, toOneself, ofNothing }) : bad(fault);
}

interface PairSums {
  readonly totals: ReadonlyMap<string, SeenFlow>;
  readonly toOneself: number;
  readonly ofNothing: number;
}

function sumPairs(flows: readonly SeenFlow[]): Result<PairSums, string> {
  const totals = new Map<string, SeenFlow>();
  let toOneself = 0;
  let ofNothing = 0;
  for (const flow of flows) {
    if (!Number.isSafeInteger(flow.amountMinor)) {
      return bad(
        `the amount ${flow.amountMinor} from "${flow.payer}" to "${flow.payee}" is no whole number within 2^53`,
      );
    }
    if (flow.amountMinor === 0) ofNothing += 1;
    else if (flow.payer === flow.payee) toOneself += 1;
    else addFlow(totals, flow.amountMinor > 0 ? flow : turned(flow));
  }
  return good({ totals, toOneself, ofNothing });
}

const turned = (flow: SeenFlow): SeenFlow => ({ payer: flow.payee, payee: flow.payer, amountMinor: -flow.amountMinor });

function addFlow(totals: Map<string, SeenFlow>, flow: SeenFlow): void {
  const key = JSON.stringify([flow.payer, flow.payee]);
  totals.set(key, { ...flow, amountMinor: flow.amountMinor + (totals.get(key)?.amountMinor ?? 0) });
}

/** What leaves each start node, minor units. */
function sumSupplies(sources: readonly number[], edges: readonly { readonly from: number; readonly amount: number }[]) {
  const out = new Map(sources.map((node) => [node, 0]));
  for (const edge of edges) {
    const before = out.get(edge.from);
    if (before !== undefined) out.set(edge.from, before + edge.amount);
  }
  return Float64Array.from(sources, (node) => atKey(out, node));
}

const largestSupply = Math.floor(Number.MAX_SAFE_INTEGER / 4);

/** What stands against exact sums on a problem, in words; null where nothing does. */
export function findFault(problem: BlockProblem): string | null {
  const edge = problem.amountsMinor.findIndex((amount) => !Number.isSafeInteger(amount) || amount <= 0);
  if (edge >= 0)
    return `the amount ${at(problem.amountsMinor, edge)} of edge ${edge} is no whole number from 1 within 2^53`;
  const supply = problem.suppliesMinor.reduce((total, minor) => total + minor, 0);
  if (supply > largestSupply) {
    return `${supply} minor units leave the start nodes; at most ${largestSupply} can be summed exactly: use a currency with a larger unit, or fewer start nodes`;
  }
  const node = problem.costs.findIndex((cost) => cost < 1);
  return node < 0
    ? null
    : `the cost ${at(problem.costs, node)} of "${at(problem.nodeIds, node)}" is no whole number from 1`;
}
