import { at, groupBy } from "../../src/base/index.ts";
import {
  clusterDocuments,
  compareMentions,
  evidenceNames,
  mentionContexts,
  weighDocuments,
  type EvidenceName,
  type MentionComparison,
} from "../../src/ledger/index.ts";
import type { MentionSet } from "./read-mentions.ts";

/** One pair of mentions: its evidence, whether they are one, and what the pair counts. */
interface Example {
  readonly evidence: readonly number[];
  readonly isOne: boolean;
  readonly weight: number;
}

const ties = ["same-word", "same-deed"] as const;

/** Evidence that can speak on one side only: a weight that comes out on the other side is none. */
const sides: Readonly<Partial<Record<EvidenceName, 1 | -1>>> = {
  "documents-alike": 1,
  "names-alike": 1,
  "names-apart": -1,
  "before-alike": 1,
  "after-alike": 1,
  "weekdays-shared": 1,
  "weekdays-apart": -1,
  "numbers-shared": 1,
};

/**
 * Learns the weights of `resources/ledger/mention-weights.tsv` from labelled mentions: a logistic regression for each
 * tie, with a ridge of 1, over the pairs of each story; a pair counts one over the root of its story's mentions. Thousandths of a bit.
 */
export function learnWeights(set: MentionSet): { evidence: string; sameWordMb: number; sameDeedMb: number }[] {
  const examples = groupBy(examplesOf(set), ({ tie }) => tie);
  const [word, deed] = ties.map((tie) => fitOnSides((examples.get(tie) ?? []).map(({ example }) => example)));
  const milliBits = (nats: number): number => Math.round((1000 * nats) / Math.LN2);
  return evidenceNames.map((evidence, index) => ({
    evidence,
    sameWordMb: milliBits(word?.[index] ?? 0),
    sameDeedMb: milliBits(deed?.[index] ?? 0),
  }));
}

function examplesOf({ texts, mentions }: MentionSet): { tie: MentionComparison["tie"]; example: Example }[] {
  const documents = weighDocuments(texts);
  return clusterDocuments(documents).flatMap((story) => {
    const own = mentions.filter(({ document }) => story.includes(document));
    const contexts = mentionContexts(documents, story, own);
    return contexts.flatMap((one, left) =>
      contexts.slice(left + 1).flatMap((other, offset) => {
        const comparison = compareMentions(one, other);
        if (comparison === undefined) return [];
        const evidence = evidenceNames.map((name) => comparison.evidence[name]);
        const isOne = at(own, left).chain === at(own, left + 1 + offset).chain;
        return [{ tie: comparison.tie, example: { evidence, isOne, weight: 1 / Math.sqrt(own.length) } }];
      }),
    );
  });
}

/** Leaves out what comes out on the wrong side, and fits again until nothing does. */
function fitOnSides(examples: readonly Example[]): number[] {
  const isIn = evidenceNames.map(() => true);
  for (;;) {
    const kept = examples.map((example) => ({
      ...example,
      evidence: example.evidence.map((value, index) => (isIn[index] ? value : 0)),
    }));
    const weights = fitLogistic(kept);
    const wrong = evidenceNames.flatMap((name, index) => ((sides[name] ?? 0) * at(weights, index) < 0 ? [index] : []));
    if (wrong.length === 0) return weights;
    for (const index of wrong) isIn[index] = false;
  }
}

/** Newton's method; stops after twelve steps, by when the weights no longer move. */
function fitLogistic(examples: readonly Example[]): number[] {
  const size = evidenceNames.length;
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 12; step++) {
    const slope = weights.map((weight) => -weight);
    const curve = weights.map((_, row) => weights.map((__, column) => Number(row === column)));
    for (const { evidence, isOne, weight } of examples) {
      const chance = 1 / (1 + Math.exp(-sumOf(weights.map((each, index) => each * at(evidence, index)))));
      for (const [row, value] of evidence.entries()) {
        slope[row] = at(slope, row) + weight * value * ((isOne ? 1 : 0) - chance);
        const own = at(curve, row);
        for (const [column, other] of evidence.entries())
          own[column] = at(own, column) + weight * chance * (1 - chance) * value * other;
      }
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, index) => weight + at(change, index));
  }
  return weights;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Solves a system whose matrix is symmetric and positive by Gauss and Jordan. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, at(right, index)]);
  for (const [index, pivot] of rows.entries()) {
    for (const [other, row] of rows.entries()) {
      if (other === index) continue;
      const factor = at(row, index) / at(pivot, index);
      for (const [column, value] of pivot.entries()) row[column] = at(row, column) - factor * value;
    }
  }
  return rows.map((row, index) => at(row, right.length) / at(row, index));
}
