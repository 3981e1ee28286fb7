import { at } from "../base/index.ts";
import type { EntityId } from "../model/index.ts";
import { namesOfMentions, valuesOfEntities, type Evidence, type ReviewPair } from "../views/index.ts";
import { describeReasons, type ReasonShown } from "./describe-reasons.ts";
import type { OpenCase } from "./open-case.ts";

/** What a decision on a pair would change downstream. */
export interface ChangeShown {
  /** Money, in minor units of the case currency, that a join would count to the other side. */
  readonly moneyMinor: string;
  /** How many findings would get another verdict; then by kind: would be said by two independent sources, would be contradicted, would no longer be. */
  readonly findingsFlipped: number;
  readonly corroborated: number;
  readonly contradicted: number;
  readonly settled: number;
  /** The properties with one true value in which the two contradict each other. */
  readonly apart: readonly string[];
}

/** A pair as a person decides on it: both sides value by value, the reasons, what follows. */
export interface PairShown {
  readonly leftId: EntityId;
  readonly rightId: EntityId;
  readonly leftCaption: string;
  readonly rightCaption: string;
  readonly left: readonly Evidence[];
  readonly right: readonly Evidence[];
  readonly reasons: readonly ReasonShown[];
  /** What a decision would change; null for a pair that waits for none. */
  readonly change: ChangeShown | null;
}

/** Gathers what a person needs in order to decide on each of the pairs, in their order. */
export async function describePairs(open: OpenCase, pairs: readonly ReviewPair[]): Promise<PairShown[]> {
  const mentions = pairs.flatMap(({ leftId, rightId }) => [leftId, rightId]);
  const captions = await namesOfMentions(open, mentions);
  const values = await valuesOfEntities(open, mentions);
  const reasons = await describeReasons(open, pairs, [...values.values()].flat());
  return pairs.map((pair, index) => ({
    leftId: pair.leftId,
    rightId: pair.rightId,
    leftCaption: captions.get(pair.leftId) ?? pair.leftId,
    rightCaption: captions.get(pair.rightId) ?? pair.rightId,
    left: values.get(pair.leftId) ?? [],
    right: values.get(pair.rightId) ?? [],
    reasons: at(reasons, index),
    change: changeOf(pair),
  }));
}

function changeOf({ money, corroborated, contradicted, settled, apart }: ReviewPair): ChangeShown | null {
  if (money === null || corroborated === null || contradicted === null || settled === null) return null;
  const findingsFlipped = corroborated + contradicted + settled;
  return { moneyMinor: money, findingsFlipped, corroborated, contradicted, settled, apart: apart ?? [] };
}
