import type { Clause } from "../text/find-clauses.ts";
import { findCues } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { phraseWords } from "./phrase-words.ts";
import type { Told } from "./block-reader.ts";
import { bare, withoutTail } from "./clause-shapes.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import type { Manner } from "./statement.ts";
import type { Tellers } from "./tellers.ts";
import type { Voice } from "./voice.ts";

/** Words with how they are told. */
export interface TakenBack extends Told {
  readonly tokens: readonly Token[];
}

interface Taking {
  readonly clause: Clause;
  /** The report that is rejected or withdrawn. */
  readonly content: Clause;
  readonly voice: Voice;
  readonly manner: Manner;
  readonly tellers: Tellers;
}

/**
 * "It rejected a report by the Review that ...": a denial, and what the Review said. "The paper has withdrawn its report that
 * ...": an act of the paper, and what no longer holds.
 */
export function tellTakenBack(
  words: readonly Token[],
  { clause, content, voice, manner, tellers }: Taking,
): readonly TakenBack[] {
  const cues = [clause.lemma];
  const told = words.slice(content.from, content.to);
  if (manner !== "denied") {
    const isRetracted = findCues("withdrawn", clause.lemma).length > 0;
    return [
      { tokens: words.slice(clause.from, clause.to), manner, voice, cues },
      { tokens: told, manner: "said", voice, cues, isRetracted },
    ];
  }
  const by = words.slice(clause.verbEnd, content.from).findIndex(({ low }) => /^(?:by|in|of)$/u.test(low));
  const phrase = by < 0 ? undefined : readSpeakerPhrase(phraseWords(words, clause.verbEnd + by + 1));
  const said = phrase && phrase.kind !== "person" ? tellers.voiceOf(bare(phrase, "report"), []) : undefined;
  return [
    { tokens: words.slice(clause.from, content.to), manner, voice, cues },
    ...(said ? [{ tokens: told, manner: "said" as const, voice: said, cues: ["a report by"] }] : []),
  ];
}

/** "has retracted an article which made him the owner": an act of the outlet, and what no longer holds, up to the next clause. */
export function tellWithdrawn(
  words: readonly Token[],
  { own, clauses, voice }: { own: Clause; clauses: readonly Clause[]; voice: Voice },
): readonly TakenBack[] {
  const piece = clauses.find(({ kind, from }) => kind === "relative" && from > own.verb);
  if (!piece) return [];
  const cues = [own.lemma];
  const next = clauses.find(({ kind, from }) => kind !== "relative" && from > piece.verb);
  const told = words
    .slice(0, next?.from)
    .slice(piece.subjectFrom < piece.subjectTo ? piece.subjectFrom : piece.from + 1);
  return [
    { tokens: withoutTail(words.slice(own.from, piece.from)), manner: "act", voice, cues },
    { tokens: withoutTail(told), manner: "said", voice, cues, isRetracted: true },
  ];
}
