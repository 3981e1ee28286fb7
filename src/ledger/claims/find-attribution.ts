import type { Clause } from "../text/find-clauses.ts";
import type { Token } from "../text/tag-tokens.ts";
import {
  agentAttribution,
  canSpeak,
  isFragmentBefore,
  isPassiveGroup,
  maySpeak,
  readAttribution,
  type Attribution,
} from "./attribution.ts";
import { givesNumber } from "./clause-shapes.ts";
import * as signs from "./clause-signs.ts";
import { ownerOfReport } from "./standing-for.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { tellsByAdjective, tellsByInfinitive, tellsByNoun, tellsOfSomebody } from "./telling-forms.ts";
import { isWordOf } from "../text/phrases.ts";
import { enacts, revises, withdrawsPiece } from "./own-act.ts";
import { tells } from "../text/reporting.ts";

/** What stands around a clause that may be an attribution. */
interface Around {
  readonly clause: Clause;
  /** The clause that can be what it tells. */
  readonly next: Clause | undefined;
  /** Where its words end. */
  readonly end: number;
  /** Whether clauses before it wait for someone to be named. */
  readonly isWaiting: boolean;
  /** Whether an attribution before it is still telling. */
  readonly isOpen: boolean;
  /** The subject of the last clause that has one. */
  readonly subject: readonly Token[];
  readonly peek: (phrase: SpeakerPhrase) => string | undefined;
  /** Whether the words name an outlet, by what they say or by what the text has said before. */
  readonly isOutlet: (phrase: SpeakerPhrase) => boolean;
}

/** `isNoun`: what it tells stands in the clause itself: "gives 31 tonnes". */
export interface FoundAttribution {
  readonly attribution: Attribution;
  readonly isNoun: boolean;
  /** As what verb it tells, where not by its own: "gave evidence that", "was adamant that". */
  readonly lemma?: string;
}

/** The clause as an attribution, if its verb tells, its subject can speak, and there is something that it tells. */
export function findAttribution(words: readonly Token[], around: Around): FoundAttribution | undefined {
  const { clause, next, end, isWaiting, isOpen, subject } = around;
  if (isPermission(words, clause)) return undefined;
  const formed = byForm(words, around) ?? byWitness(words, around);
  if (formed) return formed;
  // "The union knows of two", "has heard of six".
  const isAware =
    /^(?:know|hear)$/u.test(clause.lemma) && words[clause.verbEnd]?.low === "of" && givesNumber(words, clause, end);
  const figure = words.slice(clause.subjectFrom, clause.subjectTo);
  const isFigure = clause.lemma === "be" && (readSpeakerPhrase(figure)?.owner ?? ownerOfReport(figure)) !== undefined;
  if (next?.kind === "that" && isLine(words, clause))
    return { attribution: readAttribution(words, { ...clause, lemma: "say" }, end), isNoun: false };
  if (
    !isFigure &&
    !isAware &&
    !isQuotedAs(words, clause, end) &&
    !tells(clause.lemma, "say", "allege", "deny", "confirm", "hear", "hedge", "find", "relay", "give")
  )
    return undefined;
  const byAgent = agentAttribution(words, clause, end);
  if (byAgent) return { attribution: byAgent, isNoun: next?.kind !== "that" };
  if (isPassiveGroup(words, clause) && !signs.isToldPassive(words, clause) && !isQuotedAs(words, clause, end))
    return undefined;
  const read = readAttribution(words, clause, end);
  if (signs.isShared(clause) && isOpen)
    return {
      attribution: read,
      isNoun: next?.kind !== "that" && tells(clause.lemma, "give") && givesNumber(words, clause, end),
    };
  if (
    isFragmentBefore(words, clause, words.slice(clause.verbEnd, end)) &&
    tells(clause.lemma, "say", "allege", "hedge")
  )
    return { attribution: read, isNoun: true };
  const attribution = signs.isShared(clause) && !read.speaker ? { ...read, speaker: readSpeakerPhrase(subject) } : read;
  // "The owner says three.": nothing but a number, of what was counted before.
  const isBareNumber =
    next === undefined &&
    tells(clause.lemma, "say") &&
    isNumberAt(words, clause.verbEnd) &&
    words[clause.verbEnd + 1]?.low !== "of";
  if (isBareNumber && maySpeak(attribution.speaker, clause.lemma)) return { attribution, isNoun: true };
  const isTrailing = isOpen && signs.isTrailingBare(words, clause, end);
  if (isTrailing && maySpeak(attribution.speaker, clause.lemma)) return { attribution, isNoun: false };
  const isContent = next?.kind === "that" || signs.isInserted(words, clause, next);
  if (!(isContent || isWaiting ? maySpeak(attribution.speaker, clause.lemma) : canSpeak(attribution.speaker)))
    return undefined;
  if (isContent && isQuotedAs(words, clause, end)) return { attribution, isNoun: false };
  // "The Post reached the porter, and reports two barges": what it tells stands behind the verb.
  const isNumber = words[clause.verbEnd]?.tag === "NUM" && !isContent && signs.isShared(clause);
  if (isNumber && tellsNoun(words, attribution, around)) return { attribution, isNoun: true };
  if ((isContent || isWaiting) && tells(clause.lemma, "say", "allege", "confirm", "deny", "hear"))
    return { attribution, isNoun: false };
  if (next?.kind === "that" && tells(clause.lemma, "find", "hedge")) return { attribution, isNoun: false };
  const opensWords =
    signs.isBeforeColon(words, clause, next) && tells(clause.lemma, "say", "deny", "allege", "confirm");
  if (opensWords && !tellsNoun(words, attribution, around) && canSpeak(attribution.speaker))
    return { attribution, isNoun: false };
  // "It burned, and the station has apologised": its own act, not what tells the words before it.
  const isJoined = clause.kind === "and" && !isContent && !tells(clause.lemma, "hedge");
  if ((isContent || isWaiting) && !isJoined && tells(clause.lemma, "find", "hedge") && clause.to - clause.verbEnd < 4)
    return { attribution, isNoun: false };
  return tellsNoun(words, attribution, around) ? { attribution, isNoun: true } : undefined;
}

