import type { Clause } from "../text/find-clauses.ts";
import { isWordOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak, isPassiveGroup } from "./attribution.ts";
import { phraseWords } from "./phrase-words.ts";
import { informantIn } from "./clause-shapes.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import type { Tellers } from "./tellers.ts";

const reaching = /^(?:reach|interview|contact|meet|telephone|phone)$/u;
const resting = /^(?:rely|rest|draw|depend|base)$/u;

/**
 * "The information was attributed to a magistrate", "its source is an ex-employee": whom the report that was told last rests
 * on. Undefined for any other clause; such a clause claims nothing itself.
 */
export function sourceNamed(words: readonly Token[], clause: Clause): SpeakerPhrase | undefined {
  const subject = words.slice(clause.subjectFrom, clause.verb);
  const behind = words.slice(clause.verbEnd, clause.to);
  const isReport = subject.some(({ tag, low }) => tag === "NOUN" && isWordOf("report-noun", low));
  if (isReport && resting.test(clause.lemma) && behind[0]?.low === "on") {
    const rested = readSpeakerPhrase(phraseWords(behind, 1));
    return canSpeak(rested) && rested.kind === "person" ? rested : undefined;
  }
  const isSource =
    clause.lemma === "be" && subject.some(({ low }) => /^(?:source|sources|informant|informants)$/u.test(low));
  if (isDrawn(subject, behind, clause)) {
    const drawn = readSpeakerPhrase(phraseWords(behind, behind.findIndex(({ low }) => low === "from") + 1));
    return canSpeak(drawn) && drawn.kind === "person" && !drawn.isPronoun ? drawn : undefined;
  }
  const isGiven = /^(?:attribute|credit|ascribe|trace|source)$/u.test(clause.lemma) && isPassiveGroup(words, clause);
  if (
    isGiven &&
    !subject.some(({ low }) => isWordOf("report-noun", low) || /^(?:information|news|rumour|it|this)$/u.test(low))
  )
    return undefined;
  const to = isGiven ? behind.findIndex(({ low }) => low === "to") + 1 : 0;
  const phrase = isSource || (isGiven && to > 0) ? readSpeakerPhrase(phraseWords(behind, to)) : undefined;
  return canSpeak(phrase) && phrase.kind === "person" ? phrase : undefined;
}

/** "The Courier has its number from a stevedore": an outlet's own figure or story, from somebody. */
function isDrawn(subject: readonly Token[], behind: readonly Token[], { lemma }: Clause): boolean {
  const from = behind.findIndex(({ low }) => low === "from");
  const object = behind.slice(0, Math.max(0, from));
  return (
    /^(?:have|get|take|draw|owe)$/u.test(lemma) &&
    subject.length > 0 &&
    object.length < 5 &&
    object.some(({ low }) => /^(?:its|their|this|that|the)$/u.test(low)) &&
    object.some(
      ({ low }) => isWordOf("report-noun", low) || /^(?:figure|number|story|information|news|count|total)$/u.test(low),
    )
  );
}

/**
 * What an outlet's report rests on: "it relies on a broker" also for what the block has told by it, "the Post reached the
 * broker too" for what follows. An office or an outlet that does something else may speak next.
 */
export function restOn(tokens: readonly Token[], clause: Clause, tellers: Tellers): void {
  const subject = readSpeakerPhrase(tokens.slice(0, Math.max(0, clause.verb - clause.from)));
  if (!subject) return;
  if (spokeTo(tokens, { clause, subject, tellers })) return;
  const known = tellers.peek(subject);
  const isOutlet = subject.kind === "outlet" || (known !== undefined && tellers.kindOf(known) === "outlet");
  if (subject.kind === "body" || subject.kind === "outlet") tellers.mention(subject);
  const behind = tokens.slice(clause.verb - clause.from);
  const informant = isOutlet ? informantIn(behind) : undefined;
  const outlet = tellers.peek(subject);
  if (!informant || outlet === undefined) return;
  const isResting = resting.test(clause.lemma) && behind.some(({ low }) => low === "on" || low === "upon");
  if (!isResting && !reaching.test(clause.lemma) && subject.kind !== "outlet") return;
  const source = tellers.note(informant);
  if (isResting || reaching.test(clause.lemma)) tellers.base(outlet, source, isResting);
}

/** "A bookkeeper has spoken to the Dispatch and to the Gazette": on him rests what either tells next. */
function spokeTo(
  tokens: readonly Token[],
  { clause, subject, tellers }: { clause: Clause; subject: SpeakerPhrase; tellers: Tellers },
): boolean {
  if (!/^(?:speak|talk)$/u.test(clause.lemma) || subject.kind !== "person" || subject.isPronoun) return false;
  const outlets = tokens.flatMap(({ low }, index) => {
    const phrase = /^(?:to|with)$/u.test(low) ? readSpeakerPhrase(phraseWords(tokens, index + 1)) : undefined;
    return phrase && tellers.isOutlet(phrase) ? [phrase] : [];
  });
  if (outlets.length === 0) return false;
  const source = tellers.note(subject);
  for (const outlet of outlets) tellers.base(tellers.carrier(outlet), source, false);
  return true;
}
