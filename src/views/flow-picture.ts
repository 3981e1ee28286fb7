import { z } from "zod";
import { at } from "../base/index.ts";
import type { BlockSetLine } from "./chokepoints.ts";

const count = z.number().int().nonnegative();
const flow = z.object({ paths: z.array(z.object({ edges: z.array(count), quarters: count })) });

/** What a picture takes of a check file; one that was left out for its size has none of it. */
const drawable = z.object({
  input: z.object({
    nodes: z.array(z.string()),
    edges: z.array(z.tuple([count, count, count])),
    sources: z.array(count),
    sinks: z.array(count),
  }),
  members: z.array(z.string()),
  before: flow,
});

/** Money on its way from start to end as far as a picture can hold it; amounts in minor units of the case currency. */
export interface FlowPicture {
  readonly nodes: readonly {
    readonly id: string;
    readonly side: "start" | "between" | "end";
    readonly isBlocked: boolean;
    /** What can flow through it, all ways counted. */
    readonly minor: number;
  }[];
  /** By place in `nodes`; no two between the same nodes. */
  readonly edges: readonly { readonly payer: number; readonly payee: number; readonly minor: number }[];
  /** All ways of the flow and how many of them are drawn, with their amounts. */
  readonly ways: number;
  readonly drawnWays: number;
  readonly minor: number;
  readonly drawnMinor: number;
}

/** More arrows than this cannot be told apart on a page. */
const mostEdges = 30;
/** Of these, ways through the blocked nodes take at most so many first. */
const mostBlockedEdges = 20;

/**
 * The flow of a block set's check file before the block, as far as it can be drawn: the largest ways through the blocked
 * nodes first, then the largest others. Null where the set has no check file of its own.
 */
export function flowPictureOf(set: BlockSetLine): FlowPicture | null {
  const read = drawable.safeParse(JSON.parse(set.certificate));
  if (!read.success) return null;
  const { input, members, before } = read.data;
  const blocked = new Set(members.map((id) => input.nodes.indexOf(id)));
  const ends = (edge: number): readonly [number, number] => [at(input.edges, edge)[0], at(input.edges, edge)[1]];
  const bySize = before.paths.toSorted((left, right) => right.quarters - left.quarters);
  const isThrough = (path: { readonly edges: readonly number[] }): boolean =>
    path.edges.some((edge) => ends(edge).some((node) => blocked.has(node)));
  const drawn = new Set<number>();
  const draw = (paths: typeof bySize, most: number): void => {
    for (const path of paths) {
      const more = path.edges.filter((edge) => !drawn.has(edge));
      if (drawn.size + more.length <= most) for (const edge of more) drawn.add(edge);
    }
  };
  draw(bySize.filter(isThrough), mostBlockedEdges);
  draw(bySize, mostEdges);
  const isDrawn = (path: { readonly edges: readonly number[] }): boolean => path.edges.every((edge) => drawn.has(edge));
  const edges = [...drawn].toSorted((left, right) => left - right);
  const nodes = [...new Set(edges.flatMap(ends))].toSorted((left, right) => left - right);
  const place = new Map(nodes.map((node, index) => [node, index]));
  return {
    nodes: nodes.map((node) => ({
      id: at(input.nodes, node),
      side: input.sources.includes(node) ? "start" : input.sinks.includes(node) ? "end" : "between",
      isBlocked: blocked.has(node),
      minor: minorOf(before.paths.filter((path) => path.edges.some((edge) => ends(edge).includes(node)))),
    })),
    edges: edges.map((edge) => ({
      payer: place.get(ends(edge)[0]) ?? 0,
      payee: place.get(ends(edge)[1]) ?? 0,
      minor: minorOf(before.paths.filter((path) => path.edges.includes(edge))),
    })),
    ways: before.paths.length,
    drawnWays: before.paths.filter(isDrawn).length,
    minor: minorOf(before.paths),
    drawnMinor: minorOf(before.paths.filter(isDrawn)),
  };
}

const minorOf = (paths: readonly { readonly quarters: number }[]): number =>
  Math.floor(paths.reduce((sum, { quarters }) => sum + quarters, 0) / 4);
