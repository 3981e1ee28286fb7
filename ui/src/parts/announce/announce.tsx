import { useSyncExternalStore } from "react";

let said = "";
let waiting: string | undefined;
let lastAt = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();
const leastMs = 1000;

/** Says a result to a screen reader, at most once a second: of several in a second the last. */
export function announce(words: string): void {
  const wait = lastAt + leastMs - performance.now();
  if (waiting === undefined && wait <= 0) return say(words);
  if (waiting === undefined) setTimeout(() => say(waiting ?? ""), Math.max(0, wait));
  waiting = words;
}

/** The one polite region of the workbench. */
export const Announcer = () => (
  <div className="for-screen-readers" role="status" aria-live="polite">
    {useSyncExternalStore(subscribe, () => said)}
  </div>
);

function say(words: string): void {
  waiting = undefined;
  lastAt = performance.now();
  said = words;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
