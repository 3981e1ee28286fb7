import { at } from "../../base/index.ts";
import { isWordOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";

const quantifiers =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|both|each|all|none|half|another|either|neither|others?|any|few)$/u;

/**
 * Where a phrase names a part of a group ("one of its drivers", "several of the men"): the position at which the group begins.
 * Undefined for any other phrase.
 */
export function groupFrom(tokens: readonly Token[]): number | undefined {
  const from = /^(?:a|the|at|least|only|not|just)$/u.test(tokens[0]?.low ?? "") ? 1 : 0;
  if (!quantifiers.test(tokens[from]?.low ?? "") || tokens[from + 1]?.low !== "of") return undefined;
  const next = tokens[from + 2];
  const isGroup =
    next !== undefined &&
    (next.tag === "DET" || /^(?:its|his|her|their|our|my|them|these|those|whom|us)$/u.test(next.low));
  return isGroup ? from + 2 : undefined;
}

/** Words that stand for a person of a pair or a row told of before: "the other", "the elder of the two". */
export const isOneOfPair = (word: string): boolean =>
  /^(?:other|others|older|elder|younger|latter|former|first|second|third|another)$/u.test(word);

/** "a report in the Mirren Post": the outlet that prints it. */
function ownerIn(tokens: readonly Token[]): readonly Token[] | undefined {
  const within = tokens.findIndex(({ low }) => /^(?:in|on)$/u.test(low));
  const noun = tokens[within - 1];
  const owner = tokens.slice(within + 1);
  const isPrinted = noun?.tag === "NOUN" && isWordOf("report-noun", noun.low);
  const isOutlet = owner.some(
    ({ low, text }) => isWordOf("outlet", low) || (/^\p{Lu}/u.test(text) && isWordOf("masthead", low)),
  );
  return isPrinted && isOutlet ? owner : undefined;
}

/**
 * The words of whoever a noun of report belongs to: "the captain" of "the captain's account", "the ministry" of "a statement
 * from the ministry". Undefined where the phrase has no such noun, or nobody that it belongs to.
 */
export function ownerOfReport(tokens: readonly Token[]): readonly Token[] | undefined {
  const mark = tokens.findIndex(({ low }) => /^[’']s?$/u.test(low));
  if (mark > 0) {
    const end = tokens.findIndex(
      ({ tag, low }, index) => index > mark && (tag === "ADP" || /^(?:,|who|which|that)$/u.test(low)),
    );
    const head = tokens[(end < 0 ? tokens.length : end) - 1];
    return head?.tag === "NOUN" && isWordOf("report-noun", head.low) ? tokens.slice(0, mark) : undefined;
  }
  const by = tokens.findIndex(({ low }) => /^(?:by|from|of)$/u.test(low));
  // "A report published yesterday by the audit office".
  const verb = tokens.slice(0, Math.max(0, by)).findLastIndex(({ low }) => isWordOf("issued", low));
  const isIssued = verb > 0 && by - verb < 4;
  const noun = tokens[isIssued ? verb - 1 : by - 1];
  if (by < 1 || noun?.tag !== "NOUN" || !isWordOf("report-noun", noun.low)) return ownerIn(tokens);
  return tokens[by + 1]?.tag === "NUM" ? undefined : tokens.slice(by + 1);
}

/**
 * The words of those whom another speaks for: "the police" of "a spokeswoman for the police", "the prosecutor" of "the prosecutor's
 * office". Undefined for any other phrase.
 */
export function houseOf(tokens: readonly Token[], head: Token | undefined): readonly Token[] | undefined {
  const place = head === undefined ? -1 : tokens.indexOf(head);
  const before = tokens[place - 1]?.low ?? "";
  if (head?.low === "office" && /^[’']s$/u.test(before)) return tokens.slice(0, place - 1);
  const speaks =
    isWordOf("representative", head?.low ?? "") || isWordOf("representative", `${before} ${head?.low ?? ""}`);
  const isFor = /^(?:of|for|from|at)$/u.test(tokens[place + 1]?.low ?? "");
  return place >= 0 && speaks && isFor ? tokens.slice(place + 2) : undefined;
}

/** "A former weigher", "a retired glazier": only people are former doers. */
export const isFormerDoer = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index).tag === "NOUN" &&
  /\p{Ll}{3,}(?:er|or|ist|eer|ian|man)$/u.test(at(tokens, index).text) &&
  /^(?:former|retired|unnamed|anonymous)$/u.test(tokens[index - 1]?.low ?? "");
