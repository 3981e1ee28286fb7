import { Worker } from "node:worker_threads";

// As text, because it has to start the same way from the sources and from the compiled form, in a few milliseconds.
const watch = `
  const parentId = process.ppid;
  setInterval(() => {
    if (process.ppid !== parentId) process.kill(process.pid, "SIGKILL");
  }, 500);`;

let worker: Worker | undefined;

/**
 * Starts the watch over the parent process, once; it ends this process when the parent is gone. Call it before code that
 * may turn in circles and lets nothing else run. Where the system gives no new parent (Windows), it does nothing.
 */
export function watchParent(): void {
  if (worker) return;
  worker = new Worker(watch, { eval: true, execArgv: [] });
  worker.unref();
}
