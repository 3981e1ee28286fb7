import { layoutForce } from "./force-layout.ts";
import type { Graph } from "./graph.ts";

globalThis.addEventListener("message", ({ data }: MessageEvent<Graph>) => {
  const { x, y } = layoutForce(data);
  (globalThis as unknown as { postMessage(message: unknown, moved: Transferable[]): void }).postMessage({ x, y }, [
    x.buffer as ArrayBuffer,
    y.buffer as ArrayBuffer,
  ]);
});
