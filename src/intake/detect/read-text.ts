import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { findTextEncoding } from "./text-encoding.ts";

// Tab, line feeds, form feed and carriage return stand in texts; the other control characters and U+FFFD do not.
const noText = /(?![\t\n\f\r\u0085])[\p{Cc}\uFFFD]/u;

/** The text of a small file, in whatever encoding it was written; undefined where it is no text. */
export function readText(path: string): string | undefined {
  const { name, fallback, bomBytes } = findTextEncoding(path);
  const bytes = readFileSync(path).subarray(bomBytes);
  const text = fallback === undefined ? new TextDecoder(name).decode(bytes) : readMixed(bytes, fallback);
  return noText.test(text) ? undefined : text;
}

/** Lines of UTF-8 among lines of another encoding. */
function readMixed(bytes: Buffer, fallback: string): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const feed = bytes.indexOf(10, from);
    const to = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(from, to);
    lines.push(new TextDecoder(isUtf8(line) ? "utf-8" : fallback).decode(line));
    from = to;
  }
  return lines.join("");
}
