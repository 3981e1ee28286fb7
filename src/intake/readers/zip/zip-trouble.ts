import type { StagedFaultKind } from "../../parser/staged.ts";

/** Why a zip file or an entry of it cannot be read; `message` completes a sentence: "... cannot be unpacked: <message>". */
export class ZipTrouble extends Error {
  override readonly name = "ZipTrouble";
  readonly kind: StagedFaultKind;

  constructor(kind: StagedFaultKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }

  static from(error: unknown): ZipTrouble {
    if (error instanceof ZipTrouble) return error;
    const message = error instanceof Error ? error.message : String(error);
    if (/encrypt/iu.test(message)) return new ZipTrouble("encrypted", "it is encrypted with a password", error);
    if (/unsupported compression method/iu.test(message)) {
      return new ZipTrouble("unsupported", `it is packed in a way that is not read (${message})`, error);
    }
    return new ZipTrouble("damaged", plain(message), error);
  }
}

// The messages of yauzl and zlib that a person meets most, in words; the others stand as they are.
const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /End of central directory record signature not found/iu,
    "its list of members is missing; it is cut off, or no zip file at all",
  ],
  [/unexpected EOF|unexpected end of file/iu, "it ends too soon"],
  [/Invalid comment length/iu, "bytes are missing or added at its end"],
  [/multi-disk/iu, "it is one piece of an archive that was split into several files"],
  [/invalid central directory file header signature/iu, "its list of members is damaged"],
  [/invalid local file header signature/iu, "the member does not begin where the list of members says"],
];

function plain(message: string): string {
  const found = sentences.find(([pattern]) => pattern.test(message));
  return found ? found[1] : message.replace(/\.$/u, "");
}
