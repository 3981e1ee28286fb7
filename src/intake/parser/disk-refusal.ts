import { Refusal } from "../../base/index.ts";

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: free some space and run again.",
  EDQUOT: "The quota of the disk is used up: free some space and run again.",
  EROFS: "The disk cannot be written: choose a folder on another one.",
  EIO: "The disk reports an error: check it before anything else is written to it.",
  EMFILE: "Too many files are open in this program: run again.",
};

/** The refusal for an error that is the fault of the disk and not of the material; nothing for other errors. */
export function diskRefusal(error: unknown): Refusal | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = sentences[code];
  return sentence === undefined ? undefined : new Refusal(sentence, { cause: error });
}
