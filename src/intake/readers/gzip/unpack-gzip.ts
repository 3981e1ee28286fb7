import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { createGunzip } from "node:zlib";

import type { ReadContext } from "../read-context.ts";
import type { UnpackedMember } from "../zip/unpack-members.ts";

const ratioFreeBytes = 16 * 1024 * 1024;

/**
 * Unpacks what a gzip file holds (RFC 1952; several in a row are one) into `makePath()`, within the limits of archives; the
 * file is removed afterwards. What is too large is a fault, and so is damage: what came before it is read.
 */
export async function* unpackGzip(context: ReadContext, makePath: () => string): AsyncGenerator<UnpackedMember> {
  const path = makePath();
  try {
    if (await unpackInto(path, context)) yield { name: nameInside(context.report.head.name), path };
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whether there is something to read. */
async function unpackInto(path: string, context: ReadContext): Promise<boolean> {
  const { report, progress } = context;
  const descriptor = openSync(path, "wx", 0o600);
  const input = createReadStream(context.path);
  const stream = input.pipe(createGunzip());
  input.on("error", (error) => stream.destroy(error));
  let total = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      total += piece.length;
      const trouble = troubleOf(total, piece.length, context);
      if (trouble !== undefined) {
        report.fault({ kind: "too-large", text: trouble, rowsLost: 1 });
        return false;
      }
      for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
      progress.tick(total, 0);
    }
    if (total === 0) report.fault({ kind: "empty", text: "The gzip file holds nothing." });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const text = `The gzip file is damaged after ${total} bytes of its content: ${what}.`;
    report.fault({ kind: "damaged", text, rowsLost: 1 });
  } finally {
    stream.destroy();
    input.destroy();
    closeSync(descriptor);
  }
  return total > 0;
}

function troubleOf(total: number, piece: number, { budget, report }: ReadContext): string | undefined {
  if (!budget.takeBytes(piece))
    return `The file unpacks to more than ${budget.limits.unpackedBytes / 1024 / 1024} MB in all; it is not read.`;
  if (total > ratioFreeBytes && total / Math.max(1, report.head.bytes) > budget.limits.ratio)
    return `The file unpacks to more than ${budget.limits.ratio} times its size, as a bomb does; it is not read.`;
  return undefined;
}

function nameInside(name: string): string {
  const inside = name
    .replace(/^.*\//u, "")
    .replace(/\.tgz$/iu, ".tar")
    .replace(/\.gz$/iu, "");
  return inside === "" ? "content" : inside;
}
