import { at, lazy } from "../../base/index.ts";
import { effectOf } from "../answer/explain-set.ts";
import type { BlockRequest } from "../answer/block-request.ts";
import type { Effect } from "../answer/explanation.ts";
import { putQuestion, type PutQuestion } from "../answer/put-question.ts";
import type { BlockSource } from "../answer/write-rows.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { bundleNodes } from "./bundle-nodes.ts";
import { bundledPicture, type BundledPicture, type OpenedBundles } from "./bundled-picture.ts";
import { changeOfSet, type SetChange } from "./change-of-set.ts";
import { chooseDrawn } from "./choose-drawn.ts";
import { pictureNodes, sizeOf, type DrawnAs, type MoneyPicture } from "./money-picture.ts";

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
  /** Draws its money, and says which channels each line of bundles stands for. */
  draw(asked: DrawAsked): BundledPicture;
  /** What blocking a set, by canonical ids, does at each factor, and its picture at one of them. */
  weigh(members: readonly string[], asked: WeighAsked): WeighedSet;
}

/** How a picture is chosen. */
export interface DrawAsked extends Partial<OpenedBundles> {
  /** Left out: the largest ways, or above 2,000 nodes bundles. Everybody on their own is drawn up to 50,000 channels, above as bundles. */
  readonly as?: DrawnAs;
  /** So many nodes of the largest ways. */
  readonly most: number;
}

const nobodyOpened: OpenedBundles = { opened: new Map(), apart: new Set() };

/** Above so many nodes a picture that is not asked for otherwise is of bundles. */
const singleMost = 2000;
/** So many channels are drawn one by one at most. */
const channelsMost = 50_000;

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
  const { problem } = put.prepared;
  const bundles = lazy(() => bundleNodes(problem));
  return {
    nodeIds: problem.nodeIds,
    draw: (asked) => {
      const drawnAs = choiceOf(problem, asked.as);
      if (drawnAs === "bundles") return bundledPicture(put, bundles(), { ...nobodyOpened, ...asked });
      const most = drawnAs === "all" ? problem.nodeIds.length : asked.most;
      return { picture: { ...draw(put, { most, members: [], change: null }), drawnAs }, pairs: [] };
    },
    weigh: (members, asked) => weigh(put, members, asked),
  };
}

function choiceOf({ nodeIds, payers }: BlockProblem, as: DrawnAs | undefined): DrawnAs {
  if (as === "all" && payers.length > channelsMost) return "bundles";
  return as ?? (nodeIds.length > singleMost ? "bundles" : "largest");
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

function draw(put: PutQuestion, { most, members, change }: Drawing): MoneyPicture {
  const { problem } = put.prepared;
  const { amountsMinor } = problem;
  const drawn = chooseDrawn(put.prepared, { most, keep: [...members, ...changedNodes(problem, change, most)] });
  const place = new Map(drawn.nodes.map((node, index) => [node, index]));
  return {
    ends: put.ends.words,
    drawnAs: "largest",
    nodes: pictureNodes(put, drawn.nodes, members),
    bundles: [],
    channels: drawn.channels.map((channel) => ({
      payer: place.get(intAt(problem.payers, channel)) ?? 0,
      payee: place.get(intAt(problem.payees, channel)) ?? 0,
      minor: numberAt(amountsMinor, channel),
      before: change && numberAt(change.before, channel) / 4,
      after: change && numberAt(change.after, channel) / 4,
    })),
    whole: sizeOf(amountsMinor, problem.nodeIds.length, amountsMinor.keys()),
    drawn: sizeOf(amountsMinor, drawn.nodes.length, drawn.channels),
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
