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
import { fitLogistic, milliBits, type Example } from "../fit-logistic.ts";
import type { MentionSet } from "./read-mentions.ts";

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
        const isSo = at(own, left).chain === at(own, left + 1 + offset).chain;
        return [{ tie: comparison.tie, example: { evidence, isSo, weight: 1 / Math.sqrt(own.length) } }];
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
    const weights = fitLogistic(
      kept,
      evidenceNames.map(() => 1),
    );
    const wrong = evidenceNames.flatMap((name, index) => ((sides[name] ?? 0) * at(weights, index) < 0 ? [index] : []));
    if (wrong.length === 0) return weights;
    for (const index of wrong) isIn[index] = false;
  }
}
