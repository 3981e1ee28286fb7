import { at, lazy } from "../../base/index.ts";
import { ledgerPhrases } from "./phrases.ts";
import { takesClause, tells } from "./reporting.ts";
import type { Token } from "./tag-tokens.ts";

/** A finite verb with its auxiliaries and adverbs, by positions of tokens, end left out; `lemma`: the base form of the word that carries the meaning. */
export interface VerbGroup {
  readonly verb: number;
  readonly verbEnd: number;
  readonly lemma: string;
}

const modals = new Set("will would shall should may might must can could ca wo ’ll 'll ’d 'd".split(" "));
const betweenVerbs = new Set([
  "not",
  "n't",
  "n’t",
  "never",
  "also",
  "already",
  "still",
  "since",
  "neither",
  "nor",
  "ever",
  "now",
  "only",
  "just",
  "probably",
  "perhaps",
  "possibly",
  "reportedly",
  "allegedly",
  "later",
  "first",
  "long",
  "even",
  "both",
  "each",
  "all",
  "then",
  "always",
  "yet",
  "and",
  "or",
  "at",
  "any",
  "time",
]);

/** Finite verbs with what belongs to them; participles after a noun, infinitives and -ing forms are none. */
export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isFinite(tokens, index, groups.at(-1))) continue;
    const group = takeGroup(tokens, index);
    groups.push(group);
    index = group.verbEnd - 1;
  }
  return groups;
}

/** Phrases that tell as one verb does, by their first word: "let it be known" as "announce", "had it from" as "hear". */
const phrases = lazy(() => {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly lemma: string }[]>();
  for (const lemma of ["announce", "hear", "inform", "say", "add", "admit"]) {
    for (const phrase of ledgerPhrases(`as-${lemma}`)) {
      const words = phrase.split(" ");
      const first = words[0] ?? "";
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, lemma }]);
    }
  }
  return byFirst;
});

function phraseAt(tokens: readonly Token[], verb: number): VerbGroup | undefined {
  const found = phrases()
    .get(at(tokens, verb).low)
    ?.find(({ words }) => words.every((word, index) => tokens[verb + index]?.low === word));
  if (!found) return undefined;
  const { words, lemma } = found;
  // What stands behind "from" is no part of it.
  return { verb, verbEnd: verb + words.length - (words.at(-1) === "from" ? 1 : 0), lemma };
}

function takeGroup(tokens: readonly Token[], verb: number): VerbGroup {
  const phrase = phraseAt(tokens, verb);
  if (phrase) return phrase;
  let end = verb + 1;
  let head = verb;
  if (isAuxiliary(at(tokens, verb))) {
    for (let next = end; next < tokens.length && next < verb + 7; next += 1) {
      const token = at(tokens, next);
      const phrase = token.tag === "VERB" ? phraseAt(tokens, next) : undefined;
      if (phrase) return { verb, verbEnd: phrase.verbEnd, lemma: phrase.lemma };
      if (token.tag === "AUX" || token.tag === "VERB") {
        head = next;
        end = next + 1;
        if (token.tag === "VERB" && !isAuxiliary(token) && !/^(?:neither|confirm)$/u.test(token.low)) break;
      } else if (
        !(token.tag === "ADV" || token.tag === "PART" || betweenVerbs.has(token.low) || isTurned(tokens, verb, next))
      )
        break;
    }
  }
  return { verb, verbEnd: end, lemma: at(tokens, head).lemma };
}

/** "Nor would she say": the subject behind its auxiliary. */
const isTurned = (tokens: readonly Token[], verb: number, index: number): boolean =>
  index === verb + 1 &&
  tokens[index]?.tag === "PRON" &&
  /^(?:nor|neither|never|seldom|rarely|little)$/u.test(tokens[verb - 1]?.low ?? "");

const isAuxiliary = (token: Token): boolean => token.tag === "AUX" || modals.has(token.low);

const irregularPast = new Set(
  "said told wrote spoke gave put left took went came found saw heard had was were did made kept held sold paid met led sent got knew began rose fell stood sat won lost brought bought caught thought felt died fled ran hid broke drove flew grew set cut hit let ended became understood meant spent built showed drew threw chose shot struck sank swam swore tore wore sought fought taught lay quit read cost bore blew froze woke stole rode shook rang sang drank wept dealt slid spun stuck swept clung flung hung".split(
    " ",
  ),
);

