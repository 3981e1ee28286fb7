import type { Answer } from "../../api/answers.ts";
import { wholeToText } from "../../parts/figures/format.ts";

export type Picture = Answer<"POST /api/network/ways">;
export type PictureNode = Picture["nodes"][number];
type Facts = Answer<"POST /api/network/neighbours">["nodes"][number];
type ChannelFacts = Answer<"POST /api/network/neighbours">["channels"][number];
type Bundle = Answer<"POST /api/network/neighbours">["bundles"][number];
type Community = NonNullable<PictureNode["bundle"]>;
export type Found = Answer<"POST /api/network/paths">;

/** A node as it is drawn, wherever it came from. */
export interface NetNode extends Facts {
  readonly side: PictureNode["side"];
  readonly isBlocked: boolean;
  readonly notProposed: string | null;
  readonly several: Several | null;
}

/** Several that are drawn as one: neighbours of an expanded node that stay out, or a community of payers and payees. */
export type Several =
  | ({ readonly kind: "beside"; readonly of: string } & Bundle)
  | ({ readonly kind: "community"; readonly largest: string } & Community);

/** A channel by the ids of its ends. */
export interface NetChannel extends ChannelFacts {
  readonly before: number | null;
  readonly after: number | null;
}

/** A relation that a path goes over, which is no money. */
export interface NetRelation {
  readonly fromId: string;
  readonly toId: string;
  readonly words: string;
}

/** What can be drawn: nodes in the order of the money, channels, relations. */
export interface Net {
  readonly nodes: ReadonlyMap<string, NetNode>;
  readonly channels: readonly NetChannel[];
  readonly relations: readonly NetRelation[];
}

/** What was added to the answer of the question: expanded neighbours, found paths, and who was hidden. */
export interface Additions {
  readonly nodes: readonly NetNode[];
  readonly channels: readonly NetChannel[];
  readonly relations: readonly NetRelation[];
  readonly hidden: ReadonlySet<string>;
  /** By bundle how many of its largest are drawn on their own. */
  readonly opened: Readonly<Record<string, number>>;
}

export const noAdditions: Additions = { nodes: [], channels: [], relations: [], hidden: new Set(), opened: {} };

/** A node that comes in beside the answer of a question. */
export const besideAnswer = { side: "between", isBlocked: false, notProposed: null, several: null } as const;

/** The answer of a question with what was added and without what was hidden. */
export function netOf(picture: Picture, added: Additions): Net {
  const nodes = new Map<string, NetNode>();
  for (const node of [...picture.nodes.map(netNodeOf), ...added.nodes])
    if (!added.hidden.has(node.id) && !nodes.has(node.id)) nodes.set(node.id, node);
  const channels = new Map<string, NetChannel>();
  const own = picture.channels.map(({ payer, payee, ...channel }) => ({
    ...channel,
    payer: picture.nodes[payer]?.id ?? "",
    payee: picture.nodes[payee]?.id ?? "",
  }));
  for (const channel of [...own, ...added.channels]) {
    const key = `${channel.payer} ${channel.payee}`;
    if (nodes.has(channel.payer) && nodes.has(channel.payee) && !channels.has(key)) channels.set(key, channel);
  }
  return {
    nodes,
    channels: [...channels.values()],
    relations: added.relations.filter(({ fromId, toId }) => nodes.has(fromId) && nodes.has(toId)),
  };
}

function netNodeOf({ bundle, ...node }: PictureNode): NetNode {
  if (!bundle) return { ...node, several: null };
  const [largest = node.name] = node.name.split(" / ");
  // The count comes first: it must not be what a narrow column cuts.
  const count = wholeToText(bundle.members);
  const name = node.isClosed
    ? `${count} closed contacts`
    : bundle.communities > 1
      ? `${count} in ${bundle.communities} small communities`
      : `${count} around ${largest}`;
  return { ...node, name, several: { kind: "community", largest, ...bundle } };
}

/** Neighbours as additions; those that stay out come as bundles, one for each side. */
export function additionsOf(
  id: string,
  { nodes, channels, bundles }: Answer<"POST /api/network/neighbours">,
): Pick<Additions, "nodes" | "channels"> {
  return {
    nodes: [
      ...nodes.map((node) => ({ ...node, ...besideAnswer })),
      ...bundles.map((bundle) => ({ ...besideAnswer, ...bundleNode(id, bundle) })),
    ],
    channels: [
      ...channels.map((channel) => ({ ...channel, before: null, after: null })),
      ...bundles.map((bundle) => bundleChannel(id, bundle)),
    ],
  };
}

const bundleId = (id: string, { side }: Bundle): string => `bundle:${side}:${id}`;

const bundleNode = (of: string, bundle: Bundle) => ({
  id: bundleId(of, bundle),
  name: `${bundle.others} other ${bundle.side}`,
  schema: "several",
  isBank: false,
  lists: [],
  isClosed: false,
  inMinor: bundle.side === "payees" ? bundle.minor : 0,
  outMinor: bundle.side === "payers" ? bundle.minor : 0,
  payers: 0,
  payees: 0,
  roots: 0,
  several: { kind: "beside" as const, ...bundle, of },
});

const bundleChannel = (of: string, bundle: Bundle): NetChannel => ({
  payer: bundle.side === "payers" ? bundleId(of, bundle) : of,
  payee: bundle.side === "payers" ? of : bundleId(of, bundle),
  minor: bundle.minor,
  payments: bundle.payments,
  withoutRate: 0,
  firstDay: null,
  lastDay: null,
  rootsLeast: 2,
  rootsMost: 2,
  before: null,
  after: null,
});

/** What a node moves: the larger of what comes in and what goes out. */
export const movedBy = ({ inMinor, outMinor }: Pick<Facts, "inMinor" | "outMinor">): number =>
  Math.max(inMinor, outMinor);
