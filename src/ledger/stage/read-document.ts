import { sha1, stableJson } from "../../base/index.ts";
import type { DocumentClaims } from "../claims/read-claims.ts";
import { readReport, type ReportClaims } from "../foreign/read-report.ts";
import { documentText, type DocumentText } from "./document-text.ts";
import type { HeldDocument } from "./held-documents.ts";

/** Raised when the same text gives other claims than before, so that it is read again. */
const readingVersion = "3";

/** A document's text and the hash by which an earlier reading of it is found. */
export interface PreparedDocument {
  readonly held: HeldDocument;
  readonly text: DocumentText;
  /** Of its words and of what the reading takes from outside them, 40 hex digits. */
  readonly textHash: string;
}

/** A document with what was read in it; of a report also by which rules, and what no rules read. */
export interface ReadDocument extends PreparedDocument {
  readonly claims: DocumentClaims & Partial<Pick<ReportClaims, "reading">>;
}

/** Puts the text of a document together. */
export function prepareDocument(held: HeldDocument): PreparedDocument {
  const text = documentText(held.passages);
  const textHash = sha1(
    stableJson({
      readingVersion,
      text: text.text,
      langs: langsOf(text),
      author: authorOf(held),
      header: held.header ?? null,
    }),
  );
  return { held, text, textHash };
}

/** Reads a document, or takes the earlier reading of the same text, as JSON. */
export function readDocument(prepared: PreparedDocument, earlier: string | undefined): ReadDocument {
  const { held, text } = prepared;
  const { header } = held;
  const report = { text: text.text, langs: langsOf(text), author: authorOf(held) };
  const claims: ReadDocument["claims"] =
    earlier === undefined ? readReport({ ...report, ...(header !== undefined && { header }) }) : JSON.parse(earlier);
  return { ...prepared, claims };
}

const langsOf = ({ lines }: DocumentText): readonly (string | null)[] => lines.map(({ lang }) => lang);

const authorOf = ({ outlet, place }: HeldDocument): string => outlet ?? place;

/** Names a claim by its document, the document's text and where in it the claim stands: of another text it is another claim. */
export const claimIdOf = ({ held, text }: ReadDocument, { from, to }: { from: number; to: number }): string =>
  sha1([held.entityId, sha1(text.text), String(from), String(to)].join("\u001F"));