/** "She had noticed that two cases were missing", "she dated the flight to Saturday": of somebody who has spoken. */
function byWitness(words: readonly Token[], { clause, next, end, peek }: Around): FoundAttribution | undefined {
  const phrase = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.subjectTo));
  if (!phrase || !/^(?:he|she)$/u.test(phrase.head) || peek(phrase) === undefined) return undefined;
  const sees = next?.kind === "that" && isWordOf("perceive", clause.lemma);
  const dates = /^(?:date|time)$/u.test(clause.lemma) && placesObject(words, clause.lemma, clause.verbEnd);
  if ((!sees && !dates) || isPassiveGroup(words, clause)) return undefined;
  return { attribution: readAttribution(words, { ...clause, lemma: "say" }, end), isNoun: dates, lemma: "say" };
}

/** A number, with a currency before it or without. */
const isNumberAt = (words: readonly Token[], index: number): boolean =>
  words[index]?.tag === "NUM" ||
  (/^(?:\p{Lu}{3}|[$€£¥])$/u.test(words[index]?.text ?? "") && words[index + 1]?.tag === "NUM");

/** "Two were questioned and allowed to go". */
const isPermission = (words: readonly Token[], clause: Clause): boolean =>
  signs.isShared(clause) && /^(?:allow|order|ask|request)$/u.test(clause.lemma) && words[clause.verbEnd]?.low === "to";

/** The clause as an attribution by a noun, an adjective, an infinitive or a paper, where its verb alone tells nothing. */
function byForm(words: readonly Token[], around: Around): FoundAttribution | undefined {
  const { clause, next, end } = around;
  if (next?.kind === "that" && isLine(words, clause))
    return { attribution: readAttribution(words, { ...clause, lemma: "say" }, end), isNoun: false };
  const form = tellsByNoun(words, clause, next) ?? (tellsByAdjective(words, clause, next) ? "say" : undefined);
  if (form) {
    const attribution = readAttribution(words, { ...clause, lemma: form }, end);
    if (maySpeak(attribution.speaker, "say")) return { attribution, isNoun: false, lemma: form };
  }
  if (tellsByInfinitive(words, clause) || tellsOfSomebody(words, clause)) {
    const attribution = readAttribution(words, clause, end);
    if (canSpeak(attribution.speaker) && !isPassiveGroup(words, clause)) return { attribution, isNoun: true };
  }
  const act = byAct(words, around);
  if (act) return act;
  return byPaper(words, around);
}

