import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { syncFolder } from "./platform.ts";

/**
 * The lines of a file that lines are only added to; none where there is no file. What stands after the last line's end was
 * cut short while it was written, was never acknowledged, and is left out; the next line takes its place.
 */
export function readLines(path: string): string[] {
  if (!existsSync(path)) return [];
  const content = readFileSync(path);
  return content.subarray(0, wholeBytes(content)).toString("utf8").split("\n").slice(0, -1);
}

/** Adds a line durably and gives the length of the file since; a line that cannot be written whole throws and leaves none of it. */
export function appendLine(path: string, line: string): number {
  const isNew = !existsSync(path);
  const descriptor = openSync(path, "a+", 0o600);
  try {
    const start = cutToLines(descriptor, path);
    const bytes = Buffer.from(`${line}\n`);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } catch (cause) {
      ftruncateSync(descriptor, start);
      throw cause;
    }
    if (isNew) syncFolder(dirname(path));
    return start + bytes.length;
  } finally {
    closeSync(descriptor);
  }
}

/** Cuts off what stands after the end of the last line; the length since. */
function cutToLines(descriptor: number, path: string): number {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  if (size === 0 || (readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] === lineEnd)) return size;
  const whole = wholeBytes(readFileSync(path));
  ftruncateSync(descriptor, whole);
  return whole;
}

const lineEnd = 0x0a;

const wholeBytes = (content: Buffer): number => content.lastIndexOf(lineEnd) + 1;
