import type { EntityId, StatementId } from "../model/index.ts";
import { captionsOfMentions, evidenceOf, valuesOfEntity, type Evidence, type ReviewPair } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** One reason for or against a join: the public sentence, its weight in milli-bits, and both values with their places. */
export interface ReasonShown {
  readonly sentence: string;
  readonly weightMb: number;
  readonly left: Evidence | null;
  readonly right: Evidence | null;
}

/** A pair as a person decides on it: both sides value by value, the reasons, how common each name is, what follows. */
export interface PairShown {
  readonly leftId: EntityId;
  readonly rightId: EntityId;
  readonly leftCaption: string;
  readonly rightCaption: string;
  readonly left: readonly Evidence[];
  readonly right: readonly Evidence[];
  readonly reasons: readonly ReasonShown[];
  /** The first name of each side, and how many in a million bear a name like it. */
  readonly names: readonly { readonly name: string; readonly perMillion: number }[];
  /** Money, in minor units of the case currency, that a join would count to the other side. */
  readonly moneyMinor: string | null;
  readonly findingsFlipped: number | null;
}

/** Gathers what a person needs in order to decide on a pair. */
export async function describePair(open: OpenCase, pair: ReviewPair): Promise<PairShown> {
  const { nameFrequency, parseName } = await import("../names/index.ts");
  const [left, right] = [await valuesOfEntity(open, pair.leftId), await valuesOfEntity(open, pair.rightId)];
  const captions = await captionsOfMentions(open, [pair.leftId, pair.rightId]);
  const names = [left, right].flatMap((side) => side.find((value) => value.prop === "name")?.value ?? []);
  return {
    leftId: pair.leftId,
    rightId: pair.rightId,
    leftCaption: captions.get(pair.leftId) ?? pair.leftId,
    rightCaption: captions.get(pair.rightId) ?? pair.rightId,
    left,
    right,
    reasons: await reasonsOf(open, pair.reasons),
    names: [...new Set(names)].map((name) => ({ name, perMillion: nameFrequency(parseName(name, "unknown")) })),
    moneyMinor: pair.money,
    findingsFlipped: pair.flipped,
  };
}

/** Reasons as a person reads them. */
export async function reasonsOf(open: OpenCase, reasons: ReviewPair["reasons"]): Promise<ReasonShown[]> {
  const { sentenceOf } = await import("../match/index.ts");
  const ids = reasons.flatMap((reason) => [reason.left_statement, reason.right_statement]).filter((id) => id !== null);
  const evidence = new Map((await evidenceOf(open, ids)).map((each) => [each.statementId, each]));
  const at = (id: StatementId | null): Evidence | null => (id === null ? null : (evidence.get(id) ?? null));
  return reasons.map((reason) => ({
    sentence: sentenceOf(reason.comparison, reason.level) ?? reason.comparison,
    weightMb: reason.weight_mb,
    left: at(reason.left_statement),
    right: at(reason.right_statement),
  }));
}
