import { at, atKey, groupBy } from "../base/index.ts";
import type { DrawnAs, MoneyPicture, PictureSize } from "../network/index.ts";
import {
  captionsOf,
  channelsAmong,
  networkKinds,
  networkNodes,
  standInsOf,
  type ChannelLine,
  type Days,
} from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";
import type { ToldBundle } from "./tell-bundles.ts";

/** A node: what it is called, and all that it was seen to pay and to be paid, minor units of the case currency. */
export interface ToldEntity {
  /** Of a closed contact of a phone: words that stand for it, which nothing finds. */
  readonly id: string;
  readonly name: string;
  readonly schema: string;
  readonly isBank: boolean;
  readonly lists: readonly string[];
  readonly isClosed: boolean;
  readonly inMinor: number;
  readonly outMinor: number;
  readonly payers: number;
  readonly payees: number;
  /** Independent sources of its best supported payment. */
  readonly roots: number;
}

/** A node of a picture, and what a question makes of it; `bundle`: several that are drawn as one. */
export type ToldNode = ToldEntity & Omit<MoneyPicture["nodes"][number], "id"> & { readonly bundle: ToldBundle | null };

/** A channel by the places of its ends; `before` and `after` a block, where one was asked about. */
export interface ToldChannel extends Omit<ChannelLine, "payer" | "payee"> {
  readonly payer: number;
  readonly payee: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** A part of the flows with the words that it is shown with. */
export interface ToldPicture {
  readonly ends: string;
  readonly drawnAs: DrawnAs;
  readonly nodes: readonly ToldNode[];
  readonly channels: readonly ToldChannel[];
  readonly whole: PictureSize;
  readonly drawn: PictureSize;
}

/** What is told of nodes and channels of one question, so that each picture after the first costs no query. */
export class PictureWords {
  private readonly open: OpenCase;
  readonly days: Days;
  private readonly ids = new Set<string>();
  private nodes: ReadonlyMap<string, ToldEntity> = new Map();
  private lines: ReadonlyMap<string, ChannelLine> = new Map();

  constructor(open: OpenCase, days: Days) {
    this.open = open;
    this.days = days;
  }

  /** Tells a picture; closed contacts of phones stand in it as words alone. */
  async tell(picture: MoneyPicture): Promise<ToldPicture> {
    const ids = picture.nodes.map(({ id }) => id);
    await this.learn(ids);
    return {
      ends: picture.ends,
      drawnAs: picture.drawnAs,
      whole: picture.whole,
      drawn: picture.drawn,
      nodes: picture.nodes.map((node) => ({ ...node, ...atKey(this.nodes, node.id), bundle: null })),
      channels: picture.channels.map(({ payer, payee, minor, before, after }) => {
        const line = this.lines.get(`${at(ids, payer)} ${at(ids, payee)}`) ?? { ...unseenChannel, minor };
        return { ...line, payer, payee, before, after };
      }),
    };
  }

  /** Looks up what is not known yet; all together, since closed contacts are numbered as they come. */
  async learn(ids: readonly string[]): Promise<void> {
    const known = this.ids.size;
    for (const id of ids) this.ids.add(id);
    if (this.ids.size === known) return;
    const all = [...this.ids];
    const nodes = await tellNodes(this.open, all, this.days);
    this.nodes = new Map(all.map((id, index) => [id, at(nodes, index)]));
    const lines = await channelsAmong(this.open, all, this.days);
    this.lines = new Map(lines.map((line) => [`${line.payer} ${line.payee}`, line]));
  }
}

/** What nodes are called and carry, in the order of the ids. */
export async function tellNodes(open: OpenCase, ids: readonly string[], days: Days): Promise<ToldEntity[]> {
  const [names, kinds] = [await captionsOf(open, ids), await networkKinds(open, ids)];
  const standIn = await standInsOf(open, ids);
  const sums = groupBy(await networkNodes(open, ids, days), ({ id }) => id);
  return ids.map((id) => {
    const sum = sums.get(id)?.[0];
    const isClosed = standIn(id) !== id;
    const kind = isClosed ? undefined : kinds.get(id);
    return {
      id: standIn(id),
      name: isClosed ? standIn(id) : (names.get(id) ?? id),
      schema: kind?.schema ?? "Thing",
      isBank: kind?.isBank ?? false,
      lists: kind?.lists ?? [],
      isClosed,
      inMinor: sum?.inMinor ?? 0,
      outMinor: sum?.outMinor ?? 0,
      payers: sum?.payers ?? 0,
      payees: sum?.payees ?? 0,
      roots: sum?.roots ?? 0,
    };
  });
}

/** A channel that no payment of these days makes, such as one of withheld evidence. */
export const unseenChannel = {
  payments: 0,
  withoutRate: 0,
  firstDay: null,
  lastDay: null,
  rootsLeast: 0,
  rootsMost: 0,
};
