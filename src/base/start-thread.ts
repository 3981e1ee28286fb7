import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { siblingModule } from "./sibling-module.ts";

/** Starts the module `name` beside the caller in a worker thread. `from` is the caller's `import.meta.url`. */
export function startThread(name: string, from: string, options: Pick<WorkerOptions, "workerData"> = {}): Worker {
  const { url, execArgv } = siblingModule(name, from);
  return new Worker(execArgv.length === 0 ? url : withLoader(url), options);
}

/** Node 20 does not carry a loader given with `--import` into a worker thread: during development a few lines register it there. */
function withLoader(url: URL): URL {
  const api = createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/cjs$/u, "mjs");
  const code = `import { register } from ${JSON.stringify(pathToFileURL(api).href)}; register(); await import(${JSON.stringify(url.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
