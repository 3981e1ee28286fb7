import { layoutFlow } from "../../network/flow-layout.ts";
import { placeNewcomers, type Newcomer, type Place } from "../../network/free-places.ts";
import type { Graph, Places } from "../../network/graph.ts";
import { movedBy, type Net } from "./net.ts";

/** The net as the layouts take it. */
export function graphOf(net: Net): Graph {
  const ids = [...net.nodes.keys()];
  const index = new Map(ids.map((id, place) => [id, place]));
  const links = [
    ...net.channels.map(({ payer, payee, minor, before }) => ({ payer, payee, weight: before ?? minor })),
    ...net.relations.map(({ fromId, toId }) => ({ payer: fromId, payee: toId, weight: 1 })),
  ];
  return {
    ids,
    payers: Int32Array.from(links, ({ payer }) => index.get(payer) ?? 0),
    payees: Int32Array.from(links, ({ payee }) => index.get(payee) ?? 0),
    weights: Float64Array.from(links, ({ weight }) => weight),
  };
}

/** Lays a net out from left to right; pinned nodes stay where they are. */
export function placesByFlow(net: Net, pinned: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const graph = graphOf(net);
  const starts = new Set([...net.nodes.values()].filter(({ side }) => side === "start").map(({ id }) => id));
  return withPins(
    graph.ids,
    layoutFlow(graph, (node) => starts.has(graph.ids[node] ?? "")),
    pinned,
  );
}

/** Places by id, the pinned ones as they were. */
export const withPins = (
  ids: readonly string[],
  { x, y }: Places,
  pinned: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Place> =>
  new Map(
    ids.map((id, node) => {
      const kept = pinned.get(id);
      return [id, kept?.isPinned ? kept : { x: x[node] ?? 0, y: y[node] ?? 0, isPinned: false }];
    }),
  );

/** Gives nodes without a place one beside the largest neighbour that has one; nobody else moves. */
export function placesWithNewcomers(net: Net, placed: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const missing = [...net.nodes.values()].filter(({ id }) => !placed.has(id));
  if (missing.length === 0) return placed;
  const newcomers = missing
    .toSorted((left, right) => movedBy(right) - movedBy(left) || (left.id < right.id ? -1 : 1))
    .map(({ id }): Newcomer => {
      const touching = net.channels
        .filter(({ payer, payee }) => (payer === id && placed.has(payee)) || (payee === id && placed.has(payer)))
        .toSorted((left, right) => right.minor - left.minor);
      const [first] = touching;
      return {
        id,
        beside: first && (first.payer === id ? first.payee : first.payer),
        isPayer: first?.payer === id,
      };
    });
  return placeNewcomers(placed, newcomers);
}

/** Nodes in the order of the money: by column, then from the top. */
export const inFlowOrder = (net: Net, places: ReadonlyMap<string, Place>): string[] =>
  [...net.nodes.keys()]
    .filter((id) => places.has(id))
    .toSorted((left, right) => {
      const [one, other] = [places.get(left), places.get(right)];
      return (one?.x ?? 0) - (other?.x ?? 0) || (one?.y ?? 0) - (other?.y ?? 0) || (left < right ? -1 : 1);
    });
