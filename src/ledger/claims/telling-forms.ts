import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import { findCues, isWordOf, textOf } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak, isPassiveGroup } from "./attribution.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";

// Between a noun of telling and its "that" stand at most whom it is told and when.
const nounDistanceMax = 5;

/** As what verb a clause tells that has none of telling; undefined where it tells nothing. */
export type TellsAs = "say" | "fear" | "deny";

/**
 * "gave evidence that ...", "voiced fears that ...": a verb that means little, with a noun for what is said and the clause that
 * says it behind the noun.
 */
export function tellsByNoun(words: readonly Token[], clause: Clause, content: Clause | undefined): TellsAs | undefined {
  if (content?.kind !== "that" || words[content.from - 1]?.low !== "that" || !isWordOf("light-verb", clause.lemma))
    return undefined;
  const that = content.from - 1;
  // "had no evidence that", "received a report from the port that": nothing is said, or somebody else says it.
  const object = words.slice(clause.verb, that);
  if (object.some(({ low }) => /^(?:no|not|never|any|little|from|by|of|in)$/u.test(low))) return undefined;
  for (let index = that - 1; index >= Math.max(clause.verbEnd, that - nounDistanceMax); index -= 1) {
    const { low, tag } = at(words, index);
    if (tag !== "NOUN") continue;
    if (isWordOf("denial-noun", low)) return "deny";
    if (isWordOf("doubt-noun", low)) return "fear";
    if (isWordOf("report-noun", low) || isWordOf("content-noun", low)) return "say";
  }
  return undefined;
}

/** "was adamant that ...", "is convinced that ...": said of somebody who holds it to be so. */
export function tellsByAdjective(words: readonly Token[], clause: Clause, content: Clause | undefined): boolean {
  if (content?.kind !== "that" || words[clause.subjectFrom]?.low === "it" || words[clause.subjectFrom]?.low === "there")
    return false;
  const verb = at(words, clause.verb);
  if (!/^(?:am|is|are|was|were|be|has|have|had|remains?|remained|seems?|seemed)$/u.test(verb.low)) return false;
  return words.slice(clause.verb + 1, content.from).some(({ low }) => isWordOf("telling-adjective", low));
}

/** "claimed to have sunk", "promised to repay", "remembers seeing", "admitted to taking": what is said stands in the clause itself. */
export function tellsByInfinitive(words: readonly Token[], clause: Clause): boolean {
  const next = words[clause.verbEnd];
  if (next?.low === "to") return tells(clause.lemma, "commit") || /^(?:admit|confess)$/u.test(clause.lemma);
  const isNumber = words.slice(clause.verbEnd, clause.verbEnd + 3).some(({ tag }) => tag === "NUM");
  if (isNumber && clause.lemma === "remember") return true;
  return next?.tag === "VERB" && next.low.endsWith("ing") && /^(?:remember|recall|recollect)$/u.test(clause.lemma);
}

/** "sees no link between", "accused the broker of hiding ...", "blamed a valve for the fire": what is said of somebody or something stands in the clause itself. */
export const tellsOfSomebody = (words: readonly Token[], clause: Clause): boolean =>
  /^(?:blame|accuse|denounce|condemn)$/u.test(clause.lemma) ||
  (clause.lemma === "put" && /\bdown to\b/u.test(textOf(words.slice(clause.verbEnd, clause.to)))) ||
  (tells(clause.lemma, "impute") &&
    words.slice(clause.verbEnd, clause.to).some(({ low }) => /^(?:of|for|to|as|on|with)$/u.test(low))) ||
  (/^(?:see|find|have)$/u.test(clause.lemma) &&
    words[clause.verbEnd]?.low === "no" &&
    // Who sees no link judges; what has none only stands alone.
    isWordOf(clause.lemma === "have" ? "proof" : "ground", words[clause.verbEnd + 1]?.low ?? ""));

/** Whether the words of an attribution call a claim false: "called the report false", "dismissed it as baseless". */
export const isDenial = (
  words: readonly Token[],
  { clause, next, end }: { clause: Clause; next: Clause | undefined; end: number },
): boolean =>
  next?.kind !== "that" &&
  (callsFalse(words, clause, end) || findCues("denial", textOf(words.slice(clause.verb, end))).length > 0);

/** "called the report false": a judgement by which a claim is denied. */
const callsFalse = (words: readonly Token[], clause: Clause, end: number): boolean =>
  /^(?:call|describe|label|brand|dub|term|dismiss|denounce|characterise|characterize)$/u.test(clause.lemma) &&
  words
    .slice(clause.verbEnd, end)
    .some(({ low }, index, behind) => isWordOf("false", low) && behind[index + 1]?.tag !== "NOUN");

/** ", saying that ...", "a statement saying ...": where the participle stands that tells the clause; undefined where none does. */
export function participleBefore(words: readonly Token[], clause: Clause): number | undefined {
  const verb = words[clause.from - 1]?.low === "that" ? clause.from - 2 : clause.from - 1;
  const token = words[verb];
  if (!token?.low.endsWith("ing") || !tells(token.lemma, "say", "allege", "deny", "confirm", "hedge")) return undefined;
  const before = words[verb - 1];
  const isSetOff = /^(?:,|while|but|and|though|by)$/u.test(before?.low ?? "");
  return isSetOff || (before?.tag === "NOUN" && isWordOf("report-noun", before.low)) ? verb : undefined;
}

/** Whom a relative clause with a verb of telling describes: "the army" of "the army, which had denied that"; undefined where nobody can speak. */
export function tellingAntecedent(words: readonly Token[], clause: Clause): SpeakerPhrase | undefined {
  if (!tells(clause.lemma, "say", "allege", "deny", "confirm", "hedge") || isPassiveGroup(words, clause))
    return undefined;
  return antecedentOf(words, clause) ?? ownedTeller(words, clause);
}

/** "Ondina Maritime, whose lawyer denied that": the one who belongs to what is described. */
function ownedTeller(words: readonly Token[], { from, subjectFrom, subjectTo }: Clause): SpeakerPhrase | undefined {
  const phrase = words[from]?.low === "whose" ? readSpeakerPhrase(words.slice(subjectFrom, subjectTo)) : undefined;
  return canSpeak(phrase) ? phrase : undefined;
}

/** Whom a clause describes whose subject is "who" or "which"; undefined for any other, and where nobody can speak. */
export function antecedentOf(words: readonly Token[], clause: Clause): SpeakerPhrase | undefined {
  if (!/^(?:who|which)$/u.test(words[clause.from]?.low ?? "") || clause.subjectFrom < clause.subjectTo)
    return undefined;
  const end = words[clause.from - 1]?.low === "," ? clause.from - 1 : clause.from;
  let from = end;
  while (
    from > 0 &&
    (/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/u.test(at(words, from - 1).tag) || words[from - 1]?.low === "of")
  )
    from -= 1;
  const phrase = readSpeakerPhrase(words.slice(from, end));
  return canSpeak(phrase) ? phrase : undefined;
}
