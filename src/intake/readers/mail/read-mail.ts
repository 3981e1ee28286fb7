import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";

import { PassageWriter } from "../documents/passage-writer.ts";
import type { ReadContext } from "../read-context.ts";
import { readMessage } from "./read-message.ts";

const messageBytesMax = 256 * 1024 * 1024;
const pieceBytes = 1024 * 1024;

/** Reads a file that is one e-mail message (RFC 5322; Apple's .emlx too). */
export async function readEmail(context: ReadContext): Promise<void> {
  const { size } = statSync(context.path);
  if (size > messageBytesMax) return refuseLarge(context, size);
  const bytes = readFileSync(context.path);
  const { from, to } = messageRange(bytes);
  const passages = new PassageWriter(context, { name: "", hasPlaces: true });
  await readMessage(context, passages, {
    bytes: bytes.subarray(from, to),
    offset: from,
    prefix: "",
    isEscaped: false,
  });
  passages.close();
}

function refuseLarge({ report }: ReadContext, size: number): void {
  const text = `The message has ${size} bytes; messages of more than ${messageBytesMax} are not read.`;
  report.fault({ kind: "too-large", text, rowsLost: 1 });
}

/** Apple Mail puts the number of bytes before a message, and a property list behind it. */
function messageRange(bytes: Buffer): { from: number; to: number } {
  const start = bytes.toString("latin1", 0, 32);
  const count = /^(\d{1,12})\s*\n/u.exec(start);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (!count) return { from: mark, to: bytes.length };
  const from = count[0].length;
  return { from, to: Math.min(bytes.length, from + Number(count[1])) };
}

/** Reads a mailbox (mbox, RFC 4155): each message is a document of its one part. */
export async function readMbox(context: ReadContext): Promise<void> {
  const passages = new PassageWriter(context, { name: "", hasPlaces: true });
  let count = 0;
  for (const { bytes, offset, isCut } of mailboxMessages(context.path)) {
    count++;
    if (isCut) {
      const text = `Message ${count} has more than ${messageBytesMax} bytes; it is not read.`;
      passages.beginDocument();
      passages.fault({ kind: "too-large", rowNo: passages.nextRow, text, rowsLost: 1 });
    } else await readMessage(context, passages, { bytes, offset, prefix: `${count}/`, isEscaped: true });
  }
  passages.close();
}

interface MailboxMessage {
  readonly bytes: Buffer;
  readonly offset: number;
  readonly isCut: boolean;
}

/** The messages between the "From " lines of a mailbox, one in memory at a time. */
function* mailboxMessages(path: string): Generator<MailboxMessage> {
  const descriptor = openSync(path, "r");
  try {
    let window = Buffer.alloc(0);
    let windowAt = 0;
    // Where the search for the next "From " line goes on: behind the one that begins the message in hand.
    let searched = 1;
    let isCut = false;
    for (;;) {
      const next = findFromLine(window, searched);
      if (next >= 0) {
        yield messageOf(window.subarray(0, next), windowAt, isCut);
        windowAt += next;
        window = window.subarray(next);
        searched = 1;
        isCut = false;
        continue;
      }
      searched = Math.max(1, window.length - 200);
      if (window.length > messageBytesMax) {
        // What lies before the end cannot hold a line that begins there; the message is only counted now.
        windowAt += searched - 1;
        window = window.subarray(searched - 1);
        searched = 1;
        isCut = true;
      }
      const piece = Buffer.allocUnsafe(Math.max(pieceBytes, Math.min(window.length, messageBytesMax)));
      const read = readSync(descriptor, piece, 0, piece.length, windowAt + window.length);
      if (read === 0) break;
      window = Buffer.concat([window, piece.subarray(0, read)]);
    }
    if (window.length > 0) yield messageOf(window, windowAt, isCut);
  } finally {
    closeSync(descriptor);
  }
}

/** A message without the "From " line above it and the empty line below it. */
function messageOf(bytes: Buffer, offset: number, isCut: boolean): MailboxMessage {
  const line = bytes.toString("latin1", 0, 5) === "From " ? bytes.indexOf(10) + 1 || bytes.length : 0;
  let end = bytes.length;
  if (bytes[end - 1] === 10) end -= bytes[end - 2] === 13 ? 2 : 1;
  return { bytes: bytes.subarray(line, Math.max(line, end)), offset: offset + line, isCut };
}

const fromMark = Buffer.from("\nFrom ");

/** Where the next line stands that begins a message: "From ", an address and a time, behind an empty line. */
function findFromLine(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(fromMark, from - 1); at >= 0; at = bytes.indexOf(fromMark, at + 1)) {
    const isBehindEmpty = bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10);
    const end = bytes.indexOf(10, at + 1);
    if (end < 0) return -1;
    const line = bytes.toString("latin1", at + 1, Math.min(end, at + 300));
    if (isBehindEmpty && /^From \S+.*\d{1,2}:\d{2}/u.test(line)) return at + 1;
  }
  return -1;
}
