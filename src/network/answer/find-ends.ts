import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { Channels } from "./channel-table.ts";
import type { Named } from "./find-named.ts";

/** Start and end nodes by number, ascending, and how they were chosen. */
export interface Ends {
  readonly sources: readonly number[];
  readonly sinks: readonly number[];
  readonly words: string;
}

/** An end of the seen flows moves at most this share of its money the other way. */
const otherWayShare = 10;

/**
 * Finds where money starts and ends: the named nodes; or, where none are named, the ends of the seen flows: who pays out
 * at least ten times what he was paid, and who was paid at least ten times what he pays out. A node named on one side
 * is no found end of the other; one named on both sides is left out of both, and the words say so.
 */
export function findEnds(channels: Channels, from: Named | null, to: Named | null): Ends {
  const { paidOut, paidIn } = sumNodes(channels);
  const nodes = Array.from(channels.nodeIds.keys());
  const named = (side: Named | null): Set<number> => numbersOf(channels, side?.ids ?? []);
  const [namedFrom, namedTo] = [named(from), named(to)];
  const both = new Set([...namedFrom].filter((node) => namedTo.has(node)));
  const isStart = (node: number): boolean =>
    numberAt(paidOut, node) > 0 && numberAt(paidIn, node) * otherWayShare <= numberAt(paidOut, node);
  const isEnd = (node: number): boolean =>
    numberAt(paidIn, node) > 0 && numberAt(paidOut, node) * otherWayShare <= numberAt(paidIn, node);
  const sources = nodes.filter((node) =>
    from ? namedFrom.has(node) && !both.has(node) : isStart(node) && !namedTo.has(node),
  );
  const sinks = nodes.filter((node) =>
    to ? namedTo.has(node) && !both.has(node) : isEnd(node) && !namedFrom.has(node),
  );
  const words = [
    sideWords("starts", sources.length, from, "pay out at least ten times what they are paid"),
    sideWords("ends", sinks.length, to, "are paid at least ten times what they pay out"),
    ...(both.size > 0 ? [`${both.size} named on both sides are left out`] : []),
  ];
  return { sources, sinks, words: words.join("; ") };
}

function sideWords(side: string, count: number, named: Named | null, rule: string): string {
  if (!named) return `${count} ${side} were found in the payments: they ${rule}`;
  const unknown =
    named.unknown.length > 0 ? `, nobody is known as ${named.unknown.map((word) => `"${word}"`).join(", ")}` : "";
  return `${count} ${side} as named${unknown}`;
}

/** The node numbers of ids that stand in the channels. */
export function numbersOf(channels: Channels, ids: readonly string[]): Set<number> {
  const wanted = new Set(ids);
  return new Set(Array.from(channels.nodeIds.keys()).filter((node) => wanted.has(channels.nodeIds[node] ?? "")));
}

/** What each node was seen to pay out and to be paid, minor units. */
export function sumNodes({ nodeIds, payers, payees, amountsMinor }: Channels) {
  const paidOut = new Float64Array(nodeIds.length);
  const paidIn = new Float64Array(nodeIds.length);
  for (let edge = 0; edge < payers.length; edge += 1) {
    const amount = numberAt(amountsMinor, edge);
    paidOut[intAt(payers, edge)] = numberAt(paidOut, intAt(payers, edge)) + amount;
    paidIn[intAt(payees, edge)] = numberAt(paidIn, intAt(payees, edge)) + amount;
  }
  return { paidOut, paidIn };
}
