import { inspect } from "node:util";

const shown = "[sealed]";

/** An identity that may not be shown: it prints `[sealed]` wherever it is written, and only this folder opens it. */
export interface Sealed<Value> {
  readonly sealed: true;
  /** Never present: it ties the type to what is inside. */
  readonly inside?: Value;
}

const contents = new WeakMap<object, unknown>();

/** Seals a value. */
export function seal<Value>(value: Value): Sealed<Value> {
  const box = Object.freeze({
    sealed: true as const,
    toString: () => shown,
    toJSON: () => shown,
    [Symbol.toPrimitive]: () => refuse(),
    [inspect.custom]: () => shown,
  });
  contents.set(box, value);
  return box;
}

/** Opens a sealed value; for this folder alone, which writes the audit line. */
export const unseal = <Value>(box: Sealed<Value>): Value => contents.get(box) as Value;

function refuse(): never {
  throw new TypeError("A sealed value cannot become part of a text or a number");
}
