import { intAt } from "../graph/typed-arrays.ts";
import { degreeOf, type RouteGraph } from "./route-graph.ts";

/** How a way over payments and relations is chosen. */
export type RouteMeasure = "hubs-damped" | "shortest" | "cheapest";

/** Smaller than any difference in cost: of two ways that cost the same the one with fewer steps is taken. */
const perStep = 1;
const unit = 1000;

/**
 * What a step costs, whole numbers.
 *
 * `shortest`: 1. `hubs-damped`: 0.4 (ln degree of one end + ln degree of the other), thousandths: the degree-weighted path
 * of Himmelstein and Baranzini (PLOS Computational Biology 11(7), 2015, e1004259), whose weight of a path is the product of
 * degree^-0.4 over both ends of its steps; a way over a bank with ten thousand customers says little. `cheapest`: how weakly
 * it is supported: 1 where two or more independent sources say it, 2 where one does, 4 where the root is unknown.
 */
export function stepCosts(graph: RouteGraph, measure: RouteMeasure): Float64Array {
  const logs = Float64Array.from(graph.nodeIds, (_, node) => Math.log(Math.max(1, degreeOf(graph, node))));
  return Float64Array.from(graph.lefts, (left, pair) => {
    switch (measure) {
      case "shortest":
        return unit + perStep;
      case "cheapest":
        return supportCost(intAt(graph.roots, pair)) * unit + perStep;
      case "hubs-damped": {
        const sum = (logs[left] ?? 0) + (logs[intAt(graph.rights, pair)] ?? 0);
        return Math.round(400 * sum) * unit + perStep;
      }
    }
  });
}

const supportCost = (roots: number): number => (roots >= 2 ? 1 : roots === 1 ? 2 : 4);

/** A sum of step costs as it is shown: in the measure's own unit, without what breaks ties. */
export const shownCost = (cost: number): number => Math.floor(cost / unit);
