import { intAt } from "../graph/typed-arrays.ts";

/** A matrix in compressed columns, with one upper limit per row. */
export interface SparseColumns {
  readonly numCols: number;
  readonly numRows: number;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Takes rows one by one and gives the matrix in columns. */
export interface SparseBuilder {
  /** Adds a row: one value per named column, and the most that they may sum to. */
  addRow(columns: readonly number[], values: readonly number[], upper: number): void;
  finish(): SparseColumns;
}

/** Starts an empty matrix of so many columns. */
export function makeSparseBuilder(numCols: number): SparseBuilder {
  const entryColumns: number[] = [];
  const entryRows: number[] = [];
  const entryValues: number[] = [];
  const rowUpper: number[] = [];
  return {
    addRow: (columns, values, upper) => {
      columns.forEach((column, index) => {
        entryColumns.push(column);
        entryRows.push(rowUpper.length);
        entryValues.push(values[index] ?? 0);
      });
      rowUpper.push(upper);
    },
    finish: () => {
      const starts = new Int32Array(numCols + 1);
      for (const column of entryColumns) starts[column + 1] = intAt(starts, column + 1) + 1;
      for (let column = 0; column < numCols; column += 1) {
        starts[column + 1] = intAt(starts, column + 1) + intAt(starts, column);
      }
      const next = starts.slice(0, -1);
      const indices = new Int32Array(entryColumns.length);
      const values = new Float64Array(entryColumns.length);
      entryColumns.forEach((column, entry) => {
        const place = intAt(next, column);
        indices[place] = entryRows[entry] ?? 0;
        values[place] = entryValues[entry] ?? 0;
        next[column] = place + 1;
      });
      return { numCols, numRows: rowUpper.length, rowUpper: Float64Array.from(rowUpper), starts, indices, values };
    },
  };
}
