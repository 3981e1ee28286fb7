import { at } from "../../base/index.ts";
import { asking, conjunctions, joining, relatives } from "./clause-words.ts";
import { holdsContent, takesNounBack } from "./content-nouns.ts";
import { isWordOf } from "./phrases.ts";
import type { VerbGroup } from "./find-verbs.ts";
import { takesClause, tells } from "./reporting.ts";
import { isBeforeTime, isOwnSubject, isSubjectWord, joinsHere, timeBefore } from "./subject-words.ts";
import type { Token } from "./tag-tokens.ts";
import { describing, opensPhrase, saysClause, toldUpTo, toldVerbs } from "./told-content.ts";

/** How a clause hangs on what stands before it. */
export type ClauseKind = "main" | "and" | "that" | "relative" | "adverbial" | "asked" | "participle";

/** Where a clause begins and what its subject is, by positions of tokens. */
export interface ClauseStart {
  readonly kind: ClauseKind;
  readonly from: number;
  readonly subjectFrom: number;
  readonly subjectTo: number;
  /** Takes up a clause whose subject an interruption has cut off from its verb. */
  readonly resumes: boolean;
}

/** The verb groups of the sentence, and where the clauses of those to the left begin. */
export interface Earlier {
  readonly groups: readonly VerbGroup[];
  readonly starts: readonly ClauseStart[];
}

/** Where the clause of a verb group begins: left through the words that can be its subject, over interruptions. */
export function findClauseStart(tokens: readonly Token[], group: VerbGroup, earlier: Earlier): ClauseStart {
  const index = earlier.starts.length;
  const last = earlier.groups[index - 1];
  const floor = last?.verbEnd ?? 0;
  const turned = behindTurned(tokens, last, group);
  if (turned) return turned;
  const left = subjectStart(tokens, group, last);
  const before = left > 0 ? at(tokens, left - 1) : undefined;
  const found = (kind: ClauseKind, from = left): ClauseStart => ({
    kind,
    from,
    subjectFrom: left,
    subjectTo: group.verb,
    resumes: false,
  });
  const told = toldUpTo(tokens, { floor, left, last, verb: group.verb });
  if (told !== undefined) return { ...found("that", told), subjectFrom: told };
  const described =
    left <= floor && last && !takesClause(last.lemma) ? describing(tokens, left, group.verb) : undefined;
  if (described !== undefined) return { ...found("relative", described), subjectFrom: described };
  if (!before) return found("main");
  if (left === group.verb && before.low === ",") return resume(tokens, left - 1, earlier);
  if (left <= floor && last) return behindVerb(tokens, { group, left, earlier });
  if (conjunctions.has(before.low)) return found("and");
  if (before.low === "that") {
    if (left === 1) return found("main", 0);
    if (conjunctions.has(tokens[left - 2]?.low ?? "") && left === group.verb) return found("and", left - 1);
    return isRelativeThat(tokens, { that: left - 1, group, earlier }) ? found("relative", left - 1) : found("that");
  }
  const time = timeBefore(tokens, left);
  if (time < left && tokens[time - 1]?.low === "that" && last && takesClause(last.lemma)) return found("that", time);
  if (relatives.has(before.low)) return found("relative", left - 1);
  const owned = ownedFrom(tokens, left);
  if (owned !== undefined) return found("relative", owned);
  // "a bookkeeper who once worked".
  if (before.low === "once" && relatives.has(tokens[left - 2]?.low ?? "")) return found("relative", left - 2);
  if (joining.has(before.low)) return found("adverbial");
  if (asking.has(before.low))
    return before.low === "what" && tokens[left - 2]?.low === "in"
      ? found("relative", left - 2)
      : found("asked", left - 1);
  return found(isToldTo(tokens, { floor, left, last }) ? "that" : "main");
}

/** Left through the words that can be the subject of a verb, down to the verb before it. */
function subjectStart(tokens: readonly Token[], group: VerbGroup, last: VerbGroup | undefined): number {
  const floor = last?.verbEnd ?? 0;
  const joins = (index: number): boolean =>
    last !== undefined && !takesClause(last.lemma) && joinsHere(tokens, { index, floor, verb: group.verb });
  let left = group.verb;
  while (
    left > floor &&
    !isOwnSubject(tokens, left, group) &&
    isSubjectWord(tokens, left - 1, floor) &&
    !joins(left - 1)
  )
    left -= 1;
  return left;
}