/** "The log shows two calls", "..., the register shows", "The list ranks him as a colonel": what is written tells, or whoever's it is. */
function byPaper(words: readonly Token[], { clause, next, end, isWaiting }: Around): FoundAttribution | undefined {
  if (isPassiveGroup(words, clause)) return undefined;
  const isContent = next?.kind === "that";
  const object = words[clause.verbEnd];
  const isTrailing = isWaiting && (object === undefined || object.low === ".");
  const shows = tells(clause.lemma, "show") && (isContent || isTrailing || object?.tag === "NUM");
  const enters = tells(clause.lemma, "enter") && !isContent && /^(?:DET|NUM|PRON|PROPN|SYM)$/u.test(object?.tag ?? "");
  // "The yard's schedule has her down for June".
  const has = clause.lemma === "have" && /^(?:him|her|it|them)$/u.test(object?.low ?? "");
  if (!shows && !enters && !has) return undefined;
  const attribution = readAttribution(words, { ...clause, lemma: "say" }, end);
  return isPaper(attribution.speaker, words.slice(clause.subjectFrom, clause.subjectTo))
    ? { attribution, isNoun: !isContent && !isTrailing, lemma: "say" }
    : undefined;
}

/** What an office enacts, and what an outlet does to its own report. */
function byAct(words: readonly Token[], { clause, next, end, isOutlet }: Around): FoundAttribution | undefined {
  // "protested that the ship was sold": told, and no act.
  if (next?.kind === "that" && tells(clause.lemma, "say")) return undefined;
  const isEnacted = enacts(words, clause, end);
  const isRevised = revises(words, clause, end) || (next?.kind !== "that" && withdrawsPiece(words, clause, end));
  if (isPassiveGroup(words, clause) || !(isEnacted || isRevised)) return undefined;
  const attribution = readAttribution(words, { ...clause, lemma: "order" }, end);
  const { speaker } = attribution;
  const isOwnPiece = withdrawsPiece(words, clause, end);
  if (!canSpeak(speaker) || speaker.isPronoun || !(isEnacted || isOwnPiece || isOutlet(speaker))) return undefined;
  return { attribution, isNoun: true, lemma: "order" };
}

/** "Documents obtained by the Post show that ...": what is written or drawn tells, or whoever's it is. */
const isPaper = (phrase: SpeakerPhrase | undefined, subject: readonly Token[]): boolean =>
  canSpeak(phrase) && subject.some(({ low, tag }) => /^(?:NOUN|PROPN)$/u.test(tag) && isWordOf("document", low));

/** "names a teacher", "has the minister there since August": not "has a photograph", which is the outlet's own. */
const reportsObject = (words: readonly Token[], { lemma, verb, verbEnd }: Clause): boolean =>
  placesObject(words, lemma, verbEnd) ||
  (lemma === "make" && /^(?:him|her|it|them)$/u.test(words[verbEnd]?.low ?? "") && words[verbEnd + 1]?.tag === "DET") ||
  (lemma === "name" &&
    (/^(?:DET|PROPN)$/u.test(words[verbEnd]?.tag ?? "") ||
      /^(?:his|her|its|their)$/u.test(words[verbEnd]?.low ?? ""))) ||
  (lemma === "have" &&
    verbEnd - verb === 1 &&
    (/^(?:him|her|them|it)$/u.test(words[verbEnd]?.low ?? "") ||
      words.slice(verbEnd, verbEnd + 5).some(({ low, tag }) => tag === "VERB" && low.endsWith("ing"))));

