import { at } from "../../base/index.ts";
import { effectOf } from "../answer/explain-set.ts";
import type { BlockRequest } from "../answer/block-request.ts";
import type { Effect } from "../answer/explanation.ts";
import { putQuestion, type PutQuestion } from "../answer/put-question.ts";
import type { NotProposed } from "../answer/node-standing.ts";
import type { BlockSource } from "../answer/write-rows.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { changeOfSet, type SetChange } from "./change-of-set.ts";
import { chooseDrawn } from "./choose-drawn.ts";

/** Money on its way from the starts to the ends of a question, as far as a picture holds it. Amounts in minor units of the case currency. */
export interface MoneyPicture {
  /** How the ends were chosen, in words. */
  readonly ends: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly side: "start" | "between" | "end";
    readonly isBlocked: boolean;
    /** Why it is not proposed for a block; null where it may be. */
    readonly notProposed: NotProposed | null;
  }[];
  /** By place in `nodes`. `before` and `after` are quarters of a minor unit divided by four: exact. Null: no block was asked about. */
  readonly channels: readonly {
    readonly payer: number;
    readonly payee: number;
    readonly minor: number;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** All that lies on a way from a start to an end, drawn or not. */
  readonly whole: PictureSize;
  readonly drawn: PictureSize;
}

/** How much of a network it is; `minor` sums its channels. */
export interface PictureSize {
  readonly nodes: number;
  readonly channels: number;
  readonly minor: number;
}

/** What a set of blocked does, and the picture of what it changes. */
export interface WeighedSet {
  readonly effects: readonly Effect[];
  /** Of the asked, those on no way from a start to an end, and starts and ends, which cannot be blocked. */
  readonly notThere: readonly string[];
  readonly picture: MoneyPicture;
}

/** A question put to the flows, ready for many pictures. */
export interface NetworkAsked {
  /** Everybody on a way from a start to an end, canonical ids. */
  readonly nodeIds: readonly string[];
  /** The largest ways, at most `most` nodes. */
  draw(most: number): MoneyPicture;
  /** What blocking a set, by canonical ids, does at each factor, and its picture at one of them. */
  weigh(members: readonly string[], asked: WeighAsked): WeighedSet;
}

/** Which factors, and for which the picture is. */
export interface WeighAsked {
  readonly rhoQuarters: readonly number[];
  readonly drawnRhoQuarters: number;
  readonly most: number;
}

/** Puts a question once; `refusal` says why its amounts cannot be summed exactly. Without the order of time. */
export async function askNetwork(
  source: BlockSource,
  request: BlockRequest,
): Promise<NetworkAsked | { readonly refusal: string }> {
  const put = await putQuestion(source, { ...request, inTime: null });
  if ("refusal" in put) return put;
  return {
    nodeIds: put.prepared.problem.nodeIds,
    draw: (most) => draw(put, { most, members: [], change: null }),
    weigh: (members, asked) => weigh(put, members, asked),
  };
}

function weigh(put: PutQuestion, ids: readonly string[], { rhoQuarters, drawnRhoQuarters, most }: WeighAsked) {
  const { prepared } = put;
  const { problem } = prepared;
  const ends = new Set([...problem.sources, ...problem.sinks]);
  const wanted = new Set(ids);
  const members = [...problem.nodeIds.keys()].filter(
    (node) => wanted.has(at(problem.nodeIds, node)) && !ends.has(node),
  );
  const there = new Set(members.map((node) => at(problem.nodeIds, node)));
  return {
    effects: rhoQuarters.map((rho) => effectOf(prepared, rho, members)),
    notThere: ids.filter((id) => !there.has(id)),
    picture: draw(put, { most, members, change: changeOfSet(prepared, drawnRhoQuarters, members) }),
  };
}

interface Drawing {
  readonly most: number;
  readonly members: readonly number[];
  readonly change: SetChange | null;
}

function draw({ prepared, ends, notProposed }: PutQuestion, { most, members, change }: Drawing): MoneyPicture {
  const { problem } = prepared;
  const drawn = chooseDrawn(prepared, { most, keep: [...members, ...changedNodes(problem, change, most)] });
  const place = new Map(drawn.nodes.map((node, index) => [node, index]));
  const [starts, sinks, blocked] = [new Set(problem.sources), new Set(problem.sinks), new Set(members)];
  const sum = (channels: Iterable<number>): number => {
    let minor = 0;
    for (const channel of channels) minor += numberAt(problem.amountsMinor, channel);
    return minor;
  };
  return {
    ends: ends.words,
    nodes: drawn.nodes.map((node) => {
      const id = at(problem.nodeIds, node);
      return {
        id,
        side: starts.has(node) ? "start" : sinks.has(node) ? "end" : "between",
        isBlocked: blocked.has(node),
        notProposed: notProposed.get(id) ?? null,
      };
    }),
    channels: drawn.channels.map((channel) => ({
      payer: place.get(intAt(problem.payers, channel)) ?? 0,
      payee: place.get(intAt(problem.payees, channel)) ?? 0,
      minor: numberAt(problem.amountsMinor, channel),
      before: change && numberAt(change.before, channel) / 4,
      after: change && numberAt(change.after, channel) / 4,
    })),
    whole: {
      nodes: problem.nodeIds.length,
      channels: problem.payers.length,
      minor: sum(problem.payers.keys()),
    },
    drawn: { nodes: drawn.nodes.length, channels: drawn.channels.length, minor: sum(drawn.channels) },
  };
}

/** The nodes of the channels that change most, as many as half a picture takes. */
function changedNodes(
  problem: { readonly payers: Int32Array; readonly payees: Int32Array },
  change: SetChange | null,
  most: number,
): ReadonlySet<number> {
  const nodes = new Set<number>();
  if (!change) return nodes;
  const sizeOf = (channel: number): number =>
    Math.abs(numberAt(change.after, channel) - numberAt(change.before, channel));
  const changed = Array.from(problem.payers.keys())
    .filter((channel) => sizeOf(channel) > 0)
    .toSorted((left, right) => sizeOf(right) - sizeOf(left) || left - right);
  for (const channel of changed) {
    if (nodes.size >= most / 2) break;
    nodes.add(intAt(problem.payers, channel)).add(intAt(problem.payees, channel));
  }
  return nodes;
}
