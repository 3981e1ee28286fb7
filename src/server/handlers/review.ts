import { Refusal } from "../../base/index.ts";
import {
  decideMention,
  describeJoins,
  describeMentions,
  describePairs,
  givenReason,
  redoDecision,
  undoDecision,
  views,
  writeJudgement,
  type OpenCase,
} from "../../casefile/index.ts";
import { parseEntityId } from "../../model/index.ts";
import type { Handlers } from "./handler.ts";
import { refuseClosed } from "./refuse-closed.ts";

type ReviewKey =
  | "GET /api/review/pairs"
  | "GET /api/review/pair"
  | "GET /api/review/joins"
  | "GET /api/review/mentions"
  | "POST /api/review/mentions/:id/decision"
  | "GET /api/decisions"
  | "POST /api/decisions"
  | "POST /api/decisions/undo"
  | "POST /api/decisions/redo";

export const reviewHandlers: Pick<Handlers, ReviewKey> = {
  "GET /api/review/pairs": async ({ open }, { query }) => ({
    waiting: (await views.summaryOf(open)).toReview,
    pairs: await shown(open, await views.pairsToReview(open, query)),
  }),
  "GET /api/review/pair": async ({ open }, { query: { left, right } }) => {
    await refuseUnknown(open, [left, right]);
    const found = await views.pairOf(open, parseEntityId(left), parseEntityId(right));
    // What something speaks for is a person's to decide, contacts too.
    if (found.verdict === "none") await refuseClosed(open, [left, right]);
    const [pair] = await shown(open, [found]);
    if (!pair) throw new Refusal(`${left} and ${right} are no pair; name two entities by their ids`);
    return pair;
  },
  "GET /api/review/joins": async ({ open }, { query }) => {
    const { joins: all, confirmed } = await views.loadBearingCounts(open);
    return { waiting: all - confirmed, all, joins: await describeJoins(open, { ...query, isOpen: true }) };
  },
  "GET /api/review/mentions": async ({ open }, { query }) => ({
    waiting: await views.countMentionsToReview(open),
    mentions: await describeMentions(open, await views.mentionsToReview(open, query)),
    skipped: await views.skippedMentions(open),
  }),
  "POST /api/review/mentions/:id/decision": async ({ open, write }, { params: { id }, body: { decision, reason } }) => {
    const [mention] = await views.mentionsByIds(open, /^[0-9a-f]{40}$/u.test(id) ? [id] : []);
    if (!mention) throw new Refusal(`there is no mention "${id}"; review lists mentions by their ids`);
    const judgementNo = await write((owner) =>
      decideMention(owner, mention, { decision, reason, actor: owner.viewer.actor }),
    );
    return { judgementNo };
  },
  "GET /api/decisions": async ({ open }, { query: { offset, limit } }) => {
    const decisions = await views.judgementLines(open);
    return { count: decisions.length, decisions: decisions.slice(offset, offset + limit) };
  },
  // On the writers' connection throughout: a decision waits for none of the long questions of those who read.
  "POST /api/decisions": ({ write }, { body: { leftId, rightId, decision, reason } }) =>
    write(async (owner) => {
      await refuseUnknown(owner, [leftId, rightId]);
      const judgementNo = await writeJudgement(owner, {
        subject: "entity",
        leftId,
        rightId,
        decision,
        reasons: [givenReason(reason)],
        actor: owner.viewer.actor,
      });
      return { judgementNo };
    }),
  "POST /api/decisions/undo": ({ write }, { body }) =>
    write((owner) => undoDecision(owner, { ...body, actor: owner.viewer.actor })),
  "POST /api/decisions/redo": ({ write }, { body }) =>
    write((owner) => redoDecision(owner, { ...body, actor: owner.viewer.actor })),
};

async function shown(open: OpenCase, pairs: readonly views.ReviewPair[]) {
  const described = await describePairs(open, pairs);
  return described.map((pair, index) => ({ ...pair, weightMb: pairs[index]?.weightMb ?? 0 }));
}

async function refuseUnknown(open: OpenCase, ids: readonly string[]): Promise<void> {
  const missing = await views.unknownEntities(open, ids);
  if (missing.length > 0)
    throw new Refusal(`there is no entity "${missing.join('", "')}"; review lists pairs by their ids`);
}