/** "The fund paid, writes the paper, and the minister spent": what stands behind a teller who stands behind his verb between commas. */
function behindTurned(
  tokens: readonly Token[],
  last: VerbGroup | undefined,
  group: VerbGroup,
): ClauseStart | undefined {
  if (!last || !tells(last.lemma, "say") || tokens[last.verb - 1]?.low !== ",") return undefined;
  const comma = tokens.findIndex(({ low }, index) => index >= last.verbEnd && index < group.verb && low === ",");
  const teller = tokens.slice(last.verbEnd, Math.max(comma, last.verbEnd));
  const isTeller =
    teller.length > 0 &&
    opensPhrase(teller[0]) &&
    teller.every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|PART)$/u.test(tag));
  const joint = tokens[comma + 1];
  if (!isTeller || !joint || !conjunctions.has(joint.low)) return undefined;
  const from = comma + 2;
  return { kind: "and", from, subjectFrom: from, subjectTo: group.verb, resumes: false };
}

/** "a printer, through whose machine they went": where a clause begins that a preposition and "whose" open. */
function ownedFrom(tokens: readonly Token[], left: number): number | undefined {
  let from = left;
  while (from > 0 && left - from < 4 && /^(?:NOUN|ADJ|PROPN|NUM)$/u.test(at(tokens, from - 1).tag)) from -= 1;
  if (from === left || tokens[from - 1]?.low !== "whose") return undefined;
  return tokens[from - 2]?.tag === "ADP" ? from - 2 : from - 1;
}

/** "told us it was", "told the Post it had": only whom it was told to stands between the verb and what is told. */
function isToldTo(
  tokens: readonly Token[],
  { floor, left, last }: { floor: number; left: number; last: VerbGroup | undefined },
): boolean {
  const between = tokens.slice(floor, left);
  return (
    toldVerbs.test(last?.lemma ?? "") &&
    between.length > 0 &&
    between.length < 6 &&
    between.every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|PRON)$/u.test(tag))
  );
}

/** The subject begins right behind an earlier verb: "said they could"; or the earlier verb is of a clause within the subject: "a man who sells flour says". */
function behindVerb(
  tokens: readonly Token[],
  { group, left, earlier }: { group: VerbGroup; left: number; earlier: Earlier },
): ClauseStart {
  const previous = at(earlier.starts, earlier.starts.length - 1);
  const last = at(earlier.groups, earlier.starts.length - 1);
  const described = contactFrom(tokens, { left, group, previous });
  if (described !== undefined)
    return { kind: previous.kind, from: described, subjectFrom: described, subjectTo: previous.from, resumes: true };
  const isContent =
    previous.kind === "relative" && left < group.verb && saysClause(last.lemma) && opensPhrase(tokens[left]);
  if (isContent) return { kind: "that", from: left, subjectFrom: left, subjectTo: group.verb, resumes: false };
  if (previous.kind === "relative" || previous.kind === "asked") return resume(tokens, group.verb, earlier);
  return { kind: "that", from: left, subjectFrom: left, subjectTo: group.verb, resumes: false };
}

/**
 * Where the subject begins that a relative clause without its pronoun describes: "workers I spoke to today say", "the name he
 * gave me is". Told by a pronoun right behind a noun, and no noun between the two verbs that could be the subject of the second.
 */
function contactFrom(
  tokens: readonly Token[],
  { left, group, previous }: { left: number; group: VerbGroup; previous: ClauseStart },
): number | undefined {
  const pronoun = tokens[previous.subjectFrom];
  const noun = tokens[previous.subjectFrom - 1];
  if (!/^(?:i|he|she|we|they|you)$/u.test(pronoun?.low ?? "") || !(noun?.tag === "NOUN" || noun?.tag === "PRON"))
    return undefined;
  const between = tokens.slice(left, group.verb);
  const isFree = between.every(
    ({ tag, low }, index) =>
      tag === "ADP" ||
      tag === "ADV" ||
      /^(?:me|us|him|her|them|you|today|yesterday|to|there|here)$/u.test(low) ||
      /^(?:ADP|DET)$/u.test(between[index - 1]?.tag ?? ""),
  );
  if (!isFree) return undefined;
  let from = previous.subjectFrom - 1;
  while (from > 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(at(tokens, from - 1).tag)) from -= 1;
  return from;
}

