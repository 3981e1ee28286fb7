import { push } from "../kit/at.ts";
import type { Score, Truth } from "../truth.ts";
import { type Answer, tableFinder } from "./answer.ts";
import { scoreOf } from "./score-of.ts";

export interface PaymentScore {
  readonly rows: number;
  readonly answered: number;
  readonly pairwise: Score;
  /** Answered rows that tell no payment: titles, subtotals, lists of people. */
  readonly invented: number;
}

/** Scores payments over pairs of rows: a pair is true if both rows tell a payment in common, wholly or in part. */
export const scorePayments = (truth: Truth, answer: Pick<Answer, "payments">): PaymentScore => {
  const tableOf = tableFinder(truth);
  const trueRows = new Map<string, number>();
  const trueGroups = new Map<string, number[]>();
  for (const [table, { payments }] of truth.tables.entries()) {
    for (const [row, ...ids] of payments) {
      const number = trueRows.size;
      trueRows.set(`${table} ${row}`, number);
      for (const id of ids) push(trueGroups, id, number);
    }
  }
  const groups = new Map<string, number[]>();
  const answered = new Set<number>();
  let invented = 0;
  for (const told of answer.payments) {
    const number = trueRows.get(`${tableOf(told) ?? -1} ${told.row}`);
    if (number === undefined) invented++;
    else push(groups, told.payment, number);
    if (number !== undefined) answered.add(number);
  }
  const truePairs = pairsOf(trueGroups.values(), trueRows.size);
  const answeredPairs = pairsOf(groups.values(), trueRows.size);
  let both = 0;
  for (const pair of answeredPairs) if (truePairs.has(pair)) both++;
  return {
    rows: trueRows.size,
    answered: answered.size,
    pairwise: scoreOf(
      answeredPairs.size === 0 ? 1 : both / answeredPairs.size,
      truePairs.size === 0 ? 1 : both / truePairs.size,
    ),
    invented,
  };
};

const pairsOf = (groups: Iterable<readonly number[]>, count: number): Set<number> => {
  const pairs = new Set<number>();
  for (const group of groups) {
    for (const [index, left] of group.entries()) {
      for (const right of group.slice(index + 1))
        if (left !== right) pairs.add(Math.min(left, right) * count + Math.max(left, right));
    }
  }
  return pairs;
};
