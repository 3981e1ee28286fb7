/** Deflates bytes with fixed Huffman codes and greedy matches (RFC 1951). Written here because zlib's output differs between versions and processors. */
export const deflate = (bytes: Uint8Array): Uint8Array => {
  const out = new BitWriter(bytes.length);
  out.bits(1, 1);
  out.bits(1, 2);
  const heads = new Int32Array(1 << 15).fill(-1);
  const previous = new Int32Array(bytes.length);
  let position = 0;
  while (position < bytes.length) {
    const match = longestMatch(bytes, position, heads, previous);
    const length = match === undefined ? 1 : match.length;
    if (match === undefined) writeSymbol(out, bytes[position] ?? 0);
    else writeMatch(out, match.length, match.distance);
    for (let end = position + length; position < end; position++) enter(bytes, position, heads, previous);
  }
  writeSymbol(out, 256);
  return out.finish();
};

const MIN_MATCH = 3;
const MAX_MATCH = 258;
const WINDOW = 32_768;
const MAX_CHAIN = 24;

class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  #buffer = 0;
  #count = 0;

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.max(64, expected));
  }

  /** Writes the low bits first. */
  bits(value: number, count: number): void {
    this.#buffer |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#byte(this.#buffer & 255);
      this.#buffer >>>= 8;
      this.#count -= 8;
    }
  }

  /** Writes a Huffman code, whose high bits go first. */
  code(value: number, count: number): void {
    let reversed = 0;
    for (let i = 0; i < count; i++) reversed |= ((value >>> i) & 1) << (count - 1 - i);
    this.bits(reversed, count);
  }

  finish(): Uint8Array {
    if (this.#count > 0) this.#byte(this.#buffer & 255);
    return this.#bytes.slice(0, this.#length);
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }
}

const hashAt = (bytes: Uint8Array, at: number): number =>
  ((((bytes[at] ?? 0) << 10) ^ ((bytes[at + 1] ?? 0) << 5) ^ (bytes[at + 2] ?? 0)) * 2654435761) >>> 17;

const enter = (bytes: Uint8Array, at: number, heads: Int32Array, previous: Int32Array): void => {
  if (at + MIN_MATCH > bytes.length) return;
  const hash = hashAt(bytes, at);
  previous[at] = heads[hash] ?? -1;
  heads[hash] = at;
};

const longestMatch = (
  bytes: Uint8Array,
  at: number,
  heads: Int32Array,
  previous: Int32Array,
): { length: number; distance: number } | undefined => {
  if (at + MIN_MATCH > bytes.length) return undefined;
  let best: { length: number; distance: number } | undefined;
  let candidate = heads[hashAt(bytes, at)] ?? -1;
  for (let chain = 0; chain < MAX_CHAIN && candidate >= 0 && at - candidate <= WINDOW; chain++) {
    const length = matchLength(bytes, candidate, at);
    if (length >= MIN_MATCH && length > (best?.length ?? 0)) best = { length, distance: at - candidate };
    candidate = previous[candidate] ?? -1;
  }
  return best;
};

const matchLength = (bytes: Uint8Array, left: number, right: number): number => {
  const most = Math.min(MAX_MATCH, bytes.length - right);
  let length = 0;
  while (length < most && bytes[left + length] === bytes[right + length]) length++;
  return length;
};

const writeSymbol = (out: BitWriter, symbol: number): void => {
  if (symbol < 144) out.code(48 + symbol, 8);
  else if (symbol < 256) out.code(400 + symbol - 144, 9);
  else if (symbol < 280) out.code(symbol - 256, 7);
  else out.code(192 + symbol - 280, 8);
};

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

const writeMatch = (out: BitWriter, length: number, distance: number): void => {
  const lengthCode = lastNotAbove(LENGTH_BASE, length);
  writeSymbol(out, 257 + lengthCode);
  out.bits(length - (LENGTH_BASE[lengthCode] ?? 0), LENGTH_EXTRA[lengthCode] ?? 0);
  const distanceCode = lastNotAbove(DISTANCE_BASE, distance);
  out.code(distanceCode, 5);
  out.bits(distance - (DISTANCE_BASE[distanceCode] ?? 0), DISTANCE_EXTRA[distanceCode] ?? 0);
};

const lastNotAbove = (bases: readonly number[], value: number): number => {
  let index = bases.length - 1;
  while ((bases[index] ?? 0) > value) index--;
  return index;
};
