import type { Clause } from "../text/find-clauses.ts";
import { textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { tells } from "../text/reporting.ts";
import { canSpeak, isPassiveGroup, type Attribution } from "./attribution.ts";
import type { ChainLink } from "./claim.ts";
import { bare, contentOf } from "./clause-shapes.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import type { Tellers } from "./tellers.ts";
import type { Voice } from "./voice.ts";

/** "From the unification office I have this: ...": the source of what follows. */
export function givenBy(words: readonly Token[], tellers: Tellers, carriers: readonly ChainLink[]): Voice | undefined {
  if (words[0]?.low !== "from") return undefined;
  const end = words.findIndex(({ tag, low }) => tag === "PRON" && /^(?:i|we)$/u.test(low));
  const verb = words[end + 1];
  if (end < 2 || !verb || !/^(?:have|hear|heard|learn|learned|understand|got|received)$/u.test(verb.low))
    return undefined;
  return voiceOf(words.slice(1, end), tellers, carriers);
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

/** The voice of a clause's subject, where it can speak: "All four plead", "Hanok took that back". */
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

/** "Or so a former diplomat suggests": who has told the words before; undefined for any other clause. */
export function retellerOf(words: readonly Token[], clauses: readonly Clause[]): Attribution | undefined {
  const so = /^(?:or|and|at)$/u.test(words[0]?.low ?? "") ? words.findIndex(({ low }) => low === "so") : 0;
  const clause = clauses[0];
  if (!clause || so < 0 || so > 3 || words[so]?.low !== "so") return undefined;
  if (!tells(clause.lemma, "say", "allege", "hedge") || contentOf(clauses, 0)) return undefined;
  const phrase = readSpeakerPhrase(words.slice(so + 1, clause.verb));
  return canSpeak(phrase) ? bare(phrase, clause.lemma) : undefined;
}
