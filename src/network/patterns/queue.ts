import { at } from "../../base/index.ts";

/** Numbers that come out least first; -1 where there is none. A binary heap. */
export interface Queue {
  add(number: number): void;
  take(): number;
}

/** An empty queue. */
export function makeQueue(): Queue {
  const heap: number[] = [];
  const swap = (left: number, right: number): void => {
    [heap[left], heap[right]] = [at(heap, right), at(heap, left)];
  };
  return {
    add: (number) => {
      heap.push(number);
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1;
        if (at(heap, parent) <= at(heap, child)) return;
        swap(parent, child);
        child = parent;
      }
    },
    take: () => {
      const least = heap[0] ?? -1;
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return least;
      heap[0] = last;
      for (let parent = 0; ;) {
        const left = 2 * parent + 1;
        if (left >= heap.length) return least;
        const child = left + 1 < heap.length && at(heap, left + 1) < at(heap, left) ? left + 1 : left;
        if (at(heap, parent) <= at(heap, child)) return least;
        swap(parent, child);
        parent = child;
      }
    },
  };
}
