import { compareUnits, type UnitLikeness } from "./compare-units.ts";
import type { MeaningUnit } from "./meaning-unit.ts";

/** How the units of two names stand to each other, in order. */
export interface UnitTally {
  readonly matched: number;
  readonly edits: number;
  readonly leftOver: number;
  readonly rightOver: number;
  /** What stands against each other where units are left over on both sides; "turned" is one unit that stands elsewhere, "slip" one wrong letter that breaks a word of Hangul or Han in two. */
  readonly between: "nothing" | "turned" | "slip" | "differ" | "letters" | "unclear";
  /** Pairs of positions, ascending. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** Names of more units are not compared by their meanings. */
export const unitsMax = 12;

const lengths = new Int32Array((unitsMax + 1) * (unitsMax + 1));
const likeness: UnitLikeness[] = [];

/** Pairs units in their order, as many as possible, and says what is left between them. */
export function tallyUnits(left: readonly MeaningUnit[], right: readonly MeaningUnit[]): UnitTally {
  fillTable(left, right);
  const pairs: [number, number][] = [];
  let edits = 0;
  let row = 0;
  let column = 0;
  const width = unitsMax + 1;
  while (row < left.length && column < right.length) {
    const own = likeness[row * width + column] ?? "differ";
    const here = lengths[row * width + column] ?? 0;
    if (isMatch(own) && here === worth(own) + (lengths[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([row, column]);
      if (own === "edit") edits += 1;
      row += 1;
      column += 1;
    } else if ((lengths[(row + 1) * width + column] ?? 0) === here) row += 1;
    else column += 1;
  }
  return { matched: pairs.length, edits, pairs, ...leftOvers(left, right, pairs) };
}

const isMatch = (own: UnitLikeness): boolean => own !== "differ" && own !== "letters" && own !== "unclear";
const worth = (own: UnitLikeness): number => (own === "edit" ? 15 : 16);

function fillTable(left: readonly MeaningUnit[], right: readonly MeaningUnit[]): void {
  const width = unitsMax + 1;
  lengths.fill(0);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    const one = left[row];
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const other = right[column];
      if (one === undefined || other === undefined) continue;
      const own = compareUnits(one, other);
      likeness[row * width + column] = own;
      const skipped = Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
      const paired = isMatch(own) ? worth(own) + (lengths[(row + 1) * width + column + 1] ?? 0) : 0;
      lengths[row * width + column] = Math.max(skipped, paired);
    }
  }
}

// Units left over on both sides contradict each other, unless the two names have them in another order.
function leftOvers(
  left: readonly MeaningUnit[],
  right: readonly MeaningUnit[],
  pairs: readonly (readonly [number, number])[],
): Pick<UnitTally, "between" | "leftOver" | "rightOver"> {
  const leftOver = left.length - pairs.length;
  const rightOver = right.length - pairs.length;
  if (leftOver === 0 || rightOver === 0) return { between: "nothing", leftOver, rightOver };
  const rows = notPaired(left.length, pairs, 0);
  const columns = notPaired(right.length, pairs, 1);
  return { between: betweenOf(left, rows, right, columns), leftOver, rightOver };
}

// The pairs ascend.
function notPaired(length: number, pairs: readonly (readonly [number, number])[], side: 0 | 1): number[] {
  const positions: number[] = [];
  let next = 0;
  for (let position = 0; position < length; position += 1) {
    if (pairs[next]?.[side] === position) next += 1;
    else positions.push(position);
  }
  return positions;
}

function betweenOf(
  left: readonly MeaningUnit[],
  rows: readonly number[],
  right: readonly MeaningUnit[],
  columns: readonly number[],
): UnitTally["between"] {
  const likenessAt = (row: number, column: number): UnitLikeness => likeness[row * (unitsMax + 1) + column] ?? "differ";
  if (rows.length === 1 && columns.length === 1 && isMatch(likenessAt(rows[0] ?? 0, columns[0] ?? 0))) return "turned";
  if (rows.length !== columns.length && hasNative(left, rows) !== hasNative(right, columns)) return "unclear";
  if (isSlip(left, rows, right, columns)) return "slip";
  let between: UnitTally["between"] = "differ";
  for (const row of rows)
    for (const column of columns) {
      const own = likenessAt(row, column);
      if (own === "unclear") return "unclear";
      if (own === "letters") between = "letters";
    }
  return between;
}

const isNative = (unit: MeaningUnit | undefined): boolean =>
  unit?.token.script === "hangul" || unit?.token.script === "han";

// Letters that run together may have been divided wrongly: as many units must be left on both sides before they contradict.
const hasNative = (units: readonly MeaningUnit[], positions: readonly number[]): boolean =>
  positions.some((position) => isNative(units[position]));

function isSlip(
  left: readonly MeaningUnit[],
  rows: readonly number[],
  right: readonly MeaningUnit[],
  columns: readonly number[],
): boolean {
  if (rows.length === columns.length || Math.min(rows.length, columns.length) > 1) return false;
  const own = rows.map((row) => left[row]);
  const other = columns.map((column) => right[column]);
  if (![...own, ...other].every((unit) => isNative(unit) && unit?.token.script === own[0]?.token.script)) return false;
  const one = own.map((unit) => unit?.token.folded ?? "").join("");
  const two = other.map((unit) => unit?.token.folded ?? "").join("");
  return (
    one.length === two.length && Array.from(one).filter((letter, index) => letter !== two.charAt(index)).length === 1
  );
}
