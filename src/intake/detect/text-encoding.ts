import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";

import { hasSixteenBitMark, sixteenBitName } from "./sixteen-bit-text.ts";
import { scoreEncodings } from "./score-encodings.ts";

/**
 * The encoding of a text file. `fallback` is set when most lines are UTF-8 and some are not: those are read with it.
 * `bomBytes` is the length of the byte order mark, if there is one.
 */
export interface TextEncoding {
  readonly name: string;
  readonly fallback?: string;
  readonly bomBytes: number;
}

interface Survey {
  /** Lines that are not plain ASCII and are UTF-8. */
  utf8Lines: number;
  foreignLines: number;
  /** Lines that are not UTF-8, as many as are needed to tell their encoding. */
  sample: Buffer[];
  sampleBytes: number;
}

const readBytes = 1024 * 1024;
const sampleBytesMax = 192 * 1024;

/** Finds out a text file's encoding: a byte order mark, zero bytes of 16-bit units, valid UTF-8, or else the likeliest text. */
export function findTextEncoding(path: string): TextEncoding {
  const descriptor = openSync(path, "r");
  try {
    const head = readPiece(descriptor, 0, 65_536);
    const name = sixteenBitName(head);
    if (name === undefined) return byContent(descriptor);
    return { name, bomBytes: hasSixteenBitMark(head) ? 2 : 0 };
  } finally {
    closeSync(descriptor);
  }
}

function readPiece(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
}

function byContent(descriptor: number): TextEncoding {
  const head = readPiece(descriptor, 0, 3);
  const bomBytes = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const survey = surveyLines(descriptor);
  if (survey.foreignLines === 0) return { name: "utf-8", bomBytes };
  const guess = scoreEncodings(Buffer.concat(survey.sample));
  if (bomBytes > 0 || survey.utf8Lines >= survey.foreignLines) return { name: "utf-8", fallback: guess, bomBytes };
  return { name: guess, bomBytes };
}

function surveyLines(descriptor: number): Survey {
  const survey: Survey = { utf8Lines: 0, foreignLines: 0, sample: [], sampleBytes: 0 };
  let tail = Buffer.alloc(0);
  for (let offset = 0; ;) {
    const piece = readPiece(descriptor, offset, readBytes);
    offset += piece.length;
    const bytes = Buffer.concat([tail, piece]);
    const isLast = piece.length === 0;
    const feed = bytes.lastIndexOf(10) + 1;
    const cut = isLast || (feed === 0 && bytes.length > 4 * readBytes) ? bytes.length : feed;
    const head = bytes.subarray(0, cut);
    // Whole pieces of UTF-8 are passed at once until the first line of another encoding is seen.
    if (isUtf8(head) && survey.foreignLines === 0) survey.utf8Lines += countHighLines(head, 64);
    else surveyPiece(head, survey);
    if (isLast || survey.sampleBytes >= sampleBytesMax) return survey;
    tail = Buffer.from(bytes.subarray(cut));
  }
}

function countHighLines(bytes: Buffer, max: number): number {
  let count = 0;
  for (let from = 0; from < bytes.length && count < max;) {
    const to = lineEnd(bytes, from);
    if (hasHighByte(bytes, from, to)) count++;
    from = to;
  }
  return count;
}

function surveyPiece(bytes: Buffer, survey: Survey): void {
  for (let from = 0; from < bytes.length;) {
    const to = lineEnd(bytes, from);
    const line = bytes.subarray(from, to);
    if (!isUtf8(line)) {
      survey.foreignLines++;
      if (survey.sampleBytes < sampleBytesMax) survey.sample.push(Buffer.from(line.subarray(0, 4096)));
      survey.sampleBytes += Math.min(line.length, 4096);
    } else if (hasHighByte(bytes, from, to)) survey.utf8Lines++;
    from = to;
  }
}

function lineEnd(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(10, from);
  return feed < 0 ? bytes.length : feed + 1;
}

function hasHighByte(bytes: Buffer, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if ((bytes[index] ?? 0) >= 0x80) return true;
  return false;
}
