import { at } from "../../src/base/index.ts";

/**
 * The area under the curve of the largest component as published tables measure it (MIND, arXiv 2508.00706; Grassia et
 * al. 2021): shares of all nodes after each removal, up to the first below a tenth, by Simpson's rule with steps of one;
 * with an even number of values the last step by the formula of Cartwright (2017), as scipy has it.
 */
export function areaUnder(largest: Int32Array, nodeCount: number): number {
  const below = largest.findIndex((size) => size < 0.1 * nodeCount);
  const values = Array.from(largest.subarray(0, below < 0 ? largest.length : below + 1), (size) => size / nodeCount);
  const count = values.length;
  if (count < 3) return count < 2 ? 0 : (at(values, 0) + at(values, 1)) / 2;
  const last = count % 2 === 1 ? count - 1 : count - 2;
  let area = 0;
  for (let index = 0; index < last; index += 2) {
    area += (at(values, index) + 4 * at(values, index + 1) + at(values, index + 2)) / 3;
  }
  if (last === count - 1) return area;
  return area + (5 * at(values, count - 1) + 8 * at(values, count - 2) - at(values, count - 3)) / 12;
}
