import { byteAt, intAt } from "../graph/typed-arrays.ts";
import type { ContactGraph } from "./contact-graph.ts";

/** Components of a network to which nodes are added one by one (union by size, paths halved; Tarjan 1975). */
export interface Components {
  /** The size of the largest component so far. */
  largest(): number;
  /** A node of the largest component; -1 before the first. */
  inLargest(): number;
  has(node: number): boolean;
  /** The component of a node that is there, by one of its nodes. */
  rootOf(node: number): number;
  /** How many nodes the component of this root has. */
  sizeOf(root: number): number;
  /** The size of the component that adding a node would make. */
  sizeWith(node: number): number;
  /** Adds a node; hears the roots and sizes of the components that it joins to the largest of them, before they are joined. */
  add(node: number, onJoin?: (root: number, into: number) => void): void;
  /** All nodes of a component. */
  membersOf(root: number): number[];
}

/** Starts with no node. */
export function makeComponents({ nodeCount, starts, neighbours }: ContactGraph): Components {
  const parents = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const sizes = new Int32Array(nodeCount).fill(1);
  // Each component is a ring through its nodes: two rings become one by exchanging one link each.
  const nextInRing = parents.slice();
  const isThere = new Uint8Array(nodeCount);
  const seenAt = new Int32Array(nodeCount);
  let asked = 0;
  let largestNode = -1;
  const rootOf = (node: number): number => findRoot(parents, node);
  const join = (into: number, root: number): void => {
    const kept = intAt(nextInRing, into);
    nextInRing[into] = intAt(nextInRing, root);
    nextInRing[root] = kept;
    parents[root] = into;
    sizes[into] = intAt(sizes, into) + intAt(sizes, root);
  };
  const rootsAround = (node: number): number[] => {
    asked += 1;
    const roots: number[] = [];
    for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1) {
      const other = intAt(neighbours, slot);
      if (byteAt(isThere, other) === 0) continue;
      const root = rootOf(other);
      if (intAt(seenAt, root) === asked) continue;
      seenAt[root] = asked;
      roots.push(root);
    }
    return roots;
  };
  return {
    largest: () => (largestNode < 0 ? 0 : intAt(sizes, rootOf(largestNode))),
    inLargest: () => largestNode,
    has: (node) => byteAt(isThere, node) === 1,
    rootOf,
    sizeOf: (root) => intAt(sizes, root),
    sizeWith: (node) => rootsAround(node).reduce((size, root) => size + intAt(sizes, root), 1),
    add: (node, onJoin) => {
      const roots = rootsAround(node);
      isThere[node] = 1;
      const into = roots.reduce((best, root) => (intAt(sizes, root) > intAt(sizes, best) ? root : best), node);
      for (const root of [node, ...roots]) {
        if (root === into) continue;
        onJoin?.(root, into);
        join(into, root);
      }
      if (largestNode < 0 || intAt(sizes, into) > intAt(sizes, rootOf(largestNode))) largestNode = into;
    },
    membersOf: (root) => {
      const members = [root];
      for (let node = intAt(nextInRing, root); node !== root; node = intAt(nextInRing, node)) members.push(node);
      return members;
    },
  };
}

function findRoot(parents: Int32Array, node: number): number {
  let each = node;
  while (intAt(parents, each) !== each) {
    const grand = intAt(parents, intAt(parents, each));
    parents[each] = grand;
    each = grand;
  }
  return each;
}
