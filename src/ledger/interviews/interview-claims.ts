import type { InterviewBasis } from "../../model/index.ts";
import { attachWords } from "../claims/attach-words.ts";
import type { ChainLink, Claim, ClaimReason } from "../claims/claim.ts";
import { readClaims, type DocumentClaims } from "../claims/read-claims.ts";
import { findWritten, type WrittenOn } from "../dates/index.ts";
import { TellerBook, toldLink } from "./teller-book.ts";

/** A row of the table `interview_answer`, with the file that it stands in and whose it is. */
export interface InterviewRow {
  /** `dataset/name` of the sheet. */
  readonly file: string;
  readonly row: number;
  /** The day of the session, ISO; null where the sheet does not say. */
  readonly day: string | null;
  /** The protected source whose hand-over the sheet is: its speakers are pseudonyms; null for any other. */
  readonly sealedSource: string | null;
  readonly speaker: string;
  readonly interpreter: string | null;
  readonly answer: string;
  readonly basis: InterviewBasis;
  /** From whom or in what the speaker has it: the nearest first, then who told that one. */
  readonly toldBy: readonly string[];
}

/**
 * The answers of interviews as claims, one for each row in its order, with its chain: who is known to have it first, whom it
 * went through, the speaker, the interpreter, the sheet. What was seen roots in the speaker, what was told or read in the
 * last that is named; without one the root is unknown. A guess is a hedged assessment. `from` and `to` are offsets in the
 * answer, `line` is the row of the sheet.
 */
export function interviewClaims(rows: readonly InterviewRow[]): DocumentClaims {
  const book = new TellerBook();
  for (const row of rows) if (row.speaker !== "") book.speaker(row.speaker, row.sealedSource);
  const claims = rows.flatMap((row, index) => attachWords(row.answer, [claimOf(row, index, book)], writtenOf(row)));
  const days = new Set(rows.map(({ day }) => day));
  const [first] = rows;
  return { claims, sources: book.list(), written: first && days.size === 1 ? writtenOf(first) : undefined };
}

/** The day on which an answer was given, from which "last week" counts. */
const writtenOf = ({ day }: InterviewRow): WrittenOn | undefined => (day === null ? undefined : findWritten([], day));

function claimOf(row: InterviewRow, index: number, book: TellerBook): Claim {
  const { answer, basis } = row;
  const place = `${row.file} ${row.row}`;
  const speaker = row.speaker === "" ? book.unknown(`speaker ${place}`) : book.speaker(row.speaker, row.sealedSource);
  const text = readAnswer(row);
  const tellers = tellersOf(row, text, { speaker, place, book });
  const interpreter = row.interpreter === null ? [] : [toldLink(book.speaker(row.interpreter, row.sealedSource))];
  const sheet = book.sheet(row.file);
  const chain = [...tellers, toldLink(speaker), ...interpreter, toldLink(sheet)];
  const isGuess = basis === "guesses";
  const firmness = isGuess ? ("hedged" as const) : text.modality;
  return {
    id: `a${String(index + 1).padStart(4, "0")}`,
    from: 0,
    to: answer.length,
    line: row.row,
    quote: answer,
    kind: isGuess ? "assessment" : text.kind,
    polarity: text.polarity,
    modality: firmness === "asserted" && tellers.length > 0 ? "reported" : firmness,
    cues: isGuess ? ["guesses", ...text.cues] : text.cues,
    speaker: chain[0]?.source ?? speaker,
    chain,
    outlet: sheet,
    relation: "quoting",
    isQuoted: true,
    isIronic: text.isIronic,
    isRetracted: false,
    isLead: false,
    sentence: { from: 0, to: answer.length },
    lead: "",
    reasons: reasonsOf(row, text),
  };
}

/** What the words of an answer say of themselves. */
interface AnswerRead extends Pick<Claim, "kind" | "polarity" | "modality" | "cues" | "isIronic"> {
  /** Whom the answer itself names as having said it, the deepest first. */
  readonly namedInside: readonly string[];
}

/** Kind, polarity and hedges of an answer by its first statement; of one that is not understood, a plain event. */
function readAnswer({ answer, speaker }: InterviewRow): AnswerRead {
  const { claims, sources } = readClaims({ text: answer, author: speaker });
  const [first] = claims;
  if (!first)
    return { kind: "event", polarity: "positive", modality: "asserted", cues: [], isIronic: false, namedInside: [] };
  const nameOf = (id: string): string => sources.find((source) => source.id === id)?.name ?? "";
  const { kind, polarity, modality, cues, isIronic } = first;
  const namedInside = first.chain.slice(0, -1).map((link) => nameOf(link.source));
  return { kind, polarity, modality, cues, isIronic, namedInside: namedInside.filter((name) => name !== "") };
}

interface Telling {
  readonly speaker: string;
  readonly place: string;
  readonly book: TellerBook;
}

/** Who stands before the speaker, the deepest first: none if he saw it or guesses, somebody unknown if nobody is named. */
function tellersOf(row: InterviewRow, text: AnswerRead, { speaker, place, book }: Telling): readonly ChainLink[] {
  const known = (name: string): string => book.teller({ name, scope: row.sealedSource, saidBy: speaker });
  if (row.speaker === "") return [];
  if (row.basis === "guesses") return [];
  // An answer that gives somebody's word is not seen, whatever its basis says.
  if (row.basis === "saw") return text.namedInside.map((name) => ({ source: known(name), isInferred: true }));
  if (row.toldBy.length > 0 && row.basis !== "unknown")
    return row.toldBy.toReversed().map((name) => toldLink(known(name)));
  return [{ source: book.unknown(place), isInferred: true }];
}

function reasonsOf(row: InterviewRow, text: AnswerRead): readonly ClaimReason[] {
  const isSecondHand = row.basis === "saw" && text.namedInside.length > 0;
  return [
    { field: "speaker", why: basisWords(row) },
    ...(isSecondHand
      ? [{ field: "speaker" as const, why: `the answer itself gives the word of ${text.namedInside.join(", ")}` }]
      : []),
    ...(row.interpreter === null
      ? []
      : [{ field: "speaker" as const, why: `through the interpreter ${row.interpreter}` }]),
    ...(row.basis === "guesses"
      ? [{ field: "modality" as const, why: "the speaker guesses: it corroborates nothing" }]
      : []),
    ...text.cues.filter((cue) => cue !== "").map((cue) => ({ field: "modality" as const, why: cue })),
  ];
}

function basisWords({ speaker, basis, toldBy }: InterviewRow): string {
  const who = speaker === "" ? "nobody is named as the speaker" : speaker;
  switch (basis) {
    case "saw":
      return `${who} says to have seen it`;
    case "told":
      return toldBy.length === 0
        ? `${who} was told, it is not said by whom`
        : `${who} was told by ${toldBy.join(", who had it from ")}`;
    case "read":
      return toldBy.length === 0
        ? `${who} read it, it is not said where`
        : `${who} read it in ${toldBy.join(", which had it from ")}`;
    case "guesses":
      return `${who} guesses`;
    case "unknown":
      return `how ${who} knows it is not said`;
  }
}
