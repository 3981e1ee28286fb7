import { rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";

import { visibleText } from "../../base/index.ts";
import { detectForm, fingerprint } from "../detect/index.ts";
import { Budget, listZipNames, type ReadContext, readForm, unpackGzip, unpackMembers } from "../readers/index.ts";
import type { ChildJob, ChildMessage } from "./child-job.ts";
import { ChildProgress } from "./child-progress.ts";
import { diskRefusal } from "./disk-refusal.ts";
import { watchParent } from "./watch-parent.ts";
import { MemberReport } from "./staging/index.ts";

/** A file to be staged: the one that was handed in, or a member of an archive that was unpacked under a name of ours. */
interface TreeFile {
  readonly path: string;
  readonly name: string;
  readonly parentOrdinal: number | null;
  readonly depth: number;
  readonly walPath?: string | undefined;
}

/** Stages a file and, depth first, what its archives hold; says what it does through `send` and throws for no material. */
export async function stageTree(job: ChildJob, send: (message: ChildMessage) => void): Promise<void> {
  const name = visibleText(job.name.normalize("NFC"));
  await new TreeStager(job, send).stage({ path: job.path, name, parentOrdinal: null, depth: 0 });
}

class TreeStager {
  private readonly job: ChildJob;
  private readonly send: (message: ChildMessage) => void;
  private readonly progress: ChildProgress;
  private readonly budget: Budget;
  /** Archives by hash: the same one again would only repeat its members, and a bomb is made of repeats. */
  private readonly archives = new Map<string, number>();
  private count = 0;
  private unpacked = 0;

  constructor(job: ChildJob, send: (message: ChildMessage) => void) {
    this.job = job;
    this.send = send;
    this.progress = new ChildProgress(send);
    this.budget = new Budget(job.limits);
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
    const { budget, progress } = this;
    const showName = (memberName: string, entryNo: string): string =>
      this.shownName(memberName, `m${report.head.ordinal}-no${entryNo}`) ?? `no. ${entryNo}`;
    const stageMember = (memberName: string, bytes: Uint8Array): Promise<string | undefined> =>
      this.stageInner({ report, depth: file.depth }, memberName, bytes);
    const { path, walPath } = file;
    const { isSealed } = this.job;
    const context: ReadContext = { path, walPath, report, limits, budget, progress, showName, isSealed, stageMember };
    try {
      this.send({ kind: "begun", ...report.head, form: "unsupported", mediaType: "application/octet-stream" });
      const found = await detectForm(file.path, file.name, listZipNames);
      report.setForm(found.form, found.mediaType);
      this.send({ kind: "begun", ...report.head, form: found.form, mediaType: found.mediaType });
      if (libraryForms.has(found.form)) watchParent();
      if (found.form === "zip" || found.form === "gzip")
        await this.stageMembers(context, file.depth, found.form === "zip" ? unpackMembers : unpackGzip);
      else await readForm(found, context);
    } catch (error) {
      const refusal = diskRefusal(error);
      if (refusal) this.send({ kind: "refused", text: refusal.message });
      report.abandon({
        kind: "crashed",
        text: `The reader stopped at something that it does not know: ${messageOf(error)}.`,
      });
    }
  }

  private async stageMembers(context: ReadContext, depth: number, unpack: typeof unpackMembers): Promise<void> {
    const { report, limits } = context;
    if (depth >= limits.depth) {
      const text = `The archive lies more than ${limits.depth} archives deep; it is not unpacked.`;
      report.fault({ kind: "too-deep", text, rowsLost: 1 });
      return;
    }
    const known = this.archives.get(report.head.sha256);
    this.archives.set(report.head.sha256, known ?? report.head.ordinal);
    if (known !== undefined) {
      const text = `The archive has the same bytes as member ${known} of this file and is not unpacked again.`;
      report.fault({ kind: "duplicate", text });
      return;
    }
    const makePath = (): string => join(this.job.outDir, `unpacked-${String(this.unpacked++).padStart(6, "0")}`);
    for await (const member of unpack(context, makePath)) {
      const name = this.job.isSealed ? this.pseudonymOf(member.name) : member.name;
      await this.stage({ ...member, name, parentOrdinal: report.head.ordinal, depth: depth + 1 });
    }
  }

  /** Stages a file that a reader found inside the one that it reads. */
  private async stageInner(
    { report, depth }: { readonly report: MemberReport; readonly depth: number },
    memberName: string,
    bytes: Uint8Array,
  ): Promise<string | undefined> {
    const refusal = this.innerRefusal(depth, bytes.length);
    if (refusal) {
      report.fault({ ...refusal, rowsLost: 1 });
      return undefined;
    }
    const path = join(this.job.outDir, `unpacked-${String(this.unpacked++).padStart(6, "0")}`);
    const shown = visibleText(memberName.normalize("NFC"));
    const name = this.job.isSealed ? this.pseudonymOf(shown) : shown;
    writeFileSync(path, bytes, { flag: "wx", mode: 0o600 });
    try {
      await this.stage({ path, name, parentOrdinal: report.head.ordinal, depth: depth + 1 });
    } finally {
      rmSync(path, { force: true });
      this.progress.begin(report.head.ordinal);
    }
    return name;
  }

  private innerRefusal(depth: number, bytes: number): { kind: "too-deep" | "too-large"; text: string } | undefined {
    const { limits } = this.job;
    if (depth >= limits.depth)
      return {
        kind: "too-deep",
        text: `A file in this one lies more than ${limits.depth} files deep; it is not read.`,
      };
    if (!this.budget.takeEntry())
      return { kind: "too-large", text: `The file holds more than ${limits.entries} files; the others are not read.` };
    if (!this.budget.takeBytes(bytes)) {
      const text = `What lies in the file has more than ${limits.unpackedBytes / 1024 / 1024} MB in all; the rest is not read.`;
      return { kind: "too-large", text };
    }
    return undefined;
  }

  /** A name as it may stand in a fault; of a sealed source none: it is told to the parent under a pseudonym. */
  private shownName(name: string, pseudonym: string): string | undefined {
    if (!this.job.isSealed) return `"${name}"`;
    this.send({ kind: "named", pseudonym, name });
    return undefined;
  }

  /** The ending stays: it tells some forms apart, and nobody. */
  private pseudonymOf(name: string): string {
    const pseudonym = `m${this.count}`;
    this.shownName(name, pseudonym);
    const ending = posix.extname(name.replaceAll("\\", "/")).toLowerCase();
    return `${pseudonym}${/^\.[a-z0-9]{1,8}$/u.test(ending) ? ending : ""}`;
  }
}

/** Forms that are read by a library in one go, which a damaged file can keep turning in circles. */
const libraryForms: ReadonlySet<string> = new Set(["xls", "xlsb", "ods", "workbook", "pdf"]);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
