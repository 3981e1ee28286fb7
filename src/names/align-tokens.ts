import { editDistance } from "./edit-distance.ts";
import type { NameToken } from "./name-token.ts";
import { compareTokens, likenessScore } from "./token-likeness.ts";

/** Which part of one name stands for which of the other; the same object is filled again by the next call. */
export interface Alignment {
  /** For each part of the left name the part of the right name, or -1. */
  readonly rightOf: Int8Array;
  /** For each part of the right name the part of the left name, or -1. */
  readonly leftOf: Int8Array;
  /** For each part of the left name how it agrees with its partner (see `compareTokens`). */
  readonly packed: Int32Array;
  /** For each part of the right name the same, where it was joined to a left part (-1 in `leftOf` of the others). */
  readonly packedRight: Int32Array;
}

const tokensMax = 24;
const alignment: Alignment = {
  rightOf: new Int8Array(tokensMax),
  leftOf: new Int8Array(tokensMax),
  packed: new Int32Array(tokensMax),
  packedRight: new Int32Array(tokensMax),
};
const likeness = new Int32Array(tokensMax * tokensMax);
const scoreMin = 550;
const joinedExact = 970 * 16 + 2;
const joinedEdit = 850 * 16 + 8;

/** Pairs the parts of two names, best first, each at most once; then parts that one name writes together and the other apart. Only the first 24 parts are read. */
export function alignTokens(left: readonly NameToken[], right: readonly NameToken[]): Alignment {
  const rows = Math.min(left.length, tokensMax);
  const columns = Math.min(right.length, tokensMax);
  alignment.rightOf.fill(-1, 0, rows);
  alignment.leftOf.fill(-1, 0, columns);
  alignment.packed.fill(0, 0, rows);
  alignment.packedRight.fill(0, 0, columns);
  fillLikeness(left, right, { rows, columns });
  const isExact = true;
  joinParts(left, right, { rows, columns, isSwapped: false, isExact });
  joinParts(right, left, { rows: columns, columns: rows, isSwapped: true, isExact });
  pickBest(rows, columns);
  joinParts(left, right, { rows, columns, isSwapped: false, isExact: false });
  joinParts(right, left, { rows: columns, columns: rows, isSwapped: true, isExact: false });
  return alignment;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

// A legal form is no other word, not even where it is all that a name has (CORP). Where both names say whose child a person is, the father's name of one is not the own name of the other.
function fillLikeness(left: readonly NameToken[], right: readonly NameToken[], size: Size): void {
  const haveFathers = left.some(isFathers) && right.some(isFathers);
  for (let row = 0; row < size.rows; row += 1) {
    const one = left[row];
    for (let column = 0; column < size.columns; column += 1) {
      const other = right[column];
      if (one === undefined || other === undefined) continue;
      const isBarred =
        (one.weight === 0 && other.weight > 300) ||
        (one.role === "legalForm") !== (other.role === "legalForm") ||
        (haveFathers && isFathers(one) !== isFathers(other));
      likeness[row * tokensMax + column] = isBarred ? 0 : compareTokens(one, other);
    }
  }
}

const isFathers = (token: NameToken): boolean => token.role === "patronymic";

// Ties go to the pair whose places in the names are closest, so that the order of parts decides before anything else.
function pickBest(rows: number, columns: number): void {
  for (let round = Math.min(rows, columns); round > 0; round -= 1) {
    let best = 0;
    let bestRow = -1;
    let bestColumn = -1;
    for (let row = 0; row < rows; row += 1) {
      if (alignment.rightOf[row] !== -1) continue;
      for (let column = 0; column < columns; column += 1) {
        if (alignment.leftOf[column] !== -1) continue;
        const own = likeness[row * tokensMax + column] ?? 0;
        if (likenessScore(own) < scoreMin) continue;
        const rank = likenessScore(own) * 64 - Math.abs(row - column);
        if (rank > best) {
          best = rank;
          bestRow = row;
          bestColumn = column;
        }
      }
    }
    if (bestRow < 0) return;
    pair(bestRow, bestColumn, likeness[bestRow * tokensMax + bestColumn] ?? 0);
  }
}

function pair(row: number, column: number, packed: number): void {
  alignment.rightOf[row] = column;
  alignment.leftOf[column] = row;
  alignment.packed[row] = packed;
  alignment.packedRight[column] = packed;
}

// "Good Will" and "Goodwill": two or three parts in a row, not all of them paired, against one part that is not paired.
function joinParts(
  apart: readonly NameToken[],
  together: readonly NameToken[],
  size: Size & { isSwapped: boolean; isExact: boolean },
): void {
  if (size.rows < 2) return;
  const partnerOf = size.isSwapped ? alignment.leftOf : alignment.rightOf;
  const ownerOf = size.isSwapped ? alignment.rightOf : alignment.leftOf;
  for (let column = 0; column < size.columns; column += 1) {
    if (ownerOf[column] !== -1) continue;
    const whole = together[column];
    if (whole === undefined || whole.length < 4) continue;
    const found = findRun(apart, partnerOf, { whole, rows: size.rows, isExact: size.isExact });
    if (found === undefined) continue;
    for (let row = found.start; row < found.end; row += 1) {
      partnerOf[row] = column;
      (size.isSwapped ? alignment.packedRight : alignment.packed)[row] = found.packed;
    }
    ownerOf[column] = found.start;
    (size.isSwapped ? alignment.packed : alignment.packedRight)[column] = found.packed;
  }
}

function findRun(
  apart: readonly NameToken[],
  partnerOf: Int8Array,
  { whole, rows, isExact }: { whole: NameToken; rows: number; isExact: boolean },
): { start: number; end: number; packed: number } | undefined {
  const slack = isExact ? 0 : 1;
  for (let start = 0; start < rows; start += 1) {
    let length = apart[start]?.length ?? 0;
    if (length === 0) continue;
    for (let end = start + 1; end < rows && end < start + 4; end += 1) {
      if (partnerOf[end - 1] !== -1 || partnerOf[end] !== -1) break;
      length += apart[end]?.length ?? 0;
      if (length > whole.length + slack) break;
      if (length < whole.length - slack) continue;
      const text = joinedText(apart, start, end);
      if (text === whole.latin) return { start, end: end + 1, packed: joinedExact };
      if (!isExact && length > 6 && editDistance(text, whole.latin, 1) === 1)
        return { start, end: end + 1, packed: joinedEdit };
    }
  }
  return undefined;
}

function joinedText(tokens: readonly NameToken[], start: number, end: number): string {
  let text = "";
  for (let index = start; index <= end; index += 1) text += tokens[index]?.latin ?? "";
  return text;
}
