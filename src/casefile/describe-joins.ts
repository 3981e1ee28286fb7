import { at } from "../base/index.ts";
import type { EntityId } from "../model/index.ts";
import { captionsOf, confirmationsOf, loadBearingJoins, ownNames, type Confirmation } from "../views/index.ts";
import { describeReasons, type ReasonShown } from "./describe-reasons.ts";
import type { OpenCase } from "./open-case.ts";

/** A join on which something shown hangs, as a person judges it. */
export interface JoinShown {
  readonly leftId: EntityId;
  readonly rightId: EntityId;
  readonly leftName: string;
  readonly rightName: string;
  readonly joinedBy: string;
  readonly weightMb: number | null;
  /** Sentences of the brief as they stand there, the public lists of a match, chokepoints by name. */
  readonly carries: readonly { readonly kind: string; readonly carried: string }[];
  /** What the side that moved less moves, in minor units of the case currency. */
  readonly moneyMinor: string;
  /** Whether no other link holds its two sides together. */
  readonly isAlone: boolean;
  readonly confirmed: Confirmation | null;
  readonly reasons: readonly ReasonShown[];
}

const nameless = "a mention without a name";

/** The joins on which sentences, matches and chokepoints hang, as a person judges them. */
export async function describeJoins(
  open: OpenCase,
  wanted: Parameters<typeof loadBearingJoins>[1],
): Promise<readonly JoinShown[]> {
  const joins = await loadBearingJoins(open, wanted);
  const reasons = await describeReasons(open, joins);
  const confirmations = await confirmationsOf(
    open,
    joins.map(({ leftId, rightId }) => ({ left: leftId, right: rightId })),
  );
  const names = await ownNames(
    open,
    joins.flatMap(({ leftId, rightId }) => [leftId, rightId]),
  );
  const captions = await captionsOf(
    open,
    joins.flatMap(({ carries }) => carries.flatMap(({ kind, carried }) => (kind === "chokepoint" ? [carried] : []))),
  );
  return joins.map((join, index) => ({
    leftId: join.leftId,
    rightId: join.rightId,
    leftName: names.get(join.leftId) ?? nameless,
    rightName: names.get(join.rightId) ?? nameless,
    joinedBy: join.joinedBy,
    weightMb: join.weightMb,
    carries: join.carries.map(({ kind, carried }) => ({ kind, carried: captions.get(carried) ?? carried })),
    moneyMinor: join.moneyMinor,
    isAlone: join.isAlone,
    confirmed: at(confirmations, index),
    reasons: at(reasons, index),
  }));
}
