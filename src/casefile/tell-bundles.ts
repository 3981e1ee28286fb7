import { at } from "../base/index.ts";
import type { BundledPicture, PictureBundle } from "../network/index.ts";
import { captionsOf, channelsTogether, closedAmong, type ChannelLine } from "../views/index.ts";
import { choicesBySize, comeAtOnce, hubGuard, type SizeChoice } from "./hub-guard.ts";
import type { OpenCase } from "./open-case.ts";
import { unseenChannel, type PictureWords, type ToldNode, type ToldPicture } from "./tell-picture.ts";

/** Nodes that are drawn as one, and how they are drawn on their own. */
export interface ToldBundle {
  readonly members: number;
  /** More than one where small communities are together. */
  readonly communities: number;
  /** What its members pay each other, and in how many channels. */
  readonly inside: Omit<ChannelLine, "payer" | "payee"> & { readonly channels: number };
  /** Whether it is opened by a least amount only: it has too many. */
  readonly asksForFilter: boolean;
  /** How it is opened: `opened` is what the next question says of the bundle. */
  readonly choices: readonly (SizeChoice & { readonly opened: number })[];
}

/** Tells a picture of bundles: each has the name of its largest member, and what goes in and out of it in this question. */
export async function tellBundled(
  open: OpenCase,
  words: PictureWords,
  { picture, pairs }: BundledPicture,
): Promise<ToldPicture> {
  const told = await words.tell({ ...picture, channels: [] });
  const lines = await channelsTogether(open, pairs, words.days);
  const called = await namesOf(open, picture.bundles);
  const bundles = picture.bundles.map(({ id, side, turnover, ...bundle }, index): ToldNode => ({
    ...at(called, index),
    ...turnover,
    ...plain,
    id,
    side,
    bundle: {
      members: bundle.members.length,
      communities: bundle.communities,
      inside: { ...unseenChannel, ...lines.get(picture.channels.length + index), ...insideOf(bundle) },
      ...waysToOpen(bundle),
    },
  }));
  return {
    ...told,
    nodes: [...told.nodes, ...bundles],
    channels: picture.channels.map((channel, index) => ({ ...unseenChannel, ...lines.get(index), ...channel })),
  };
}

const plain = { schema: "several", isBank: false, lists: [], roots: 0, isBlocked: false, notProposed: null };

const insideOf = ({ inside: { channels, minor } }: Pick<PictureBundle, "inside">) => ({ channels, minor });

function waysToOpen({ members }: Pick<PictureBundle, "members">): Pick<ToldBundle, "asksForFilter" | "choices"> {
  const minors = members.map(({ minor }) => minor);
  const asksForFilter = minors.length > hubGuard.askedAbove;
  const others = comeAtOnce(minors.length);
  const choices = asksForFilter ? choicesBySize(minors) : [{ leastMinor: at(minors, others - 1), others }];
  return {
    asksForFilter,
    choices: choices.map((choice) => ({ ...choice, opened: at(members, choice.others - 1).rank })),
  };
}

/** The largest of its members that is no closed contact of a phone gives a bundle its name. */
async function namesOf(
  open: OpenCase,
  bundles: readonly PictureBundle[],
): Promise<{ readonly name: string; readonly isClosed: boolean }[]> {
  const closed = new Set(
    await closedAmong(
      open,
      bundles.flatMap(({ members }) => members.map(({ id }) => id)),
    ),
  );
  const largest = bundles.map(({ members }) => members.find(({ id }) => !closed.has(id))?.id);
  const captions = await captionsOf(
    open,
    largest.filter((id) => id !== undefined),
  );
  return largest.map((id) =>
    id === undefined
      ? { name: "a contact of a phone or mailbox, closed", isClosed: true }
      : { name: captions.get(id) ?? id, isClosed: false },
  );
}
