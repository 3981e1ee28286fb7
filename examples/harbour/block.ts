import { at, get } from "./kit/at.ts";

/** A network of summed channels for the question of where to cut. Capacities are whole quarters of a minor unit. */
export interface Network {
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly minor: number }[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The best sets of one size and what they strand, in quarters of a minor unit. */
export interface Best {
  readonly budget: number;
  readonly strandedQuarters: number;
  readonly sets: readonly (readonly number[])[];
}

/** Measures the largest flow from the starts to the ends of a network without some of its nodes; what each start sends stays as seen, every channel carries `rhoQuarters` quarters of what was seen. */
export class FlowMeter {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #first: Int32Array;
  readonly #full: Float64Array;
  readonly #left: Float64Array;
  readonly #level: Int32Array;
  readonly #arc: Int32Array;
  readonly #queue: Int32Array;
  readonly #blocked: Uint8Array;
  readonly #source: number;
  readonly #sink: number;
  #arcs = 0;

  constructor({ nodes, edges, starts, ends }: Network, rhoQuarters: number) {
    const count = nodes.length + 2;
    const arcs = 2 * (edges.length + starts.length + ends.length);
    [this.#heads, this.#next] = [new Int32Array(arcs), new Int32Array(arcs)];
    this.#first = new Int32Array(count).fill(-1);
    [this.#full, this.#left] = [new Float64Array(arcs), new Float64Array(arcs)];
    [this.#level, this.#arc, this.#queue] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    this.#blocked = new Uint8Array(count);
    [this.#source, this.#sink] = [nodes.length, nodes.length + 1];
    const seen = new Float64Array(nodes.length);
    for (const { from, to, minor } of edges) {
      this.#add(from, to, minor * rhoQuarters);
      seen[from] = (seen[from] ?? 0) + minor;
    }
    for (const start of starts) this.#add(this.#source, start, (seen[start] ?? 0) * 4);
    for (const end of ends) this.#add(end, this.#sink, Number.MAX_SAFE_INTEGER);
  }

  /** The largest flow with the given nodes blocked, in quarters of a minor unit. */
  measure(blocked: readonly number[]): number {
    this.#left.set(this.#full);
    this.#blocked.fill(0);
    for (const node of blocked) this.#blocked[node] = 1;
    let flow = 0;
    while (this.#layers()) {
      this.#arc.set(this.#first);
      for (
        let more = this.#push(this.#source, Number.MAX_SAFE_INTEGER);
        more > 0;
        more = this.#push(this.#source, Number.MAX_SAFE_INTEGER)
      )
        flow += more;
    }
    return flow;
  }

  /** How much of the flow last measured passes through a node. */
  through(node: number): number {
    let sum = 0;
    for (let arc = this.#first[node] ?? -1; arc >= 0; arc = this.#next[arc] ?? -1)
      sum += Math.max(0, (this.#full[arc] ?? 0) - (this.#left[arc] ?? 0));
    return sum;
  }

  #add(from: number, to: number, capacity: number): void {
    for (const [tail, head, full] of [
      [from, to, capacity],
      [to, from, 0],
    ] as const) {
      this.#heads[this.#arcs] = head;
      this.#full[this.#arcs] = full;
      this.#next[this.#arcs] = this.#first[tail] ?? -1;
      this.#first[tail] = this.#arcs++;
    }
  }

  #layers(): boolean {
    this.#level.fill(-1);
    this.#level[this.#source] = 0;
    this.#queue[0] = this.#source;
    let length = 1;
    for (let position = 0; position < length; position++) {
      const node = this.#queue[position] ?? 0;
      for (let arc = this.#first[node] ?? -1; arc >= 0; arc = this.#next[arc] ?? -1) {
        const head = this.#heads[arc] ?? 0;
        if ((this.#left[arc] ?? 0) <= 0 || this.#level[head] !== -1 || this.#blocked[head] === 1) continue;
        this.#level[head] = (this.#level[node] ?? 0) + 1;
        this.#queue[length++] = head;
      }
    }
    return this.#level[this.#sink] !== -1;
  }

  #push(node: number, most: number): number {
    if (node === this.#sink) return most;
    for (; (this.#arc[node] ?? -1) >= 0; this.#arc[node] = this.#next[this.#arc[node] ?? 0] ?? -1) {
      const arc = this.#arc[node] ?? 0;
      const head = this.#heads[arc] ?? 0;
      const left = this.#left[arc] ?? 0;
      if (left <= 0 || this.#level[head] !== (this.#level[node] ?? 0) + 1) continue;
      const pushed = this.#push(head, Math.min(most, left));
      if (pushed === 0) continue;
      this.#left[arc] = left - pushed;
      this.#left[arc ^ 1] = (this.#left[arc ^ 1] ?? 0) + pushed;
      return pushed;
    }
    return 0;
  }
}

/**
 * Finds every best set of one to `most` blockable nodes. All sets are tried, but for those that cannot be best:
 * blocking more nodes takes away at most what the flow in hand sends through them.
 */
export const findBestSets = (
  network: Network,
  blockable: readonly number[],
  { rhoQuarters, most }: { rhoQuarters: number; most: number },
): Best[] => {
  const baseline = new FlowMeter(network, 4).measure([]);
  const meter = new FlowMeter(network, rhoQuarters);
  const clamp = (flow: number): number => Math.min(baseline, flow);
  const best = Array.from({ length: most }, () => ({ left: baseline, sets: [] as number[][] }));
  const enter = (set: readonly number[], left: number): void => {
    const entry = at(best, set.length - 1);
    if (left < entry.left) Object.assign(entry, { left, sets: [] });
    if (left === entry.left) entry.sets.push(set.toSorted((one, other) => one - other));
  };
  const canBeBest = (size: number, least: number, more: readonly number[]): boolean => {
    let left = least;
    for (let budget = size; budget <= most; budget++) {
      if (clamp(left) <= at(best, budget - 1).left) return true;
      left -= more[budget - size] ?? 0;
    }
    return false;
  };
  const extend = (set: readonly number[], rest: readonly number[], flow: number): void => {
    const passing = new Map(rest.map((node) => [node, meter.through(node)]));
    const order = rest.toSorted((one, other) => get(passing, other) - get(passing, one) || one - other);
    for (const [index, node] of order.entries()) {
      const after = order.slice(index + 1);
      const through = get(passing, node);
      if (
        !canBeBest(
          set.length + 1,
          flow - through,
          after.map((other) => get(passing, other)),
        )
      )
        continue;
      const next = [...set, node];
      const nextFlow = meter.measure(next);
      enter(next, clamp(nextFlow));
      if (next.length < most) extend(next, after, nextFlow);
    }
  };
  extend([], blockable, meter.measure([]));
  return best.map(({ left, sets }, index) => ({
    budget: index + 1,
    strandedQuarters: baseline - left,
    sets: sets.toSorted(compareSets),
  }));
};

const compareSets = (left: readonly number[], right: readonly number[]): number => {
  const index = left.findIndex((node, position) => node !== right[position]);
  return index < 0 ? 0 : at(left, index) - at(right, index);
};
