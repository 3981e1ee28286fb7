import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

import { readMailHead, type MailHeader } from "../mail/mail-headers.ts";

/** An answer of a web server: its header fields, its body unpacked; `bodyFrom` where the body stands as it is. */
export interface HttpMessage {
  readonly fields: readonly MailHeader[];
  readonly body: Buffer;
  readonly bodyFrom: number | undefined;
  readonly trouble: string | undefined;
}

const unpackedMax = 64 * 1024 * 1024;

/** Takes the answer of a web server (RFC 9112) apart and unpacks its body. */
export function readHttpMessage(block: Buffer): HttpMessage {
  const start = /^HTTP\/[\d.]+ .*?\r?\n/u.exec(block.toString("latin1", 0, 1024))?.[0].length ?? 0;
  const { headers, bodyFrom } = readMailHead(block, start, block.length);
  const valueOf = (wanted: string): string =>
    headers
      .find(({ name }) => name.toLowerCase() === wanted)
      ?.value.toLowerCase()
      .trim() ?? "";
  const raw = block.subarray(bodyFrom);
  const isChunked =
    valueOf("transfer-encoding").includes("chunked") && /^[\da-f]+[\s;]/iu.test(raw.toString("latin1", 0, 12));
  const whole = isChunked ? unchunk(raw) : raw;
  const packing = valueOf("content-encoding");
  try {
    const body = unpack(whole, packing);
    return { fields: headers, body, bodyFrom: body === raw ? bodyFrom : undefined, trouble: undefined };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return {
      fields: headers,
      body: Buffer.alloc(0),
      bodyFrom: undefined,
      trouble: `its body cannot be unpacked (${packing}): ${what}`,
    };
  }
}

function unpack(bytes: Buffer, packing: string): Buffer {
  const limit = { maxOutputLength: unpackedMax };
  // Programs that save pages often unpack the body and leave the field.
  if (packing.includes("gzip")) return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, limit) : bytes;
  if (packing === "deflate")
    return (bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
  return packing === "br" ? brotliDecompressSync(bytes, limit) : bytes;
}

function unchunk(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const feed = bytes.indexOf(10, at);
    if (feed < 0) break;
    const length = Number.parseInt(bytes.toString("latin1", at, feed), 16);
    if (!(length > 0)) break;
    pieces.push(bytes.subarray(feed + 1, feed + 1 + length));
    at = feed + 1 + length;
    while (bytes[at] === 13 || bytes[at] === 10) at++;
  }
  return Buffer.concat(pieces);
}
