import { groupBy } from "../../src/base/index.ts";
import { round, share } from "../figures.ts";

/** A row with the cluster that it was put in and the one that it belongs to. */
export interface ScoredRow {
  readonly said: string;
  readonly truth: string;
}

/** Precision, recall and F1, 0 to 1. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const agreement = (precision: number, recall: number): Agreement => ({
  precision: round(precision),
  recall: round(recall),
  f1: round(share(2 * precision * recall, precision + recall)),
});

/** Over all pairs of rows: of the pairs that were joined, how many belong together; of those that do, how many were joined. */
export function pairwise(rows: readonly ScoredRow[]): Agreement {
  const joined = pairsIn(groupBy(rows, ({ said }) => said));
  const true_ = pairsIn(groupBy(rows, ({ truth }) => truth));
  const both = pairsIn(groupBy(rows, ({ said, truth }) => `${said}\n${truth}`));
  return agreement(share(both, joined), share(both, true_));
}

/** B-cubed (Bagga and Baldwin 1998): the same, averaged over the rows. */
export function bcubed(rows: readonly ScoredRow[]): Agreement {
  const sizes = (groups: ReadonlyMap<string, readonly ScoredRow[]>): ReadonlyMap<string, number> =>
    new Map([...groups].map(([name, members]) => [name, members.length]));
  const said = sizes(groupBy(rows, (row) => row.said));
  const truth = sizes(groupBy(rows, (row) => row.truth));
  const both = sizes(groupBy(rows, (row) => `${row.said}\n${row.truth}`));
  let [precision, recall] = [0, 0];
  for (const row of rows) {
    const shared = both.get(`${row.said}\n${row.truth}`) ?? 0;
    precision += share(shared, said.get(row.said) ?? 0);
    recall += share(shared, truth.get(row.truth) ?? 0);
  }
  return agreement(share(precision, rows.length), share(recall, rows.length));
}

const pairsIn = (groups: ReadonlyMap<string, readonly unknown[]>): number => {
  let pairs = 0;
  for (const { length } of groups.values()) pairs += (length * (length - 1)) / 2;
  return pairs;
};