function isFinite(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  const token = at(tokens, index);
  const before = tokens[index - 1];
  if (last && index < last.verbEnd) return false;
  if (token.tag === "AUX" || (modals.has(token.low) && token.tag !== "NOUN" && token.tag !== "PROPN")) {
    return before?.low !== "to" && !/^(?:being|having|been|be)$/u.test(token.low);
  }
  if (token.tag !== "VERB" || before?.low === "to" || token.low.endsWith("ing")) return false;
  if (before?.low === "neither") return tokens[index + 1]?.low === "nor";
  if (isInfinite(tokens, index) || last?.verbEnd === index || tokens[index + 1]?.tag === "AUX") return false;
  if (
    before &&
    (before.tag === "DET" || before.tag === "ADJ" || before.tag === "ADP" || before.low === "’s" || before.low === "'s")
  ) {
    if (isParticleOf(tokens, index)) return irregularPast.has(token.low) || token.low.endsWith("ed");
    if (before.tag === "DET") return /^(?:both|all|some|many|several|few|most|these|those)$/u.test(before.low);
    return irregularPast.has(token.low) && before.tag === "ADJ";
  }
  // "A colleague of his spoke": there it stands for its noun.
  const isOwner = before?.low !== "his" || tokens[index - 2]?.low !== "of";
  if (isOwner && /^(?:his|her|their|its|my|our|your|nor)$/u.test(before?.low ?? "")) return false;
  return !isReducedRelative(tokens, index, last) && !isSeenDeed(tokens, index, last);
}

/** "A pilot who has guided her in swore that": the particle before it belongs to the verb of another clause. */
const isParticleOf = (tokens: readonly Token[], index: number): boolean =>
  /^(?:in|out|up|off|down|over|away|back)$/u.test(tokens[index - 1]?.low ?? "") &&
  /^(?:him|her|it|them|us|me)$/u.test(tokens[index - 2]?.low ?? "");

/** "to have kept", "to be sold". */
const isInfinite = (tokens: readonly Token[], index: number): boolean =>
  /^(?:having|being)$/u.test(tokens[index - 1]?.low ?? "") ||
  (tokens[index - 1]?.low === "be" && !isAuxiliary(tokens[index - 2] ?? at(tokens, index))) ||
  (/^(?:have|be|been)$/u.test(tokens[index - 1]?.low ?? "") &&
    /^(?:to|have|having)$/u.test(tokens[index - 2]?.low ?? ""));

/** "A boat seized in May was sold": a participle right after a noun, with its finite verb still to come or already past. */
function isReducedRelative(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  const token = at(tokens, index);
  const next = tokens[index + 1];
  const looksPassive = /(?:ed|en|wn|ne|ught|uck|ade|old|ept|eld|aid|und|ut|nt)$/u.test(token.low);
  if (next?.low === "by" && /^(?:run|led|cut|set|shut|hit|read|put|won|met|lent)$/u.test(token.low)) return true;
  // "The official, said to be in his forties, had": described by what is said of him.
  if (/^(?:said|believed|thought|reported|understood|known|rumoured|alleged)$/u.test(token.low) && next?.low === "to")
    return (
      /^(?:be|have)$/u.test(tokens[index + 2]?.low ?? "") &&
      /^(?:NOUN|PROPN|PUNCT)$/u.test(tokens[index - 1]?.tag ?? "")
    );
  // "He is the third diplomat lost in a year".
  const isLost = /^(?:lost|seen|held|sent|shot|put)$/u.test(token.low) && tokens[index - 1]?.tag === "NOUN";
  if (isLost && next?.tag === "ADP" && last?.lemma === "be" && hasVerbBefore(tokens, index, last)) return true;
  if (!looksPassive || token.low === "said") return false;
  if (next?.low === "by") return true;
  const before = tokens[index - 1];
  if (before?.low === ",")
    return next?.tag === "ADP" && (last ? !subjectAhead(tokens, index) : hasVerbBehindComma(tokens, index));
  if (
    last &&
    /^(?:want|have|get|see|keep|leave|find|make|need|like|hear|watch)$/u.test(last.lemma) &&
    before?.tag === "NOUN" &&
    index - last.verbEnd < 4 &&
    token.low.endsWith("ed")
  )
    return true;
  const isAfterNoun = before?.tag === "NOUN" || before?.tag === "PROPN";
  if (isAfterNoun && describesNoun(tokens, index, last)) return true;
  // "Police said Ivo Tarn surrendered after two hours": the subject of what is told has its verb here.
  const isTold =
    last !== undefined &&
    takesClause(last.lemma) &&
    tokens.slice(last.verbEnd, index).every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/u.test(tag));
  return (
    isAfterNoun && next?.tag === "ADP" && hasVerbBefore(tokens, index, last) && !irregularPast.has(token.low) && !isTold
  );
}

/** Marks and words behind which another clause may begin. */
const breaks = /^(?:,|;|:|and|but|or|that|who|which|where|when|while|because|after|before|if|as|since)$/u;

/**
 * A participle by what stands around it: "the body found on 2 March was", with only prepositional phrases up to the verb of
 * its noun; "a Moldovan called Sturza", "its issue dated Thursday", behind a noun that is the object of a preposition or an
 * apposition.
 */
