import { sha1, stableJson } from "../../base/index.ts";
import type { WordedClaim } from "../claims/attach-words.ts";
import type { DocumentClaims } from "../claims/read-claims.ts";
import type { Span } from "../words/sentences.ts";
import { interviewClaims } from "../interviews/interview-claims.ts";
import { documentText } from "./document-text.ts";
import type { HeldInterview } from "./held-interviews.ts";
import type { PreparedDocument, ReadDocument } from "./read-document.ts";

/** Raised when the same answers give other claims than before, so that they are read again. */
const readingVersion = "2";

/** Puts the answers of a session together, one a line. */
export function prepareInterview({ held, rows }: HeldInterview): PreparedDocument {
  return { held, text: documentText(held.passages), textHash: sha1(stableJson({ readingVersion, interview: rows })) };
}

/** Reads the answers of a session as claims, or takes the earlier reading of the same ones, as JSON. */
export function readInterview(
  prepared: PreparedDocument,
  { rows }: Pick<HeldInterview, "rows">,
  earlier: string | undefined,
): ReadDocument {
  return { ...prepared, claims: earlier === undefined ? inText(interviewClaims(rows)) : JSON.parse(earlier) };
}

/** Claims with offsets in their own answers as claims of the text that holds all answers, one a line. */
function inText(read: DocumentClaims): DocumentClaims {
  let start = 0;
  const claims = read.claims.map((claim, index): WordedClaim => {
    const shifted = moved(claim, start, index + 1);
    start += claim.quote.length + 1;
    return shifted;
  });
  return { ...read, claims };
}

function moved(claim: WordedClaim, by: number, line: number): WordedClaim {
  const shift = <Found extends Span>(found: Found): Found => ({ ...found, from: found.from + by, to: found.to + by });
  return {
    ...shift(claim),
    line,
    sentence: shift(claim.sentence),
    date: claim.date && shift(claim.date),
    counts: claim.counts.map(shift),
    places: claim.places.map(shift),
  };
}
