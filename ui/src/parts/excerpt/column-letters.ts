/** The letters of a column as a spreadsheet writes them: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCodePoint(65 + column)
    : `${columnLetters(Math.floor(column / 26) - 1)}${String.fromCodePoint(65 + (column % 26))}`;
