import type { TextEncoding } from "../../detect/index.ts";
import type { ReadContext } from "../read-context.ts";
import { TextSource } from "./text-source.ts";

/** A line of a text file, without its line break; `byteFrom` and `byteTo` are its range in the file, `isCut` says it was too long. */
export interface TextLine {
  readonly lineNo: number;
  readonly text: string;
  readonly byteFrom: number;
  readonly byteTo: number;
  readonly isCut: boolean;
}

const lineBytesMax = 16 * 1024 * 1024;

/** The lines of a text file in any encoding, one after the other; a line longer than 16 MB comes in pieces, marked as cut. */
export function* readLines(context: ReadContext, encoding: TextEncoding): Generator<TextLine> {
  const source = new TextSource(context.path, encoding);
  let lineNo = 0;
  let position = 0;
  try {
    for (;;) {
      const { bytes, end } = source;
      const found = findBreak(bytes, position, source);
      if (found === undefined && !source.isFinal && end - position < lineBytesMax) {
        source.advance(position);
        position = 0;
        context.progress.tick(source.bytesRead, lineNo);
        continue;
      }
      if (position >= end && source.isFinal) return;
      const [to, next] = found ?? [end, end];
      const text = Buffer.from(bytes.buffer, bytes.byteOffset + position, to - position).toString("utf8");
      const byteFrom = source.originalAt(position);
      const byteTo = source.isTranscoded ? transcodedEnd(source, found) : byteFrom + to - position;
      yield { lineNo: ++lineNo, text, byteFrom, byteTo, isCut: found === undefined && !source.isFinal };
      position = next;
    }
  } finally {
    source.close();
  }
}

/** Where a line ends in the file; no break marks the end of the last one, so that the end of the file does. */
function transcodedEnd(source: TextSource, found: readonly [number, number] | undefined): number {
  if (found) return source.originalAt(found[1]) - (found[1] - found[0]) * source.unitBytes;
  return source.isFinal ? source.bytesRead : source.originalAt(source.end);
}

/** Where the line break stands that ends the line, and where the next line begins. */
function findBreak(bytes: Uint8Array, from: number, source: TextSource): [number, number] | undefined {
  for (let at = from; at < source.end; at++) {
    if (bytes[at] === 10) return [at, at + 1];
    if (bytes[at] !== 13) continue;
    // Files that were converted twice end their lines with two carriage returns and a line feed.
    let next = at + 1;
    while (next < source.end && bytes[next] === 13) next++;
    if (next >= source.end) return source.isFinal ? [at, next] : undefined;
    return [at, bytes[next] === 10 ? next + 1 : at + 1];
  }
  return undefined;
}
