import { assert, at } from "../src/base/index.ts";

/** Numbers that look random and are the same for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 to one less than `limit`. */
  below(limit: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** As names are spread: the first ones often, the last ones rarely (the square of an even spread). */
  pickSkewed<Value>(values: readonly Value[]): Value;
  /** True `times` of `of`. */
  isOneIn(of: number, times: number): boolean;
}

/**
 * Makes the numbers that follow from a seed and a number under it (mulberry32). Under one seed two numbers never begin
 * alike: of hashed texts some do: a million made records held doubles.
 */
export function makeRandom(seed: string, no: number): Random {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  state = (state + Math.imul(no, 0x9e3779b1)) | 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state ^= state >>> 13;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => {
      assert(values.length > 0, "something to pick from");
      return at(values, below(values.length));
    },
    pickSkewed: (values) => at(values, Math.floor(next() ** 2 * values.length)),
    isOneIn: (of, times) => below(of) < times,
  };
}
