import { at } from "./at.ts";

/** A seeded source of chance (sfc32). Streams forked by name do not disturb each other: a new draw in one hand-over leaves the others as they were. */
export class Random {
  readonly #seed: string;
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    this.#seed = seed;
    const hash = hashText(seed);
    this.#a = hash();
    this.#b = hash();
    this.#c = hash();
    for (let i = 0; i < 16; i++) this.#word();
  }

  /** A stream of its own for the named purpose. */
  fork(name: string): Random {
    return new Random(`${this.#seed}/${name}`);
  }

  /** A number from 0 (included) to 1 (excluded). */
  unit(): number {
    return this.#word() / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.between(0, values.length - 1)];
    if (value === undefined) throw new Error("pick from an empty list");
    return value;
  }

  /** One value, drawn by its weight. */
  weighted<T>(values: readonly (readonly [T, number])[]): T {
    let rest = this.unit() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return this.pick(values)[0];
  }

  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(values: readonly T[]): T[] {
    const keyed = values.map((value) => ({ value, key: this.unit() }));
    keyed.sort((left, right) => left.key - right.key);
    return keyed.map(({ value }) => value);
  }

  /** `count` different values, in random order (all, if there are fewer). */
  sample<T>(values: readonly T[], count: number): T[] {
    if (count * 4 > values.length) return this.shuffle(values).slice(0, count);
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(this.between(0, values.length - 1));
    return [...chosen].map((index) => at(values, index));
  }

  /** A draw from the normal distribution (Irwin-Hall over twelve units: no transcendental function, so the same on every machine). */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.unit();
    return sum;
  }

  digits(count: number): string {
    let text = "";
    for (let i = 0; i < count; i++) text += String(this.between(0, 9));
    return text;
  }

  #word(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }
}

const hashText = (text: string): (() => number) => {
  let state = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2246822507);
    state = Math.imul(state ^ (state >>> 13), 3266489909);
    state ^= state >>> 16;
    return state >>> 0;
  };
};
