import type { FoundForm } from "./found-form.ts";

interface Signature {
  readonly at: number;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
}

const signature = (at: number, bytes: string, mediaType: string, name: string): Signature => ({
  at,
  bytes: Buffer.from(bytes, "latin1"),
  mediaType,
  name,
});

// Formats that are told apart by fixed bytes and are not read yet; the registered media types and published signatures.
const unread: readonly Signature[] = [
  signature(0, "\x89PNG", "image/png", "a PNG image"),
  signature(0, "\xff\xd8\xff", "image/jpeg", "a JPEG image"),
  signature(0, "GIF8", "image/gif", "a GIF image"),
  signature(0, "BM", "image/bmp", "a BMP image"),
  signature(0, "II*\0", "image/tiff", "a TIFF image"),
  signature(0, "MM\0*", "image/tiff", "a TIFF image"),
  signature(8, "WEBP", "image/webp", "a WebP image"),
  signature(4, "ftyp", "video/mp4", "an MP4 or HEIC media file"),
  signature(0, "ID3", "audio/mpeg", "an MP3 recording"),
  signature(0, "OggS", "audio/ogg", "an Ogg recording"),
  signature(8, "WAVE", "audio/wav", "a WAV recording"),
  signature(0, "\x1f\x9d", "application/x-compress", "a compress archive"),
  signature(0, "7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "a 7-Zip archive"),
  signature(0, "Rar!", "application/vnd.rar", "a RAR archive"),
  signature(0, "BZh", "application/x-bzip2", "a bzip2 archive"),
  signature(0, "\xfd7zXZ", "application/x-xz", "an xz archive"),
  signature(0, "\x28\xb5\x2f\xfd", "application/zstd", "a Zstandard archive"),
  signature(257, "ustar", "application/x-tar", "a tar archive"),
  signature(0, "!<arch>", "application/x-archive", "an ar archive"),
  signature(0, "\x60\xea", "application/x-arj", "an ARJ archive"),
  signature(0, "0707", "application/x-cpio", "a cpio archive"),
  signature(0, "\xca\xfe\xd0\x0d", "application/x-java-pack200", "a Java pack200 archive"),
  signature(0, "HWP Document File", "application/x-hwp", "a Hangul document (.hwp)"),
  signature(4, "Standard Jet DB", "application/vnd.ms-access", "an Access database"),
  signature(4, "Standard ACE DB", "application/vnd.ms-access", "an Access database"),
  signature(0, "ITSF", "application/vnd.ms-htmlhelp", "a compiled help file"),
  signature(0, "!BDN", "application/vnd.ms-outlook-pst", "an Outlook mailbox"),
  signature(0, "\xe4\x52\x5c\x7b", "application/onenote", "a OneNote notebook"),
  signature(0, "\x78\x9f\x3e\x22", "application/vnd.ms-tnef", "an Outlook attachment container"),
  signature(0, "PAR1", "application/vnd.apache.parquet", "a Parquet file"),
  signature(0, "\x7fELF", "application/x-elf", "a program"),
  signature(0, "MZ", "application/x-msdownload", "a program"),
];

/** Knows a file that is not text by its first bytes; nothing if no signature fits. Zip and OLE files are not looked into. */
export function findBinaryForm(head: Buffer): FoundForm | undefined {
  if (head.subarray(0, 16).toString("latin1") === "SQLite format 3\0")
    return { form: "sqlite", mediaType: "application/vnd.sqlite3" };
  // Programs that made a document put lines before its mark; readers look for it in the first kilobyte (ISO 32000-1, annex H).
  if (/^%PDF-\d\.\d/mu.test(head.toString("latin1", 0, 1024))) return { form: "pdf", mediaType: "application/pdf" };
  if (head.toString("latin1", 0, 5) === "{\\rtf") return { form: "rtf", mediaType: "application/rtf" };
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return { form: "gzip", mediaType: "application/gzip" };
  if (/^WARC\/\d\.\d\r?\n/u.test(head.toString("latin1", 0, 16)))
    return { form: "warc", mediaType: "application/warc" };
  if (isOldWorkbook(head)) return { form: "xls", mediaType: "application/vnd.ms-excel" };
  if (/^377f068[23]/u.test(head.toString("hex", 0, 4)))
    return sidecar(
      "the write-ahead log of an SQLite database; its rows are read with the database that lies beside it",
    );
  if (head.length >= 136 && head.readUInt32LE(0) === 3_007_000)
    return sidecar("the index of a write-ahead log of SQLite, which holds no rows");
  const found = unread.find(({ at, bytes }) => head.subarray(at, at + bytes.length).equals(bytes));
  return found && unreadForm(found.mediaType, found.name);
}

function sidecar(what: string): FoundForm {
  return {
    form: "unsupported",
    mediaType: "application/vnd.sqlite3",
    fault: { kind: "sidecar", text: `This is ${what}.` },
  };
}

/** A file that is known and not read. */
export function unreadForm(mediaType: string, name: string): FoundForm {
  const text = `This looks like ${name}, which is not read yet; nothing of it is taken in.`;
  return { form: "unsupported", mediaType, fault: { kind: "unsupported", text } };
}

// Excel 2 to 5 wrote their records without a container: a record "beginning of file" of 4 to 16 bytes.
function isOldWorkbook(head: Buffer): boolean {
  const [first, second, size] = [head[0], head[1], head[2] ?? 0];
  return first === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(second ?? 1) && size >= 4 && size <= 16 && head[3] === 0;
}
