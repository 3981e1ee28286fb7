import { at } from "../base/index.ts";
import type { EntityId } from "../model/index.ts";
import type { JoinReason } from "../resolve/index.ts";
import { captionsOf, confirmationsOf, membersOf, type Confirmation } from "../views/index.ts";
import { describeReasons, type ReasonShown } from "./describe-reasons.ts";
import { oneEntity } from "./one-entity.ts";
import type { OpenCase } from "./open-case.ts";

/** One join in the chain between two entities: what joined the two, the reasons, what hangs on it, who confirmed it. */
export interface WhyStep {
  readonly left: EntityId;
  readonly right: EntityId;
  readonly joinedBy: string;
  readonly weightMb: number | null;
  readonly reasons: readonly ReasonShown[];
  readonly confirmed: Confirmation | null;
}

/** The chain of joins between two entities; null where they are not joined. */
export interface Why {
  readonly left: EntityId;
  readonly right: EntityId;
  readonly caption: string;
  readonly steps: readonly WhyStep[] | null;
}

/** Why two entities are one: each is given by its id, or by words that name one entity only. */
export async function whyJoined(open: OpenCase, left: string, right: string): Promise<Why> {
  const ids = { left: await entityOf(open, left), right: await entityOf(open, right) };
  const { explainJoin } = await import("../resolve/index.ts");
  const steps = await explainJoin(open.database, open.table, ids);
  const caption = (await captionsOf(open, [ids.left])).get(ids.left) ?? ids.left;
  if (!steps) return { ...ids, caption, steps: null };
  const confirmations = await confirmationsOf(open, steps);
  const reasons = await describeReasons(
    open,
    steps.map((step) => ({ leftId: step.left, rightId: step.right, reasons: step.reasons.map(asHeld) })),
  );
  const shown = steps.map((step, index) => ({
    ...step,
    reasons: at(reasons, index),
    confirmed: at(confirmations, index),
  }));
  return { ...ids, caption, steps: shown };
}

const asHeld = ({ comparison, level, weightMb, leftStatement, rightStatement }: JoinReason) => ({
  comparison,
  level,
  weight_mb: weightMb,
  left_statement: leftStatement,
  right_statement: rightStatement,
});

async function entityOf(open: OpenCase, words: string): Promise<EntityId> {
  const { canonicalId } = await oneEntity(open, words);
  return (await membersOf(open, canonicalId)).find((member) => member.entityId === words)?.entityId ?? canonicalId;
}
