import type { Truth } from "../truth.ts";
import { type Answer, keyOf, tableFinder } from "./answer.ts";

export interface CoverageScore {
  readonly cells: number;
  readonly covered: number;
  /** Planted cells that are neither value nor fault, by `file` or `file#part`. */
  readonly missingByTable: Readonly<Record<string, number>>;
}

/** Scores coverage: the share of planted cells that became a value or a fault. */
export const scoreCoverage = (truth: Truth, answer: Pick<Answer, "cells">): CoverageScore => {
  const tableOf = tableFinder(truth);
  const seen = new Set(answer.cells.map((cell) => keyOf([tableOf(cell) ?? -1, cell.row, cell.column])));
  const missingByTable: Record<string, number> = {};
  let cells = 0;
  let covered = 0;
  for (const [table, { file, part, cells: rows }] of truth.tables.entries()) {
    for (const [row, ...texts] of rows) {
      for (const [index, text] of texts.entries()) {
        if (text === null) continue;
        cells++;
        if (seen.has(keyOf([table, row, index + 1]))) covered++;
        else
          missingByTable[part === "" ? file : `${file}#${part}`] =
            (missingByTable[part === "" ? file : `${file}#${part}`] ?? 0) + 1;
      }
    }
  }
  return { cells, covered, missingByTable };
};
