import { useCallback, useEffect, useRef, useState } from "react";
import { callApi } from "../api/call.ts";
import { useAddress } from "../app/address.ts";
import type { RowSource } from "../parts/index.ts";
import type { FrozenView } from "./use-frozen-view.ts";

interface Identified {
  readonly id: string;
}

/** So long the focus must rest on a row before the address, and with it the drawer, follows. */
const restMs = 60;

/**
 * The focused row of a frozen view. The address names it by its id: opened from an address the list goes to it, moved to
 * another the address follows.
 */
export function useListFocus<Row extends Identified>(
  view: FrozenView | undefined,
  source: RowSource<Row>,
): readonly [number, (index: number) => void] {
  const [{ at }, change] = useAddress();
  const [held, setHeld] = useState({ viewId: "", index: -1 });
  const written = useRef<string | undefined>(undefined);
  const viewId = view?.id ?? "";
  const focus = held.viewId === viewId ? held.index : -1;
  const focusedId = focus < 0 ? undefined : source.rowAt(focus)?.id;

  useEffect(() => {
    if (focusedId === undefined || focusedId === at) return;
    const timer = setTimeout(() => {
      written.current = focusedId;
      change({ at: focusedId });
    }, restMs);
    return () => clearTimeout(timer);
    // Only a move of the focus writes the address: a change of the address itself is followed below.
  }, [focusedId]);

  useEffect(() => {
    if (!view || at === undefined || (at === written.current && held.viewId === viewId)) return;
    const stop = new AbortController();
    void positionOf(view, at, stop.signal).then(
      (position) => !stop.signal.aborted && setHeld({ viewId, index: position ?? -1 }),
      () => undefined,
    );
    return () => stop.abort();
  }, [viewId, at]);

  const moveTo = useCallback((index: number) => setHeld({ viewId, index }), [viewId]);
  return [focus, moveTo];
}

async function positionOf(view: FrozenView, id: string, signal: AbortSignal): Promise<number | null> {
  const near = view.first.rows.findIndex((row) => row.id === id);
  if (near >= 0) return near;
  const answer = await callApi("GET /api/views/:id/position", { params: { id: view.id }, query: { of: id } }, signal);
  return answer.position;
}
