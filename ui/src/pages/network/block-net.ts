import type { Net, NetChannel } from "./net.ts";

/** Below this share of all that flowed a change is small. */
const smallShare = 0.008;

/** What a block leaves to draw, and how many channels are left out as small. */
export interface BlockNet {
  readonly net: Net;
  readonly small: number;
}

/**
 * In block mode what does not flow before or after is left out, and what flows less than 0.8 % of all waits behind a
 * button; the blocked with the most of what they carried, and what was added by hand stay.
 */
export function blockNetOf(whole: Net, added: ReadonlySet<string>, drawsSmall: boolean): BlockNet {
  const flowing = whole.channels.filter((channel) => largestOf(channel) > 0);
  const least = drawsSmall ? 0 : flowedIn(whole) * smallShare;
  const byHand = whole.channels.filter(
    (channel) => largestOf(channel) === 0 && (added.has(channel.payer) || added.has(channel.payee)),
  );
  const blocked = largestOfBlocked(whole);
  const isOfBlocked = (channel: NetChannel): boolean => blocked.has(channel);
  const isDrawn = (channel: NetChannel): boolean => largestOf(channel) >= least || isOfBlocked(channel);
  const channels = [...flowing.filter((channel) => isDrawn(channel)), ...byHand];
  const touched = new Set(channels.flatMap(({ payer, payee }) => [payer, payee]));
  const nodes = new Map([...whole.nodes].filter(([id, node]) => touched.has(id) || node.isBlocked || added.has(id)));
  return {
    net: { nodes, channels, relations: whole.relations },
    small: flowing.filter((channel) => largestOf(channel) < flowedIn(whole) * smallShare && !isOfBlocked(channel))
      .length,
  };
}

/** Of each blocked node so many channels are drawn however small. */
const ofBlockedMost = 8;

function largestOfBlocked({ nodes, channels }: Net): ReadonlySet<NetChannel> {
  const blocked = [...nodes.values()].filter(({ isBlocked }) => isBlocked);
  return new Set(
    blocked.flatMap(({ id }) =>
      channels
        .filter(({ payer, payee, before }) => (payer === id || payee === id) && (before ?? 0) > 0)
        .toSorted((left, right) => (right.before ?? 0) - (left.before ?? 0))
        .slice(0, ofBlockedMost),
    ),
  );
}

const largestOf = ({ before, after }: NetChannel): number => Math.max(before ?? 0, after ?? 0);

/** What leaves the starts before the block. */
function flowedIn({ nodes, channels }: Net): number {
  return channels.reduce((sum, { payer, before }) => sum + (nodes.get(payer)?.side === "start" ? (before ?? 0) : 0), 0);
}
