import type { ChildJob, ChildMessage } from "./child-job.ts";
import { stageTree } from "./stage-tree.ts";

// The whole of the parser child: jobs come in as messages, one when the one before is done; what was staged goes out as
// messages. The pipe to the parent is its only way out; it exits when the parent lets go of it or is gone.
process.on("message", (job: ChildJob) => {
  void stageTree(job, send).then(() => send({ kind: "done" }));
});
process.once("disconnect", () => process.exit(0));

function send(message: ChildMessage): void {
  process.send?.(message);
}
