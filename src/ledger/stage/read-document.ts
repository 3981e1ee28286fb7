import { sha1, stableJson } from "../../base/index.ts";
import { readClaims, type DocumentClaims } from "../claims/read-claims.ts";
import { documentText, type DocumentText } from "./document-text.ts";
import type { HeldDocument } from "./held-documents.ts";

/** Raised when the same text gives other claims than before, so that it is read again. */
const readingVersion = "2";

/** A document's text and the hash by which an earlier reading of it is found. */
export interface PreparedDocument {
  readonly held: HeldDocument;
  readonly text: DocumentText;
  /** Of its words and of what the reading takes from outside them, 40 hex digits. */
  readonly textHash: string;
}

/** A document with what was read in it. */
export interface ReadDocument extends PreparedDocument {
  readonly claims: DocumentClaims;
}

/** Puts the text of a document together. */
export function prepareDocument(held: HeldDocument): PreparedDocument {
  const text = documentText(held.passages);
  const textHash = sha1(
    stableJson({ readingVersion, text: text.text, author: authorOf(held), header: held.header ?? null }),
  );
  return { held, text, textHash };
}

/** Reads a document, or takes the earlier reading of the same text, as JSON. */
export function readDocument(prepared: PreparedDocument, earlier: string | undefined): ReadDocument {
  const { held, text } = prepared;
  const { header } = held;
  const claims: DocumentClaims =
    earlier === undefined
      ? readClaims({ text: text.text, author: authorOf(held), ...(header !== undefined && { header }) })
      : JSON.parse(earlier);
  return { ...prepared, claims };
}

const authorOf = ({ outlet, place }: HeldDocument): string => outlet ?? place;

/** Names a claim by its document, the document's text and where in it the claim stands: of another text it is another claim. */
export const claimIdOf = ({ held, text }: ReadDocument, { from, to }: { from: number; to: number }): string =>
  sha1([held.entityId, sha1(text.text), String(from), String(to)].join("\u001F"));
