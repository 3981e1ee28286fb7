import {
  makeDisplayList,
  nodeMarks,
  type DisplayList,
  type DrawnEdge,
  type DrawnNode,
  type NodeShape,
} from "../../network/display-list.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import { labelLetters } from "../../network/choose-labels.ts";
import type { Place } from "../../network/free-places.ts";
import { movedBy, type Net, type NetChannel, type NetNode } from "./net.ts";

/** What a reader chose about a drawing. */
export interface SceneChoices {
  readonly selected: string | undefined;
  /** Nodes of a path that was looked for, or that a search met. */
  readonly found: ReadonlySet<string>;
  readonly isBlock: boolean;
  readonly isFlow: boolean;
}

/** A drawing, and what its numbers stand for. */
export interface Scene {
  readonly list: DisplayList;
  readonly ids: readonly string[];
  /** Per edge its channel; undefined of a relation. */
  readonly channels: readonly (NetChannel | undefined)[];
  /** The amount that the widest line stands for, minor units; more is drawn no wider. */
  readonly capMinor: number;
}

export const [thinnest, widest] = [1.25, 14];

/** Draws a net at places. */
export function makeScene(net: Net, places: ReadonlyMap<string, Place>, choices: SceneChoices): Scene {
  const ids = [...net.nodes.keys()].filter((id) => places.has(id));
  const index = new Map(ids.map((id, place) => [id, place]));
  const capMinor = capOf(net.channels.map((channel) => (choices.isBlock ? (channel.before ?? 0) : channel.minor)));
  const context = { capMinor, choices };
  const drawn = net.channels.flatMap((channel) => {
    const [payer, payee] = [index.get(channel.payer), index.get(channel.payee)];
    if (payer === undefined || payee === undefined) return [];
    return edgesOf(channel, context).map((edge) => ({ channel, edge: { ...edge, payer, payee } }));
  });
  const related = net.relations.flatMap(({ fromId, toId }) => {
    const [payer, payee] = [index.get(fromId), index.get(toId)];
    const edge = { width: 1.25, style: "relation", dash: "solid", shift: 0 } as const;
    return payer === undefined || payee === undefined ? [] : [{ channel: undefined, edge: { ...edge, payer, payee } }];
  });
  const all = [...drawn, ...related];
  return {
    ids,
    capMinor,
    channels: all.map(({ channel }) => channel),
    list: makeDisplayList(
      ids.flatMap((id) => nodeOf(net.nodes.get(id), places.get(id), choices)),
      all.map(({ edge }) => edge),
      { isFlow: choices.isFlow },
    ),
  };
}

function nodeOf(node: NetNode | undefined, place: Place | undefined, choices: SceneChoices): DrawnNode[] {
  if (!node || !place) return [];
  const marks = [
    node.isBlocked && nodeMarks.blocked,
    node.lists.length > 0 && nodeMarks.listed,
    node.isClosed && nodeMarks.sealed,
    place.isPinned && nodeMarks.pinned,
    node.id === choices.selected && nodeMarks.selected,
    choices.found.has(node.id) && nodeMarks.found,
  ].reduce<number>((sum, mark) => sum + Number(mark), 0);
  return [
    {
      label: node.isClosed ? "" : labelOf(node),
      x: place.x,
      y: place.y,
      weight: movedBy(node),
      shape: shapeOf(node),
      marks,
    },
  ];
}

/** A bundle is called by its largest member and how many more it holds. */
function labelOf({ name, several }: NetNode): string {
  if (several?.kind !== "community") return shortName(name);
  const [first, more] =
    several.communities > 1 ? [wholeToText(several.members), "small"] : [several.largest, `+${several.members - 1}`];
  return `${shortName(first, labelLetters - more.length - 1)} ${more}`;
}

/** The first of the names of a caption, cut at a length that fits between two columns. */
function shortName(caption: string, letters = labelLetters): string {
  const [first = caption] = caption.split(" / ");
  const shown = first.replaceAll(/[\p{Cc}\p{Cf}\p{Cn}]/gu, "\u{fffd}");
  return shown.length > letters ? `${shown.slice(0, letters - 1)}…` : shown;
}

const shapeBySchema: Readonly<Record<string, NodeShape>> = {
  Person: "ring",
  BankAccount: "square",
  Asset: "square",
  CryptoWallet: "square",
  Security: "square",
  Company: "disc",
  Organization: "disc",
  LegalEntity: "disc",
  PublicBody: "disc",
  several: "bundle",
};

const shapeOf = ({ schema, isBank }: NetNode): NodeShape => (isBank ? "hexagon" : (shapeBySchema[schema] ?? "diamond"));

interface EdgeContext {
  readonly capMinor: number;
  readonly choices: SceneChoices;
}

type Line = Omit<DrawnEdge, "payer" | "payee">;

/** One line for a channel as seen; in block mode one for what still moves and one for what is stopped or comes on top. */
function edgesOf(channel: NetChannel, { capMinor, choices }: EdgeContext): Line[] {
  const dash = channel.minor === 0 ? "unknown" : channel.rootsMost <= 1 ? "one-source" : "solid";
  const isFound = choices.found.has(channel.payer) && choices.found.has(channel.payee);
  const { before, after } = channel;
  if (!choices.isBlock || before === null || after === null) {
    const width = widthOf(channel.minor, capMinor);
    return [{ width, style: isFound ? "found" : choices.isBlock ? "context" : "flow", dash, shift: 0 }];
  }
  if (before === 0 && after === 0) return [];
  const still = Math.min(before, after);
  const changed = Math.abs(before - after);
  const lines: Line[] = [];
  if (still > 0) lines.push({ width: widthOf(still, capMinor), style: "flow", dash: "solid", shift: 0 });
  if (changed > 0)
    lines.push({
      width: Math.max(widthOf(changed, capMinor), before > after ? 3 : 1.75),
      style: before > after ? "stopped" : "extra",
      dash: "solid",
      shift: 0,
    });
  return besideEachOther(lines);
}

/** Two lines of one channel lie side by side. */
function besideEachOther([one, other]: readonly Line[]): Line[] {
  if (!one) return [];
  if (!other) return [one];
  return [
    { ...one, shift: -(other.width / 2 + 1) },
    { ...other, shift: one.width / 2 + 1 },
  ];
}

/** Linear in money, from the thinnest to the widest line. */
export const widthOf = (minor: number, capMinor: number): number =>
  Math.min(widest, Math.max(thinnest, (minor / Math.max(capMinor, 1)) * widest));

/** The widest line stands for a round amount that nineteen in twenty channels stay within: one giant makes no hairs of the rest. */
export function capOf(amounts: readonly number[]): number {
  const sorted = amounts.filter((amount) => amount > 0).toSorted((left, right) => left - right);
  const high = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 1;
  const power = 10 ** Math.floor(Math.log10(Math.max(high, 1)));
  return ([1, 2, 5, 10].find((step) => step * power >= high) ?? 10) * power;
}
