import { isUpToDate, views, type OpenCase } from "../../casefile/index.ts";
import type { Handlers } from "./handler.ts";
import { named } from "./named.ts";

type OverviewKey = "GET /api/overview" | "GET /api/files" | "GET /api/faults";

export const overviewHandlers: Pick<Handlers, OverviewKey> = {
  "GET /api/overview": async ({ open, apart }) => {
    // It is the first page: what takes longest is asked beside the rest.
    const [latest, rest] = await Promise.all([apart(latestChanges), figuresAndAdvice(open)]);
    return { ...rest, latest };
  },
  "GET /api/files": async ({ open }) => ({ files: await views.fileLines(open) }),
  "GET /api/faults": async ({ open }) => ({ groups: await views.faultGroups(open) }),
};

async function figuresAndAdvice(open: OpenCase) {
  return { figures: await figuresOf(open), advice: await advice(open), isUpToDate: await isUpToDate(open) };
}

/** The figures of the case; amounts may pass 2^53 and are text. */
export async function figuresOf(open: OpenCase) {
  const { seenMinor, canFlowMinor, ...figures } = await views.summaryOf(open);
  return { ...figures, seenMinor: String(seenMinor), canFlowMinor: canFlowMinor?.toString() ?? null };
}

async function latestChanges(open: OpenCase) {
  const dataset = await views.latestHandOver(open);
  const changes = dataset === undefined ? undefined : await views.changesOf(open, dataset, 1);
  return changes ? { ...changes, newChokepoints: await named(open, changes.newChokepoints) } : null;
}

async function advice(open: OpenCase) {
  const advised = views.advisedSet(await views.blockSets(open));
  if (!advised) return null;
  const { budget, members, baselineMinor, residualMinor, proof } = advised;
  const strandedMinor = baselineMinor > residualMinor ? baselineMinor - residualMinor : 0n;
  return {
    budget,
    members: await named(open, members),
    canFlowMinor: String(baselineMinor),
    strandedMinor: String(strandedMinor),
    proof,
  };
}
