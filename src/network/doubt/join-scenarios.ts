import { makeCsr } from "../graph/csr.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { MeasuredGraph } from "../solve/measured-graph.ts";
import type { Prepared } from "../solve/block-set.ts";

/**
 * All scenarios of a network side by side as one graph between one source and one sink, so that a node is blocked in all
 * of them at once. Each lets through at most what can flow in it as seen: so the largest flow is the sum of what gets
 * through, counted in each up to that, at every reroute factor.
 */
export function joinScenarios(scenarios: readonly Prepared[], rhoQuarters: number): MeasuredGraph {
  const edges: Edges = { tails: [], heads: [], capacities: [], channels: [] };
  const owners: number[] = [];
  const [source, sink] = [0, 1];
  owners.push(-1, -1);
  let supplyQuarters = 0;
  for (const scenario of scenarios) {
    const one = scenario.at(rhoQuarters).residual.flowGraph;
    const first = owners.length;
    // The scenario's source is that of all; its sink stays a node of its own.
    const place = (node: number): number => (node === one.source ? source : first + node);
    for (const owner of one.nodeOf) owners.push(owner);
    for (let arc = 0; arc < one.graph.arcCount; arc += 1) {
      const capacity = numberAt(one.graph.capacities, arc);
      if (capacity === 0) continue;
      edges.tails.push(place(intAt(one.graph.tails, arc)));
      edges.heads.push(place(intAt(one.graph.heads, arc)));
      edges.capacities.push(capacity);
      edges.channels.push(intAt(one.channelOf, intAt(one.graph.edges, arc)));
    }
    edges.tails.push(place(one.sink));
    edges.heads.push(sink);
    edges.capacities.push(scenario.baseline.value);
    edges.channels.push(-1);
    supplyQuarters += one.supplyQuarters;
  }
  const graph = makeCsr({
    nodeCount: owners.length,
    tails: Int32Array.from(edges.tails),
    heads: Int32Array.from(edges.heads),
    capacities: Float64Array.from(edges.capacities),
  });
  return {
    graph,
    source,
    sink,
    supplyQuarters,
    nodeOf: Int32Array.from(owners),
    channelOf: Int32Array.from(edges.channels),
  };
}

interface Edges {
  readonly tails: number[];
  readonly heads: number[];
  readonly capacities: number[];
  readonly channels: number[];
}
