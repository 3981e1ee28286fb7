import { isUtf8 } from "node:buffer";

import { scoreEncodings } from "../../detect/index.ts";

/** A header field, unfolded and decoded; `from` and `to` are its range in the bytes of the message. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The header of a message or of a part of one, and where its body begins. */
export interface MailHead {
  readonly headers: readonly MailHeader[];
  readonly bodyFrom: number;
}

const fieldName = /^([!-9;-~]+)[ \t]*:/u;

/** Reads header fields (RFC 5322) from `from` on: to the first empty line, or to a line that is no field, where the body begins. */
export function readMailHead(bytes: Buffer, from: number, end: number): MailHead {
  const headers: MailHeader[] = [];
  let at = from;
  while (at < end) {
    const to = lineEnd(bytes, at, end);
    const line = bytes.toString("latin1", at, to);
    if (line.trim() === "") return { headers, bodyFrom: to };
    const name = fieldName.exec(line)?.[1];
    if (name === undefined) return { headers, bodyFrom: at };
    const fieldTo = foldedEnd(bytes, to, end);
    const raw = bytes.subarray(at + line.indexOf(":") + 1, fieldTo);
    headers.push({ name, value: decodeWords(unfold(textOf(raw))), from: at, to: trimmedEnd(bytes, fieldTo) });
    at = fieldTo;
  }
  return { headers, bodyFrom: end };
}

/** Where the line that begins at `from` ends, its line feed counted in. */
export function lineEnd(bytes: Buffer, from: number, end: number): number {
  const feed = bytes.indexOf(10, from);
  return feed < 0 || feed >= end ? end : feed + 1;
}

/** A field goes on in lines that begin with a space or tab and hold more. */
function foldedEnd(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] === 32 || bytes[at] === 9)) {
    const to = lineEnd(bytes, at, end);
    if (bytes.toString("latin1", at, to).trim() === "") break;
    at = to;
  }
  return at;
}

function trimmedEnd(bytes: Buffer, to: number): number {
  let end = to;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return end;
}

// Header fields are ASCII or UTF-8 (RFC 6532); programs that wrote another encoding did not say which.
const textOf = (raw: Buffer): string =>
  isUtf8(raw) ? raw.toString("utf8") : new TextDecoder(scoreEncodings(raw)).decode(raw);

const unfold = (text: string): string => text.replaceAll(/\r?\n[ \t]*/gu, " ").trim();

const encodedWord = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/giu;

/** Decodes the encoded words of a field (RFC 2047); what stands between two of them is a space and no text. */
export function decodeWords(text: string): string {
  if (!text.includes("=?")) return text;
  const joined = text.replaceAll(/\?=\s+(?==\?)/gu, "?=");
  const pieces: string[] = [];
  // A character may be cut in two by the border of two words: those of one encoding are decoded together.
  let run: { readonly charset: string; readonly bytes: Buffer[] } | undefined;
  const closeRun = (): void => {
    if (run) pieces.push(decodeCharset(Buffer.concat(run.bytes), run.charset).text);
    run = undefined;
  };
  let from = 0;
  for (const match of joined.matchAll(encodedWord)) {
    const [whole, charset = "", kind = "", body = ""] = match;
    if (match.index > from || run?.charset !== charset.toLowerCase()) closeRun();
    pieces.push(joined.slice(from, match.index));
    run ??= { charset: charset.toLowerCase(), bytes: [] };
    run.bytes.push(kind.toLowerCase() === "b" ? Buffer.from(body, "base64") : quotedBytes(body.replaceAll("_", " ")));
    from = match.index + whole.length;
  }
  closeRun();
  return [...pieces, joined.slice(from)].join("");
}

/** The bytes of quoted-printable text: "=C3=A9", and "=" at the end of a line for a line that goes on. */
export function quotedBytes(text: string): Buffer {
  const plain = text.replaceAll(/[ \t]+(?=\r?\n|$)/gu, "").replaceAll(/=\r?\n/gu, "");
  const pieces: Buffer[] = [];
  let from = 0;
  for (const match of plain.matchAll(/(?:=[0-9a-f]{2})+/giu)) {
    pieces.push(Buffer.from(plain.slice(from, match.index), "latin1"));
    pieces.push(Buffer.from(match[0].replaceAll("=", ""), "hex"));
    from = match.index + match[0].length;
  }
  pieces.push(Buffer.from(plain.slice(from), "latin1"));
  return Buffer.concat(pieces);
}

/** Text in a charset as a message names it; `read` is the one that it was read in, where that is another. */
export function decodeCharset(bytes: Buffer, charset: string | undefined): { text: string; read?: string } {
  const named = charset?.toLowerCase().trim() ?? "";
  const plain = ["", "us-ascii", "ascii", "utf-8", "utf8", "7bit", "unknown-8bit"].includes(named);
  if (plain && isUtf8(bytes)) return { text: bytes.toString("utf8") };
  try {
    if (!plain) return { text: new TextDecoder(aliases[named] ?? named).decode(bytes) };
  } catch {
    // A name that nobody knows.
  }
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), read: "utf-8" };
  const read = scoreEncodings(bytes);
  return { text: new TextDecoder(read).decode(bytes), read };
}

const aliases: Readonly<Record<string, string>> = {
  "ks_c_5601-1987": "euc-kr",
  ks_c_5601: "euc-kr",
  cp949: "euc-kr",
  uhc: "euc-kr",
  gb2312: "gb18030",
  gbk: "gb18030",
  cp1251: "windows-1251",
  cp1252: "windows-1252",
  cp932: "shift_jis",
  cp936: "gb18030",
  cp950: "big5",
};
