import { intAt } from "../graph/typed-arrays.ts";

/** Nodes by a whole-number key; the node with the largest key comes first, of equal keys the one put in last. */
export interface Buckets {
  /** Puts a node in, or moves it to another key. */
  put(node: number, key: number): void;
  remove(node: number): void;
  /** Takes out the first node; -1 where there is none. */
  takeLargest(): number;
}

/** Starts empty, for nodes and keys below these counts: linked lists per key. */
export function makeBuckets(nodeCount: number, keyCount: number): Buckets {
  const first = new Int32Array(keyCount).fill(-1);
  const next = new Int32Array(nodeCount).fill(-1);
  const previous = new Int32Array(nodeCount).fill(-1);
  const keys = new Int32Array(nodeCount).fill(-1);
  let top = -1;
  const remove = (node: number): void => {
    const key = intAt(keys, node);
    if (key < 0) return;
    const [before, after] = [intAt(previous, node), intAt(next, node)];
    if (before < 0) first[key] = after;
    else next[before] = after;
    if (after >= 0) previous[after] = before;
    keys[node] = -1;
  };
  return {
    remove,
    put: (node, key) => {
      remove(node);
      keys[node] = key;
      previous[node] = -1;
      next[node] = intAt(first, key);
      if (intAt(first, key) >= 0) previous[intAt(first, key)] = node;
      first[key] = node;
      top = Math.max(top, key);
    },
    takeLargest: () => {
      while (top >= 0 && intAt(first, top) < 0) top -= 1;
      if (top < 0) return -1;
      const node = intAt(first, top);
      remove(node);
      return node;
    },
  };
}