/** The verb goes with the words before an interruption that ends at `end`: relative clauses are passed over, other clauses are not. */
function resume(tokens: readonly Token[], end: number, earlier: Earlier): ClauseStart {
  const { groups, starts } = earlier;
  const teller = apposedTeller(tokens, end, earlier);
  if (teller !== undefined) return { kind: "main", from: teller, subjectFrom: teller, subjectTo: end, resumes: false };
  const { from, stop, skipped } = walkBack(tokens, end, earlier);
  const verb = end + (tokens[end]?.low === "," ? 1 : 0);
  const shared = (kind: ClauseKind): ClauseStart => ({
    kind,
    from: verb,
    subjectFrom: verb,
    subjectTo: verb,
    resumes: false,
  });
  if (stop === "condition") return shared("main");
  if ((stop === "telling" || stop === "verb") && verb > end && isTurnedTeller(tokens, groups[starts.length]))
    return shared("and");
  if (stop === "verb" && !skipped && verb > end) return shared("and");
  const begin = stop === "verb" ? behindConjunction(tokens, from, end) : from;
  const before = tokens[begin - 1];
  const kind =
    stop === "telling" || before?.low === "that"
      ? "that"
      : joining.has(before?.low ?? "")
        ? "adverbial"
        : conjunctions.has(before?.low ?? "")
          ? "and"
          : "main";
  return { kind, from: begin, subjectFrom: begin, subjectTo: nextComma(tokens, begin, end), resumes: true };
}

/** "..., the trader's attorney, Emil Raske, said": where the post begins of a teller whose name stands between it and the verb. */
function apposedTeller(tokens: readonly Token[], end: number, { groups, starts }: Earlier): number | undefined {
  const group = groups[starts.length];
  if (!group || !tells(group.lemma, "say") || tokens[end]?.low !== ",") return undefined;
  let name = end;
  while (name > 0 && tokens[name - 1]?.tag === "PROPN") name -= 1;
  if (name === end || tokens[name - 1]?.low !== ",") return undefined;
  let post = name - 1;
  while (post > 0 && /^(?:DET|ADJ|NOUN|PROPN|PART|ADP)$/u.test(at(tokens, post - 1).tag)) post -= 1;
  const isPost =
    /^(?:NOUN|PROPN)$/u.test(tokens[name - 2]?.tag ?? "") && /^(?:DET|PROPN|PRON)$/u.test(tokens[post]?.tag ?? "");
  return isPost && post > 0 && tokens[post - 1]?.low === "," ? post : undefined;
}

/** ", reports the Courier.": one who tells stands behind his verb, and nothing behind him. */
function isTurnedTeller(tokens: readonly Token[], group: VerbGroup | undefined): boolean {
  if (!group || !tells(group.lemma, "say") || !opensPhrase(tokens[group.verbEnd])) return false;
  const end = tokens.findIndex(({ low }, index) => index >= group.verbEnd && /^[,;:.]$/u.test(low));
  return tokens
    .slice(group.verbEnd, end < 0 ? tokens.length : end)
    .every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART|ADP)$/u.test(tag));
}

type Stop = "start" | "mark" | "verb" | "telling" | "that" | "joining" | "condition";

/** Goes left from an interruption to where the interrupted clause begins, and says what it stopped at. */
function walkBack(
  tokens: readonly Token[],
  end: number,
  { groups, starts }: Earlier,
): { from: number; stop: Stop; skipped: boolean } {
  let from = end;
  let clause = starts.length - 1;
  let skipped = false;
  while (from > 0) {
    const token = at(tokens, from - 1);
    while (clause >= 0 && at(groups, clause).verb >= from) clause -= 1;
    const start = starts[clause];
    const group = groups[clause];
    if (token.low === ";" || token.low === ":" || token.tag === "QUOTE") return { from, stop: "mark", skipped };
    if (start && group && from <= group.verbEnd) {
      const inserted = insertedFrom(tokens, { start, group, before: starts[clause - 1], end });
      if (inserted === 0) return { from: end, stop: "condition", skipped };
      if (inserted === undefined) return { from, stop: takesClause(group.lemma) ? "telling" : "verb", skipped };
      from = inserted;
      skipped = true;
      continue;
    }
    if (token.low === "that" && (tokens[from - 2]?.tag !== "NOUN" || takesClause(group?.lemma ?? "")))
      return { from, stop: "that", skipped };
    if (joinsClause(tokens, from - 1)) return { from, stop: "joining", skipped };
    from -= 1;
  }
  return { from, stop: "start", skipped };
}

