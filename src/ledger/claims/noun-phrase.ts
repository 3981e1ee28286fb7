import { at } from "../../base/index.ts";
import { isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { isDayWord, isMonth } from "../text/time-words.ts";
import type { SourceKind } from "./claim.ts";
import { groupFrom, houseOf, isFormerDoer, isOneOfPair, ownerOfReport } from "./standing-for.ts";

/** Words that may name a speaker, with what they say of it. */
export interface SpeakerPhrase {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Names in it, each without articles: "Ivo Tarn" of "Counsel for the defence, Ivo Tarn". */
  readonly names: readonly string[];
  /** The noun that says what it is, in lower case: "businessman" of "a businessman who supplies the mission". */
  readonly head: string;
  readonly determiner: "definite" | "indefinite" | "possessive" | "none";
  readonly isPronoun: boolean;
  readonly isSame: boolean;
  readonly isPlural: boolean;
  readonly number: number;
  readonly kind: SourceKind | undefined;
  /** Whose it is by a pronoun, where the noun only stands for the owner: "her first figure", "its press desk". */
  readonly owner: string | undefined;
  /** What narrows its noun: "trade" of "the trade ministry". */
  readonly modifiers: readonly string[];
  /** "one of them": of several who have been spoken of. */
  readonly isOfThem?: boolean;
  /** The house that a spokesman speaks for. */
  readonly house?: SpeakerPhrase | undefined;
}

/** Reads the words of a noun phrase; undefined where they hold no noun, name or pronoun. */
export function readSpeakerPhrase(words: readonly Token[]): SpeakerPhrase | undefined {
  const tokens = trimPhrase(words);
  return readPart(tokens) ?? readOwner(tokens) ?? readNoun(tokens);
}

/** "one of its drivers", "two of them": somebody of a group, who is not named. */
function readPart(tokens: readonly Token[]): SpeakerPhrase | undefined {
  const from = groupFrom(tokens);
  const group = from === undefined ? undefined : readNoun(tokens.slice(from));
  if (!group || (group.kind !== "person" && !group.isPronoun)) return undefined;
  const number = numberOf(tokens.slice(0, 1));
  const first = at(tokens, 0);
  return {
    ...group,
    text: sourceText(tokens),
    from: first.from,
    names: [],
    head: group.isPronoun ? "person" : (singularOf(group.head) ?? group.head),
    determiner: "indefinite",
    isPronoun: false,
    isSame: false,
    isPlural: number > 1 || first.low !== "one",
    number,
    kind: "person",
    owner: undefined,
    isOfThem: group.isPronoun,
  };
}

const singularOf = (noun: string): string | undefined =>
  noun.endsWith("s") && isWordOf("person", noun.slice(0, -1)) ? noun.slice(0, -1) : undefined;

/** "the captain's account", "a statement from the ministry": who speaks is the one whose it is. */
function readOwner(tokens: readonly Token[]): SpeakerPhrase | undefined {
  const owner = ownerOfReport(tokens);
  const read = owner && readNoun(trimPhrase(owner));
  return read?.kind === undefined ? undefined : read;
}

function readNoun(tokens: readonly Token[]): SpeakerPhrase | undefined {
  const read = readLower(tokens);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  const core = coreOf(read);
  const head = headOf(core);
  const isPronoun =
    (core.length === 2 && first.tag === "DET" && core[1]?.tag === "NUM") ||
    (core.length === 1 &&
      (first.tag === "PRON" || /^(?:both|all|some|many|several|neither|none|each|most|others|few)$/u.test(first.low)));
  const described = read.findIndex(({ low }) => /^(?:who|which|whose)$/u.test(low));
  const names = namesOf(described < 0 ? read : read.slice(0, described), head);
  if (!head && !isPronoun && names.length === 0) return undefined;
  if (read.every((token) => isDay(token) || /^(?:DET|NUM|ADP)$/u.test(token.tag)) && read.some(isDay)) return undefined;
  const number = numberOf(core);
  return {
    text: sourceText(tokens),
    from: first.from,
    to: last.to,
    names,
    head: head?.low ?? first.low,
    determiner: determinerOf(core),
    isPronoun,
    isSame: core.some(({ low }) => low === "same"),
    isPlural:
      number > 1 || (head !== undefined && head.lemma !== head.low && head.low.endsWith("s")) || first.low === "they",
    number,
    kind: kindOf(core, head, names),
    owner: ownerOf(core, head),
    modifiers: modifiersOf(core, head),
    house: readHouse(tokens, head),
  };
}

function readHouse(tokens: readonly Token[], head: Token | undefined): SpeakerPhrase | undefined {
  const house = houseOf(tokens, head);
  return house && readNoun(trimPhrase(house));
}

/** "8 October", "on Tuesday": a day is nobody. */
const isDay = ({ low }: Token): boolean => isDayWord(low) || isMonth(low);

/** "Friends of the family", "Sources close to": a common noun with the capital of its sentence. */
function readLower(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  const isCommon =
    first !== undefined &&
    /^\p{Lu}/u.test(first.text) &&
    !/^\p{Lu}/u.test(second?.text ?? "") &&
    (first.tag === "PROPN"
      ? (isWordOf("person", first.low) && !isWordOf("body", first.low) && first.low.endsWith("s")) ||
        (tokens.length === 1 && isWordOf("office", first.low))
      : first.tag === "NOUN" && isWordOf("document", first.low));
  return isCommon ? [{ ...first, text: first.low, tag: "NOUN" }, ...tokens.slice(1)] : tokens;
}

const leading = new Set([
  "also",
  "then",
  "later",
  "however",
  "but",
  "and",
  "meanwhile",
  "so",
  "far",
  "because",
  "that",
  "as",
  "or",
  "yet",
]);

/** Without conjunctions and adverbs before it, and without "itself", "also", "has" behind it. */
function trimPhrase(words: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = words.length;
  while (
    from < to &&
    (leading.has(at(words, from).low) || /^[,;:(*–—-]$/u.test(at(words, from).low) || at(words, from).tag === "QUOTE")
  )
    from += 1;
  from = skipAdverbial(words, skipTime(words, from), to);
  while (to > from && isTail(at(words, to - 1)) && !/^(?:DET|ADJ)$/u.test(words[to - 2]?.tag ?? "")) to -= 1;
  return words.slice(from, timeTail(words, from, to));
}

const isTail = (token: Token): boolean =>
  (token.tag === "ADV" && token.low !== "general") ||
  token.tag === "AUX" ||
  token.tag === "QUOTE" ||
  /^(?:[,;:)]|itself|himself|herself|themselves|each|also)$/u.test(token.low);

/** Where a time at the end of a phrase begins: "the Sharq newspaper | on Tuesday", "the ministry | on 2 October"; its end where there is none. */
function timeTail(words: readonly Token[], from: number, to: number): number {
  const isTime = (low: string): boolean =>
    isDayWord(low) ||
    isMonth(low) ||
    /^(?:last|this|late|early|week|month|year|morning|evening|night|\d{1,4}(?:st|nd|rd|th)?)$/u.test(low);
  // "the workers I spoke to today": the time belongs to what describes them.
  if (words.slice(from, to).some(({ tag }) => tag === "PRON")) return to;
  let start = to;
  while (start > from + 1 && isTime(at(words, start - 1).low)) start -= 1;
  if (start === to) return to;
  if (at(words, start - 1).low === "the") start -= 1;
  if (/^(?:on|in|since|for)$/u.test(words[start - 1]?.low ?? "")) return start - 1;
  const { low } = at(words, start);
  return (isDayWord(low) || /^(?:last|this|late|early)$/u.test(low)) && start > from + 1 ? start : to;
}

/** "A week ago the Post", "That night the Post": a time right before the one who speaks. */
function skipTime(words: readonly Token[], from: number): number {
  const [first, second, third] = words.slice(from, from + 3).map(({ low }) => low);
  const isAgo =
    /^(?:days?|weeks?|months?|years?|hours?|fortnight)$/u.test(second ?? "") &&
    /^(?:ago|earlier|later|before)$/u.test(third ?? "");
  if (isAgo) return from + 3;
  const isThen =
    /^(?:that|this|next|last)$/u.test(first ?? "") &&
    /^(?:night|day|evening|morning|afternoon|week|month|year|weekend|\p{L}+day)$/u.test(second ?? "");
  return isThen && words[from + 2] !== undefined ? from + 2 : from;
}

/** "In a separate report, the Courier": an adverbial before the comma, or before a determiner, is no speaker. */
function skipAdverbial(words: readonly Token[], from: number, to: number): number {
  const first = words[from];
  if (
    !first ||
    !(first.tag === "ADP" || first.tag === "ADV" || /^(?:last|next|earlier|yesterday|today|by)$/u.test(first.low))
  )
    return from;
  const comma = words.findIndex(({ low }, index) => index > from && index < to && low === ",");
  // "Within a day the Post, which cites nobody, ...": the comma is behind the one who speaks.
  const isBehind = /^(?:who|which|whose)$/u.test(words[comma + 1]?.low ?? "");
  if (comma > 0 && comma + 1 < to && !isBehind) return comma + 1;
  const end = isBehind ? comma : to;
  for (let index = from + 2; index < end; index += 1) {
    const token = at(words, index);
    const before = at(words, index - 1);
    if (token.low === "one" && before.tag === "NOUN") return index;
    if (
      (token.tag === "PRON" && !/^(?:her|his|its|their)$/u.test(token.low)) ||
      (token.tag === "DET" && before.tag !== "ADP" && before.tag !== "ADV")
    )
      return index;
    if (
      /^(?:week|month|year|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(before.low) &&
      token.tag !== "ADP"
    )
      return index;
  }
  return from;
}

/** The words before the first "of", "at", "who", comma: those that hold the head noun. */
function coreOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      (token.tag === "ADP" ||
        /^(?:,|\(|who|which|that|whose|not|named|called|close|familiar|aware|privy)$/u.test(token.low) ||
        (token.tag === "VERB" && !/^\p{Lu}/u.test(token.text))),
  );
  return end < 0 ? tokens : tokens.slice(0, end);
}

const headOf = (core: readonly Token[]): Token | undefined =>
  core.findLast(
    ({ tag, text, low }) =>
      tag === "NOUN" ||
      (text === low && isWordOf("outlet", low)) ||
      (tag === "ADJ" && /^\p{Ll}/u.test(text) && core.at(-1)?.text === text),
  ) ?? core.findLast(({ tag }) => tag === "PROPN");

/**
 * The names that a phrase is known by. Where its noun is a common one, the place or house behind "of" or before "'s" is not its
 * name ("the border police of Georgia"); one before a lower-case noun at the head of a sentence is no name at all ("Finance ministry").
 */
function namesOf(tokens: readonly Token[], head: Token | undefined): readonly string[] {
  const isCommon = head !== undefined && /^\p{Ll}/u.test(head.text);
  const names: string[] = [];
  let run: Token[] = [];
  let isSkipping = false;
  const close = (next: Token | undefined): void => {
    const isOwner = next !== undefined && /^[’']s$/u.test(next.low);
    const isModifier =
      next === head && isCommon && run.length === 1 && run[0] === tokens[0] && !isWordOf("outlet", head.low);
    if (run.some(({ text }) => /^[\p{Lu}\p{Lo}]/u.test(text)) && !isOwner && !isModifier) names.push(textOf(run));
    run = [];
  };
  for (const [index, token] of tokens.entries()) {
    const isPart =
      /^[\p{Lu}\p{Lo}]/u.test(token.text) &&
      token.tag !== "DET" &&
      token.tag !== "PRON" &&
      (token.tag !== "NUM" || run.length > 0);
    const isLink =
      run.length > 0 &&
      (/^(?:&|de|van|von|bin|al|el)$/u.test(token.low) ||
        (token.low === "of" && !isCommon) ||
        (token.text === "." && isTitle(tokens[index - 1])));
    const lead = tokens[tokens[index - 1]?.tag === "DET" ? index - 2 : index - 1];
    const isBehind = run.length === 0 && index > 1 && /^(?:of|in|at|from|for|near)$/u.test(lead?.low ?? "");
    isSkipping = isPart && (isBehind || isSkipping);
    if (isSkipping) continue;
    if (isPart || isLink) run.push(token);
    else close(token);
  }
  close(undefined);
  return names.map((name) => name.replace(/ (?:of|&|de|van|von|bin|al|el)$/u, ""));
}

const isTitle = (token: Token | undefined): boolean =>
  /^(?:mr|mrs|ms|dr|cmdr|capt|col|gen|lt|sgt|prof|rev|sen|rep|gov)$/u.test(token?.low ?? "");

/** What narrows its noun: "trade" of "the trade ministry", "Georgia" of "Georgia's border police". */
const modifiersOf = (core: readonly Token[], head: Token | undefined): readonly string[] =>
  core
    .filter(
      (token) =>
        token !== head &&
        /^(?:NOUN|ADJ|PROPN)$/u.test(token.tag) &&
        !/^(?:same|own|former|other|senior|local|unnamed)$/u.test(token.low),
    )
    .map(({ low }) => low);

function determinerOf(core: readonly Token[]): SpeakerPhrase["determiner"] {
  const low = core[0]?.low ?? "";
  if (/^(?:a|an|another|one|some|two|three|several|many|other)$/u.test(low)) return "indefinite";
  if (/^(?:the|this|that|these|those|both|all)$/u.test(low)) return "definite";
  if (/^(?:his|her|its|their|our|my)$/u.test(low) || core.some((token) => /^[’']s$/u.test(token.low)))
    return "possessive";
  return "none";
}

const smallNumbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function numberOf(core: readonly Token[]): number {
  const word = core.find(({ tag }) => tag === "NUM")?.low ?? "";
  const known = smallNumbers.indexOf(word);
  if (known > 0) return known;
  return /^\d{1,3}$/u.test(word) ? Number(word) : 1;
}

const owners: Readonly<Record<string, string>> = { his: "he", her: "she", its: "it", their: "they" };
const ownedWords =
  /^(?:figure|figures|count|estimate|tally|number|total|version|account|report|statement|bulletin|notice|letter|dispatch|website|site|desk|office|press|spokesman|spokeswoman|editor|editors|newsroom|answer|reply|announcement|headquarters|management)$/u;

const ownerOf = (core: readonly Token[], head: Token | undefined): string | undefined =>
  head && ownedWords.test(head.low) ? owners[core[0]?.low ?? ""] : undefined;

/** "Prosecutor Hana Brezic": the title of somebody named, and no house. */
const isTitleOf = (core: readonly Token[], index: number): boolean =>
  /^\p{Lu}/u.test(at(core, index).text) && isWordOf("person", at(core, index).low) && core[index + 1]?.tag === "PROPN";

function kindOf(core: readonly Token[], head: Token | undefined, names: readonly string[]): SourceKind | undefined {
  if (!head) return names.length > 0 ? "person" : undefined;
  const isLower = /^\p{Ll}/u.test(head.text);
  const isFirm = names.some((name) => name.split(" ").some((word) => isWordOf("body", word)));
  if (isFirm && /^(?:manager|owner|operator|agent|builder|insurer|charterer|supplier|employer)$/u.test(head.low))
    return "body";
  if (isLower && core.length > 1 && isOneOfPair(head.low) && core.at(-1) === head) return "person";
  if (isLower && (isWordOf("person", head.low) || isWordOf("representative", head.low))) return "person";
  if (isLower && isFormerDoer(core, core.indexOf(head))) return "person";
  const words = core.filter(({ tag }, index) => tag !== "DET" && !isTitleOf(core, index));
  // What the author's own papers say is the author's.
  const isOurs = /^(?:my|our)$/u.test(core[0]?.low ?? "");
  if (
    isWordOf("outlet", head.low) ||
    words.some(({ text }) => /^\p{Lu}/u.test(text) && (isWordOf("outlet", text) || isWordOf("masthead", text)))
  )
    return "outlet";
  // "Six tankers", "Olen Tankers".
  const namesBody = ({ low, text }: Token): boolean =>
    isWordOf("body", low) && (!isWordOf("firm-word", low) || /^\p{Lu}/u.test(text));
  if (words.some(namesBody) || (isLower && isWordOf("document", head.low) && !isOurs)) return "body";
  // "NATO", "FRONT": no person is called by letters in capitals.
  if (isLower || !/^\p{Lu}{3,}$/u.test(head.text)) return names.length > 0 ? "person" : undefined;
  return "body";
}

/** The words as a source is called: without brackets and what they hold. */
const sourceText = (tokens: readonly Token[]): string =>
  textOf(tokens)
    .replaceAll(/\s*\([^)]*\)\s*/gu, " ")
    .replaceAll(/\s+(?=[,.;:’'])/gu, "")
    .replace(/(?<=\p{Ll}{3})\.$|[\s,;:]+$/u, "")
    .trim();
