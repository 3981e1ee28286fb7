import type { Scratch } from "../../store/index.ts";

/** Values of any number outside the memory, by number in the order in which they were added; some that were asked for last are in it. */
export interface Kept<Value> {
  readonly length: number;
  add(value: Value): void;
  /** A value: the same object while it is in memory, else one that is like it. */
  at(no: number): Value;
}

/** Keeps values, which JSON can hold, in `scratch`, which holds nothing else; about `most` are in memory. */
export function keepIn<Value>(scratch: Scratch, most: number): Kept<Value> {
  const held = new Map<number, Value>();
  let length = 0;
  // The order of a map is that in which its values were asked for: the first leave the memory.
  const hold = (no: number, value: Value): Value => {
    held.delete(no);
    held.set(no, value);
    for (const first of held.keys())
      if (held.size > most) held.delete(first);
      else break;
    return value;
  };
  return {
    get length() {
      return length;
    },
    add: (value) => {
      scratch.add(JSON.stringify(value));
      hold(length, value);
      length += 1;
    },
    at: (no) => hold(no, held.get(no) ?? JSON.parse(scratch.at(no))),
  };
}

/** The same by key: of each only where it lies is in memory, and a later value takes the place of an earlier one. */
export interface KeptMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** Keeps values by key, as `keepIn` does by number. */
export function keepMapIn<Value>(scratch: Scratch, most: number): KeptMap<Value> {
  const kept = keepIn<Value>(scratch, most);
  const places = new Map<string, number>();
  return {
    get: (key) => {
      const place = places.get(key);
      return place === undefined ? undefined : kept.at(place);
    },
    set: (key, value) => {
      places.set(key, kept.length);
      kept.add(value);
    },
  };
}
