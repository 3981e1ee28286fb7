import { atKey, lazy } from "../../base/index.ts";
import { rows } from "../generated/mention-weights.ts";
import { evidenceNames, type EvidenceName, type MentionComparison } from "./compare-mentions.ts";

/** Why two mentions are held for one event or not: a sentence and what it weighs, in thousandths of a bit. */
export interface MentionReason {
  readonly sentence: string;
  readonly weightMb: number;
}

/** How much likelier than not two mentions tell of one event, in thousandths of a bit; 0 is even. */
export function weighMentions({ tie, evidence }: MentionComparison): number {
  const weights = weightsByEvidence();
  let weightMb = 0;
  for (const name of evidenceNames) weightMb += Math.round((weights.get(name)?.[tie] ?? 0) * evidence[name]);
  return weightMb;
}

/** The reasons that weigh something, the heaviest first. */
export function explainMentions({ tie, evidence }: MentionComparison): MentionReason[] {
  return [...weightsByEvidence()]
    .map(([name, weights]) => ({ sentence: weights.sentence, weightMb: Math.round(weights[tie] * evidence[name]) }))
    .filter(({ weightMb }) => weightMb !== 0)
    .toSorted((left, right) => Math.abs(right.weightMb) - Math.abs(left.weightMb));
}

type Weights = Readonly<Record<MentionComparison["tie"], number>> & { readonly sentence: string };

const weightsByEvidence = lazy((): ReadonlyMap<EvidenceName, Weights> => {
  const byName = new Map(rows.map(([name = "", ...others]) => [name, others]));
  return new Map(
    evidenceNames.map((name) => {
      const [word, deed, sentence = ""] = atKey(byName, name);
      return [name, { "same-word": Number(word), "same-deed": Number(deed), sentence }];
    }),
  );
});