function describesNoun(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  const { low } = at(tokens, index);
  const next = tokens[index + 1];
  if (/^(?:called|named|dated|nicknamed|entitled|titled|numbered|registered|based|headed|known)$/u.test(low)) {
    const names =
      next?.tag === "PROPN" || next?.tag === "NUM" || (low !== "called" && low !== "named" && next?.tag === "ADP");
    const isObject =
      tokens[nounFrom(tokens, index) - 1]?.tag === "ADP" || tokens[nounFrom(tokens, index) - 1]?.low === ",";
    let behind = index + 1;
    while (/^(?:PROPN|NUM)$/u.test(tokens[behind]?.tag ?? "")) behind += 1;
    const hasVerbBehind = behind > index + 1 && /^(?:VERB|AUX)$/u.test(tokens[behind]?.tag ?? "");
    if (names && (isObject || hasVerbBehind || hasVerbBefore(tokens, index, last))) return true;
  }
  return (next?.tag === "ADP" || isTimeWord(next)) && leadsToVerb(tokens, index + 1);
}

/** "The buyer, identified in court papers as X, has asked": behind the comma that closes the words comes the verb. */
function hasVerbBehindComma(tokens: readonly Token[], index: number): boolean {
  const comma = tokens.findIndex(({ low }, other) => other > index && low === ",");
  const verb = tokens[comma + 1];
  return comma > 0 && /^(?:VERB|AUX)$/u.test(verb?.tag ?? "") && !verb?.low.endsWith("ing");
}

/** Where the noun phrase that ends before a word begins. */
function nounFrom(tokens: readonly Token[], end: number): number {
  let from = end;
  while (from > 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(at(tokens, from - 1).tag)) from -= 1;
  if (/^(?:his|her|its|their|my|our|your)$/u.test(tokens[from - 1]?.low ?? "")) from -= 1;
  return from;
}

/** Whether only prepositional phrases and times stand between a position and the next auxiliary. */
function leadsToVerb(tokens: readonly Token[], from: number): boolean {
  let index = from;
  while (tokens[index]?.tag === "ADP" || isTimeWord(tokens[index])) {
    if (breaks.test(at(tokens, index).low)) return false;
    index += 1;
    if (tokens[index]?.tag === "DET" || /^(?:his|her|its|their)$/u.test(tokens[index]?.low ?? "")) index += 1;
    while (/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(tokens[index]?.tag ?? "")) index += 1;
  }
  const verb = tokens[index];
  if (verb?.tag === "VERB")
    return index > from && tells(verb.lemma, "say", "find", "show", "allege") && !verb.low.endsWith("ing");
  return verb?.tag === "AUX" && /^(?:is|are|was|were|has|have|had|will|would)$/u.test(verb.low);
}

const isTimeWord = (token: Token | undefined): boolean =>
  /^(?:last|this|yesterday|today|earlier|later|recently|\p{L}+day)$/u.test(token?.low ?? "");

/** "watched three men get into a taxi": a bare verb behind whom somebody saw do it. */
function isSeenDeed(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  const token = at(tokens, index);
  if (!last || token.lemma !== token.low || !/^(?:see|watch|hear|observe|notice|let|make|help)$/u.test(last.lemma))
    return false;
  const between = tokens.slice(last.verbEnd, index);
  const isObject = between.every(
    ({ tag, low }) =>
      /^(?:DET|ADJ|NUM|NOUN|PROPN|PRON)$/u.test(tag) && !/^(?:that|who|which|he|she|they|we|i)$/u.test(low),
  );
  return between.length > 0 && between.length < 6 && isObject;
}

/** Whether a comma before the participle closes an interruption behind a subject that still waits for its verb. */
function subjectAhead(tokens: readonly Token[], index: number): boolean {
  let commas = 0;
  for (let left = index - 1; left >= 0; left -= 1) {
    const token = at(tokens, left);
    if (token.low === ",") commas += 1;
    if ((token.tag === "AUX" || token.tag === "VERB") && commas < 2)
      return /^(?:who|which)$/u.test(at(tokens, Math.max(0, left - 1)).low) || isTellerInserted(tokens, left);
  }
  return commas > 1;
}

/** "All eleven, the notice says, worked for": before the one who tells stands a subject without its verb. */
function isTellerInserted(tokens: readonly Token[], verb: number): boolean {
  const comma = tokens.findLastIndex(({ low }, index) => index < verb && low === ",");
  const subject = tokens.slice(0, Math.max(0, comma));
  const isNominal = (words: readonly Token[]): boolean =>
    words.length > 0 && words.every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART|ADP)$/u.test(tag));
  return takesClause(at(tokens, verb).lemma) && isNominal(subject) && isNominal(tokens.slice(comma + 1, verb));
}

/** Whether the clause that the participle stands in already has its verb. */
function hasVerbBefore(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  if (!last) return false;
  for (let left = index - 1; left >= last.verbEnd; left -= 1) {
    if (breaks.test(at(tokens, left).low)) return false;
  }
  return true;
}
