import type { ChildJob, ChildMessage } from "./child-job.ts";
import { stageTree } from "./stage-tree.ts";

// The whole of the parser child: one job comes in as a message, what was staged goes out as messages. The pipe to the
// parent is its only way out; it exits when the job is done or the parent is gone.
process.once("message", (job: ChildJob) => {
  void stageTree(job, send).then(() => finish());
});
process.once("disconnect", () => process.exit(1));

function send(message: ChildMessage): void {
  process.send?.(message);
}

function finish(): void {
  process.send?.({ kind: "done" }, () => process.exit(0));
}
