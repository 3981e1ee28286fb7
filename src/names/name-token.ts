import { shareCode } from "./sound-codes.ts";
import type { Script } from "./script.ts";

/** What a part of a name does. */
export type NameRole =
  | "family"
  | "given"
  | "patronymic"
  | "initial"
  | "title"
  | "particle"
  | "suffix"
  | "legalForm"
  | "genericWord"
  | "place"
  | "number"
  | "word";

/** One part of a parsed name, ready to be compared. */
export interface NameToken {
  /** As it stood in the name. */
  readonly text: string;
  readonly script: Script;
  /** Lower case without marks, in its own script. */
  readonly folded: string;
  readonly foldedHash: number;
  /** The same in plain Latin letters where a table reads the script. */
  readonly latin: string;
  /** How many letters `latin` has: comparisons look at numbers first, since a text lies elsewhere in memory. */
  readonly length: number;
  readonly role: NameRole;
  /** How much the part tells, in thousandths of a distinctive part. */
  readonly weight: number;
  /** The class of a legal form, concept of a generic word, code of a place, digits of a number; empty otherwise. */
  readonly value: string;
  /** Sorted hashes of the sounds under each writing habit. */
  readonly codes: Int32Array;
  /** One bit for each of them: tokens without a common bit share no code. */
  readonly codeMask: number;
  /** The consonants of a Latin or Arabic part, by which the two scripts are compared; empty for other scripts. */
  readonly skeleton: string;
  /** The groups of given names that stand for one another. */
  readonly nicknames: readonly number[];
  /** Readings as Korean and as Chinese syllables, each a row of units; empty for people, whose readings belong to the whole name. */
  readonly korean: readonly Int32Array[];
  readonly chinese: readonly Int32Array[];
  /** One bit per Latin letter, to skip pairs that cannot be one edit apart. */
  readonly mask: number;
}

/** Whether two tokens sound alike under one writing habit. */
export const soundAlike = (left: NameToken, right: NameToken): boolean =>
  (left.codeMask & right.codeMask) !== 0 && shareCode(left.codes, right.codes);

/** A bit for each code. */
export function maskOfCodes(codes: Int32Array): number {
  let mask = 0;
  for (const code of codes) mask |= 1 << (code & 31);
  return mask;
}

/** The letters of a Latin text as bits. */
export function letterMask(latin: string): number {
  let mask = 0;
  for (let index = 0; index < latin.length; index += 1) {
    const code = latin.charCodeAt(index) - 97;
    mask |= code >= 0 && code < 26 ? 1 << code : 1 << 30;
  }
  return mask;
}

/** How many bits of a mask are set. */
export function bitCount(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
