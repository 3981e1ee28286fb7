import { parentPort } from "node:worker_threads";
import { assert } from "../base/index.ts";
import { doMatchJob, type MatchAnswer, type MatchJob } from "./match-job.ts";

const port = parentPort;
assert(port !== null, "this module runs in a worker");
const answer = (message: MatchAnswer): void => port.postMessage(message);
port.on("message", (job: MatchJob) => answer(doMatchJob(job)));
