import { at, get, push } from "../kit/at.ts";
import type { Random } from "../kit/random.ts";
import type { Layer } from "./types.ts";

/**
 * Who pays whom in the five layers. One front, the hub, has the most business of all; a settlement house that few look
 * at carries more of the flow as seen; and one collector has earners who know no other, so that it counts where all
 * other channels can grow.
 */
export interface Channels {
  readonly size: number;
  readonly hub: string;
  readonly earners: readonly string[];
  readonly collectors: readonly string[];
  /** How much of the waves each collector gathers. */
  readonly gathering: readonly (readonly [collector: string, weight: number])[];
  readonly fronts: readonly string[];
  readonly settlements: readonly string[];
  readonly merchants: readonly string[];
  readonly earnersOf: ReadonlyMap<string, readonly string[]>;
  /** From each collector, front and settlement house: its payees with their weights. */
  readonly onward: ReadonlyMap<string, readonly (readonly [string, number])[]>;
}

/** Lays the channels: each cell of eighty companies has a hub, thin alternatives around it and a gateway behind it; cells touch at their thin ends. */
export const makeChannels = (random: Random, layers: ReadonlyMap<string, Layer>, size: number): Channels => {
  const of = (wanted: Layer): string[] => [...layers].filter(([, layer]) => layer === wanted).map(([id]) => id);
  const [earners, collectors, fronts, settlements] = [of("earner"), of("collector"), of("front"), of("settlement")];
  const ends = { procurement: of("procurement"), courier: of("courier"), treasury: of("treasury") };
  const onward = new Map<string, (readonly [string, number])[]>();
  for (const [index, collector] of collectors.entries()) {
    const cell = cellOf(index, collectors.length, size);
    const own = part(fronts, cell, size);
    push(onward, collector, [at(own, 0), index % 4 === 3 ? 1 : 6]);
    for (const front of random.sample(own.slice(1), 3)) push(onward, collector, [front, random.between(2, 4)]);
    if (size > 1) push(onward, collector, [random.pick(fronts), 1]);
  }
  for (const [index, front] of fronts.entries()) {
    const own = part(settlements, cellOf(index, fronts.length, size), size);
    const isHub = index % (fronts.length / size) === 0;
    push(onward, front, [at(own, 0), isHub ? 5 : random.between(2, 6)]);
    for (const house of random.sample(own.slice(1), isHub ? 3 : 2)) push(onward, front, [house, random.between(1, 3)]);
    if (!isHub && random.chance(0.4)) push(onward, front, [random.pick(ends.procurement), 2]);
  }
  for (const [index, house] of settlements.entries()) {
    const cell = cellOf(index, settlements.length, size);
    for (const end of random.sample(part(ends.procurement, cell, size), 3))
      push(onward, house, [end, random.between(2, 5)]);
    push(onward, house, [random.pick(part(ends.courier, cell, size)), random.between(1, 2)]);
    push(onward, house, [random.pick(part(ends.treasury, cell, size)), random.between(1, 3)]);
  }
  const hub = at(fronts, 0);
  const gathering = collectors.map(
    (collector, index) => [collector, (index * size) % collectors.length === size ? 4 : 1] as const,
  );
  return {
    size,
    hub,
    earners,
    collectors,
    gathering,
    fronts,
    settlements,
    merchants: of("trade"),
    earnersOf: earnersOf(random, earners, collectors, size),
    onward,
  };
};

const cellOf = (index: number, length: number, size: number): number => Math.floor((index * size) / length);

const part = (values: readonly string[], cell: number, size: number): string[] => {
  const each = values.length / size;
  return values.slice(Math.round(cell * each), Math.round((cell + 1) * each));
};

const earnersOf = (
  random: Random,
  earners: readonly string[],
  collectors: readonly string[],
  size: number,
): Map<string, string[]> => {
  const map = new Map<string, string[]>(collectors.map((collector) => [collector, []]));
  for (const [index, earner] of earners.entries()) {
    const own = part(collectors, cellOf(index, earners.length, size), size);
    const captive = random.chance(0.5);
    const chosen = captive ? [random.chance(0.5) ? at(own, 1) : random.pick(own)] : random.sample(own, 2);
    for (const collector of chosen) get(map, collector).push(earner);
  }
  for (const [index, collector] of collectors.entries()) {
    if (get(map, collector).length === 0)
      get(map, collector).push(random.pick(part(earners, cellOf(index, collectors.length, size), size)));
  }
  return map;
};
