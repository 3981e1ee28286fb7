import { at } from "../../base/index.ts";
import { intAt } from "../graph/typed-arrays.ts";
import { makeComponents, type Components } from "./components.ts";
import type { ContactGraph } from "./contact-graph.ts";
import { makeLeastFirst, type LeastFirst } from "./least-first.ts";

/**
 * Orders a set anew: of the removed nodes the one that makes the smallest component is put back first, again and again
 * (reinsertion; Braunstein et al. 2016, PNAS 113); of several, the one that the given order removes last. What was put
 * back last is removed first.
 */
export function reinsert(graph: ContactGraph, removed: Int32Array): Int32Array {
  const reinsertion = begin(graph, removed);
  const order = new Int32Array(removed.length);
  for (let left = removed.length - 1; left >= 0; left -= 1) {
    const node = takeNext(reinsertion);
    order[left] = node;
    putBack(reinsertion, node);
  }
  return order;
}

/**
 * A component only grows, so the last known size with a node is a lower bound, and a bound that still holds when it is
 * the least is the least. Nodes at one large component, the anchor, would go out of date together whenever it grows:
 * they are kept by what they add to it, which falls only where something else is joined to the anchor.
 */
interface Reinsertion {
  readonly graph: ContactGraph;
  readonly components: Components;
  /** Per node, how late the given order removes it: less is later. */
  readonly ranks: Int32Array;
  readonly byRank: Int32Array;
  /** Per node: its latest key in the heap in which it is; -1 for what is back. */
  readonly keys: Int32Array;
  readonly isAtAnchor: Uint8Array;
  apart: LeastFirst;
  atAnchor: LeastFirst;
  anchor: number;
  /** Keys found out of date since the anchor was chosen. */
  outdated: number;
}

function begin(graph: ContactGraph, removed: Int32Array): Reinsertion {
  const components = makeComponents(graph);
  const ranks = new Int32Array(graph.nodeCount).fill(-1);
  const byRank = removed.toReversed();
  byRank.forEach((node, rank) => (ranks[node] = rank));
  for (let node = 0; node < graph.nodeCount; node += 1) if (intAt(ranks, node) < 0) components.add(node);
  const reinsertion: Reinsertion = {
    graph,
    components,
    ranks,
    byRank,
    keys: new Int32Array(graph.nodeCount).fill(-1),
    isAtAnchor: new Uint8Array(graph.nodeCount),
    apart: makeLeastFirst(),
    atAnchor: makeLeastFirst(),
    anchor: -1,
    outdated: 0,
  };
  chooseAnchor(reinsertion);
  return reinsertion;
}

function chooseAnchor(reinsertion: Reinsertion): void {
  const { components, byRank, isAtAnchor } = reinsertion;
  reinsertion.anchor = components.inLargest();
  reinsertion.outdated = 0;
  reinsertion.apart = makeLeastFirst();
  reinsertion.atAnchor = makeLeastFirst();
  isAtAnchor.fill(0);
  for (const node of byRank) if (!components.has(node)) place(reinsertion, node);
}

/** Puts a node into the heap where it belongs, under its present key. */
function place(reinsertion: Reinsertion, node: number): void {
  const { graph, components, anchor, isAtAnchor, keys, ranks } = reinsertion;
  const anchorRoot = anchor < 0 ? -1 : components.rootOf(anchor);
  let isAt = isAtAnchor[node] === 1;
  for (let slot = intAt(graph.starts, node); !isAt && slot < intAt(graph.starts, node + 1); slot += 1) {
    const other = intAt(graph.neighbours, slot);
    isAt = components.has(other) && components.rootOf(other) === anchorRoot;
  }
  isAtAnchor[node] = isAt ? 1 : 0;
  const size = components.sizeWith(node);
  keys[node] = isAt ? size - components.sizeOf(anchorRoot) : size;
  (isAt ? reinsertion.atAnchor : reinsertion.apart).put(intAt(keys, node), intAt(ranks, node));
}

function takeNext(reinsertion: Reinsertion): number {
  const { components, byRank, isAtAnchor, keys } = reinsertion;
  for (;;) {
    if (reinsertion.outdated > 2 * byRank.length) chooseAnchor(reinsertion);
    const { apart, atAnchor, anchor } = reinsertion;
    const anchorSize = anchor < 0 ? 0 : components.sizeOf(components.rootOf(anchor));
    const [sizeApart, sizeAt] = [apart.leastKey(), atAnchor.leastKey() + anchorSize];
    const isApart = sizeApart < sizeAt || (sizeApart === sizeAt && apart.leastItem() < atAnchor.leastItem());
    const heap = isApart ? apart : atAnchor;
    const [key, node] = [heap.leastKey(), at(byRank, heap.leastItem())];
    heap.dropLeast();
    const isCurrent = !components.has(node) && keys[node] === key && (isAtAnchor[node] === 1) !== isApart;
    if (!isCurrent) continue;
    if (components.sizeWith(node) === (isApart ? sizeApart : sizeAt)) return node;
    reinsertion.outdated += 1;
    place(reinsertion, node);
  }
}

function putBack(reinsertion: Reinsertion, node: number): void {
  const { components, anchor } = reinsertion;
  const anchorRoot = anchor < 0 ? -1 : components.rootOf(anchor);
  const newAtAnchor = new Set<number>();
  components.add(node, (root, into) => {
    if (into === anchorRoot) lowerKeys(reinsertion, { root, isNew: root === node }, newAtAnchor);
    // The anchor itself is joined to a larger one: what is counted beside it is no longer right.
    else if (root === anchorRoot) reinsertion.outdated = Infinity;
  });
  for (const each of newAtAnchor) place(reinsertion, each);
}

/** Nodes beside a component that the anchor takes in add less to it from now on, or come to lie at it. */
function lowerKeys(
  reinsertion: Reinsertion,
  { root, isNew }: { readonly root: number; readonly isNew: boolean },
  newAtAnchor: Set<number>,
): void {
  const { graph, components, isAtAnchor, keys, ranks, atAnchor } = reinsertion;
  const size = components.sizeOf(root);
  const lowered = new Set<number>();
  for (const member of components.membersOf(root)) {
    for (let slot = intAt(graph.starts, member); slot < intAt(graph.starts, member + 1); slot += 1) {
      const other = intAt(graph.neighbours, slot);
      if (components.has(other)) continue;
      if (isAtAnchor[other] === 0) newAtAnchor.add(other);
      else if (!isNew) lowered.add(other);
    }
  }
  for (const node of lowered) {
    keys[node] = intAt(keys, node) - size;
    atAnchor.put(intAt(keys, node), intAt(ranks, node));
  }
}
