import { at } from "../../base/index.ts";

const sweeps = 12;

/**
 * Orders the items of each layer so that few lines cross: each item towards the mean place of those it is linked with in
 * the layer before, then after, in turn (Sugiyama, Tagawa and Toda 1981); of all sweeps the one with the fewest crossings.
 * Links join neighbouring layers, or two of one layer.
 */
export function orderLayers(layerOf: readonly number[], links: readonly (readonly [number, number])[]): number[][] {
  const count = Math.max(0, ...layerOf) + 1;
  let columns = Array.from({ length: count }, (_, layer) =>
    [...layerOf.keys()].filter((item) => layerOf[item] === layer),
  );
  let best = columns;
  let fewest = crossings(columns, layerOf, links);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const beside = sweep % 2 === 0 ? -1 : 1;
    const order = [...columns.keys()];
    for (const layer of beside === -1 ? order : order.toReversed())
      columns = columns.with(layer, ordered(columns, layer, { beside, layerOf, links }));
    const crossed = crossings(columns, layerOf, links);
    if (crossed < fewest) [best, fewest] = [columns, crossed];
  }
  return best;
}

function ordered(
  columns: readonly (readonly number[])[],
  layer: number,
  how: {
    readonly beside: -1 | 1;
    readonly layerOf: readonly number[];
    readonly links: readonly (readonly [number, number])[];
  },
): number[] {
  const neighbours = columns[layer + how.beside] ?? [];
  const place = new Map(neighbours.map((item, index) => [item, index]));
  const own = at(columns, layer);
  const means = own.map((item, index) => {
    const linked = how.links.flatMap(([left, right]) =>
      left === item ? (place.get(right) ?? []) : right === item ? (place.get(left) ?? []) : [],
    );
    const spread = neighbours.length === 0 ? 0 : (index * neighbours.length) / own.length;
    return linked.length === 0 ? spread : linked.reduce((sum, each) => sum + each, 0) / linked.length;
  });
  return [...own.keys()]
    .toSorted((left, right) => at(means, left) - at(means, right) || left - right)
    .map((index) => at(own, index));
}

function crossings(
  columns: readonly (readonly number[])[],
  layerOf: readonly number[],
  links: readonly (readonly [number, number])[],
): number {
  const place = new Map(columns.flatMap((column) => column.map((item, index) => [item, index] as const)));
  const of = (item: number): number => place.get(item) ?? 0;
  const sorted = links.map(([left, right]) =>
    at(layerOf, left) <= at(layerOf, right) ? ([left, right] as const) : ([right, left] as const),
  );
  let count = 0;
  sorted.forEach(([left, right], index) => {
    for (const [otherLeft, otherRight] of sorted.slice(index + 1)) {
      if (layerOf[left] !== layerOf[otherLeft]) continue;
      if ((of(left) - of(otherLeft)) * (of(right) - of(otherRight)) < 0) count += 1;
    }
  });
  return count;
}
