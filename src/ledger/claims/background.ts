import { at } from "../../base/index.ts";
import { isPrecedent } from "./judge-statement.ts";
import { isWordOf, textOf } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";

/** Appositions that claim something of a name: an age, a former post, what a firm is. */
export function findBackground(segment: readonly Token[]): readonly (readonly Token[])[] {
  const found: (readonly Token[])[] = [];
  for (let index = 1; index < segment.length; index += 1) {
    if (at(segment, index).low !== ",") continue;
    const age = segment[index + 1];
    if (age?.tag === "NUM" && /^\d{2}$/u.test(age.text) && /^[,.]$/u.test(segment[index + 2]?.text ?? "")) {
      found.push(segment.slice(nameStart(segment, index), index + 2));
    } else if (isBehindName(segment, index)) {
      const words = appositionAt(segment, index + 1);
      if (words) found.push(words);
    }
  }
  return found;
}

const isBehindName = (segment: readonly Token[], comma: number): boolean => {
  const before = at(segment, comma - 1);
  return before.tag === "PROPN" || before.text === ")" || (before.tag === "NUM" && segment[comma - 2]?.tag === "PROPN");
};

/** A noun phrase between commas that begins small: "a money changer in the district of Mirren". */
function appositionAt(segment: readonly Token[], from: number): readonly Token[] | undefined {
  const first = at(segment, Math.min(from, segment.length - 1));
  if (
    !/^\p{Ll}/u.test(first.text) ||
    !/^(?:DET|NOUN|ADJ|ADV)$/u.test(first.tag) ||
    /^(?:who|which|and|but|or|not|no)$/u.test(first.low)
  )
    return undefined;
  const end = segment.findIndex(({ low, tag }, index) => index > from && (/^[,;:.]$/u.test(low) || tag === "QUOTE"));
  if (end < 0 || segment[end]?.low !== ",") return undefined;
  // "Dara Molen, a spokeswoman for the police, said": as what somebody speaks.
  if (tells(segment[end + 1]?.lemma ?? "", "say", "allege", "confirm", "deny")) return undefined;
  const words = segment.slice(from, end);
  const verb = words.findIndex(({ tag }) => tag === "AUX" || tag === "VERB");
  const relative = words.findIndex(({ low }) => /^(?:that|who|which)$/u.test(low));
  // "The harbour master of Mirren", "a weekly run by sailors": it introduces who speaks or acts.
  const described = words.slice(0, words.findIndex(({ tag }, index) => index > 0 && tag === "ADP") >>> 0);
  const introduces = (first.low === "the" && relative < 0) || described.some(({ low }) => isWordOf("outlet", low));
  if (introduces) return undefined;
  const isNominal = verb < 0 || (relative >= 0 && relative < verb);
  return words.length > 3 && isNominal && !words.some(({ tag }) => tag === "NUM") ? words : undefined;
}

function nameStart(segment: readonly Token[], end: number): number {
  let from = end;
  while (from > 0 && (at(segment, from - 1).tag === "PROPN" || /^[()]$|\p{Lo}/u.test(at(segment, from - 1).text)))
    from -= 1;
  return from;
}

/** What a precedent is measured by: "since General X in 1999", "after the consul in Trieste and the attaché in Izmir", each an event of its own. */
export function findPrecedents(segment: readonly Token[]): readonly (readonly Token[])[] {
  if (!isPrecedent(textOf(segment))) return [];
  return segment.flatMap((token, index) => {
    if (token.low !== "since" && token.low !== "after") return [];
    const end = tailEnd(segment, index + 1);
    const tail = segment.slice(index + 1, end);
    if (tail.some(({ tag }) => tag === "AUX" || tag === "VERB") || tail.length < 3) return [];
    // "since the consul in Trieste, who left in 2004": what describes it goes with it.
    const isDescribed = segment[end]?.low === "," && /^(?:who|which|when|where)$/u.test(segment[end + 1]?.low ?? "");
    if (isDescribed) return [segment.slice(index + 1, tailEnd(segment, end + 1))];
    return splitAtAnd(tail).filter(
      (piece) => piece.length > 2 && piece.some(({ tag }) => tag === "PROPN" || tag === "NUM"),
    );
  });
}

