import type { WordedClaim } from "../claims/attach-words.ts";
import type { DocumentClaims } from "../claims/read-claims.ts";
import { interviewClaims, type InterviewRow } from "../interviews/interview-claims.ts";
import type { Span } from "../words/sentences.ts";

/** Reads the answers of a session as claims of the text that holds them, one a line. */
export const readAnswers = (rows: readonly InterviewRow[]): DocumentClaims => inText(interviewClaims(rows));

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
