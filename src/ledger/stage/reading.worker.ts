import { parentPort } from "node:worker_threads";
import { assert } from "../../base/index.ts";
import { doReadingJob, type ReadingJob } from "./reading-job.ts";

const port = parentPort;
assert(port !== null, "this module runs in a worker");
const answer = (reading: string): void => port.postMessage(reading);
// A reading goes to the store as JSON: as such it is sent, made on this thread.
port.on("message", (job: ReadingJob) => answer(JSON.stringify(doReadingJob(job))));
