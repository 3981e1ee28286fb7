import { at } from "../../src/base/index.ts";

/**
 * The largest sum of scores of a matrix that gives each row at most one column and each column at most one row
 * (the Hungarian method with potentials, Kuhn 1955). Scores are not negative; the matrix may be oblong.
 */
export function bestAssignment(scores: readonly (readonly number[])[]): number {
  const rows = scores.length;
  const columns = scores[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return 0;
  if (rows > columns) return bestAssignment(transpose(scores));
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOfColumn = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const before = new Int32Array(columns + 1);
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isReached = new Uint8Array(columns + 1);
    rowOfColumn[0] = row;
    let column = 0;
    do {
      isReached[column] = 1;
      const from = at(rowOfColumn, column);
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let each = 1; each <= columns; each++) {
        if (isReached[each] === 1) continue;
        const cost = -at(at(scores, from - 1), each - 1) - at(rowPrice, from) - at(columnPrice, each);
        if (cost < at(slack, each)) {
          slack[each] = cost;
          before[each] = column;
        }
        if (at(slack, each) < least) {
          least = at(slack, each);
          next = each;
        }
      }
      for (let each = 0; each <= columns; each++) {
        if (isReached[each] === 1) {
          rowPrice[at(rowOfColumn, each)] = at(rowPrice, at(rowOfColumn, each)) + least;
          columnPrice[each] = at(columnPrice, each) - least;
        } else slack[each] = at(slack, each) - least;
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    while (column !== 0) {
      const previous = at(before, column);
      rowOfColumn[column] = at(rowOfColumn, previous);
      column = previous;
    }
  }
  let sum = 0;
  for (let column = 1; column <= columns; column++) {
    const row = at(rowOfColumn, column);
    if (row > 0) sum += at(at(scores, row - 1), column - 1);
  }
  return sum;
}

const transpose = (matrix: readonly (readonly number[])[]): number[][] =>
  at(matrix, 0).map((_, column) => matrix.map((row) => at(row, column)));