/** "..., and the first to be tried on records from abroad", "..., the largest number from one firm so far": a precedent without a verb. */
export function findVerblessPrecedent(segment: readonly Token[]): readonly Token[] | undefined {
  const from = segment.findIndex(
    ({ low }, index) =>
      index > 2 &&
      low === "the" &&
      /^(?:,|and)$/u.test(at(segment, index - 1).low) &&
      /^(?:first|second|third|fourth|last|latest|only|\p{L}+est|most|highest-ranking)$/u.test(
        segment[index + 1]?.low ?? "",
      ),
  );
  if (from < 0) return undefined;
  const words = segment.slice(from, tailEnd(segment, from));
  return words.length > 4 && isPrecedent(textOf(words)) ? words : undefined;
}

function tailEnd(segment: readonly Token[], from: number): number {
  const end = segment.findIndex(({ low, tag }, index) => index > from && (/^[,;:.]$/u.test(low) || tag === "QUOTE"));
  return end < 0 ? segment.length : end;
}

function splitAtAnd(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const and = tokens.findIndex(({ low }, index) => low === "and" && tokens[index + 1]?.tag === "DET");
  return and < 0 ? [tokens] : [tokens.slice(0, and), tokens.slice(and + 1)];
}

/** A number for another thing at the end of a clause: ", kept at four banks", ", and of five banks", ", 61 of them women", ", against 112 the year before". */
export function splitNumberTail(
  tokens: readonly Token[],
): { readonly head: readonly Token[]; readonly tail: readonly Token[] } | undefined {
  const listed = sumFrom(tokens);
  if (listed !== undefined) return { head: tokens.slice(0, listed), tail: tokens.slice(listed + 1) };
  const without = exceptFrom(tokens);
  if (without !== undefined) return { head: tokens.slice(0, without), tail: tokens.slice(without + 1) };
  const gapped = gapFrom(tokens);
  if (gapped !== undefined)
    return { head: tokens.slice(0, gapped), tail: tokens.slice(gapped + 1, commaFrom(tokens, gapped)) };
  for (let index = 4; index < tokens.length - 2; index += 1) {
    if (at(tokens, index).low !== ",") continue;
    const from = tokens[index + 1]?.low === "and" ? index + 2 : index + 1;
    const isNumbered =
      isNumberTail(tokens, from, from > index + 1) && tokens.slice(from).some(({ tag }) => tag === "NUM");
    const isState = from === index + 1 && hasToldVerb(tokens.slice(0, index)) && isStateTail(tokens.slice(from));
    if (isNumbered || isState) return { head: tokens.slice(0, index), tail: tokens.slice(from) };
  }
  return undefined;
}

/** "conceded the one account but not the other": what is left out is said too, in the end and without a verb. */
function exceptFrom(tokens: readonly Token[]): number | undefined {
  const but = tokens.findIndex(({ low }, index) => index > 2 && low === "but" && tokens[index + 1]?.low === "not");
  const tail = tokens.slice(but + 2);
  return but > 0 && tail.length > 0 && tail.length < 6 && !tail.some(isVerb) ? but : undefined;
}

/** "They came to 12.9 million: 8.4 million for the one account, and 4.5 million for the other": where a number breaks up that is told before it. */
function sumFrom(tokens: readonly Token[]): number | undefined {
  const isNumber = (place: number): boolean =>
    tokens[place]?.tag === "NUM" && /^(?:ADP|NUM|NOUN|SYM)$/u.test(tokens[place + 1]?.tag ?? "");
  const colon = tokens.findIndex(({ low }, index) => index > 2 && low === ":" && isNumber(index + 1));
  // "21,000 tonnes: 12,000 of ore, the rest coke": the rest is of the whole, and stays with it.
  const isWhole = tokens.slice(Math.max(colon, 0)).some((token) => isVerb(token) || token.low === "rest");
  if (colon > 0 && !isWhole) return colon;
  const comma = tokens.findIndex(
    ({ low }, index) => low === "," && tokens[index + 1]?.low === "and" && isNumber(index + 2),
  );
  return tokens[0]?.tag === "NUM" && comma > 0 ? comma : undefined;
}

