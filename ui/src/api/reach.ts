import { useSyncExternalStore } from "react";

/** How the server was found by the last question: it answers, nobody answers, or it no longer knows this browser. */
export type Reach = "answers" | "gone" | "shut";

let reach: Reach = "answers";
const listeners = new Set<() => void>();

/** Told by every question of how it was received. */
export function noteReach(found: Reach): void {
  if (found === reach) return;
  reach = found;
  for (const listener of listeners) listener();
}

/** How the server was found last, followed as it changes. */
export const useReach = (): Reach => useSyncExternalStore(subscribe, () => reach);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
