import { prepareProblem } from "../solve/block-set.ts";
import type { BlockRequest } from "./block-request.ts";
import { readChannels, type Channels } from "./channel-table.ts";
import { findEnds, numbersOf } from "./find-ends.ts";
import { findNamed, type EntityTables, type Named } from "./find-named.ts";
import { makeCaseProblem } from "./make-case-problem.ts";
import { readLatentPairs, type LatentPairs } from "./latent-pairs.ts";
import { readStanding, type NotProposed } from "./node-standing.ts";
import type { Prepared } from "../solve/block-set.ts";
import type { Ends } from "./find-ends.ts";
import type { BlockSource } from "./write-rows.ts";

/** A question put to the flows of a case, before anything is searched. */
export interface PutQuestion {
  readonly prepared: Prepared;
  readonly ends: Ends;
  /** Who on a way from a start to an end is not proposed, by canonical id. */
  readonly notProposed: ReadonlyMap<string, NotProposed>;
  /** The pairs between whom hidden channels were asked about; none where they were not. */
  readonly latent: LatentPairs;
}

const noPairs: LatentPairs = { pairs: [], skipped: 0 };

/**
 * Reads the channels of a question, finds its ends and who may be proposed; `refusal` says why the amounts cannot be summed
 * exactly. `latentMinor`: what a channel that nobody saw carries between two who share something; left out: there are none.
 */
export async function putQuestion(
  source: BlockSource,
  request: BlockRequest,
  latentMinor?: number,
): Promise<PutQuestion | { readonly refusal: string }> {
  const { database, table } = source;
  const channels = await readChannels(database, table("flow"), request);
  if ("refusal" in channels) return channels;
  const tables: EntityTables = {
    statement: table("statement"),
    cluster: table("cluster"),
    dataset: table("dataset"),
  };
  const named = async (setting: BlockRequest["from"]): Promise<Named | null> =>
    setting ? findNamed(database, tables, setting) : null;
  const ends = findEnds(channels, await named(request.from), await named(request.to));
  const { notProposed } = await readStanding(database, tables, channels, {
    ...request,
    protectedNodes: await nodesOf(source, tables, channels, request.protect),
    unblockableNodes: await nodesOf(source, tables, channels, request.unblockable),
  });
  const latent = latentMinor === undefined ? noPairs : await readLatentPairs(database, tables, channels);
  const hidden = { pairs: latent.pairs, minor: latentMinor ?? 0 };
  const problem = makeCaseProblem(channels, ends, { notProposed, hidden });
  if ("refusal" in problem) return problem;
  const onWays = new Set(problem.nodeIds);
  return {
    prepared: prepareProblem(problem),
    ends,
    latent,
    notProposed: new Map(
      [...notProposed].flatMap(([node, why]) => {
        const id = channels.nodeIds[node] ?? "";
        return onWays.has(id) && !ends.sources.includes(node) && !ends.sinks.includes(node) ? [[id, why] as const] : [];
      }),
    ),
  };
}

async function nodesOf(
  { database }: BlockSource,
  tables: EntityTables,
  channels: Channels,
  entities: readonly string[],
): Promise<ReadonlySet<number>> {
  if (entities.length === 0) return new Set();
  const { ids } = await findNamed(database, tables, { entities, countries: [] });
  return numbersOf(channels, ids);
}