/** A word that opens a clause: behind a comma, or one that always does. */
const joinsClause = (tokens: readonly Token[], index: number): boolean => {
  const { low } = at(tokens, index);
  if (!joining.has(low) || isBeforeTime(tokens, index)) return false;
  return tokens[index - 1]?.low === "," || /^(?:since|because|when|while|although|though)$/u.test(low);
};

/** Behind the last "and" between an earlier verb and the interruption, if there is one. */
function behindConjunction(tokens: readonly Token[], from: number, end: number): number {
  for (let index = end - 1; index >= from; index -= 1) {
    if (conjunctions.has(at(tokens, index).low) && tokens[index - 1]?.low === ",") return index + 1;
  }
  return from;
}

function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to; index += 1)
    if (/^(?:,|who|which|that)$/u.test(at(tokens, index).low)) return index;
  return to;
}

/** Where an interruption begins: a relative clause with what hangs on it, an attribution, or a clause with "if" or "after" between commas; undefined for any other clause. */
function insertedFrom(
  tokens: readonly Token[],
  { start, group, before, end }: { start: ClauseStart; group: VerbGroup; before: ClauseStart | undefined; end: number },
): number | undefined {
  if (start.kind === "relative") return start.from;
  // "which relies on the Post for all it knows", "who would lose his job if I named him": it goes with the clause that describes.
  if (before?.kind === "relative" && before.from < start.from && !hasComma(tokens, before.from, start.from))
    return opensHanging(tokens[start.from - 1]) ? start.from - 1 : start.from;
  const isBetween = tokens[start.from - 1]?.low === "," && nextComma(tokens, group.verbEnd, end) === end;
  const isOwn = start.kind === "main" || (start.kind === "and" && start.subjectFrom === start.subjectTo);
  if (isOwn && isBetween && takesClause(group.lemma)) return start.from - 1;
  if (start.kind !== "adverbial") return undefined;
  if (start.from === 1) return 0;
  // "who would lose his job if I named him": it goes with the clause that describes.
  if (before?.kind === "relative" && nextComma(tokens, before.from + 1, start.from) === start.from)
    return start.from - 1;
  return tokens[start.from - 2]?.low === "," ? start.from - 1 : undefined;
}

const opensHanging = (token: Token | undefined): boolean =>
  token !== undefined && (token.low === "that" || joining.has(token.low));

const hasComma = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ low }) => low === ",");

/** "the boat that sank" against "said on Tuesday that it sank": the first has no subject of its own, or no verb of telling before it. */
function isRelativeThat(
  tokens: readonly Token[],
  { that, group, earlier }: { that: number; group: VerbGroup; earlier: Earlier },
): boolean {
  const before = tokens[that - 1];
  const isNoun = before?.tag === "NOUN" || before?.tag === "PROPN" || before?.tag === "NUM" || before?.low === "all";
  if (!isNoun) return false;
  const isActive = group.verbEnd - group.verb === 1 || !/^(?:is|are|was|were)$/u.test(at(tokens, group.verb).low);
  if (
    that + 1 === group.verb ||
    (tells(group.lemma, "carry") &&
      isActive &&
      tokens.slice(that + 1, group.verb).some(({ low }) => isWordOf("outlet", low)))
  )
    return true;
  if (holdsContent(before.low) && !takesNounBack(tokens, { that, group })) return false;
  return !awaitsContent(earlier);
}

/** Whether a verb of telling to the left has no clause of its own yet. */
function awaitsContent({ groups, starts }: Earlier): boolean {
  const teller = groups.findLastIndex(({ lemma }, index) => index < starts.length && takesClause(lemma));
  return teller >= 0 && !starts.some(({ kind }, index) => index > teller && kind === "that");
}