/** Where "and" joins a number whose verb and noun stand in what comes before: "two were held on Monday and four on Wednesday". */
function gapFrom(tokens: readonly Token[]): number | undefined {
  const from = tokens.findLastIndex(({ low }, index) => index > 3 && low === "and" && isGapped(tokens, index + 1));
  return from >= 0 && tokens.slice(0, from).some(({ tag }) => tag === "NUM") ? from : undefined;
}

function commaFrom(tokens: readonly Token[], from: number): number {
  const comma = tokens.findIndex(({ low }, index) => index >= from && low === ",");
  return comma < 0 ? tokens.length : comma;
}

function isGapped(tokens: readonly Token[], from: number): boolean {
  let index = from;
  while (/^(?:the|another|a|further|other|remaining)$/u.test(tokens[index]?.low ?? "")) index += 1;
  const number = index;
  while (tokens[index]?.tag === "NUM" && !/^(?:1[89]|20)\d\d$/u.test(tokens[index]?.text ?? "")) index += 1;
  const behind = tokens[index];
  const isNext = behind?.tag === "ADP" && !/^(?:of|to|per)$/u.test(behind.low);
  const isTime = /^(?:last|yesterday|today|earlier|later|\p{L}+day)$/u.test(behind?.low ?? "");
  const rest = tokens.slice(index, commaFrom(tokens, index));
  return (
    index > number && (isNext || isTime) && rest.length < 7 && !rest.some(({ tag }) => tag === "AUX" || tag === "VERB")
  );
}

/** ", all run by one firm", ", declared as pumps": what else is so of what was just named, and no verb of its own behind it. */
function isStateTail(tail: readonly Token[]): boolean {
  if (/^(?:together|along)$/u.test(tail[0]?.low ?? "") && tail[1]?.low === "with") return !tail.some(isVerb);
  const from = /^(?:all|both|each|most)$/u.test(tail[0]?.low ?? "") ? (tail[1]?.low === "of" ? 3 : 1) : 0;
  const [state, behind] = tail.slice(from, from + 2);
  const isState =
    state?.tag === "VERB" &&
    !state.low.endsWith("ing") &&
    (state.low !== state.lemma || /^(?:run|put|cut|hit|set|shut|split)$/u.test(state.low));
  const says = isState && behind?.tag === "ADP" && !isWordOf("described-as", state.low);
  return says && tail.length - from > 2 && !tail.slice(from + 1).some(isVerb);
}

/** "The boat was found" and not "All eleven, the notice says": the verb of the clause itself. */
const hasToldVerb = (head: readonly Token[]): boolean => {
  const verb = head.findLastIndex(isVerb);
  return verb >= 0 && verb < head.length - 1 && !head.slice(verb).some(({ low }) => low === ",");
};

const isVerb = ({ tag, low }: Token): boolean => (tag === "VERB" && !low.endsWith("ing")) || tag === "AUX";

function isNumberTail(tokens: readonly Token[], from: number, isJoined: boolean): boolean {
  const first = tokens[from];
  const second = tokens[from + 1];
  if (first?.tag === "NUM")
    return second?.low === "of" && /^(?:them|whom|these|those)$/u.test(tokens[from + 2]?.low ?? "");
  if (first?.low === "against" || first?.low === "including") return second?.tag === "NUM";
  return (isJoined && first?.tag === "ADP") || (first?.tag === "VERB" && second?.tag === "ADP");
}
