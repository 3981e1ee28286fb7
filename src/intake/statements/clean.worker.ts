import { parentPort, workerData } from "node:worker_threads";
import { cleanValue } from "../../model/index.ts";
import type { CleanJob } from "./clean-many.ts";

/** The thread that `cleanMany` starts: cleans the values it is given and sends the answers back. */
const given: { readonly raws: readonly string[]; readonly job: CleanJob } = workerData;

// A thread's port has no origin: that is a matter of windows.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(given.raws.map((raw) => cleanValue(given.job.type, raw, given.job.options)));
