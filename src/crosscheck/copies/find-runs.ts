import { at } from "../../base/index.ts";

/** What one row of a possible copier says for or against a copy; see `rowEvidenceTable`. */
export interface RowEvidence {
  readonly rowNo: number;
  readonly isLinked: boolean;
  readonly accidentMb: number;
  readonly deniedMb: number;
  readonly differsMb: number;
  readonly accidents: number;
  readonly compared: number;
}

/** A run of rows that is copied, or of which it cannot be told. */
export interface Run {
  readonly rowFrom: number;
  readonly rowTo: number;
  readonly answer: "copy" | "cannot tell";
  readonly weightMb: number;
  readonly accidents: number;
  readonly rows: number;
}

/** What the division into runs weighs beside the rows themselves. */
interface Habits {
  /** What it costs to begin or end a copied run inside a file. */
  readonly changeMb: number;
  /** What a row says that is alike in everything. */
  readonly alikeMb: number;
  /** What it takes to call a run copied. */
  readonly copyMinMb: number;
  readonly accidentsMin: number;
}

// One change in about 250 rows; a row alike in everything says next to nothing by itself; a million to one.
const unsuspected: Habits = { changeMb: 8000, alikeMb: 100, copyMinMb: 20_000, accidentsMin: 3 };
// Where one run is proved, others are likely, and a row alike in everything is likelier copied than told anew.
const suspected: Habits = { changeMb: 3000, alikeMb: 500, copyMinMb: 6000, accidentsMin: 2 };
// One row in ten of an original is not recognised in its copy.
const unlinkedMb = -3300;
const doubtMinMb = 2000;
// Values that others deny may be denied for one reason (a fee, a value date): together they weigh no more than this.
const deniedMaxMb = 12_000;
// As many rows alike in everything, without one slip of either book, are neither proof nor chance.
const alikeRowsMin = 8;

/**
 * Finds the runs of rows (in row order, of one file part) that a book copied from another: the likeliest division into
 * copied and own runs, each copied one then judged by itself. What is in no run is independent.
 */
export function findRuns(rows: readonly RowEvidence[]): Run[] {
  const runs = runsUnder(rows, unsuspected);
  return runs.some(({ answer }) => answer === "copy") ? runsUnder(rows, suspected) : runs;
}

function runsUnder(rows: readonly RowEvidence[], habits: Habits): Run[] {
  const runs: Run[] = [];
  let current: RowEvidence[] = [];
  divide(rows, habits).forEach((isCopied, index) => {
    if (isCopied) current.push(at(rows, index));
    else {
      runs.push(...judge(current, habits));
      current = [];
    }
  });
  return [...runs, ...judge(current, habits)];
}

/** The likeliest sequence of copied (true) and own rows: Viterbi over two states; a tie stays in the state. */
function divide(rows: readonly RowEvidence[], { changeMb, alikeMb }: Habits): boolean[] {
  let scores: readonly [own: number, copied: number] = [0, 0];
  const from: (readonly [own: boolean, copied: boolean])[] = [];
  for (const row of rows) {
    const [own, copied] = scores;
    const ownFromCopied = copied - changeMb > own;
    const copiedFromOwn = own - changeMb > copied;
    from.push([ownFromCopied, !copiedFromOwn]);
    scores = [
      ownFromCopied ? copied - changeMb : own,
      (copiedFromOwn ? own - changeMb : copied) + weightOf(row, alikeMb),
    ];
  }
  const result = rows.map(() => false);
  let isCopied = scores[1] > scores[0];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    result[index] = isCopied;
    isCopied = isCopied ? at(from, index)[1] : at(from, index)[0];
  }
  return result;
}

const weightOf = (row: RowEvidence, alikeMb: number): number =>
  row.isLinked ? row.accidentMb + row.deniedMb + row.differsMb + (row.differsMb === 0 ? alikeMb : 0) : unlinkedMb;

function judge(rows: readonly RowEvidence[], { copyMinMb, accidentsMin }: Habits): Run[] {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return [];
  const sum = (read: (row: RowEvidence) => number): number => rows.reduce((total, row) => total + read(row), 0);
  const differsMb = sum((row) => row.differsMb);
  const weightMb =
    sum((row) => row.accidentMb) +
    Math.min(
      deniedMaxMb,
      sum((row) => row.deniedMb),
    ) +
    differsMb;
  const accidents = sum((row) => row.accidents);
  const linked = rows.filter((row) => row.isLinked).length;
  const isCopy = weightMb >= copyMinMb && accidents >= accidentsMin;
  const isDoubtful = weightMb >= doubtMinMb || (linked >= alikeRowsMin && differsMb === 0);
  if (!isCopy && !isDoubtful) return [];
  const answer = isCopy ? "copy" : "cannot tell";
  return [{ rowFrom: first.rowNo, rowTo: last.rowNo, answer, weightMb, accidents, rows: linked }];
}
