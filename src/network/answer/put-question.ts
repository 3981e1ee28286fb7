import { at } from "../../base/index.ts";
import { prepareProblem, type Prepared } from "../solve/block-set.ts";
import { prepareTimed } from "../time/prepare-timed.ts";
import type { TimedProblem } from "../time/timed-problem.ts";
import type { BlockRequest } from "./block-request.ts";
import { readChannels, type Channels } from "./channel-table.ts";
import { readDatedPayments, type DateCounts } from "./dated-payments.ts";
import { findEnds, numbersOf, type Ends } from "./find-ends.ts";
import { findNamed, type EntityTables, type Named } from "./find-named.ts";
import { makeCaseProblem } from "./make-case-problem.ts";
import { makeCaseTimed } from "./make-case-timed.ts";
import { readLatentPairs, type LatentPairs } from "./latent-pairs.ts";
import { readStanding, type NotProposed } from "./node-standing.ts";
import type { BlockSource } from "./write-rows.ts";

/** A question put to the flows of a case, before anything is searched. */
export interface PutQuestion {
  readonly prepared: Prepared;
  readonly ends: Ends;
  /** Who on a way from a start to an end is not proposed, by canonical id. */
  readonly notProposed: ReadonlyMap<string, NotProposed>;
  /** The pairs between whom hidden channels were asked about; none where they were not. */
  readonly latent: LatentPairs;
  /** The same payments in the order of time, where the question keeps to it. */
  readonly inTime: PutInTime | null;
}

/** What a question in the order of time is put to. */
export interface PutInTime {
  readonly timed: TimedProblem;
  readonly counts: DateCounts;
  /** What could flow on the same payments in any order, quarters of a minor unit. */
  readonly anyOrderQuarters: number;
}

const noPairs: LatentPairs = { pairs: [], skipped: 0 };

/**
 * Reads the channels of a question, finds its ends and who may be proposed; `refusal` says why the amounts cannot be summed
 * exactly. `latentMinor`: what a channel that nobody saw carries between two who share something; left out: there are none.
 * Where the question keeps to the order of time, the ends are found among all payments, and the flows on those with a date.
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
    bystander: table("bystander"),
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
  const inTime = request.inTime ? await putInTime(source, request, { channels, ends, notProposed }) : null;
  if (inTime && "refusal" in inTime) return inTime;
  const problem = inTime?.timed.problem ?? makeCaseProblem(channels, ends, { notProposed, hidden });
  if ("refusal" in problem) return problem;
  const onWays = new Set(problem.nodeIds);
  return {
    prepared: inTime ? prepareTimed(inTime.timed) : prepareProblem(problem),
    ends,
    latent,
    inTime,
    notProposed: new Map(
      [...notProposed].flatMap(([node, why]) => {
        const id = channels.nodeIds[node] ?? "";
        return onWays.has(id) && !ends.sources.includes(node) && !ends.sinks.includes(node) ? [[id, why] as const] : [];
      }),
    ),
  };
}

async function putInTime(
  { database, table }: BlockSource,
  request: BlockRequest,
  {
    channels,
    ends,
    notProposed,
  }: {
    readonly channels: Channels;
    readonly ends: Ends;
    readonly notProposed: ReadonlyMap<number, NotProposed>;
  },
): Promise<PutInTime | { readonly refusal: string }> {
  const dated = await readDatedPayments(database, table("flow"), request);
  if ("refusal" in dated) return dated;
  const idOf = (node: number): string => at(channels.nodeIds, node);
  const kept = new Set([...notProposed.keys()].map(idOf));
  const made = makeCaseTimed({
    transfers: dated.transfers,
    sources: ends.sources.map(idOf),
    sinks: ends.sinks.map(idOf),
    isBlockable: (id) => !kept.has(id),
    leastStay: request.inTime?.leastStayDays ?? 0,
  });
  return made.ok ? { ...made.value, counts: dated.counts } : { refusal: made.fault };
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
