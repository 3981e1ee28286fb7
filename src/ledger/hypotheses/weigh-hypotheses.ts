import { groupBy } from "../../base/index.ts";

/** How a piece of evidence stands to a hypothesis. */
export type Stance = "for" | "against" | "neutral";

/** One cell of a matrix: a piece of evidence, a hypothesis, and how they stand. */
export interface Cell {
  readonly evidence: string;
  readonly hypothesis: number;
  readonly stance: Stance;
}

/** What is weighed: hypotheses that compete for one question, and the evidence that counts (notes and guesses do not). */
export interface Matrix {
  readonly hypotheses: readonly number[];
  readonly cells: readonly Cell[];
  readonly counted: ReadonlySet<string>;
}

/** How many pieces of counted evidence stand how to a hypothesis. */
export interface Tally {
  readonly hypothesis: number;
  readonly for: number;
  readonly against: number;
  readonly neutral: number;
  readonly unjudged: number;
}

/** A cell whose reading the other way brings the answer nearer to another. */
export interface Reversal {
  readonly evidence: string;
  readonly hypothesis: number;
  readonly from: Stance | "unjudged";
  readonly to: "against" | "not against";
}

/** What a matrix comes to, after Heuer's Analysis of Competing Hypotheses: the least spoken against stands, not the most spoken for. */
export interface Weighed {
  readonly tallies: readonly Tally[];
  /** The hypotheses with the least counted evidence against them: several if they are even; none without counted evidence. */
  readonly standing: readonly number[];
  /** Evidence that is read otherwise of one hypothesis than of another; the rest tells none of them apart. */
  readonly telling: readonly string[];
  /** How many cells must be read otherwise until another stands as well; 0: several do already, undefined: there is no other. */
  readonly reversalsToTie: number | undefined;
  /** The cells that would bring that about, one at a time. */
  readonly reversals: readonly Reversal[];
}

/** Weighs hypotheses by the evidence that speaks against each. */
export function weighHypotheses(matrix: Matrix): Weighed {
  const byEvidence = groupBy(matrix.cells, (cell) => cell.evidence);
  const counted = [...byEvidence].filter(([evidence]) => matrix.counted.has(evidence));
  const tallies = matrix.hypotheses.map((hypothesis) => tallyOf(hypothesis, counted));
  const least = Math.min(...tallies.map((tally) => tally.against));
  const standing =
    counted.length === 0 ? [] : tallies.filter((tally) => tally.against === least).map((tally) => tally.hypothesis);
  const rivals = tallies.filter((tally) => !standing.includes(tally.hypothesis));
  const gap = standing.length > 1 ? 0 : Math.min(...rivals.map((tally) => tally.against)) - least;
  const nearest = standing.length > 1 ? [] : rivals.filter((tally) => tally.against === least + gap);
  return {
    tallies,
    standing,
    telling: [...byEvidence].filter(([, cells]) => tellsApart(cells, matrix.hypotheses)).map(([evidence]) => evidence),
    reversalsToTie: standing.length === 0 || !Number.isFinite(gap) ? undefined : gap,
    reversals:
      standing.length === 0 || matrix.hypotheses.length < 2
        ? []
        : reversalsOf(
            counted,
            standing,
            nearest.map((tally) => tally.hypothesis),
          ),
  };
}

type Rows = readonly (readonly [evidence: string, cells: readonly Cell[]])[];

function tallyOf(hypothesis: number, rows: Rows): Tally {
  const stances = rows.map(([, cells]) => stanceOf(cells, hypothesis));
  const count = (wanted: Stance | "unjudged"): number => stances.filter((stance) => stance === wanted).length;
  return {
    hypothesis,
    for: count("for"),
    against: count("against"),
    neutral: count("neutral"),
    unjudged: count("unjudged"),
  };
}

const stanceOf = (cells: readonly Cell[], hypothesis: number): Stance | "unjudged" =>
  cells.find((cell) => cell.hypothesis === hypothesis)?.stance ?? "unjudged";

/** Whether two hypotheses of which a piece is judged are judged otherwise. */
const tellsApart = (cells: readonly Cell[], hypotheses: readonly number[]): boolean =>
  new Set(hypotheses.map((hypothesis) => stanceOf(cells, hypothesis)).filter((stance) => stance !== "unjudged")).size >
  1;

/** What stands falls back by each cell that is read as against it; the nearest rival gains by each that is not. */
function reversalsOf(rows: Rows, standing: readonly number[], nearest: readonly number[]): readonly Reversal[] {
  return rows.flatMap(([evidence, cells]) => [
    ...standing
      .map((hypothesis) => ({ hypothesis, from: stanceOf(cells, hypothesis) }))
      .filter(({ from }) => from !== "against")
      .map((cell) => ({ evidence, ...cell, to: "against" as const })),
    ...[...nearest, ...(standing.length > 1 ? standing : [])]
      .filter((hypothesis) => stanceOf(cells, hypothesis) === "against")
      .map((hypothesis) => ({ evidence, hypothesis, from: "against" as const, to: "not against" as const })),
  ]);
}
