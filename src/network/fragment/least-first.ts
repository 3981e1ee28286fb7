import { at } from "../../base/index.ts";

/** Items by a key, the least key first; of equal keys the least item. */
export interface LeastFirst {
  put(key: number, item: number): void;
  /** The least key; infinity where there is nothing. */
  leastKey(): number;
  leastItem(): number;
  dropLeast(): void;
}

/** An empty binary heap. */
export function makeLeastFirst(): LeastFirst {
  const keys: number[] = [];
  const items: number[] = [];
  const isBefore = (left: number, right: number): boolean => {
    const [a, b] = [at(keys, left), at(keys, right)];
    return a < b || (a === b && at(items, left) < at(items, right));
  };
  const swap = (left: number, right: number): void => {
    const [key, item] = [at(keys, left), at(items, left)];
    keys[left] = at(keys, right);
    items[left] = at(items, right);
    keys[right] = key;
    items[right] = item;
  };
  return {
    leastKey: () => keys[0] ?? Infinity,
    leastItem: () => items[0] ?? Infinity,
    put: (key, item) => {
      let place = keys.push(key) - 1;
      items.push(item);
      for (let parent = (place - 1) >> 1; place > 0 && isBefore(place, parent); parent = (place - 1) >> 1) {
        swap(place, parent);
        place = parent;
      }
    },
    dropLeast: () => {
      swap(0, keys.length - 1);
      keys.pop();
      items.pop();
      for (let place = 0, child = 1; child < keys.length; child = 2 * place + 1) {
        if (child + 1 < keys.length && isBefore(child + 1, child)) child += 1;
        if (!isBefore(child, place)) return;
        swap(place, child);
        place = child;
      }
    },
  };
}
