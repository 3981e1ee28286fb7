import { useCallback, useEffect, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import type { Place } from "../../network/free-places.ts";
import { layoutInWorker } from "../../network/layout-in-worker.ts";
import type { Net } from "./net.ts";
import { graphOf, placesByFlow, placesWithNewcomers, withPins } from "./places-of.ts";

type PlaceMap = ReadonlyMap<string, Place>;

/** Money from left to right, or a net without a direction. */
export type LayoutKind = "flow" | "force";

/** Where the nodes of a drawing lie, and how that is changed. */
export interface PlacesState {
  readonly places: PlaceMap;
  /** Lays everything out again; pins stay. */
  readonly layOut: () => void;
  readonly put: (id: string, place: { x: number; y: number }) => void;
  readonly togglePin: (id: string) => void;
}

const none: PlaceMap = new Map();
const savedAfterMs = 700;
/** A drawing of more is laid out anew each time. */
const savedMost = 10_000;

/** Keeps the places of a drawing: as they were left, new nodes beside their neighbours, nothing placed moves. */
export function usePlaces(net: Net | undefined, name: string, kind: LayoutKind): PlacesState {
  const left = useQuery({
    queryKey: ["network", "layout", name],
    queryFn: ({ signal }) => callApi("POST /api/network/layout", { body: { name } }, signal),
    staleTime: Infinity,
  });
  const [kept, setKept] = useState<{ readonly name: string; readonly places: PlaceMap }>({ name: "", places: none });
  const saved = left.data?.places;
  useEffect(() => {
    if (!net || saved === undefined || net.nodes.size === 0) return undefined;
    const own = kept.name === name ? kept.places : new Map(Object.entries(saved));
    const isNew = ![...net.nodes.keys()].some((id) => own.has(id));
    if (isNew) return laidOut(net, kind, none, (places) => setKept({ name, places }));
    const places = placesWithNewcomers(net, own);
    if (kept.name !== name || places !== kept.places) setKept({ name, places });
    return undefined;
  }, [net, saved, name, kind, kept]);
  const save = useSaving(name);
  const places = kept.name === name ? kept.places : none;
  const change = (next: PlaceMap) => {
    save(next);
    setKept({ name, places: next });
  };
  return {
    places,
    layOut: () => void (net && laidOut(net, kind, places, change)),
    put: (id, { x, y }) => change(new Map(places).set(id, { x, y, isPinned: true })),
    togglePin: (id) => {
      const place = places.get(id);
      if (place) change(new Map(places).set(id, { ...place, isPinned: !place.isPinned }));
    },
  };
}

/** Lays a net out and hands the places on, at once or when the worker has come to rest; the returned function forgets it. */
function laidOut(net: Net, kind: LayoutKind, pinned: PlaceMap, done: (places: PlaceMap) => void): () => void {
  const forgotten = new AbortController();
  if (kind === "flow") done(placesByFlow(net, pinned));
  else void comeToRest(net, pinned, { done, forgotten: forgotten.signal });
  return () => forgotten.abort();
}

async function comeToRest(
  net: Net,
  pinned: PlaceMap,
  { done, forgotten }: { readonly done: (places: PlaceMap) => void; readonly forgotten: AbortSignal },
): Promise<void> {
  const graph = graphOf(net);
  const rest = await layoutInWorker(graph);
  if (!forgotten.aborted) done(withPins(graph.ids, rest, pinned));
}

/** Writes places into the case a moment after the last change. */
function useSaving(name: string): (places: PlaceMap) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useCallback(
    (places: PlaceMap) => {
      clearTimeout(timer.current);
      if (places.size > savedMost) return;
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
