import { at } from "../../base/index.ts";
import type { NotProposed } from "../answer/node-standing.ts";
import type { PutQuestion } from "../answer/put-question.ts";
import { numberAt } from "../graph/typed-arrays.ts";

/** Money on its way from the starts to the ends of a question, as far as a picture holds it. Amounts in minor units of the case currency. */
export interface MoneyPicture {
  /** How the ends were chosen, in words. */
  readonly ends: string;
  readonly drawnAs: DrawnAs;
  readonly nodes: readonly PictureNode[];
  /** Nodes that are drawn as one; none but where the picture is of bundles. */
  readonly bundles: readonly PictureBundle[];
  /** By place: first the nodes, then the bundles. */
  readonly channels: readonly PictureChannel[];
  /** All that lies on a way from a start to an end, drawn or not. */
  readonly whole: PictureSize;
  /** What is drawn, on its own or in a bundle. */
  readonly drawn: PictureSize;
}

/** The largest ways; everybody, those who pay each other most drawn as one; everybody on their own. */
export type DrawnAs = "largest" | "bundles" | "all";

export interface PictureNode {
  readonly id: string;
  readonly side: Side;
  readonly isBlocked: boolean;
  /** Why it is not proposed for a block; null where it may be. */
  readonly notProposed: NotProposed | null;
}

/** Where a node stands in a question. */
export type Side = "start" | "between" | "end";

/** `before` and `after` are quarters of a minor unit divided by four: exact. Null: no block was asked about. */
export interface PictureChannel {
  readonly payer: number;
  readonly payee: number;
  readonly minor: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** Nodes of one side that are drawn as one. */
export interface PictureBundle {
  /** The same for the same question, whoever is taken out of it. */
  readonly id: string;
  readonly side: Side;
  /** The largest first: what each moves is the larger of what comes in and what goes out. */
  readonly members: readonly BundleMember[];
  /** More than one where small communities are together. */
  readonly communities: number;
  /** What its members pay each other. */
  readonly inside: PictureSize;
  /** What they and others pay each other in this question. */
  readonly turnover: Turnover;
}

/** Money in and out, minor units, and from and to how many nodes. */
export interface Turnover {
  readonly inMinor: number;
  readonly outMinor: number;
  readonly payers: number;
  readonly payees: number;
}

/** `rank`: its place from 1 among all of the bundle, those taken out of it counted. */
export interface BundleMember {
  readonly id: string;
  readonly minor: number;
  readonly rank: number;
}

/** How much of a network it is; `minor` sums its channels. */
export interface PictureSize {
  readonly nodes: number;
  readonly channels: number;
  readonly minor: number;
}

/** How much some of the channels are. */
export function sizeOf(amountsMinor: Float64Array, nodes: number, channels: Iterable<number>): PictureSize {
  let [count, minor] = [0, 0];
  for (const channel of channels) {
    count += 1;
    minor += numberAt(amountsMinor, channel);
  }
  return { nodes, channels: count, minor };
}

/** Nodes of a question as a picture has them. */
export function pictureNodes(
  { prepared: { problem }, notProposed }: PutQuestion,
  nodes: readonly number[],
  members: readonly number[] = [],
): PictureNode[] {
  const sides = sidesOf(problem);
  const blocked = new Set(members);
  return nodes.map((node) => {
    const id = at(problem.nodeIds, node);
    return { id, side: sides(node), isBlocked: blocked.has(node), notProposed: notProposed.get(id) ?? null };
  });
}

/** On which side each node of a problem stands. */
export function sidesOf({
  sources,
  sinks,
}: {
  readonly sources: readonly number[];
  readonly sinks: readonly number[];
}): (node: number) => Side {
  const [starts, ends] = [new Set(sources), new Set(sinks)];
  return (node) => (starts.has(node) ? "start" : ends.has(node) ? "end" : "between");
}
