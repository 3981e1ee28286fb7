import { at } from "../../base/index.ts";
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

/** Phrases that tell as one verb does: "let it be known", "had it from". */
const phrases: readonly (readonly [RegExp, number, string])[] = [
  [/^lets? it be known$/u, 4, "announce"],
  [/^(?:made|makes?) it (?:known|clear|plain) /u, 3, "announce"],
  [/^(?:had|has|have) it from /u, 2, "hear"],
];

function phraseAt(tokens: readonly Token[], verb: number): VerbGroup | undefined {
  const words = tokens
    .slice(verb, verb + 4)
    .map(({ low }) => low)
    .join(" ");
  const found = phrases.find(([pattern]) => pattern.test(words));
  return found && { verb, verbEnd: verb + found[1], lemma: found[2] };
}

function takeGroup(tokens: readonly Token[], verb: number): VerbGroup {
  const phrase = phraseAt(tokens, verb);
  if (phrase) return phrase;
  let end = verb + 1;
  let head = verb;
  if (isAuxiliary(at(tokens, verb))) {
    for (let next = end; next < tokens.length && next < verb + 7; next += 1) {
      const token = at(tokens, next);
      if (token.tag === "AUX" || token.tag === "VERB") {
        head = next;
        end = next + 1;
        if (token.tag === "VERB" && !isAuxiliary(token) && !/^(?:neither|confirm)$/u.test(token.low)) break;
      } else if (!(token.tag === "ADV" || token.tag === "PART" || betweenVerbs.has(token.low))) break;
    }
  }
  return { verb, verbEnd: end, lemma: at(tokens, head).lemma };
}

const isAuxiliary = (token: Token): boolean => token.tag === "AUX" || modals.has(token.low);

const irregularPast = new Set(
  "said told wrote spoke gave put left took went came found saw heard had was were did made kept held sold paid met led sent got knew began rose fell stood sat won lost brought bought caught thought felt died fled ran hid broke drove flew grew set cut hit let ended became understood meant spent built showed drew threw chose shot struck sank swam swore tore wore sought fought taught lay quit read cost".split(
    " ",
  ),
);

function isFinite(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  const token = at(tokens, index);
  const before = tokens[index - 1];
  if (last && index < last.verbEnd) return false;
  if (token.tag === "AUX" || (modals.has(token.low) && token.tag !== "NOUN" && token.tag !== "PROPN")) {
    return before?.low !== "to";
  }
  if (token.tag !== "VERB" || before?.low === "to" || token.low.endsWith("ing")) return false;
  if (isInfinite(tokens, index) || last?.verbEnd === index || tokens[index + 1]?.tag === "AUX") return false;
  if (
    before &&
    (before.tag === "DET" || before.tag === "ADJ" || before.tag === "ADP" || before.low === "’s" || before.low === "'s")
  ) {
    return before.tag !== "DET" ? irregularPast.has(token.low) && before.tag === "ADJ" : false;
  }
  if (/^(?:his|her|their|its|my|our|your|neither|nor)$/u.test(before?.low ?? "")) return false;
  return !isReducedRelative(tokens, index, last) && !isSeenDeed(tokens, index, last);
}

/** "to have kept", "to be sold". */
const isInfinite = (tokens: readonly Token[], index: number): boolean =>
  /^(?:have|be|been)$/u.test(tokens[index - 1]?.low ?? "") && /^(?:to|have)$/u.test(tokens[index - 2]?.low ?? "");

/** "A boat seized in May was sold": a participle right after a noun, with its finite verb still to come or already past. */
function isReducedRelative(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  const token = at(tokens, index);
  const next = tokens[index + 1];
  const looksPassive = /(?:ed|en|wn|ne|ught|ade|old|ept|eld|aid|und|ut|nt)$/u.test(token.low);
  if (next?.low === "by" && /^(?:run|led|cut|set|shut|hit|read|put|won|met|lent)$/u.test(token.low)) return true;
  if (!looksPassive || token.low === "said") return false;
  if (next?.low === "by") return true;
  const before = tokens[index - 1];
  if (before?.low === ",") return !!last && next?.tag === "ADP" && !subjectAhead(tokens, index);
  if (
    last &&
    /^(?:want|have|get|see|keep|leave|find|make|need|like|hear|watch)$/u.test(last.lemma) &&
    before?.tag === "NOUN" &&
    index - last.verbEnd < 4 &&
    token.low.endsWith("ed")
  )
    return true;
  const isAfterNoun = before?.tag === "NOUN" || before?.tag === "PROPN";
  return isAfterNoun && next?.tag === "ADP" && hasVerbBefore(tokens, index, last) && !irregularPast.has(token.low);
}

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
      return /^(?:who|which)$/u.test(at(tokens, Math.max(0, left - 1)).low);
  }
  return commas > 1;
}

/** Whether the clause that the participle stands in already has its verb. */
function hasVerbBefore(tokens: readonly Token[], index: number, last: VerbGroup | undefined): boolean {
  if (!last) return false;
  for (let left = index - 1; left >= last.verbEnd; left -= 1) {
    if (
      /^(?:,|;|:|and|but|or|that|who|which|where|when|while|because|after|before|if|as|since)$/u.test(
        at(tokens, left).low,
      )
    )
      return false;
  }
  return true;
}
