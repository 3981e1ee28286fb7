import { isUtf8 } from "node:buffer";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";

import type { Entry, ZipFile } from "yauzl";

import { lazy } from "../../../base/index.ts";
import { scoreEncodings } from "../../detect/index.ts";
import { type Budget } from "./budget.ts";
import { ZipTrouble } from "./zip-trouble.ts";

// Most files are no archives: a parser child that reads one of these starts 50 ms sooner.
const yauzl = lazy((): typeof import("yauzl") => createRequire(import.meta.url)("yauzl"));

/** An entry of a zip file; `name` is decoded, as written there. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc32: number;
  readonly offset: number;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  readonly entry: Entry;
}

const pieceBytes = 256 * 1024;
const ratioFreeBytes = 16 * 1024 * 1024;

/** A zip file's directory and the way to its contents. Open it with `openZip`; close it. */
export class ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Why the directory could not be read to its end, if so. */
  readonly trouble: ZipTrouble | undefined;
  private readonly file: ZipFile;

  constructor(file: ZipFile, entries: readonly ZipEntry[], trouble: ZipTrouble | undefined) {
    this.file = file;
    this.entries = entries;
    this.trouble = trouble;
  }

  find(name: string): ZipEntry | undefined {
    const wanted = name.replace(/^\//u, "");
    return this.entries.find((entry) => entry.name === wanted) ?? this.findLoosely(wanted);
  }

  /** The unpacked bytes of an entry, piece by piece, within the budget; throws ZipTrouble. */
  async *pieces(entry: ZipEntry, budget: Budget): AsyncGenerator<Buffer> {
    let total = 0;
    const stream = await this.open(entry);
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        total += piece.length;
        checkSize(entry, total, piece.length, budget);
        yield piece;
      }
      if (total !== entry.unpackedBytes)
        throw new ZipTrouble("damaged", `it unpacks to ${total} bytes where ${entry.unpackedBytes} are stated`);
    } catch (error) {
      throw error instanceof ZipTrouble ? error : ZipTrouble.from(error);
    } finally {
      stream.destroy();
    }
  }

  /** All bytes of an entry, at most `max`; throws ZipTrouble. */
  async read(entry: ZipEntry, budget: Budget, max: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let total = 0;
    for await (const piece of this.pieces(entry, budget)) {
      total += piece.length;
      if (total > max) throw new ZipTrouble("too-large", `it unpacks to more than ${Math.round(max / 1024 / 1024)} MB`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** The name that stands before the entry's own bytes; the directory may give another. */
  async localName(entry: ZipEntry): Promise<string | undefined> {
    try {
      const header = await this.file.readLocalFileHeaderPromise(entry.entry, {});
      return header.fileName.equals(entry.entry.fileNameRaw) ? entry.name : decodeName(header.fileName, "");
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.file.close();
  }

  // Some programs write part names in another case or with backslashes, and Excel reads them.
  private findLoosely(name: string): ZipEntry | undefined {
    const key = name.toLowerCase();
    return this.entries.find((entry) => entry.name.replaceAll("\\", "/").replace(/^\//u, "").toLowerCase() === key);
  }

  // Pieces of 256 KB instead of yauzl's 16 KB: a sheet of 70 MB comes in 280 turns of the event loop instead of 4,400.
  private async open(entry: ZipEntry): Promise<Readable> {
    const method = entry.entry.compressionMethod;
    if (method !== 0 && method !== 8)
      throw new ZipTrouble("unsupported", `it is packed by method ${method}, which is not read`);
    try {
      const packed = await this.file.openReadStreamPromise(entry.entry, { decodeFileData: false });
      if (method === 0) return packed;
      const inflate = createInflateRaw({ chunkSize: pieceBytes });
      packed.on("error", (error) => inflate.destroy(error));
      inflate.on("close", () => packed.destroy());
      return packed.pipe(inflate);
    } catch (error) {
      throw ZipTrouble.from(error);
    }
  }
}

/** Opens a zip file and reads its directory as far as it goes; throws ZipTrouble if there is none. */
export async function openZip(path: string, budget: Budget): Promise<ZipDirectory> {
  let file: ZipFile;
  try {
    file = await yauzl().openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw ZipTrouble.from(error);
  }
  const found: Entry[] = [];
  const trouble = await readEntries(file, found, budget);
  const guess = guessNameEncoding(found);
  return new ZipDirectory(
    file,
    found.map((entry) => describe(entry, guess)),
    trouble,
  );
}

function readEntries(file: ZipFile, found: Entry[], budget: Budget): Promise<ZipTrouble | undefined> {
  return new Promise((resolve) => {
    file.on("entry", (entry: Entry) => {
      if (!budget.takeEntry()) {
        resolve(
          new ZipTrouble("too-large", `it and the archives in it hold more than ${budget.limits.entries} entries`),
        );
        return;
      }
      found.push(entry);
      file.readEntry();
    });
    file.on("end", () => resolve(undefined));
    file.on("error", (error: Error) => resolve(ZipTrouble.from(error)));
    file.readEntry();
  });
}

// Zip programs on Korean, Chinese and Russian Windows write names in the system's encoding without saying so.
function guessNameEncoding(entries: readonly Entry[]): string {
  const odd = entries.map((entry) => entry.fileNameRaw).filter((raw) => !isUtf8(raw));
  return odd.length === 0 ? "utf-8" : scoreEncodings(Buffer.concat(odd));
}

function decodeName(raw: Buffer, guess: string): string {
  return isUtf8(raw) ? raw.toString("utf8") : new TextDecoder(guess === "" ? scoreEncodings(raw) : guess).decode(raw);
}

function describe(entry: Entry, guess: string): ZipEntry {
  const name = decodeName(entry.fileNameRaw, guess);
  const unixMode = entry.externalFileAttributes >>> 16;
  return {
    name,
    packedBytes: entry.compressedSize,
    unpackedBytes: entry.uncompressedSize,
    crc32: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
    isFolder: name.endsWith("/") || (unixMode & 0o170000) === 0o040000,
    isLink: (unixMode & 0o170000) === 0o120000,
    isEncrypted: (entry.generalPurposeBitFlag & 1) === 1,
    entry,
  };
}

function checkSize(entry: ZipEntry, total: number, piece: number, budget: Budget): void {
  if (!budget.takeBytes(piece)) {
    throw new ZipTrouble(
      "too-large",
      `the file unpacks to more than ${budget.limits.unpackedBytes / 1024 / 1024} MB in all`,
    );
  }
  if (total > entry.unpackedBytes) {
    throw new ZipTrouble("damaged", `it unpacks to more than the ${entry.unpackedBytes} bytes that are stated`);
  }
  const ratio = total / Math.max(1, entry.packedBytes);
  if (total > ratioFreeBytes && ratio > budget.limits.ratio) {
    throw new ZipTrouble("too-large", `it unpacks to more than ${budget.limits.ratio} times its size, as a bomb does`);
  }
}
