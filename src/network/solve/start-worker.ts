import { Worker } from "node:worker_threads";
import type { SiblingModule } from "../../base/index.ts";

/** Starts a module in a worker thread, as compiled JavaScript or, during development, as TypeScript source. */
export function startWorker({ url, execArgv }: SiblingModule): Worker {
  return execArgv.length === 0 ? new Worker(url) : new Worker(withLoader(url));
}

/** Node 20 does not carry a loader given with `--import` into a worker thread, so a few lines register it there first. */
function withLoader(url: URL): URL {
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const code = `import { register } from ${loader}; register(); await import(${JSON.stringify(url.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
