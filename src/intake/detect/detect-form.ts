import { closeSync, openSync, readSync } from "node:fs";

import { findBinaryForm, unreadForm } from "./binary-forms.ts";
import { isDbf } from "./dbf-form.ts";
import type { FoundForm } from "./found-form.ts";
import { findOleForm, oleSignature } from "./ole-form.ts";
import { sixteenBitName } from "./sixteen-bit-text.ts";
import { findTextForm } from "./text-forms.ts";
import { findZipForm } from "./zip-form.ts";

/** What zip entries are called, or why they cannot be listed. */
export type ListNames = (path: string) => Promise<ReadonlySet<string>>;

const zipSignatures = new Set(["504b0304", "504b0506", "504b0708"]);
const headBytes = 64 * 1024;
const oleBytesMax = 32 * 1024 * 1024;

/** Finds out what a file is from its bytes; its name decides only where the bytes leave it open. */
export async function detectForm(path: string, name: string, listNames: ListNames): Promise<FoundForm> {
  const head = readHead(path, headBytes);
  if (head.length === 0) {
    const text = "The file is empty: it has no bytes.";
    return { form: "unsupported", mediaType: "application/x-empty", fault: { kind: "empty", text } };
  }
  if (head.subarray(0, 8).equals(oleSignature)) return findOleForm(readHead(path, oleBytesMax));
  if (zipSignatures.has(head.subarray(0, 4).toString("hex"))) return findZipForm(await listNames(path));
  const binary = findBinaryForm(head);
  if (binary) return binary;
  if (isDbf(head)) return { form: "dbf", mediaType: "application/x-dbf" };
  if (/\.zip$/iu.test(name)) return { form: "zip", mediaType: "application/zip" };
  return isText(head)
    ? findTextForm(path, name)
    : unreadForm("application/octet-stream", "a binary file of no known kind");
}

function readHead(path: string, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const descriptor = openSync(path, "r");
  const count = readSync(descriptor, bytes, 0, length, 0);
  closeSync(descriptor);
  return bytes.subarray(0, count);
}

// A table may hold stray zero bytes and control characters; more than one in fifty are not text.
function isText(head: Buffer): boolean {
  if (sixteenBitName(head) !== undefined) return true;
  let controls = 0;
  for (const byte of head) if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26 && byte !== 27) controls++;
  return controls <= Math.max(4, head.length * 0.02);
}
