import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import { isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { carriedBy } from "./carried-by.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { phraseWords } from "./phrase-words.ts";
import { subjectBefore } from "./subject-before.ts";
import { tells } from "../text/reporting.ts";

/** A clause that gives words to someone: "the Courier said, citing BayInform". */
export interface Attribution {
  readonly speaker: SpeakerPhrase | undefined;
  /** Whom the words were told to, where that may be an outlet. */
  readonly told: SpeakerPhrase | undefined;
  /** Whom the speaker names as its own source: cited, quoted, heard from, told by. */
  readonly from: readonly SpeakerPhrase[];
  /** Who carried the speaker's statement: "in a statement that the agency carried". */
  readonly carrier: SpeakerPhrase | undefined;
  readonly lemma: string;
  /** The words from subject to verb that make it one. */
  readonly cue: string;
}

/** Reads a clause as an attribution; the clause's verb must be one of telling. */
export function readAttribution(tokens: readonly Token[], clause: Clause, end: number): Attribution {
  const subject = tokens.slice(clause.subjectFrom, clause.verb);
  const behind = tokens.slice(clause.verbEnd, end);
  const quoted = quotedSpeaker(tokens, clause, behind);
  if (quoted) return quoted;
  const isPassive = isPassiveGroup(tokens, clause);
  const carried = carriedBy(subject);
  const by = isPassive ? phraseAfter(behind, /^by$/u) : undefined;
  const parted = subjectBefore(tokens, clause);
  const isFree =
    subject.length === 0 || readSpeakerPhrase(subject) === undefined || isFragmentBefore(tokens, clause, behind);
  const inverted = isFree ? invertedSpeaker(behind, clause) : undefined;
  const heard = tells(clause.lemma, "hear") ? phraseAfter(behind, /^from$/u) : undefined;
  return {
    speaker: parted
      ? readSpeakerPhrase(parted)
      : (inverted ?? readSpeakerPhrase(withoutInsertions(carried?.told ?? subject))),
    told: isPassive ? undefined : toldTo(behind, clause.lemma),
    from: distinct(
      [by, heard, ...citedIn(tokens.slice(clause.from, describedTo(tokens, behind, end)))].filter(
        (phrase) => phrase !== undefined,
      ),
    ),
    carrier: carrierIn(behind) ?? carried?.carrier,
    lemma: clause.lemma,
    cue: textOf(tokens.slice(Math.max(clause.subjectFrom, clause.verb - 3), clause.verbEnd)),
  };
}

/** Where the words end by which a relative clause right behind says from whom the speaker has it: "said a driver, who heard this from a soldier". */
function describedTo(tokens: readonly Token[], behind: readonly Token[], end: number): number {
  const who = tokens[end]?.low === "who" ? end + 1 : behind.at(-1)?.low === "who" ? end : -1;
  if (who < 0 || !/^(?:heard|learned|learnt|had|got|has)$/u.test(tokens[who]?.low ?? "")) return end;
  const stop = tokens.findIndex(({ low }, index) => index > who && /^[,;.]$/u.test(low));
  return stop < 0 ? tokens.length : stop;
}

/** "Fish meal, says the foreman": what stands before the comma is what is said, and who says it stands behind the verb. */
export function isFragmentBefore(tokens: readonly Token[], clause: Clause, behind: readonly Token[]): boolean {
  if (tokens[clause.verb - 1]?.low !== "," || clause.subjectFrom >= clause.verb - 1) return false;
  if (isPassiveGroup(tokens, clause) || behind[0]?.low === "that") return false;
  return (
    canSpeak(invertedSpeaker(behind, clause)) &&
    !canSpeak(readSpeakerPhrase(tokens.slice(clause.subjectFrom, clause.verb - 1)))
  );
}

const distinct = (phrases: readonly SpeakerPhrase[]): readonly SpeakerPhrase[] =>
  phrases.filter(({ from }, index) => phrases.findIndex((other) => other.from === from) === index);

/** "quoted the former colleague as saying that": the object speaks, the subject carries it. "was quoted as saying": the subject speaks. */
function quotedSpeaker(tokens: readonly Token[], clause: Clause, behind: readonly Token[]): Attribution | undefined {
  const as = behind.findIndex(
    ({ low }, index) => low === "as" && /^(?:saying|telling|having)$/u.test(behind[index + 1]?.low ?? ""),
  );
  if (!/^(?:quote|cite)$/u.test(clause.lemma)) return undefined;
  const subject = readSpeakerPhrase(withoutInsertions(tokens.slice(clause.subjectFrom, clause.verb)));
  const isPassive = isPassiveGroup(tokens, clause);
  if (as < 0) return isPassive ? undefined : quotedObject(tokens, clause, { behind, subject });
  const carrier = isPassive ? phraseAfter(behind.slice(0, as), /^(?:by|in)$/u) : subject;
  return {
    speaker: isPassive ? subject : readSpeakerPhrase(behind.slice(0, as)),
    told: undefined,
    from: [],
    carrier,
    lemma: "say",
    cue: textOf(tokens.slice(clause.verb, clause.verbEnd + as + 2)),
  };
}

/** "The paper quotes a defector: ...", "cited an officer who said ...": the object speaks, where it can. */
function quotedObject(
  tokens: readonly Token[],
  clause: Clause,
  { behind, subject }: { behind: readonly Token[]; subject: SpeakerPhrase | undefined },
): Attribution | undefined {
  const who = behind.findIndex(({ low }) => /^(?:who|which|that)$/u.test(low));
  const speaker = readSpeakerPhrase(phraseWords(who < 0 ? behind : behind.slice(0, who), 0));
  if (!canSpeak(speaker) || !subject) return undefined;
  const cue = textOf(tokens.slice(clause.verb, clause.verbEnd));
  return { speaker, told: undefined, from: [], carrier: subject, lemma: "say", cue };
}

/** "It was denied by the spokesperson that ...", "were described by Customs as ...": the one behind "by" says it. */
export function agentAttribution(tokens: readonly Token[], clause: Clause, end: number): Attribution | undefined {
  const isTold =
    tells(clause.lemma, "say", "allege", "deny", "confirm", "hedge", "find", "hear") &&
    !/^(?:tell|inform|advise|assure)$/u.test(clause.lemma);
  const isImpersonal = tokens[clause.subjectFrom]?.low === "it";
  const isNamed =
    tells(clause.lemma, "deny", "impute") ||
    /^(?:describe|call|announce|report|confirm|acknowledge|value|estimate)$/u.test(clause.lemma);
  const behind = tokens.slice(clause.verbEnd, end);
  const by = behind.findIndex(({ low }) => low === "by");
  const words =
    by < 0 ? [] : phraseWords(behind, by + 1).filter(({ low }, index, all) => low !== "to" || index < all.length - 1);
  // "is thought by detectives to have fled".
  const isRaised = by === 0 && behind[1 + words.length]?.low === "to";
  if (!(isTold || isNamed) || !isPassiveGroup(tokens, clause) || !(isImpersonal || isNamed || isRaised))
    return undefined;
  const cut = words.findIndex(
    ({ low }, index) =>
      index > 0 && /^(?:as|from|to|of)$/u.test(low) && (low !== "of" || tells(clause.lemma, "impute")),
  );
  const speaker = readSpeakerPhrase(cut < 0 ? words : words.slice(0, cut));
  if (!maySpeak(speaker, clause.lemma)) return undefined;
  const heard = tells(clause.lemma, "hear") ? phraseAfter(behind, /^from$/u) : undefined;
  return {
    speaker,
    told: undefined,
    from: heard ? [heard] : [],
    carrier: undefined,
    lemma: clause.lemma,
    cue: textOf(tokens.slice(clause.verb, clause.verbEnd + by + 1)),
  };
}

/** "was told", "had been told": the subject was given the words. */
export const isPassiveGroup = (tokens: readonly Token[], clause: Clause): boolean =>
  !/^(?:lets?|ma(?:d|k)es?)$/u.test(at(tokens, clause.verb).low) &&
  !tokens.slice(clause.verb, clause.verbEnd).some(({ low }) => low === "let") &&
  tokens.slice(clause.verb, clause.verbEnd - 1).some(({ low }) => /^(?:am|is|are|was|were|been|be)$/u.test(low)) &&
  clause.verbEnd - clause.verb > 1 &&
  !at(tokens, clause.verbEnd - 1).low.endsWith("ing");

const citing = /^(?:citing|quoting|relaying|quotes|cites|crediting|credits)$/u;
/** "passing on Radio X", "which took it from the Post", "picked up from", "following", "after Lake Daily". */
const citingPhrases = [
  /^(?:passing on|picking up|leaning on)$/u,
  /^(?:lifted|took|takes|borrowed|copied) (?:the|an?|its) (?:item|story|report|piece|dispatch) from$/u,
  /^(?:took|takes|taken|had|has|lifted|borrowed|copied|picked up|got|gets) (?:it|this|that|the story|the report|up)? ?from$/u,
  /^(?:heard|learned|learnt|got|had) (?:it|this|that|the story|the news|so)? ?from$/u,
  /^first reported by$/u,
  /^as reported by$/u,
  /^(?:based|relying|drawing|drew|relied) on$/u,
  /^basing (?:its|his|her|their|the) (?:report|story|account|claim) on$/u,
  /^on the (?:authority|word|evidence|strength) of$/u,
  /^(?:attributing|crediting|sourcing) (?:it|this|that|them) to$/u,
];

/** Sources behind "citing" and its like, and, between commas, "from". */
export function citedIn(tokens: readonly Token[]): readonly SpeakerPhrase[] {
  const found: SpeakerPhrase[] = [];
  for (let index = 0; index + 1 < tokens.length; index += 1) {
    const start = citedFrom(tokens, index);
    const phrase = start === undefined ? undefined : readSpeakerPhrase(phraseWords(tokens, start));
    if (phrase) found.push(phrase);
  }
  return found;
}

/** Where the words of a cited source begin, if those at the position cite one. */
function citedFrom(tokens: readonly Token[], index: number): number | undefined {
  const { low } = at(tokens, index);
  if (citing.test(low)) return index + 1;
  const isBehindComma = tokens[index - 1]?.low === ",";
  if (
    isBehindComma &&
    (low === "from" || low === "after") &&
    tokens[index + 1]?.tag !== "NUM" &&
    (low === "from" || tokens[index + 1]?.tag === "PROPN")
  )
    return index + 1;
  const hasPerson = /^(?:which|who|has|have|had)$/u.test(tokens[index - 1]?.low ?? "");
  if (hasPerson && /^(?:reached|interviewed|contacted)$/u.test(low)) return index + 1;
  if (hasPerson && /^(?:spoke|talked|spoken)$/u.test(low) && /^(?:to|with)$/u.test(tokens[index + 1]?.low ?? ""))
    return index + 2;
  for (const length of [2, 3, 4]) {
    const words = tokens
      .slice(index, index + length)
      .map((token) => token.low)
      .join(" ");
    if (citingPhrases.some((pattern) => pattern.test(words))) return index + length;
  }
  return undefined;
}

/** "said Ada Lund of the bloc": the speaker behind the verb. */
function invertedSpeaker(behind: readonly Token[], clause: Clause): SpeakerPhrase | undefined {
  if (
    !tells(clause.lemma, "say", "allege", "hedge") ||
    /^(?:tell|inform|notify|advise|assure|brief|remind|read|post|publish|broadcast|call|label|identify|describe|document|detail)$/u.test(
      clause.lemma,
    )
  )
    return undefined;
  const isObject = behind[0]?.tag === "NUM" && !/^(?:say|add)$/u.test(clause.lemma);
  return isObject || isTimeWord(behind[0]) || behind[0]?.tag === "ADP"
    ? undefined
    : readSpeakerPhrase(phraseWords(behind, 0));
}

/** "wrote last Sunday that": a time is no speaker. */
const isTimeWord = (token: Token | undefined): boolean =>
  /^(?:last|this|next|on|in|at|yesterday|today|earlier|later|early|late|again|\p{L}+day)$/u.test(token?.low ?? "");

function phraseAfter(tokens: readonly Token[], word: RegExp): SpeakerPhrase | undefined {
  const index = tokens.findIndex(({ low }) => word.test(low));
  return index < 0 ? undefined : readSpeakerPhrase(phraseWords(tokens, index + 1));
}

/** Whom the words were told to: "told the Post", "confirmed to the Post". */
function toldTo(behind: readonly Token[], lemma: string): SpeakerPhrase | undefined {
  if (lemma === "tell") return readSpeakerPhrase(objectOf(behind));
  return behind[0]?.low === "to" && tells(lemma, "say", "confirm", "deny", "hedge")
    ? readSpeakerPhrase(objectOf(behind.slice(1)))
    : undefined;
}

/** The words right behind "told": up to "that", "by", "on" and the like. */
function objectOf(behind: readonly Token[]): readonly Token[] {
  const end = behind.findIndex(
    ({ low, tag }, index) =>
      /^(?:that|how|what|,|\.|:|in|on|by|at|with|from)$/u.test(low) || tag === "QUOTE" || (index > 0 && tag === "PRON"),
  );
  return end < 0 ? behind : behind.slice(0, end);
}

/** "it said in a statement that the state agency carried on Tuesday". */
function carrierIn(behind: readonly Token[]): SpeakerPhrase | undefined {
  const verb = behind.findIndex(({ low }) =>
    /^(?:carried|published|released|printed|aired|broadcast|posted|relayed|distributed)$/u.test(low),
  );
  if (verb < 0) return undefined;
  const that = behind.findLastIndex(({ low }, index) => index < verb && /^(?:that|which)$/u.test(low));
  if (that >= 0) return readSpeakerPhrase(behind.slice(that + 1, verb));
  return behind[verb + 1]?.low === "by" ? readSpeakerPhrase(phraseWords(behind, verb + 2)) : undefined;
}

/** Without ", citing X," and ", from the same person," between subject and verb. */
function withoutInsertions(subject: readonly Token[]): readonly Token[] {
  const cut = subject.findIndex(
    ({ low }, index) =>
      index > 0 &&
      at(subject, index - 1).low === "," &&
      /^(?:citing|quoting|relaying|basing|relying|drawing|attributing|crediting|from|speaking|asked|in|on|declining)$/u.test(
        low,
      ),
  );
  return cut < 0 ? subject : subject.slice(0, cut - 1);
}

/** Whether a phrase can speak at all: a person, an office, an outlet, a name, a pronoun; "the flight suggested" cannot. */
export const canSpeak = (phrase: SpeakerPhrase | undefined): phrase is SpeakerPhrase =>
  phrase !== undefined &&
  (phrase.kind !== undefined ||
    /^(?:he|she|they|it|i|we|one|both|neither|all|some|many|several|none|him|her|them|his|its|their)$/iu.test(
      phrase.text,
    ) ||
    (phrase.isPronoun && phrase.number > 1) ||
    isWordOf("representative", phrase.head));

/** Whether a phrase can be the subject of a verb that only someone who speaks can have: then any noun may be a person or an office. */
export const maySpeak = (phrase: SpeakerPhrase | undefined, lemma: string): phrase is SpeakerPhrase => {
  if (phrase === undefined || canSpeak(phrase)) return phrase !== undefined;
  return (
    tells(lemma, "say", "deny", "confirm", "hear", "refuse") &&
    !/^(?:report|note|call|describe|point|mark|show|put|answer|read)$/u.test(lemma)
  );
};
