import { lettersToColumn } from "../../model/index.ts";

/** Cells that are shown as one; rows count from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Reads ranges as spreadsheets write them ("A1:C1"); others are left out. */
export const parseMergedRanges = (texts: readonly string[]): MergedRange[] =>
  texts.flatMap((text) => {
    const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/u.exec(text);
    if (!match) return [];
    const [, firstLetters = "", firstRow = "", lastLetters = "", lastRow = ""] = match;
    return [
      {
        firstRow: Number(firstRow),
        lastRow: Number(lastRow),
        firstColumn: lettersToColumn(firstLetters),
        lastColumn: lettersToColumn(lastLetters),
      },
    ];
  });
