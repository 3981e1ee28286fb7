import { useCallback, useEffect, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import type { Place } from "../../network/free-places.ts";
import { layoutInWorker } from "../../network/layout-in-worker.ts";
import type { Net } from "./net.ts";
import { graphOf, placesByFlow, placesWithNewcomers, withPins } from "./places-of.ts";

type PlaceMap = ReadonlyMap<string, Place>;

/** Where the nodes of a drawing lie, and how that is changed. */
export interface PlacesState {
  readonly places: PlaceMap;
  /** Lays everything out again, from left to right or as a net without a direction; pins stay. */
  readonly layOut: (kind: "flow" | "force") => void;
  readonly put: (id: string, place: { x: number; y: number }) => void;
  readonly togglePin: (id: string) => void;
}

const none: PlaceMap = new Map();
const savedAfterMs = 700;

/** Keeps the places of a drawing: as they were left, new nodes beside their neighbours, nothing placed moves. */
export function usePlaces(net: Net | undefined, name: string): PlacesState {
  const left = useQuery({
    queryKey: ["network", "layout", name],
    queryFn: ({ signal }) => callApi("POST /api/network/layout", { body: { name } }, signal),
    staleTime: Infinity,
  });
  const [kept, setKept] = useState<{ readonly name: string; readonly places: PlaceMap }>({ name: "", places: none });
  const saved = left.data?.places;
  const isCurrent = kept.name === name;
  useEffect(() => {
    if (!net || saved === undefined || net.nodes.size === 0) return;
    setKept((before) => {
      const known = before.name === name ? before.places : new Map(Object.entries(saved));
      const isNew = ![...net.nodes.keys()].some((id) => known.has(id));
      const places = isNew ? placesByFlow(net, none) : placesWithNewcomers(net, known);
      return before.name === name && places === before.places ? before : { name, places };
    });
  }, [net, saved, name]);
  const save = useSaving(name);
  const change = useCallback(
    (next: (places: PlaceMap) => PlaceMap) =>
      setKept((before) => {
        const places = next(before.places);
        save(places);
        return { ...before, places };
      }),
    [save],
  );
  return {
    places: isCurrent ? kept.places : none,
    layOut: (kind) => {
      if (!net) return;
      if (kind === "flow") return change((places) => placesByFlow(net, places));
      const graph = graphOf(net);
      void layoutInWorker(graph).then((rest) => change((places) => withPins(graph.ids, rest, places)));
    },
    put: (id, { x, y }) => change((places) => new Map(places).set(id, { x, y, isPinned: true })),
    togglePin: (id) =>
      change((places) => {
        const place = places.get(id);
        return place ? new Map(places).set(id, { ...place, isPinned: !place.isPinned }) : places;
      }),
  };
}

/** Writes places into the case a moment after the last change. */
function useSaving(name: string): (places: PlaceMap) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useCallback(
    (places: PlaceMap) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const rounded = [...places].map(([id, { x, y, isPinned }]) => [
          id,
          { x: Math.round(x), y: Math.round(y), isPinned },
        ]);
        void callApi("POST /api/network/layout", { body: { name, places: Object.fromEntries(rounded) } });
      }, savedAfterMs);
    },
    [name],
  );
}
