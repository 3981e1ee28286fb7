import { at, atKey, bad, good, type Result } from "../../base/index.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeProblem, type ProblemInput } from "../question/make-problem.ts";

/** One payment as it comes in: `time` is a whole number of any unit (days, seconds), the same for all. */
export interface SeenTransfer {
  readonly payer: string;
  readonly payee: string;
  /** Whole minor units; a negative amount is money that went back from payee to payer at this time. */
  readonly amountMinor: number;
  readonly time: number;
}

/** What a timed problem is made from: a problem's input with payments in place of summed flows. */
export interface TimedInput extends Omit<ProblemInput, "flows"> {
  readonly transfers: readonly SeenTransfer[];
  /**
   * How long money stays with a payee before it can go on, in the unit of the times. 0, the usual: a payment may pass on
   * what came in at the same time, in any order. 1, with days: only what came in on an earlier day.
   */
  readonly leastStay?: number;
}

/** A network of payments in time order. Payments are numbered as they came in, without those to oneself and of nothing. */
export interface TimedProblem {
  /** The same payments summed per pair: the network as it looks without time. */
  readonly problem: BlockProblem;
  readonly payers: Int32Array;
  readonly payees: Int32Array;
  readonly amountsMinor: Float64Array;
  readonly times: Float64Array;
  /** Per payment, the edge of the problem that sums it. */
  readonly channels: Int32Array;
  /** Each payment's position in the input. */
  readonly positions: Int32Array;
  readonly leastStay: number;
}

/**
 * Brings payments into a problem's form. Refuses what `makeProblem` refuses, and a time or stay that is no whole number
 * within 2^52.
 */
export function makeTimedProblem(input: TimedInput): Result<TimedProblem, string> {
  const leastStay = input.leastStay ?? 0;
  const late = input.transfers.find(({ time }) => !isTime(time));
  if (late) {
    return bad(`the time ${late.time} of a payment from "${late.payer}" to "${late.payee}" is no whole number`);
  }
  if (!isTime(leastStay) || leastStay < 0) return bad(`the stay ${leastStay} is no whole number from 0`);
  const made = makeProblem({ ...input, flows: input.transfers });
  if (!made.ok) return made;
  const { problem } = made.value;
  const numbers = new Map(problem.nodeIds.map((id, node) => [id, node]));
  const positions = Int32Array.from(input.transfers.keys()).filter((position) => {
    const { payer, payee, amountMinor } = at(input.transfers, position);
    return payer !== payee && amountMinor !== 0;
  });
  const kept = Array.from(positions, (position) => asPaid(at(input.transfers, position)));
  const payers = Int32Array.from(kept, ({ payer }) => atKey(numbers, payer));
  const payees = Int32Array.from(kept, ({ payee }) => atKey(numbers, payee));
  return good({
    problem,
    positions,
    leastStay,
    payers,
    payees,
    channels: findChannels(problem, payers, payees),
    amountsMinor: Float64Array.from(kept, ({ amountMinor }) => amountMinor),
    times: Float64Array.from(kept, ({ time }) => time),
  });
}

/** Per payment, the edge of the problem between its two. */
function findChannels(problem: BlockProblem, payers: Int32Array, payees: Int32Array): Int32Array {
  const count = problem.nodeIds.length;
  const edges = new Map(Array.from(problem.payers, (payer, edge) => [payer * count + at(problem.payees, edge), edge]));
  return payers.map((payer, transfer) => atKey(edges, payer * count + at(payees, transfer)));
}

const isTime = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 2 ** 52;

const asPaid = (transfer: SeenTransfer): SeenTransfer =>
  transfer.amountMinor > 0
    ? transfer
    : { ...transfer, payer: transfer.payee, payee: transfer.payer, amountMinor: -transfer.amountMinor };
