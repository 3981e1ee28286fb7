import { at } from "../src/base/index.ts";

/** One example: its evidence in a fixed order, whether it is so, and what it counts. */
export interface Example {
  readonly evidence: readonly number[];
  readonly isSo: boolean;
  readonly weight: number;
}

/** The weights, in nats, of a logistic regression by Newton's method; `ridge` by evidence. It stops after twelve steps, by when the weights no longer move. */
export function fitLogistic(examples: readonly Example[], ridge: readonly number[]): number[] {
  const sparse = examples.map(({ evidence, isSo, weight }) => ({
    values: [...evidence.entries()].filter(([, value]) => value !== 0),
    isSo,
    weight,
  }));
  let weights = ridge.map(() => 0);
  for (let step = 0; step < 12; step++) {
    const slope = weights.map((weight, index) => -weight * at(ridge, index));
    const curve = ridge.map((own, row) => ridge.map((_, column) => (row === column ? own : 0)));
    for (const { values, isSo, weight } of sparse) {
      const chance = 1 / (1 + Math.exp(-values.reduce((sum, [index, value]) => sum + value * at(weights, index), 0)));
      for (const [row, value] of values) {
        slope[row] = at(slope, row) + weight * value * ((isSo ? 1 : 0) - chance);
        const own = at(curve, row);
        for (const [column, other] of values)
          own[column] = at(own, column) + weight * chance * (1 - chance) * value * other;
      }
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, index) => weight + at(change, index));
  }
  return weights;
}

/** Weights in thousandths of a bit. */
export const milliBits = (nats: number): number => Math.round((1000 * nats) / Math.LN2);

/** Solves a system whose matrix is symmetric and positive by Gauss and Jordan. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, at(right, index)]);
  for (const [index, pivot] of rows.entries()) {
    for (const [other, row] of rows.entries()) {
      if (other === index) continue;
      const factor = at(row, index) / at(pivot, index);
      for (const [column, value] of pivot.entries()) row[column] = at(row, column) - factor * value;
    }
  }
  return rows.map((row, index) => at(row, right.length) / at(row, index));
}
