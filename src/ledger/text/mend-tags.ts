import { at } from "../../base/index.ts";
import { headLemma } from "../events/head-lemma.ts";
import { isVerbByPlace, sentenceBefore } from "./mend-verbs.ts";
import { isWordOf } from "./phrases.ts";
import { takesClause, tells } from "./reporting.ts";
import type { Token, WordClass } from "./tag-tokens.ts";

/** Mends tags by their neighbours: a capital within a name, a noun before an auxiliary, a verb behind "who". */
export const mendTags = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, index) => {
    const tag = mendedTag(tokens, index);
    if (tag === token.tag) return token;
    return { ...token, tag, lemma: tag === "VERB" ? headLemma(token.low) : token.lemma };
  });

function mendedTag(tokens: readonly Token[], index: number): WordClass {
  const token = at(tokens, index);
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (isWithinName(token, before) || beginsName(token, { before, next })) return "PROPN";
  // "The rebels' radio".
  if (
    /^[’']$/u.test(token.text) &&
    before?.to === token.from &&
    before.low.endsWith("s") &&
    /^(?:NOUN|ADJ|NUM)$/u.test(next?.tag ?? "")
  )
    return "PART";
  if (tellsByPlace(tokens, index) || isPast(tokens, index) || isVerbByPlace(tokens, index)) return "VERB";
  if (token.low === "to" && before?.low === "according") return "ADP";
  // "Of her own will".
  if (token.low === "will" && before?.low === "own") return "NOUN";
  if (
    isPaperInFront(tokens, index) ||
    isTradeInFront(tokens, index) ||
    isObject(tokens, index) ||
    isHouse(tokens, index)
  )
    return "NOUN";
  if (isBareNoun(tokens, index) || namesPeriodical(tokens, index) || isBehindBe(tokens, index)) return "NOUN";
  if (
    token.tag === "NOUN" &&
    /^(?:who|which|nothing|nobody|he|she|it)$/u.test(before?.low ?? "") &&
    token.low.endsWith("s")
  )
    return "VERB";
  if (token.tag === "VERB" && (isOwned(tokens, index) || isHouseInS(tokens, index))) return "NOUN";
  // "its managing director": a form in -ing between an article and somebody.
  if (
    token.low.endsWith("ing") &&
    /^(?:the|a|an|its|his|her|their)$/u.test(before?.low ?? "") &&
    next &&
    isWordOf("person", next.low)
  )
    return "ADJ";
  // "Western diplomats doubt it; a second says": one more of them.
  if (token.tag === "ADV" && /^(?:second|third|fourth|fifth)$/u.test(token.low) && before?.low === "a") return "NOUN";
  if (token.tag !== "VERB") return token.tag;
  if (next?.tag === "AUX" && !/(?:ed|said|ing)$/u.test(token.low) && (before?.tag === "NOUN" || before?.tag === "ADJ"))
    return "NOUN";
  const behind = tokens[index - 2];
  const isBase = token.lemma === token.low;
  if (before?.tag === "NUM" && next?.tag === "NOUN" && /(?:ed|en)$/u.test(token.low)) return "ADJ";
  const isEnd = next === undefined || next.tag === "PUNCT" || next.tag === "ADP";
  if (isBase && isEnd && before?.tag === "NOUN" && behind?.tag === "DET" && tokens[index - 3]?.tag === "ADP")
    return "NOUN";
  if (isBase && before?.tag === "PROPN" && behind?.tag === "DET" && tokens[index - 3]?.tag === "ADP") return "NOUN";
  const isBehindParticiple =
    before?.tag === "VERB" && before.low.endsWith("ed") && (behind?.tag === "ADP" || behind?.tag === "DET");
  return isBase && isBehindParticiple ? "NOUN" : "VERB";
}

/** A verb of telling in the form of a noun, by what stands around it. */
const tellsByPlace = (tokens: readonly Token[], index: number): boolean =>
  tellsBehindName(tokens, index) ||
  tellsBySyntax(tokens, index) ||
  countsByPlace(tokens, index) ||
  tellsBehindPhrase(tokens, index) ||
  tellsUpToThat(tokens, index);

/** "the hull sank", "the ministry's file": a bare form behind an article or an owner, with no noun behind it, is no verb. */
const isOwned = (tokens: readonly Token[], index: number): boolean => {
  const { low, lemma } = at(tokens, index);
  const next = tokens[index + 1];
  return (
    (lemma === low || (/^[’']s$/u.test(tokens[index - 1]?.low ?? "") && low.endsWith("ing"))) &&
    !low.endsWith("ed") &&
    /^(?:the|a|an|its|his|her|their|our|my|[’']s)$/u.test(tokens[index - 1]?.low ?? "") &&
    (tokens[index - 1]?.low !== "’s" || tokens[index - 2]?.tag !== "PRON") &&
    !/^(?:NOUN|PROPN|ADJ|NUM)$/u.test(next?.tag ?? "")
  );
};

/** "The works said": a form in -s between an article and a verb. */
const isHouseInS = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index).low.endsWith("s") &&
  /^(?:the|a|an|its|his|her|their)$/u.test(tokens[index - 1]?.low ?? "") &&
  /^(?:VERB|AUX)$/u.test(tokens[index + 1]?.tag ?? "");

/** "A Danish daily reported", "the daily Sever": what appears every day is a paper where no noun follows. */
const namesPeriodical = (tokens: readonly Token[], index: number): boolean =>
  /^(?:daily|weekly|monthly|fortnightly)$/u.test(at(tokens, index).low) &&
  /^(?:DET|ADJ|PROPN)$/u.test(tokens[index - 1]?.tag ?? "") &&
  /^(?:VERB|AUX|PROPN|PUNCT|ADP)$/u.test(tokens[index + 1]?.tag ?? "PUNCT");

/** "for comment", "according to court papers", "voiced fears": a form of a verb where only a noun can stand. */
function isObject(tokens: readonly Token[], index: number): boolean {
  const { tag, low, lemma } = at(tokens, index);
  const before = tokens[index - 1];
  if (tag !== "VERB" || !before || low.endsWith("ing")) return false;
  if (before.low === "to") return tokens[index - 2]?.low === "according";
  if (before.low === "for" || before.low === "without") return lemma === low && !low.endsWith("ed");
  return /[^s]s$/u.test(low) && /^(?:VERB|ADJ)$/u.test(before.tag) && /(?:[^e]ed|made|gave|raised)$/u.test(before.low);
}

/** "Documents obtained by ...", "Data from ...": a common noun with the capital of its sentence. */
const isPaperInFront = (tokens: readonly Token[], index: number): boolean =>
  index === 0 &&
  at(tokens, 0).tag === "PROPN" &&
  isWordOf("document", at(tokens, 0).low) &&
  /^\p{Ll}/u.test(tokens[1]?.text ?? "");

/** "Shipping sources say": a form in -ing that narrows a plural noun at the head of a sentence. */
const isTradeInFront = (tokens: readonly Token[], index: number): boolean =>
  index === 0 &&
  at(tokens, 0).tag === "VERB" &&
  at(tokens, 0).low.endsWith("ing") &&
  isWordOf("person", tokens[1]?.low ?? "") &&
  /^(?:VERB|AUX)$/u.test(tokens[2]?.tag ?? "");

/** "The union fears": a house or paper that the tagger took for an adjective, right before a verb. */
const isHouse = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index).tag === "ADJ" &&
  tokens[index - 1]?.tag === "DET" &&
  (/^(?:VERB|AUX)$/u.test(tokens[index + 1]?.tag ?? "") || tokens[index + 2]?.low === "that") &&
  isWordOf("body", at(tokens, index).low);

/** "There were reports that": a form in -s right behind a form of "be" is no verb. */
const isBehindBe = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index).tag === "VERB" &&
  /[^s]s$/u.test(at(tokens, index).low) &&
  /^(?:is|are|was|were|been|be)$/u.test(tokens[index - 1]?.low ?? "");

/** "the Mirren Post reports.": a noun in form, a verb by its place between a name and the end or "that". */
function tellsBehindName(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.low ?? ".";
  return (
    /^(?:reports|claims|states|notes|estimates|comments|remarks|quotes|cites|names|puts|counts)$/u.test(
      at(tokens, index).low,
    ) &&
    ((tokens[index - 1]?.tag === "PROPN" && /^(?:that|[.,:])$/u.test(next)) ||
      tellsOfObject(tokens, index) ||
      (index === 1 && isWithoutVerb(tokens)) ||
      (tokens[index - 1]?.low === "and" && (next === "that" || tokens[index + 1]?.tag === "NUM")))
  );
}

/** "FRONT reports losses": behind a name, in a sentence that has no other verb. */
const isWithoutVerb = (tokens: readonly Token[]): boolean =>
  tokens[0]?.tag === "PROPN" && tokens[2]?.tag === "NOUN" && !tokens.some(({ tag }) => tag === "VERB" || tag === "AUX");

/** "The paper Sever quotes a defector", "the agent names the buyer", "NordPress, citing a guard, reports one": behind a name or somebody, before an object, and no finite verb before it. */
function tellsOfObject(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  const isObject = /^(?:DET|NUM|PRON)$/u.test(next?.tag ?? "") || next?.low === "that";
  if (before?.low === ",") {
    const comma = tokens.findIndex(({ low }) => low === ",");
    return (
      isObject && comma < index - 1 && inserting.test(tokens[comma + 1]?.low ?? "") && !hasVerbBefore(tokens, comma)
    );
  }
  const isSomebody = before?.tag === "PROPN" || (before?.tag === "NOUN" && isWordOf("person", before.low));
  return isSomebody && !before.low.endsWith("s") && isObject && !hasVerbBefore(tokens, index);
}

const inserting = /^(?:citing|quoting|relaying|crediting|which|who|whose|itself|based|owned|run|close)$/u;

/** "The annual report lists 41", "The audit, a draft of which was printed, lists 214": a form in -s before a number, and no verb before it in its clause. */
function countsByPlace(tokens: readonly Token[], index: number): boolean {
  const { tag, low } = at(tokens, index);
  const before = tokens[index - 1];
  if (
    tag !== "NOUN" ||
    tokens[index + 1]?.tag !== "NUM" ||
    !/^(?:lists|counts|names|gives|puts|shows|records|estimates|numbers)$/u.test(low)
  )
    return false;
  if (before?.low === ",") return tokens.slice(0, index).filter((token) => token.low === ",").length > 1;
  return /^(?:NOUN|PROPN)$/u.test(before?.tag ?? "") && !hasVerbBefore(tokens, index);
}

/** The second word of "Harbour Watch" is no verb. */
function isWithinName(token: Token, before: Token | undefined): boolean {
  if (!before || !/^\p{Lu}/u.test(token.text) || token.tag === "NOUN" || token.tag === "PRON" || token.tag === "PROPN")
    return false;
  return /^\p{Lu}[\p{Ll}\d-]|^\p{Lu}{2,}/u.test(before.text) && before.tag !== "DET" && before.tag !== "PRON";
}

/** A capital within a sentence before another capital begins a name, whatever the tagger took it for. */
const beginsName = (token: Token, { before, next }: { before: Token | undefined; next: Token | undefined }): boolean =>
  before !== undefined &&
  /^(?:\p{Ll}|,)/u.test(before.text) &&
  /^\p{Lu}\p{Ll}/u.test(token.text) &&
  /^\p{Lu}\p{Ll}/u.test(next?.text ?? "") &&
  (token.tag === "VERB" || token.tag === "ADV" || token.tag === "ADJ");

const isNominal = ({ tag, low }: Token): boolean =>
  /^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/u.test(tag) || /^(?:of|in|at|for|from|his|her|its|their)$/u.test(low);

/** Forms that are plural without an ending. */
const plurals =
  /^(?:people|police|men|women|children|staff|media|both|all|some|many|others|several|few|most|they|we|i|you)$/u;

/** Whether a verb in this form can have that noun before it as its subject: "workers say", "the worker says". */
function agrees(subject: Token, verb: Token): boolean {
  const isPlural = plurals.test(subject.low) || (subject.low.endsWith("s") && !subject.low.endsWith("ss"));
  return verb.low.endsWith("s") ? !isPlural || subject.tag === "PROPN" : isPlural;
}

/** A verb of telling in the form of a noun, by its place: "Both say that", ", relief workers estimate,", ", claims a third source". */
function tellsBySyntax(tokens: readonly Token[], index: number): boolean {
  const token = at(tokens, index);
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (
    token.tag !== "NOUN" ||
    !before ||
    /^\p{Lu}/u.test(token.text) ||
    !tells(headLemma(token.low), "say", "allege", "deny", "hedge")
  )
    return false;
  const isSubject =
    before.tag === "NOUN" || before.tag === "PROPN" || before.tag === "PRON" || plurals.test(before.low);
  if (next?.low === "that" && isSubject && agrees(before, token)) return true;
  if (isSubject && tellsAhead(token, next) && !hasVerbBefore(tokens, index))
    return agrees(before, token) || before.tag === "NOUN";
  if (before.low === ",")
    return (
      token.low.endsWith("s") &&
      (/^(?:DET|PROPN)$/u.test(next?.tag ?? "") || /^(?:it|them|him|her)$/u.test(next?.low ?? "")) &&
      hasVerbBefore(tokens, index)
    );
  const comma = nounPhraseFrom(tokens, index);
  return (
    comma > 0 &&
    /^(?:,|so)$/u.test(tokens[comma - 1]?.low ?? "") &&
    /^[,.;:]$/u.test(next?.low ?? ".") &&
    agrees(before, token)
  );
}

/** "The rebels claim to have ...", "the crew claims it was ...". */
const tellsAhead = (token: Token, next: Token | undefined): boolean =>
  (next?.low === "to" && tells(headLemma(token.low), "commit")) || /^(?:he|she|it|they|we)$/u.test(next?.low ?? "");

/** Where the noun phrase before a word begins, in at most six words. */
function nounPhraseFrom(tokens: readonly Token[], index: number): number {
  let from = index;
  while (from > 0 && index - from < 6 && isNominal(at(tokens, from - 1))) from -= 1;
  return from < index ? from : -1;
}

/** A capital within the sentence is a name's, whatever the tagger took the word for. */
const hasVerbBefore = (tokens: readonly Token[], index: number): boolean =>
  sentenceBefore(tokens, index).some(
    ({ tag, text }, place) => (tag === "VERB" || tag === "AUX") && (place === 0 || !/^\p{Lu}\p{Ll}/u.test(text)),
  );

/** "Documents from the port show that ...": a bare form before "that" whose plural subject is told apart from it by what describes it. */
function tellsBehindPhrase(tokens: readonly Token[], index: number): boolean {
  const { tag, low } = at(tokens, index);
  if (tag !== "NOUN" || tokens[index + 1]?.low !== "that" || !takesClause(headLemma(low))) return false;
  const before = tokens.slice(0, index);
  const start = before.findLastIndex((token) => /^[,;:]$/u.test(token.low) || token.low === "that") + 1;
  const head = before.findIndex(
    (token, at) =>
      at >= start &&
      (token.tag === "NOUN" || token.tag === "PROPN") &&
      (tokens[at + 1]?.tag === "ADP" || tokens[at + 2]?.low === "by") &&
      (low.endsWith("s") ? !token.low.endsWith("s") : token.low.endsWith("s") || token.low === "data"),
  );
  return head >= 0 && !before.slice(start).some((token) => token.tag === "AUX");
}

/** "Lake Radio reports on Monday that ...", "The union fears that ...": the first word of the sentence that can be a verb, with "that" behind it. */
function tellsUpToThat(tokens: readonly Token[], index: number): boolean {
  const { tag, low, text } = at(tokens, index);
  const before = tokens[index - 1];
  if (tag !== "NOUN" || !before || !low.endsWith("s") || /^\p{Lu}/u.test(text) || !takesClause(headLemma(low)))
    return false;
  const isSubject =
    before.tag === "PROPN" || isWordOf("body", before.low) || isWordOf("outlet", before.low) || before.tag === "NOUN";
  const isNear = tokens[index + 1]?.low === "that" || (before.tag === "PROPN" && tokens[index + 1]?.tag === "ADP");
  if (!isSubject || !isNear || before.low.endsWith("s")) return false;
  const isFirst = !sentenceBefore(tokens, index).some((token) => token.tag === "VERB" || token.tag === "AUX");
  return isFirst && tokens.slice(index + 1).some((token) => token.low === "that");
}

/** "staff informed the Mission", "the captain drowned": a form in -ed right behind a noun is no adjective, and "the broker hid the money". */
function isPast(tokens: readonly Token[], index: number): boolean {
  const { tag, low } = at(tokens, index);
  const before = tokens[index - 1];
  if (tag === "ADJ" && /[^e]ed$/u.test(low) && /^(?:has|have|had)$/u.test(before?.low ?? ""))
    return !/^(?:NOUN|PROPN|ADJ)$/u.test(tokens[index + 1]?.tag ?? "");
  if (/^(?:i|he|she|they|we|who)$/u.test(before?.low ?? ""))
    return tag === "NOUN" && /(?:[^e]ed|rnt|elt|eapt|ilt)$/u.test(low);
  // "who came at ten saw three".
  if (tag === "NOUN" && low === "saw") return isPrompted(tokens, index);
  if (!/^(?:NOUN|PROPN)$/u.test(before?.tag ?? "")) return false;
  if (tag === "ADJ")
    return /(?:[^e]ed|burnt|spilt|spoilt)$/u.test(low) && !/^(?:NOUN|PROPN)$/u.test(tokens[index + 1]?.tag ?? "");
  return (
    tag === "NOUN" &&
    /^(?:hid|cost|fled|sank|fell|rose|shot|bled|swore|burst|broke|drove|flew|struck|fought|caught|bought|sold|lost|won)$/u.test(
      low,
    ) &&
    /^(?:DET|NUM|PRON|ADP|ADV|PUNCT)$/u.test(tokens[index + 1]?.tag ?? "PUNCT")
  );
}

/** Behind no article and no adjective, and before an object. */
const isPrompted = (tokens: readonly Token[], index: number): boolean =>
  !/^(?:DET|ADJ|ADP)$/u.test(tokens[index - 1]?.tag ?? "DET") &&
  /^(?:DET|NUM|PRON|PROPN)$/u.test(tokens[index + 1]?.tag ?? "");

const samePast = /^(?:put|cut|set|hit|let|shut|read|cost|beat|bet|burst|hurt|quit|spread|split|cast|came|become|run)$/u;

/** "an earlier report", "a repair stop": a bare form behind an article and a noun of the singular cannot be its verb. */
function isBareNoun(tokens: readonly Token[], index: number): boolean {
  const { tag, low, lemma } = at(tokens, index);
  if (tag !== "VERB" || lemma !== low || samePast.test(low) || low.endsWith("ed")) return false;
  const before = tokens[index - 1];
  const behind = tokens[index - 2];
  if (behind?.tag === "DET" && /^(?:earlier|later|former|latter|only|first|next|last)$/u.test(before?.low ?? ""))
    return true;
  const isOne = /^(?:a|an|this|each|every|another)$/u.test(behind?.low ?? "");
  const isNoun = before?.tag === "NOUN" && !before.low.endsWith("s") && !plurals.test(before.low);
  return (isNoun && isOne) || ((isNoun || before?.tag === "PROPN") && namesHouse(tokens, index));
}

/** "The Bulgarian trade register shows": a body or paper by the word, behind an article and what narrows it. */
function namesHouse(tokens: readonly Token[], index: number): boolean {
  const { low } = at(tokens, index);
  let from = index - 1;
  while (/^(?:NOUN|PROPN|ADJ)$/u.test(tokens[from]?.tag ?? "")) from -= 1;
  return tokens[from]?.low === "the" && (isWordOf("body", low) || isWordOf("document", low));
}
