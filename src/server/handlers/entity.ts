import { oneEntity, views, whyJoined, type OpenCase } from "../../casefile/index.ts";
import type { Handlers } from "./handler.ts";
import { refuseClosed } from "./refuse-closed.ts";

type EntityKey =
  | "GET /api/entities/:id"
  | "GET /api/entities/:id/payments"
  | "GET /api/entities/:id/mentions"
  | "GET /api/joins";

const [mostParties, mostRelations, mostPayments, mostMentions] = [50, 500, 5000, 200];

export const entityHandlers: Pick<Handlers, EntityKey> = {
  "GET /api/entities/:id": async ({ open }, { params }) => {
    const { canonicalId: id, schema } = await openEntity(open, params.id);
    const values = (await views.valuesOf(open, id)).filter(({ propType }) => propType !== "entity");
    const members = await views.membersOf(open, id);
    const findings = await findingsOf(open, id);
    return {
      id,
      caption: (await views.captionsOf(open, [id])).get(id) ?? id,
      schema: findings[0]?.schema ?? schema,
      values: await views.evidenceOf(
        open,
        values.map(({ statementId }) => statementId),
      ),
      findings,
      members,
      relations: await views.relationsOf(open, id, mostRelations),
      money: await moneyOf(open, id),
      mentions: await views.countMentionsOfEntity(open, id),
      notes: await views.notesAbout(open, { kind: "entity", ids: [id, ...members.map(({ entityId }) => entityId)] }),
    };
  },
  "GET /api/entities/:id/payments": async ({ open }, { params }) => {
    const { canonicalId } = await openEntity(open, params.id);
    return views.paymentsOf(open, canonicalId, mostPayments);
  },
  "GET /api/entities/:id/mentions": async ({ open }, { params }) => {
    const { canonicalId } = await openEntity(open, params.id);
    const shown = await views.mentionsOfEntity(open, canonicalId, mostMentions);
    const around = await views.wordsAroundMentions(
      open,
      shown.map(({ mentionId }) => mentionId),
    );
    return {
      count: await views.countMentionsOfEntity(open, canonicalId),
      mentions: shown.map((mention) => ({
        ...mention,
        title: around.get(mention.mentionId)?.title ?? null,
        around: around.get(mention.mentionId) ?? null,
      })),
    };
  },
  "GET /api/joins": async ({ open }, { query }) => {
    await openEntity(open, query.left);
    await openEntity(open, query.right);
    const { caption, steps } = await whyJoined(open, query.left, query.right);
    const told = steps?.map(({ confirmed, ...step }) => ({ ...step, confirmedBy: confirmed?.by ?? null }));
    return { caption, steps: told ?? null };
  },
};

/** The entity that an id or words mean, unless it is a closed contact. */
async function openEntity(open: OpenCase, words: string): Promise<views.EntityLine> {
  const entity = await oneEntity(open, words);
  await refuseClosed(open, [entity.canonicalId]);
  return entity;
}

const mostFindings = 1000;

async function findingsOf(open: OpenCase, id: views.EntityLine["canonicalId"]) {
  const findings = await views.findingLines(open, { canonicalIds: [id], offset: 0, limit: mostFindings });
  return findings.map(({ findingId, schema, prop, verdict, rootsLeast, rootsMost, isNew, statements }) => ({
    findingId,
    schema,
    prop,
    verdict,
    rootsLeast,
    rootsMost,
    isNew,
    supports: statements.filter(({ stance }) => stance === "supports").map(({ id }) => id),
  }));
}

async function moneyOf(open: OpenCase, id: views.EntityLine["canonicalId"]) {
  const flows = await views.moneyOf(open, id, mostParties);
  const captions = await views.captionsOf(
    open,
    flows.map(({ otherId }) => otherId),
  );
  const standIn = await views.standInsOf(
    open,
    flows.map(({ otherId }) => otherId),
  );
  return flows.map(({ direction, ...flow }) => ({
    ...flow,
    otherId: standIn(flow.otherId),
    isClosed: standIn(flow.otherId) !== flow.otherId,
    direction: direction === "to" ? ("to" as const) : ("from" as const),
    otherCaption: captions.get(flow.otherId) ?? flow.otherId,
  }));
}
