import { detectForm, fingerprint } from "../detect/index.ts";
import { readForm } from "../readers/index.ts";
import type { ChildJob, ChildMessage } from "./child-job.ts";
import { ChildProgress } from "./child-progress.ts";
import { MemberReport } from "./staging/index.ts";

/** A file to be staged: the one that was handed in, or a member of an archive that was unpacked under a name of ours. */
interface TreeFile {
  readonly path: string;
  readonly name: string;
  readonly parentOrdinal: number | null;
  readonly depth: number;
}

/** Stages a file and, depth first, what its archives hold; says what it does through `send` and throws for nothing. */
export async function stageTree(job: ChildJob, send: (message: ChildMessage) => void): Promise<void> {
  await new TreeStager(job, send).stage({ path: job.path, name: job.name, parentOrdinal: null, depth: 0 });
}

class TreeStager {
  private readonly job: ChildJob;
  private readonly send: (message: ChildMessage) => void;
  private readonly progress: ChildProgress;
  private count = 0;

  constructor(job: ChildJob, send: (message: ChildMessage) => void) {
    this.job = job;
    this.send = send;
    this.progress = new ChildProgress(send);
  }

  async stage(file: TreeFile): Promise<void> {
    const { parentOrdinal, name } = file;
    const ordinal = this.count++;
    this.progress.begin(ordinal);
    const { bytes, sha256 } = fingerprint(file.path, this.progress);
    const report = new MemberReport(this.job.outDir, { ordinal, parentOrdinal, name, bytes, sha256 });
    const skipped = this.job.skip.find((member) => member.ordinal === ordinal);
    if (skipped) {
      report.setForm(skipped.form, skipped.mediaType);
      report.fault({ kind: skipped.kind, text: skipped.text, rowsLost: skipped.rowsLost });
    } else await this.read(file, report);
    this.send({ kind: "member", member: report.finish() });
  }

  private async read(file: TreeFile, report: MemberReport): Promise<void> {
    const { limits } = this.job;
    try {
      this.send({ kind: "begun", ...report.head, form: "unsupported", mediaType: "application/octet-stream" });
      const found = await detectForm(file.path, file.name, async () => new Set());
      report.setForm(found.form, found.mediaType);
      this.send({ kind: "begun", ...report.head, form: found.form, mediaType: found.mediaType });
      await readForm(found, { path: file.path, report, limits, progress: this.progress });
    } catch (error) {
      report.abandon({
        kind: "crashed",
        text: `The reader stopped at something that it does not know: ${messageOf(error)}.`,
      });
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
