import { closeSync, fstatSync, openSync, readSync } from "node:fs";

import { readMailHead, type MailHeader } from "../mail/mail-headers.ts";

/** A record of a WARC file (ISO 28500): its header fields, where its block stands, and the block unless it is too large. */
export interface WarcRecord {
  readonly fields: readonly MailHeader[];
  readonly offset: number;
  readonly bytes: number;
  readonly block: Buffer | undefined;
}

/** A place between records that is none. */
export interface WarcTrouble {
  readonly offset: number;
  readonly text: string;
}

const headBytesMax = 64 * 1024;
const blockBytesMax = 64 * 1024 * 1024;
const version = /^WARC\/\d\.\d\r?\n/u;

/** The records of a WARC file one after the other; where one is broken, the next is looked for. */
export function* warcRecords(path: string): Generator<WarcRecord | WarcTrouble> {
  const descriptor = openSync(path, "r");
  try {
    const { size } = fstatSync(descriptor);
    for (let at = skipBreaks(descriptor, 0, size); at < size;) {
      const record = recordAt(descriptor, at, size);
      if ("text" in record) {
        yield record;
        at = nextRecord(descriptor, at + 1, size);
      } else {
        yield record;
        at = skipBreaks(descriptor, record.offset + record.bytes, size);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

function recordAt(descriptor: number, at: number, size: number): WarcRecord | WarcTrouble {
  const head = read(descriptor, at, headBytesMax);
  const mark = version.exec(head.toString("latin1", 0, 16));
  if (!mark) return { offset: at, text: "no record begins there" };
  const { headers, bodyFrom } = readMailHead(head, mark[0].length, head.length);
  const length = headers.find(({ name }) => name.toLowerCase() === "content-length")?.value ?? "";
  if (!/^\d{1,15}$/u.test(length)) return { offset: at, text: "its length is not said" };
  const offset = at + bodyFrom;
  const bytes = Number(length);
  if (offset + bytes > size) return { offset: at, text: "the file ends before it" };
  const block = bytes > blockBytesMax ? undefined : read(descriptor, offset, bytes);
  return { fields: headers, offset, bytes, block };
}

function read(descriptor: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
}

/** Two line breaks stand behind a record. */
function skipBreaks(descriptor: number, from: number, size: number): number {
  let at = from;
  while (at < size) {
    const [byte] = read(descriptor, at, 1);
    if (byte !== 10 && byte !== 13) break;
    at++;
  }
  return at;
}

function nextRecord(descriptor: number, from: number, size: number): number {
  const pieceBytes = 1024 * 1024;
  for (let at = from; at < size; at += pieceBytes - 16) {
    const found = read(descriptor, at, pieceBytes).indexOf("\nWARC/1.");
    if (found >= 0) return at + found + 1;
  }
  return size;
}
