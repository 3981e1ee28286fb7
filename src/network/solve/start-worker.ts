import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { SiblingModule } from "../../base/index.ts";

/** Starts a module in a worker thread, as compiled JavaScript or, during development, as TypeScript source. */
export function startWorker({ url, execArgv }: SiblingModule): Worker {
  return execArgv.length === 0 ? new Worker(url) : new Worker(withLoader(url));
}

/** Node 20 does not carry a loader given with `--import` into a worker thread, so a few lines register it there first. */
function withLoader(url: URL): URL {
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve("tsx/esm/api")
      .replace(/cjs$/u, "mjs"),
  ).href;
  const code = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(url.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
