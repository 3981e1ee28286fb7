import type { Clause } from "../text/find-clauses.ts";
import { isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { tells } from "../text/reporting.ts";
import { canSpeak, citedIn, isPassiveGroup, maySpeak, type Attribution } from "./attribution.ts";
import type { ChainLink } from "./claim.ts";
import { bare, contentOf } from "./clause-shapes.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { phraseWords } from "./phrase-words.ts";
import type { Tellers } from "./tellers.ts";
import type { Voice } from "./voice.ts";

/** "From the unification office I have this: ...": the source of what follows. */
export function givenBy(words: readonly Token[], tellers: Tellers, carriers: readonly ChainLink[]): Voice | undefined {
  if (words[0]?.low !== "from") return hadFrom(words, tellers, carriers);
  const end = words.findIndex(({ tag, low }) => tag === "PRON" && /^(?:i|we|he|she|they)$/u.test(low));
  const verb = words[end + 1];
  if (
    end < 2 ||
    !verb ||
    !/^(?:have|has|had|hear|heard|hears|learn|learned|learnt|understand|understands|got|received|knows)$/u.test(
      verb.low,
    )
  )
    return undefined;
  const isOwn = /^(?:i|we)$/u.test(words[end]?.low ?? "");
  if (!isOwn && words[end + 2]?.low !== "it") return undefined;
  const told = isOwn ? undefined : readSpeakerPhrase(words.slice(end, end + 1));
  const outer = told && canSpeak(told) ? tellers.voiceOf(bare(told, "say"), carriers)?.links : undefined;
  return voiceOf(words.slice(1, end), tellers, outer ?? carriers);
}

/** "We have this from the chief mate: ...", "I had it from a clerk: ...". */
function hadFrom(words: readonly Token[], tellers: Tellers, carriers: readonly ChainLink[]): Voice | undefined {
  const colon = words.findIndex(({ low }) => low === ":");
  const from = words.findIndex(({ low }) => low === "from");
  const isOwn = /^(?:i|we)$/u.test(words[0]?.low ?? "") && /^(?:have|had|hear|heard|got)$/u.test(words[1]?.low ?? "");
  if (!isOwn || from < 2 || from > 3 || colon < from) return undefined;
  return voiceOf(words.slice(from + 1, colon), tellers, carriers);
}

/** "What the order says is ...", "What he saw was ...": whose words or sight what follows is. */
export function whatTold(words: readonly Token[], tellers: Tellers, carriers: readonly ChainLink[]): Voice | undefined {
  if (words[0]?.low !== "what") return undefined;
  const verb = words.findIndex(({ tag }, index) => index > 1 && (tag === "VERB" || tag === "AUX"));
  const { lemma = "" } = words[verb] ?? {};
  const be = words.findIndex(
    ({ tag, low }, index) => index > verb && tag === "AUX" && /^(?:is|was|are|were)$/u.test(low),
  );
  const between = words.slice(verb + 1, be);
  const isNear = between.length < 3 || (between[0]?.low === "," && between.at(-1)?.low === ",");
  const isTold = tells(lemma, "say", "allege", "show") || isWordOf("saw", lemma);
  return verb > 0 && be > 0 && isNear && isTold ? voiceOf(words.slice(1, verb), tellers, carriers) : undefined;
}

/** The words before a colon that name somebody: "The bank's position" of "The bank's position, in an e-mail:", with a name behind a comma. */
export function introducing(words: readonly Token[]): readonly Token[] {
  const colon = words.findIndex(({ low }) => low === ":");
  const comma = words.findIndex(
    ({ low, tag }, index) => index > 0 && (low === "," || (low === "again" && tag === "ADV")),
  );
  if (comma < 0 || comma > colon) return words.slice(0, Math.max(0, colon));
  let name = comma + 1;
  while (words[name]?.tag === "PROPN") name += 1;
  return words.slice(0, name > comma + 1 && /^[,:]$/u.test(words[name]?.low ?? "") ? name : comma);
}

// Longer words before a colon are more than a name with how it was heard.
const introductionMax = 12;

/** "FRONT: the bridge is ours", "Lund again, this time in the chamber: ...": whose the words behind the colon are. */
export function introducedVoice(
  words: readonly Token[],
  tellers: Tellers,
  carriers: readonly ChainLink[],
): Voice | undefined {
  const colon = words.findIndex(({ low }) => low === ":");
  const before = words.slice(0, Math.max(0, colon));
  if (colon < 1 || colon > introductionMax || before.some(({ tag }) => /^(?:VERB|AUX|NUM)$/u.test(tag)))
    return undefined;
  const named = introducing(words);
  const phrase = readSpeakerPhrase(named);
  return phrase && tellers.opensWords(phrase) ? voiceOf(named, tellers, carriers) : undefined;
}

/** "..., if a forwarder is to be believed": it is his word, and it is doubted. */
export function believedVoice(
  words: readonly Token[],
  clause: Clause,
  { verbs, tellers, carriers }: { verbs: string; tellers: Tellers; carriers: readonly ChainLink[] },
): Voice | undefined {
  if (!/\bto be (?:believed|trusted)\b/u.test(verbs)) return undefined;
  return voiceOf(words.slice(clause.subjectFrom, clause.subjectTo), tellers, carriers);
}

/** The voice of a clause's subject, where it can speak: "All four plead", "Lake Radio took that back". */
export function subjectVoice(
  words: readonly Token[],
  clause: Clause,
  tellers: Tellers,
  carriers: readonly ChainLink[],
): Voice | undefined {
  const phrase = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
  return canSpeak(phrase) ? tellers.voiceOf(bare(phrase, clause.lemma), carriers) : undefined;
}

/** "the supervisor is reported to have said": his voice, where he can speak. */
export function reportedVoice(
  words: readonly Token[],
  clause: Clause,
  tellers: Tellers,
  carriers: readonly ChainLink[],
): Voice | undefined {
  const told = textOf(words.slice(clause.verb, clause.to));
  if (!isPassiveGroup(words, clause) || !/\bto have (?:said|told|written|added)\b/u.test(told)) return undefined;
  const phrase = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
  return canSpeak(phrase) ? tellers.voiceOf(bare(phrase, "say"), carriers) : undefined;
}

/** The voice of those words as a speaker, who now speaks in the block. */
function voiceOf(words: readonly Token[], tellers: Tellers, carriers: readonly ChainLink[]): Voice | undefined {
  const phrase = readSpeakerPhrase(words);
  const voice = canSpeak(phrase) ? tellers.voiceOf(bare(phrase, "say"), carriers) : undefined;
  if (voice) tellers.current = voice;
  return voice;
}

/** "Or so a former diplomat suggests", "So says the log", "That is how the station put it", "Those are the words of its chairman": who has told the words before; undefined for any other clause. */
export function retellerOf(words: readonly Token[], clauses: readonly Clause[]): Attribution | undefined {
  const pointing = pointedTeller(words);
  if (canSpeak(pointing)) return bare(pointing, "say");
  const so = /^(?:or|and|at)$/u.test(words[0]?.low ?? "") ? words.findIndex(({ low }) => low === "so") : 0;
  const clause = clauses[0];
  if (!clause || so < 0 || so > 3 || words[so]?.low !== "so") return undefined;
  if (!tells(clause.lemma, "say", "allege", "hedge") || contentOf(clauses, 0)) return undefined;
  const isInverted = clause.verb === so + 1;
  const named = isInverted ? phraseWords(words, clause.verbEnd) : words.slice(so + 1, clause.verb);
  const phrase = readSpeakerPhrase(named);
  return maySpeak(phrase, clause.lemma) ? { ...bare(phrase, clause.lemma), from: citedIn(words) } : undefined;
}

/** "That, at any rate, is how the station opened its bulletin", "Those are the words of its chairman". */
function pointedTeller(words: readonly Token[]): SpeakerPhrase | undefined {
  if (!/^(?:that|this|those|these|such)$/u.test(words[0]?.low ?? "")) return undefined;
  const be = words.findIndex(({ low }, index) => index < 8 && /^(?:is|are|was|were)$/u.test(low));
  if (be < 1) return undefined;
  const next = words[be + 1]?.low ?? "";
  if (next === "how" || next === "what") {
    const named = phraseWords(words, be + 2);
    return putsIt(words, be + 2 + named.length) ? readSpeakerPhrase(named) : undefined;
  }
  const of = words.findIndex(({ low }, index) => index > be && index < be + 5 && low === "of");
  const noun = words[of - 1]?.low ?? "";
  return of > 0 && (isWordOf("telling-in", noun) || isWordOf("telling-by", noun))
    ? readSpeakerPhrase(phraseWords(words, of + 1))
    : undefined;
}

/** "puts it", "tells", "opened its bulletin": a verb by which somebody gives his account. */
function putsIt(words: readonly Token[], verb: number): boolean {
  const { lemma = "" } = words[verb] ?? {};
  const isIt = /^(?:it|things|this|that)$/u.test(words[verb + 1]?.low ?? "");
  return (
    tells(lemma, "say") ||
    /^(?:open|begin)$/u.test(lemma) ||
    (isIt && (tells(lemma, "give") || /^(?:see|present)$/u.test(lemma)))
  );
}
