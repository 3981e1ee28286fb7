import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** The size and SHA-256 of a file; `progress` hears of each megabyte. */
export function fingerprint(
  path: string,
  progress: { tick(work: number, rows: number): void },
): { bytes: number; sha256: string } {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(1024 * 1024);
  const descriptor = openSync(path, "r");
  let bytes = 0;
  for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece)) {
    hash.update(piece.subarray(0, count));
    bytes += count;
    progress.tick(bytes, 0);
  }
  closeSync(descriptor);
  return { bytes, sha256: hash.digest("hex") };
}