/** "The Post places him in Trieste", "counts them as the fifth": what an outlet makes of somebody or something. */
const placesObject = (words: readonly Token[], lemma: string, from: number): boolean =>
  /^(?:place|put|locate|date|time|rank|style|count|number|describe|class|set)$/u.test(lemma) &&
  (/^(?:him|her|it|them)$/u.test(words[from]?.low ?? "") ||
    (/^(?:PROPN|DET)$/u.test(words[from]?.tag ?? "") && words[from]?.low !== "no")) &&
  words.slice(from, from + 8).some(({ low }) => /^(?:in|at|on|as|to|among|off|near)$/u.test(low));

/** "The owner's line is that ...", "his version has it that ...": the noun tells. */
const isLine = (words: readonly Token[], { subjectFrom, subjectTo, verb, lemma }: Clause): boolean =>
  (lemma === "be" || (lemma === "have" && words[verb + 1]?.low === "it")) &&
  ownerOfReport(words.slice(subjectFrom, subjectTo)) !== undefined;

/** "was quoted by the newsletter as saying". */
const isQuotedAs = (words: readonly Token[], { lemma, verbEnd }: Clause, end: number): boolean =>
  /^(?:quote|cite)$/u.test(lemma) &&
  words
    .slice(verbEnd, end)
    .some(({ low }, index) => /^(?:saying|having)$/u.test(low) && words[verbEnd + index - 1]?.low === "as");

/** "set the loss at 38 million". */
const isAtNumber = (words: readonly Token[], from: number, end: number): boolean =>
  words.slice(from, end).some(({ low }, index) => low === "at" && isNumberAt(words, from + index + 1));

/** Verbs that tell without a clause: "gives 31 tonnes", "denied the sale", "ordered an inquiry" of one who is known to speak. */
function tellsNoun(
  words: readonly Token[],
  { speaker }: Attribution,
  { clause, end, peek, isOutlet }: Around,
): boolean {
  if (!speaker) return false;
  const isKnown = peek(speaker) !== undefined;
  // "The Mirren Post names a piano teacher", "Lake Radio had him there on Monday": a report in a few words.
  // "She has him coming ashore": told of somebody else.
  const isOfOther = speaker.isPronoun && /^(?:him|her|them)$/u.test(words[clause.verbEnd]?.low ?? "");
  const isReport = (isOutlet(speaker) || isOfOther) && reportsObject(words, clause);
  if (isReport) return true;
  if (tells(clause.lemma, "give") && !tells(clause.lemma, "say")) {
    const weighs =
      (/^(?:value|estimate|price|assess|weigh|put|count|speak|give|guess)$/u.test(clause.lemma) ||
        (clause.lemma === "find" && words[clause.verbEnd]?.tag === "NUM") ||
        (/^(?:set|fix)$/u.test(clause.lemma) && isAtNumber(words, clause.verbEnd, end)) ||
        (clause.lemma === "make" && words[clause.verbEnd]?.low === "it")) &&
      (speaker.kind === "person" ||
        /^(?:he|she|they)$/u.test(speaker.head) ||
        (clause.lemma === "find" && speaker.kind === "body"));
    return (
      (isKnown || weighs || speaker.kind === "outlet" || speaker.kind === "body") && givesNumber(words, clause, end)
    );
  }
  if (/^(?:know|hear)$/u.test(clause.lemma)) return words[clause.verbEnd]?.low === "of";
  // "Prosecutors expect a verdict", "diplomats doubted the figure".
  const isView =
    /^(?:expect|fear|doubt|predict|forecast)$/u.test(clause.lemma) &&
    /^(?:DET|NUM|SYM)$/u.test(words[clause.verbEnd]?.tag ?? "");
  if (isView) return speaker.kind === "person" || speaker.kind === "body";
  if (clause.lemma === "be") return givesNumber(words, clause, end);
  const confirmsNoun = tells(clause.lemma, "confirm") && !/^(?:accept|allow|grant)$/u.test(clause.lemma);
  if (confirmsNoun || tells(clause.lemma, "deny") || signs.givesNoun(clause, { words, end, isKnown })) return true;
  return tells(clause.lemma, "find") && clause.lemma !== "find" && (isKnown || speaker.kind === "body");
}
