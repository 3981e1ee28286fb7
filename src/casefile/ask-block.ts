import type {
  BlockRequest,
  Doubt,
  DoubtAnswer,
  HiddenChannels,
  NodeExplanation,
  NodeGrounds,
  Uncertain,
} from "../network/index.ts";
export type { DoubtAnswer, HiddenChannels, NodeExplanation, NodeGrounds, Uncertain };
import { Refusal } from "../base/index.ts";
import { doubtsOfAdvice, readExplanation, standInsOf, type BlockSetLine, type DoubtOfAdvice } from "../views/index.ts";
import { entityTables } from "./entity-tables.ts";
import type { OpenCase } from "./open-case.ts";
import type { Progress } from "./run-case.ts";

/** How a question is watched, and ended before its time. */
export interface Asking {
  readonly onProgress: (progress: Progress) => void;
  /** Ends the search for the sets with the best so far; a question that is asked of an advice throws the signal's reason. */
  readonly stop: AbortSignal;
  /** Hears what the best set so far stops, and what no set can beat, in words. */
  readonly onBest?: (best: string, bound: string) => void;
}

/** Asks the case's flows another question than its own, on the evidence that the question does not withhold; nothing is written. */
export async function askBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  { onProgress, stop, onBest }: Asking,
): Promise<BlockSetLine[]> {
  const { answerBlockQuestion } = await import("../network/index.ts");
  await refuseUnknown(open, changes);
  const { source, request } = await put(open, changes);
  const rows = await answerBlockQuestion(source, request, {
    now: () => performance.now(),
    progress: (done, total, what) => onProgress({ stage: "chokepoints", done, total, what }),
    stop,
    onBest,
  });
  const sets = rows.map(({ blockSetId, inputHash: _input, explanation, ...row }) => ({
    ...row,
    id: blockSetId,
    baselineMinor: BigInt(row.baselineMinor),
    residualMinor: BigInt(row.residualMinor),
    boundMinor: BigInt(row.boundMinor),
    explanation: readExplanation(explanation),
  }));
  return withoutClosed(open, sets);
}

/** The same with words for the closed contacts of phones over whom money could go another way; the check files are left as they verify. */
async function withoutClosed(open: OpenCase, sets: readonly BlockSetLine[]): Promise<BlockSetLine[]> {
  const ids = sets.flatMap(({ explanation: { members, anotherWay } }) => [
    ...members.flatMap(({ takenOverBy }) => takenOverBy.map(({ id }) => id)),
    ...anotherWay.flatMap(({ payer, payee }) => [payer, payee]),
  ]);
  const standIn = await standInsOf(open, ids);
  const over = <Each extends { readonly id: string }>(each: Each): Each => ({ ...each, id: standIn(each.id) });
  return sets.map(({ explanation, ...set }) => ({
    ...set,
    explanation: {
      ...explanation,
      members: explanation.members.map((each) => ({ ...each, takenOverBy: each.takenOverBy.map(over) })),
      anotherWay: explanation.anotherWay.map((channel) => ({
        ...channel,
        payer: standIn(channel.payer),
        payee: standIn(channel.payee),
      })),
    },
  }));
}

/** What withheld evidence would change: the sets that all evidence advises, and what the advice without it does there, at the largest factor. */
export interface PriceOfProtection {
  readonly whole: readonly BlockSetLine[];
  readonly ofAdvice: BlockSetLine["explanation"]["effects"][number] | undefined;
}

/** Puts the same question on all evidence, withheld hand-overs too. That it was put is written into the audit log first. */
export async function priceOfProtection(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  { advised, ...asking }: Asking & { readonly advised: BlockSetLine },
): Promise<PriceOfProtection> {
  const { effectOfSet, requestOf } = await import("../network/index.ts");
  const { actor } = open.viewer;
  open.folder.audit.add(
    open.settings.withhold.map((subject) => ({ action: "count withheld evidence", subject, actor })),
  );
  const whole = { ...changes, withhold: [] };
  return {
    whole: await askBlock(open, whole, asking),
    ofAdvice: await effectOfSet(open, { ...requestOf(open.settings), ...whole }, advised.members),
  };
}

/** The doubts that were found, and what the other reading makes of those that time allowed to ask about. */
export interface DoubtsOfBlock {
  readonly doubts: readonly DoubtOfAdvice[];
  readonly answers: readonly DoubtAnswer[];
}

/** At most so many doubts are looked into, most money first. */
const doubtsMax = 20;

