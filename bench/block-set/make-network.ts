import { makeRandom, type Random } from "../random.ts";
import type { NetworkFile } from "./network-file.ts";

/** What a made network is like. */
export interface NetworkShape {
  /** About so many: ten layers of equal width, and a start and an end. */
  readonly nodes: number;
  /** About so many, spread evenly over the nodes of all layers but the last. */
  readonly edges: number;
  readonly seed: number;
  /** Whether a few nodes of each layer are paid by many. */
  readonly isHubby: boolean;
  readonly budgets: readonly number[];
}

const layers = 10;
/** What the start can pay to each node of the first layer, and each of the last to the end. */
const endAmount = 12_000;

/**
 * Makes a layered network like those of `data/network/interdiction-generated`: from the start through ten layers to the
 * end, each node pays a few of the next layer, amounts are log-normal with a median of 1,000; all but the first and the
 * last layer can be blocked.
 */
export function makeNetwork({ nodes, edges, seed, isHubby, budgets }: NetworkShape): NetworkFile {
  const random = makeRandom("network", seed);
  const width = Math.round((nodes - 2) / layers);
  const [source, sink] = [layers * width, layers * width + 1];
  const between = (edges - 2 * width) / (width * (layers - 1));
  const made: [number, number, number][] = [];
  for (let place = 0; place < width; place += 1) {
    made.push([source, place, endAmount], [(layers - 1) * width + place, sink, endAmount]);
  }
  for (let node = 0; node < (layers - 1) * width; node += 1) {
    const first = (Math.floor(node / width) + 1) * width;
    const count = Math.floor(between) + (random.below(1000) < (between % 1) * 1000 ? 1 : 0);
    for (const place of pickPlaces(random, { width, count: Math.min(count, width), isHubby })) {
      made.push([node, first + place, logNormal(random)]);
    }
  }
  const isInner = (node: number): boolean => node >= width && node < (layers - 1) * width;
  return {
    name: `made-${layers * width + 2}-${isHubby ? "hub" : "uniform"}-s${seed}`,
    nodes: layers * width + 2,
    source,
    sink,
    blockable: Array.from({ length: layers * width + 2 }, (_, node) => (isInner(node) ? 1 : 0)),
    cost: Array.from({ length: layers * width + 2 }, () => 1),
    edges: made,
    results: budgets.map((budget) => ({ budget })),
  };
}

function pickPlaces(
  random: Random,
  { width, count, isHubby }: { readonly width: number; readonly count: number; readonly isHubby: boolean },
): Set<number> {
  const places = new Set<number>();
  while (places.size < count) {
    const draw = random.below(1_000_000) / 1_000_000;
    places.add(Math.floor((isHubby ? draw ** 2 : draw) * width));
  }
  return places;
}

/** Median 1,000, sigma 1.2 (Box and Muller 1958). */
function logNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log((1 + random.below(1_000_000)) / 1_000_001));
  const normal = radius * Math.cos((2 * Math.PI * random.below(1_000_000)) / 1_000_000);
  return Math.max(1, Math.round(1000 * Math.exp(1.2 * normal)));
}
