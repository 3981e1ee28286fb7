import { assert } from "./assert.ts";

/** The element at a position that is known to exist; a missing one is a bug and throws. */
export function at<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index];
  assert(item !== undefined, `an element at ${index} of ${items.length}`);
  return item;
}

/** The value of a key that is known to exist; a missing one is a bug and throws. */
export function atKey<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  assert(value !== undefined, `a value for the key ${String(key)}`);
  return value;
}
