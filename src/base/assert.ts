/** States what must hold; throws with the message when it does not: that is a bug of the product, never bad input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`This must hold and does not: ${message}`);
}

/** Closes a switch over a union: it compiles only while every kind has its case. */
export function unreachable(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
