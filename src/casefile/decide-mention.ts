import type { MentionLine } from "../views/index.ts";
import { givenReason } from "./given-reason.ts";
import { writeJudgement } from "./judge.ts";
import type { OpenCase } from "./open-case.ts";

/** Whether the words of a mention name the entity: they do, they do not, nobody can say. */
export interface MentionDecision {
  readonly decision: "accept" | "reject" | "unsure";
  readonly reason: string | undefined;
  readonly actor: string;
}

/** Keeps a person's decision on a mention; it belongs to the place and the entity. Returns its number. */
export const decideMention = (
  open: OpenCase,
  { placeId, entityId }: Pick<MentionLine, "placeId" | "entityId">,
  { decision, reason, actor }: MentionDecision,
): Promise<number> =>
  writeJudgement(open, {
    subject: "mention",
    leftId: placeId,
    rightId: entityId,
    decision,
    reasons: [givenReason(reason)],
    actor,
  });
