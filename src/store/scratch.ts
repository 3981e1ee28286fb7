import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { at as itemAt } from "../base/index.ts";

/** Texts kept on disk while a stage works, by number from 0 in the order in which they were added: of any number, and but the last 256 kB none of them in memory. */
export interface Scratch {
  add(text: string): void;
  /** A text that was added. */
  at(no: number): string;
  /** Ends it; its texts are gone. */
  close(): void;
}

/** So many bytes are written at once. */
const writtenAtOnce = 1 << 18;

/** Begins an empty one in a folder; its file has no name, so that nothing of it is left when the process ends. */
export function openScratch(folder: string): Scratch {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `scratch-${randomUUID()}`);
  const file = openUnnamed(path);
  const ends: number[] = [];
  let [written, waitingBytes] = [0, 0];
  const waiting: Buffer[] = [];
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, written + done);
    waiting.length = 0;
    written += bytes.length;
    waitingBytes = 0;
  };
  return {
    add: (text) => {
      const bytes = Buffer.from(text, "utf8");
      waiting.push(bytes);
      waitingBytes += bytes.length;
      ends.push(written + waitingBytes);
      if (waitingBytes >= writtenAtOnce) flush();
    },
    at: (no) => {
      const [from, to] = [no === 0 ? 0 : itemAt(ends, no - 1), itemAt(ends, no)];
      if (to > written) flush();
      return readText(file, from, to - from);
    },
    close: () => closeSync(file),
  };
}

/** Opens a file that has no name any more. */
function openUnnamed(path: string): number {
  const file = openSync(path, "wx+", 0o600);
  try {
    rmSync(path);
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function readText(file: number, from: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const read = readSync(file, bytes, done, length - done, from + done);
    if (read === 0) throw new Error(`the file of a stage's own texts ends at byte ${from + done}`);
    done += read;
  }
  return bytes.toString("utf8");
}