/** The doubts about who is who under whose other reading the advice would change, or would not: unconfirmed joins that nothing else backs, and pairs that wait. */
export async function doubtsOfBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  { advised, onProgress, stop }: Asking & { readonly advised: BlockSetLine },
): Promise<DoubtsOfBlock> {
  const { askDoubts } = await import("../network/index.ts");
  const { source, request } = await put(open, { ...changes, budget: advised.budget });
  const found = await doubtsOfAdvice(open, advised.members, doubtsMax);
  const doubts = found.map(({ kind, leftId, rightId }): Doubt => ({
    kind: kind === "join" ? "join" : "pair",
    leftId,
    rightId,
  }));
  const context = { ...open, table: open.table.bind(open), progress: () => undefined, source };
  const answers = await askDoubts(context, request, {
    run: {
      now: () => performance.now(),
      progress: (done, total, what) => onProgress({ stage: "chokepoints", done, total, what }),
      signal: stop,
    },
    advice: advised.members,
    doubts,
  });
  return { answers, doubts: found };
}

/** The question as the case puts it, and the evidence that it does not withhold. */
export async function put(open: OpenCase, changes: Partial<BlockRequest>) {
  const { disclosableSource, requestOf } = await import("../network/index.ts");
  const request = { ...requestOf(open.settings), ...changes };
  const context = { ...open, table: open.table.bind(open), progress: () => undefined };
  const source = request.withhold.length > 0 ? await disclosableSource(context, request.withhold) : open;
  return { source, request };
}

/** By whom each of an advice could be acted on, and on what recorded ground, in the evidence that the question rests on. */
export async function groundsOfBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  members: readonly string[],
): Promise<NodeGrounds[]> {
  const { readGrounds } = await import("../network/index.ts");
  const { source, request } = await put(open, changes);
  return readGrounds(source, request, members);
}

/** Says what blocking each of the named alone would do under a question. */
export async function explainBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  words: readonly string[],
): Promise<NodeExplanation[]> {
  const { explainNodes, findNamed } = await import("../network/index.ts");
  await refuseUnknown(open, { ...changes, protect: [...(changes.protect ?? []), ...words] });
  const { ids } = await findNamed(open.database, entityTables(open), { entities: words, countries: [] });
  const { source, request } = await put(open, changes);
  const nodes = await explainNodes(source, request, ids);
  const standIn = await standInsOf(
    open,
    nodes.flatMap(({ takenOverBy }) => takenOverBy.map((other) => other.id)),
  );
  return nodes.map((node) => ({
    ...node,
    takenOverBy: node.takenOverBy.map((other) => ({ ...other, id: standIn(other.id) })),
  }));
}

/** Says how far an advice holds if money can go unseen between parties who share an owner, a director, an address or a bank. */
export async function hiddenChannels(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  { advised, stop }: Pick<Asking, "stop"> & { readonly advised: BlockSetLine },
): Promise<HiddenChannels> {
  const { findHiddenChannels } = await import("../network/index.ts");
  const { source, request } = await put(open, { ...changes, budget: advised.budget });
  const found = await findHiddenChannels(source, request, {
    run: { now: () => performance.now(), signal: stop },
    advice: advised.members,
  });
  if ("refusal" in found) throw new Refusal(found.refusal);
  return found;
}

/** Says what an advice is worth in worlds where each source is sound or not, as often as its grade says. */
export async function uncertainBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  { advised, worlds, onProgress, stop }: Asking & { readonly advised: BlockSetLine; readonly worlds: number },
): Promise<Uncertain> {
  const { askUncertain } = await import("../network/index.ts");
  const { source, request } = await put(open, { ...changes, budget: advised.budget });
  const found = await askUncertain(source, request, {
    run: {
      now: () => performance.now(),
      progress: (done, total, what) => onProgress({ stage: "chokepoints", done, total, what }),
      signal: stop,
    },
    advice: advised.members,
    worlds,
  });
  if ("refusal" in found) throw new Refusal(found.refusal);
  return found;
}

/** Refuses words of a question that name nobody, and says which. */
export async function refuseUnknown(
  open: OpenCase,
  { from, to, protect, unblockable }: Partial<BlockRequest>,
): Promise<void> {
  const { findNamed } = await import("../network/index.ts");
  const entities = [...(from?.entities ?? []), ...(to?.entities ?? []), ...(protect ?? []), ...(unblockable ?? [])];
  const { unknown } = await findNamed(open.database, entityTables(open), { entities, countries: [] });
  if (unknown.length === 0) return;
  throw new Refusal(
    `no entity of the case has the id or the name "${unknown.join('", "')}"; use an id or a whole name as "windfall who" shows them, or schema:Company, topic:sanction, country:kp, list:ofac-sdn`,
  );
}
