import { createHash } from "node:crypto";

/** Ends the check with what is wrong. */
export const fail = (reason: string): never => {
  throw new Error(reason);
};
/** Ends the check unless something holds. */
export const need = (holds: boolean, reason: string): void => void (holds || fail(reason));
/** A value as the reason of a refusal shows it. */
export const quote = (value: unknown): string => JSON.stringify(value) ?? "nothing";
/** SHA-256 of a text, hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The value as a list; refuses another. */
export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : fail(`${quote(value)} is no list`);
const isObject = (value: unknown): value is object =>
  value !== null && typeof value === "object" && !Array.isArray(value);
/** The value as an object; refuses another. */
export const object = (value: unknown): Record<string, unknown> =>
  isObject(value) ? { ...value } : fail(`${quote(value)} is no object`);
/** The value as a whole number, also below 0; refuses another. */
export const integer = (value: unknown): number =>
  Number.isSafeInteger(value) ? Number(value) : fail(`${quote(value)} is no whole number`);
/** The value as a whole number from 0; refuses another. */
export const whole = (value: unknown): bigint =>
  integer(value) >= 0 ? BigInt(integer(value)) : fail(`${quote(value)} is no whole number from 0`);
/** The value as a place in a list of this length; refuses another. */
export const position = (value: unknown, length: number): number =>
  Number(whole(value)) < length ? Number(value) : fail(`there is no number ${quote(value)} among ${length}`);

const sorted = (item: object) => Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
/** Compact JSON with the keys of all objects sorted. */
export const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (isObject(item) ? sorted(item) : item));
