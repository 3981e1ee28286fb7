import { sha1, stableJson } from "../../base/index.ts";
import { documentText, type DocumentText } from "./document-text.ts";
import type { HeldDocument } from "./held-documents.ts";
import { doReadingJob, type Reading, type ReadingJob } from "./reading-job.ts";

/** Raised when the same text gives other claims than before, so that it is read again. */
const readingVersion = "5";

/** A document's text, what is to be read in it, and the hash by which an earlier reading of that is found. */
export interface PreparedDocument {
  readonly held: HeldDocument;
  readonly text: DocumentText;
  /** Of its words and of what the reading takes from outside them, 40 hex digits. */
  readonly textHash: string;
  readonly job: ReadingJob;
}

/** A document with what was read in it. */
export interface ReadDocument extends PreparedDocument {
  readonly claims: Reading;
}

/** Puts the text of a document together. */
export function prepareDocument(held: HeldDocument): PreparedDocument {
  const text = documentText(held.passages);
  const { header } = held;
  const report = { text: text.text, langs: langsOf(text), author: authorOf(held) };
  const textHash = sha1(stableJson({ readingVersion, ...report, header: header ?? null }));
  return {
    held,
    text,
    textHash,
    job: { kind: "report", report: { ...report, ...(header !== undefined && { header }) } },
  };
}

/** Reads a document, or takes the earlier reading of the same text, as JSON. */
export const readDocument = (prepared: PreparedDocument, earlier: string | undefined): ReadDocument => ({
  ...prepared,
  claims: earlier === undefined ? doReadingJob(prepared.job) : JSON.parse(earlier),
});

const langsOf = ({ lines }: DocumentText): readonly (string | null)[] => lines.map(({ lang }) => lang);

const authorOf = ({ outlet, place }: HeldDocument): string => outlet ?? place;

/** Names a claim by its document, the document's text and where in it the claim stands: of another text it is another claim. */
export function claimNamer({ held, text }: ReadDocument): (span: { from: number; to: number }) => string {
  const hash = sha1(text.text);
  return ({ from, to }) => sha1([held.entityId, hash, String(from), String(to)].join("\u001F"));
}
