import { sha1, stableJson } from "../../base/index.ts";
import { documentText } from "./document-text.ts";
import type { HeldInterview } from "./held-interviews.ts";
import type { PreparedDocument } from "./read-document.ts";

/** Raised when the same answers give other claims than before, so that they are read again. */
const readingVersion = "3";

/** Puts the answers of a session together, one a line. */
export function prepareInterview({ held, rows }: HeldInterview): PreparedDocument {
  return {
    held,
    text: documentText(held.passages),
    textHash: sha1(stableJson({ readingVersion, interview: rows })),
    job: { kind: "interview", rows },
  };
}
