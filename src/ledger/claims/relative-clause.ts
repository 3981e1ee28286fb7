import type { Clause } from "../text/find-clauses.ts";
import { findCues, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak } from "./attribution.ts";
import type { Told } from "./block-reader.ts";
import type { ChainLink } from "./claim.ts";
import { bare, isWorthAlone } from "./clause-shapes.ts";
import { isReckoning } from "./clause-signs.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import { tells } from "../text/reporting.ts";
import type { Tellers } from "./tellers.ts";
import { linkOf, silentVoice } from "./voice.ts";

interface Around {
  readonly clause: Clause;
  readonly tellers: Tellers;
  readonly carriers: readonly ChainLink[];
  /** Whether no attribution before it is still telling. */
  readonly isBeside: boolean;
}

/**
 * What a relative clause is: the author's comment ("in what would be"), what a speaker adds ("which he said belonged"),
 * background of the one named, or content like that of the clause it stands in; undefined where it is no claim of its own.
 */
export function tellRelative(words: readonly Token[], around: Around): Told | "content" | undefined {
  const { clause, tellers, carriers, isBeside } = around;
  const tokens = words.slice(clause.from, clause.to);
  const first = tokens[0]?.low;
  const speaks = tells(clause.lemma, "say", "confirm") && clause.subjectFrom < clause.verb;
  const speaker = speaks ? readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb)) : undefined;
  const voice = canSpeak(speaker) ? tellers.voiceOf(bare(speaker, clause.lemma), carriers) : undefined;
  if (voice) return { manner: "said", voice, cues: [clause.lemma] };
  if (first === "in" || (first === "which" && isBeside && isReckoning(tokens)))
    return { manner: "flat", voice: silentVoice };
  if (!isWorthAlone(words, clause) || isWithholding(tokens)) return undefined;
  const isHedged = findCues("hedge", textOf(tokens)).length > 0;
  const isBehindComma = words[clause.from - 1]?.low === ",";
  return first === "who" && !isHedged && isBeside && isBehindComma ? describe(words, around) : "content";
}

/** ", who asked not to be named": how somebody speaks, and no claim. */
const isWithholding = (tokens: readonly Token[]): boolean =>
  tokens[0]?.low === "who" && findCues("anonymous", textOf(tokens)).length > 0;

/** ", who has asked for an inquiry": an act of one who speaks; else background. */
function describe(words: readonly Token[], { clause, tellers }: Around): Told {
  const subject = readSpeakerPhrase(words.slice(Math.max(0, clause.from - 8), clause.from - 1));
  const actor = tells(clause.lemma, "find") && subject ? tellers.peek(subject) : undefined;
  if (actor) return { manner: "act", voice: { links: [linkOf(actor)], why: "It is its own act." } };
  return { manner: "background", voice: tellers.background() };
}
