import { at, groupBy } from "../../base/index.ts";
import type { PutQuestion } from "../answer/put-question.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { movedMinor, type NodeBundle } from "./bundle-nodes.ts";
import {
  pictureNodes,
  sizeOf,
  type MoneyPicture,
  type PictureBundle,
  type PictureChannel,
  type Turnover,
} from "./money-picture.ts";

/** Who is drawn on their own besides those whom no bundle holds. */
export interface OpenedBundles {
  /** Per bundle how many of its largest. */
  readonly opened: ReadonlyMap<string, number>;
  /** Nodes by their ids. */
  readonly apart: ReadonlySet<string>;
}

/** A picture of bundles, and which payer and payee, by canonical ids, each of its channels stands for. */
export interface BundledPicture {
  readonly picture: MoneyPicture;
  readonly pairs: readonly ChannelPair[];
}

/** `channel`: its place in the picture; what a bundle holds inside comes after all channels, in the order of the bundles. */
export interface ChannelPair {
  readonly payer: string;
  readonly payee: string;
  readonly channel: number;
}

/** Draws everybody: bundles as one each, and on their own who was taken out of one or is alone in it. */
export function bundledPicture(put: PutQuestion, bundles: readonly NodeBundle[], asked: OpenedBundles): BundledPicture {
  const { problem } = put.prepared;
  const { nodeIds, amountsMinor } = problem;
  const drawn = bundles
    .map((bundle) => ({ ...bundle, members: stillIn(problem, bundle, asked) }))
    .filter(({ members }) => members.length > 1);
  const held = new Set(drawn.flatMap(({ members }) => members.map(({ node }) => node)));
  const single = [...nodeIds.keys()].filter((node) => !held.has(node));
  const place = new Int32Array(nodeIds.length);
  single.forEach((node, index) => (place[node] = index));
  drawn.forEach(({ members }, index) => {
    for (const { node } of members) place[node] = single.length + index;
  });
  const { between, inside } = sortChannels(problem, place);
  const within = drawn.map((_, index) => inside.get(single.length + index) ?? []);
  const whole = sizeOf(amountsMinor, nodeIds.length, amountsMinor.keys());
  const moved = movedMinor(problem);
  return {
    pairs: [...between.map(({ channels }) => channels), ...within].flatMap((channels, channel) =>
      channels.map((each) => ({
        payer: at(nodeIds, intAt(problem.payers, each)),
        payee: at(nodeIds, intAt(problem.payees, each)),
        channel,
      })),
    ),
    picture: {
      ends: put.ends.words,
      drawnAs: "bundles",
      nodes: pictureNodes(put, single),
      bundles: drawn.map(({ id, side, members, communities }, index): PictureBundle => ({
        id,
        side,
        communities,
        members: members.map(({ node, rank }) => ({ id: at(nodeIds, node), minor: numberAt(moved, node), rank })),
        inside: sizeOf(amountsMinor, members.length, at(within, index)),
        turnover: turnoverOf(problem, place, single.length + index),
      })),
      channels: between.map(({ channel }) => channel),
      whole,
      drawn: whole,
    },
  };
}

/** Who of a bundle is still in it, and with which rank. */
const stillIn = ({ nodeIds }: BlockProblem, { id, members }: NodeBundle, { opened, apart }: OpenedBundles) =>
  members
    .map((node, index) => ({ node, rank: index + 1 }))
    .filter(({ node, rank }) => rank > (opened.get(id) ?? 0) && !apart.has(at(nodeIds, node)));

/** What goes into one place of a picture and out of it. */
function turnoverOf({ payers, payees, amountsMinor }: BlockProblem, places: Int32Array, place: number): Turnover {
  const [from, to] = [new Set<number>(), new Set<number>()];
  let [inMinor, outMinor] = [0, 0];
  amountsMinor.forEach((minor, channel) => {
    const [payer, payee] = [intAt(payers, channel), intAt(payees, channel)];
    const [isPaying, isPaid] = [places[payer] === place, places[payee] === place];
    if (isPaying === isPaid) return;
    (isPaid ? from : to).add(isPaid ? payer : payee);
    if (isPaid) inMinor += minor;
    else outMinor += minor;
  });
  return { inMinor, outMinor, payers: from.size, payees: to.size };
}

interface SortedChannels {
  readonly between: readonly { readonly channel: PictureChannel; readonly channels: readonly number[] }[];
  /** By the place of a bundle, the channels between its members. */
  readonly inside: ReadonlyMap<number, readonly number[]>;
}

/** The channels of a problem by the places that they lead from and to. */
function sortChannels({ payers, payees, amountsMinor }: BlockProblem, place: Int32Array): SortedChannels {
  const ends = (channel: number): [number, number] => [
    intAt(place, intAt(payers, channel)),
    intAt(place, intAt(payees, channel)),
  ];
  const byEnds = groupBy(amountsMinor.keys(), (channel) => ends(channel).join(" "));
  const groups = [...byEnds.values()].map((channels) => {
    const [payer, payee] = ends(at(channels, 0));
    const { minor } = sizeOf(amountsMinor, 0, channels);
    return { channels, channel: { payer, payee, minor, before: null, after: null } };
  });
  const isInside = ({ channel: { payer, payee } }: (typeof groups)[number]): boolean => payer === payee;
  return {
    between: groups.filter((group) => !isInside(group)),
    inside: new Map(groups.filter(isInside).map(({ channel: { payer }, channels }) => [payer, channels])),
  };
}
