import { at } from "../../base/index.ts";
import { filledIn, findHeader, type ColumnSpan, type FoundHeader } from "./header-rows.ts";
import type { MergedRange } from "./merged-ranges.ts";
import type { PartRow } from "./part-rows.ts";

/** A rectangle of cells with nothing but empty cells around it: its rows that are not empty, its columns. */
export interface Box extends ColumnSpan {
  readonly rows: readonly PartRow[];
}

/**
 * Cuts the rows of a part along empty rows and, where tables stand side by side, along empty columns; each piece again.
 * `isConnected` says of two rows in the list whether only rows that are not empty lie between them.
 */
export function cutBoxes(
  rows: readonly PartRow[],
  span: ColumnSpan,
  cut: { readonly merged: readonly MergedRange[]; readonly isConnected: (above: PartRow, below: PartRow) => boolean },
): Box[] {
  const bands: PartRow[][] = [];
  for (const row of rows) {
    if (filledIn(row, span) === 0) continue;
    const band = bands.at(-1);
    const above = band?.at(-1);
    if (band && above && cut.isConnected(above, row)) band.push(row);
    else bands.push([row]);
  }
  return bands.flatMap((band) => {
    const groups = splitColumns(band, span, cut.merged);
    if (groups.length < 2) return [trimBox({ rows: band, ...span })];
    return groups.flatMap((group) => cutBoxes(band, group, cut));
  });
}

/** The columns of the tables that stand side by side in a band; one group where it is a single table. */
function splitColumns(band: readonly PartRow[], span: ColumnSpan, merged: readonly MergedRange[]): ColumnSpan[] {
  const telling = band.filter((row) => filledIn(row, span) > 1);
  const groups: ColumnSpan[] = [];
  for (let column = span.firstColumn; column <= span.lastColumn; column++) {
    if (!telling.some((row) => (row.cells[column] ?? "") !== "")) continue;
    const last = groups.at(-1);
    if (last && last.lastColumn === column - 1) groups[groups.length - 1] = { ...last, lastColumn: column };
    else groups.push({ firstColumn: column, lastColumn: column });
  }
  if (groups.length < 2) return groups;
  return joinGroups(groups.map((group) => describe(band, group, merged)));
}

interface Group extends ColumnSpan {
  readonly header: FoundHeader | undefined;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly isTable: boolean;
}

function describe(band: readonly PartRow[], span: ColumnSpan, merged: readonly MergedRange[]): Group {
  const rows = band.filter((row) => filledIn(row, span) > 0);
  const header = findHeader(rows, span, merged);
  return {
    ...span,
    header,
    headerRow: header ? at(rows, header.last).rowNo : 0,
    firstRow: at(rows, 0).rowNo,
    lastRow: at(rows, rows.length - 1).rowNo,
    isTable: span.lastColumn > span.firstColumn && rows.length >= 2 && header !== undefined,
  };
}

/** Neighbours that are not two tables by themselves are one. */
function joinGroups(groups: readonly Group[]): ColumnSpan[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    if (before && !areTwoTables(before, group)) joined[joined.length - 1] = { ...before, lastColumn: group.lastColumn };
    else joined.push(group);
  }
  return joined.map(({ firstColumn, lastColumn }) => ({ firstColumn, lastColumn }));
}

function areTwoTables(left: Group, right: Group): boolean {
  if (!left.isTable || !right.isTable) return false;
  if (left.headerRow !== right.headerRow || left.lastRow !== right.lastRow || left.firstRow !== right.firstRow)
    return true;
  const words = new Set(left.header?.texts);
  const texts = (right.header?.texts ?? []).filter((text) => text !== null);
  return texts.filter((text) => words.has(text)).length > texts.length * 0.6;
}

/** A box without the empty columns at its sides. */
export function trimBox({ rows, firstColumn, lastColumn }: Box): Box {
  const columns = Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => firstColumn + index);
  const filled = columns.filter((column) => rows.some((row) => (row.cells[column] ?? "") !== ""));
  return { rows, firstColumn: filled[0] ?? firstColumn, lastColumn: filled.at(-1) ?? lastColumn };
}
