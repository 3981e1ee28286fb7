import { createHash, createHmac, type BinaryLike } from "node:crypto";

/** SHA-1 of UTF-8 text or bytes, 40 lower-case hex digits. */
export const sha1 = (input: BinaryLike): string => createHash("sha1").update(input).digest("hex");

/** SHA-256 of UTF-8 text or bytes, 64 lower-case hex digits. */
export const sha256 = (input: BinaryLike): string => createHash("sha256").update(input).digest("hex");

/** HMAC-SHA-256 under a key, 64 lower-case hex digits. */
export const hmacSha256 = (key: BinaryLike, input: BinaryLike): string =>
  createHmac("sha256", key).update(input).digest("hex");

/** JSON with object keys in code-unit order, so that equal values have equal text. */
export const stableJson = (value: unknown): string => JSON.stringify(value, sortKeys);

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
