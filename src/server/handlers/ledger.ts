import { Refusal } from "../../base/index.ts";
import { givenReason, parseClaimEdits, views, writeJudgement, type OpenCase } from "../../casefile/index.ts";
import type { Handlers } from "./handler.ts";

type LedgerKey =
  | "GET /api/ledger"
  | "GET /api/ledger/events/:id"
  | "GET /api/ledger/claims"
  | "POST /api/ledger/claims/:id/decision";

export const ledgerHandlers: Pick<Handlers, LedgerKey> = {
  "GET /api/ledger": async ({ open }, { query: { offset, limit, confirmed } }) => {
    const isConfirmed = confirmed === "true";
    return {
      count: await views.countEvents(open, isConfirmed),
      events: await views.ledgerEvents(open, { isConfirmed, offset, limit }),
      contradictions: (await views.ledgerContradictions(open, isConfirmed)).length,
      reach: await views.ledgerReach(open),
    };
  },
  "GET /api/ledger/events/:id": async ({ open }, { params: { id } }) => {
    const [event] = [
      ...(await views.ledgerEvents(open, { isConfirmed: false, eventId: id, offset: 0, limit: 1 })),
      ...(await views.ledgerEvents(open, { isConfirmed: true, eventId: id, offset: 0, limit: 1 })),
    ];
    if (!event) throw new Refusal(`there is no event "${id}"; the ledger lists them`);
    const ofEvent = (pairs: readonly views.ClaimPair[]) => pairs.filter(({ eventIds }) => eventIds.includes(id));
    return {
      event,
      roots: await views.eventRoots(open, [id]),
      claims: await views.claimsOfEvent(open, id),
      contradictions: ofEvent(await views.ledgerContradictions(open, false)),
      drifts: ofEvent(await views.ledgerDrifts(open, false)),
      notes: (await views.notesOfEvents(open, [id])).get(id) ?? [],
    };
  },
  "GET /api/ledger/claims": async ({ open }, { query }) => {
    const { confirmedByModels: confirmed, rejectedByModels: rejected } = await views.ledgerReach(open);
    return {
      waiting: await views.countClaimsToReview(open, query.made),
      byModels: { waiting: await views.countClaimsToReview(open, "model"), confirmed, rejected },
      claims: await views.claimsToReview(open, query),
    };
  },
  "POST /api/ledger/claims/:id/decision": async (
    { open, write },
    { params: { id }, body: { decision, set, reason } },
  ) => {
    const claim = await claimNamed(open, id);
    if (decision === "reject" && set !== undefined)
      throw new Refusal("set puts a claim right that is accepted; leave it out to reject the claim");
    const edits = await parseClaimEdits(claim, set ?? "");
    const judgementNo = await write((owner) =>
      writeJudgement(owner, {
        subject: "claim",
        leftId: claim.claimId,
        rightId: claim.claimId,
        decision,
        reasons: [givenReason(reason)],
        ...(Object.keys(edits).length > 0 && { edits }),
        actor: owner.viewer.actor,
      }),
    );
    return { judgementNo };
  },
};

async function claimNamed(open: OpenCase, id: string): Promise<views.ClaimLine> {
  const [claim] = await views.claimsByIds(open, /^[0-9a-f]{40}$/u.test(id) ? [id] : []);
  if (!claim) throw new Refusal(`there is no claim "${id}"; the ledger lists claims by their ids`);
  return claim;
}
