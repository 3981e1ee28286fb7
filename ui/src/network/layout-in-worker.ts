import type { Graph, Places } from "./graph.ts";
// oxlint-disable-next-line import/default -- the address comes from Vite
import layoutUrl from "./layout.worker.ts?worker&url";
import { startWorker } from "./start-worker.ts";

/** Lays out a net in a thread of its own, which ends with it. */
export function layoutInWorker(graph: Graph): Promise<Places> {
  const worker = startWorker(layoutUrl);
  return new Promise<Places>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Places>) => resolve(data), { once: true });
    worker.addEventListener("error", reject, { once: true });
    worker.postMessage(graph, []);
  }).finally(() => worker.terminate());
}
