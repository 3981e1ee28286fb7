#!/usr/bin/env node
import { makeProgram } from "./make-program.ts";
import { progressBar } from "./progress-bar.ts";
import { runVerb } from "./run-verb.ts";
import { verbs } from "./verbs.ts";

let stopping: { readonly controller: AbortController; readonly words: string } | undefined;
process.on("SIGINT", () => {
  if (!stopping || stopping.controller.signal.aborted)
    stop("stopped; what was finished is kept, and the same command goes on from there");
  process.stderr.write(`\n${stopping.words}; Ctrl-C again ends at once\n`);
  stopping.controller.abort();
});
process.stdout.on("error", whenNobodyReads);
await makeProgram(
  verbs,
  async (verb, words, options) => {
    process.exitCode = await runVerb(
      verb,
      { words, options },
      {
        out: (text) => void process.stdout.write(text),
        error: (text) => void process.stderr.write(text),
        bar: progressBar(process.stderr, () => performance.now()),
        untilStopped,
      },
    );
  },
  (code) => process.exit(code),
).parseAsync();

async function untilStopped<Value>(
  work: (stop: AbortSignal) => Promise<Value>,
  words = "stopped: what is known so far is the answer",
): Promise<Value> {
  const controller = new AbortController();
  stopping = { controller, words };
  try {
    return await work(controller.signal);
  } finally {
    stopping = undefined;
  }
}

/** Whoever reads the output may stop before its end (`| head`): that is no fault. */
function whenNobodyReads(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "EPIPE") throw cause;
  process.exit();
}

function stop(message: string): never {
  process.stderr.write(`\n${message}\n`);
  process.exit(130);
}
