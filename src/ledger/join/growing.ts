import { at } from "../../base/index.ts";

/** A list of 32-bit whole numbers that takes four bytes for each: millions of them are no objects. */
export interface Growing {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  set(index: number, value: number): void;
}

/** An empty list. */
export function growing(): Growing {
  let values = new Int32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      if (length === values.length) {
        const larger = new Int32Array(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    at: (index) => at(values, index),
    set: (index, value) => {
      values[index] = value;
    },
  };
}
