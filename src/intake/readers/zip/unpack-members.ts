import { closeSync, openSync, rmSync, writeSync } from "node:fs";

import { visibleText } from "../../../base/index.ts";
import type { ReadContext } from "../read-context.ts";
import { crc32 } from "./crc32.ts";
import { openZip, type ZipDirectory, type ZipEntry } from "./zip-directory.ts";
import { ZipTrouble } from "./zip-trouble.ts";

/** A member of an archive, unpacked into a file of ours; `name` is its path there, as it may be shown. */
export interface UnpackedMember {
  readonly name: string;
  readonly path: string;
  /** The write-ahead log that stands beside a database in the archive, unpacked too. */
  readonly walPath?: string | undefined;
}

/**
 * Unpacks the members of a zip archive one at a time into `makePath()`; each file is removed when the next is asked for.
 * Names in the archive are shown and never used as paths. What cannot be unpacked is a fault of the archive, one row lost each.
 */
export async function* unpackMembers(context: ReadContext, makePath: () => string): AsyncGenerator<UnpackedMember> {
  const { report, budget } = context;
  let zip: ZipDirectory;
  try {
    zip = await openZip(context.path, budget);
  } catch (error) {
    const trouble = ZipTrouble.from(error);
    report.fault({ kind: trouble.kind, text: `The archive cannot be read: ${trouble.message}.`, rowsLost: 1 });
    return;
  }
  try {
    yield* new Unpacker(context, zip, makePath).members();
  } finally {
    zip.close();
  }
}

class Unpacker {
  private readonly context: ReadContext;
  private readonly zip: ZipDirectory;
  private readonly makePath: () => string;
  private readonly seen = new Map<string, ZipEntry>();
  private work = 0;

  constructor(context: ReadContext, zip: ZipDirectory, makePath: () => string) {
    this.context = context;
    this.zip = zip;
    this.makePath = makePath;
  }

  async *members(): AsyncGenerator<UnpackedMember> {
    const { report } = this.context;
    const overlapping = findOverlaps(this.zip.entries, report.head.bytes);
    if (overlapping.size > 0) {
      const text = `${overlapping.size} members of the archive claim the same bytes, as a bomb does; none of them is unpacked.`;
      report.fault({ kind: "damaged", text, rowsLost: overlapping.size });
    }
    for (const entry of this.zip.entries) {
      if (entry.isFolder || overlapping.has(entry)) continue;
      const member = await this.unpack(entry);
      if (!member) continue;
      const walPath = await this.unpackWal(entry);
      try {
        yield { ...member, walPath };
      } finally {
        rmSync(member.path, { force: true });
        if (walPath !== undefined) rmSync(walPath, { force: true });
      }
    }
    if (this.zip.trouble !== undefined) {
      const text = `The archive's list of members cannot be read after ${this.zip.entries.length} of them: ${this.zip.trouble.message}.`;
      report.fault({ kind: this.zip.trouble.kind, text, rowsLost: 1 });
    } else if (this.zip.entries.length === 0) report.fault({ kind: "empty", text: "The archive holds no files." });
  }

  private async unpack(entry: ZipEntry): Promise<UnpackedMember | undefined> {
    const { report } = this.context;
    const name = nameOf(entry);
    if (entry.isLink) {
      const text = `The member ${this.shown(entry)} is a link to another place; links are not followed.`;
      report.fault({ kind: "link", text, rowsLost: 1 });
      return undefined;
    }
    await this.reportName(entry, name);
    const path = this.makePath();
    try {
      await this.write(entry, path);
      return { name, path };
    } catch (error) {
      rmSync(path, { force: true });
      if (!(error instanceof ZipTrouble)) throw error;
      report.fault({
        kind: error.kind,
        text: `The member ${this.shown(entry)} cannot be unpacked: ${error.message}.`,
        rowsLost: 1,
      });
      return undefined;
    }
  }

  // A database and its log are one thing: the rows that a phone wrote last stand in the log alone.
  private async unpackWal(entry: ZipEntry): Promise<string | undefined> {
    const wal = this.zip.entries.find(({ name }) => name === `${entry.name}-wal`);
    if (!wal || wal.unpackedBytes === 0) return undefined;
    const path = this.makePath();
    try {
      await this.write(wal, path);
      return path;
    } catch (error) {
      rmSync(path, { force: true });
      if (error instanceof ZipTrouble) return undefined;
      throw error;
    }
  }

  private async write(entry: ZipEntry, path: string): Promise<void> {
    if (entry.isEncrypted) throw new ZipTrouble("encrypted", "it is encrypted with a password");
    const descriptor = openSync(path, "wx", 0o600);
    let sum = 0;
    try {
      for await (const piece of this.zip.pieces(entry, this.context.budget)) {
        sum = crc32(piece, sum);
        for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
        this.work += piece.length;
        this.context.progress.tick(this.work, 0);
      }
    } finally {
      closeSync(descriptor);
    }
    if (sum === entry.crc32) return;
    const text = `The member ${this.shown(entry)} does not have the checksum that the archive states: some of its bytes have changed.`;
    this.context.report.fault({ kind: "damaged", text });
  }

  private async reportName(entry: ZipEntry, name: string): Promise<void> {
    const fault = (kind: "name" | "duplicate", text: string): void => this.context.report.fault({ kind, text });
    if (isOutside(entry.name)) {
      fault(
        "name",
        `The member ${this.shown(entry)} is named so as to be written outside the archive's folder; only its content is read.`,
      );
    } else if (name !== entry.name.normalize("NFC")) {
      fault("name", `The member ${this.shown(entry)} has control characters in its name, shown here as marks.`);
    }
    const local = await this.zip.localName(entry);
    if (local !== undefined && local !== entry.name) {
      fault(
        "name",
        `The archive gives one member two names, ${this.shown(entry)} and ${this.context.showName(visibleText(local), `${this.noOf(entry)}b`)}; the first is used.`,
      );
    }
    const key = name.toLowerCase();
    const other = this.seen.get(key);
    this.seen.set(key, entry);
    if (other !== undefined)
      fault(
        "duplicate",
        `The archive holds ${this.shown(other)} and ${this.shown(entry)}, which many computers take for one name; both are read.`,
      );
  }

  private readonly shown = (entry: ZipEntry): string => this.context.showName(nameOf(entry), String(this.noOf(entry)));

  private readonly noOf = (entry: ZipEntry): number => this.zip.entries.indexOf(entry) + 1;
}

const nameOf = (entry: ZipEntry): string => visibleText(entry.name.normalize("NFC"));

function isOutside(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/iu.test(name);
}

/**
 * Entries whose bytes, by the directory's own account, lie partly in those of another entry. One that reaches beyond the
 * file is damaged by itself and says nothing of the others.
 */
function findOverlaps(entries: readonly ZipEntry[], fileBytes: number): Set<ZipEntry> {
  const inside = entries.filter((entry) => endOf(entry) <= fileBytes);
  const sorted = inside.toSorted((left, right) => left.offset - right.offset);
  const found = new Set<ZipEntry>();
  let widest: ZipEntry | undefined;
  for (const entry of sorted) {
    if (widest && entry.offset < endOf(widest)) found.add(widest).add(entry);
    if (!widest || endOf(entry) > endOf(widest)) widest = entry;
  }
  return found;
}

const endOf = (entry: ZipEntry): number => entry.offset + 30 + entry.packedBytes;
