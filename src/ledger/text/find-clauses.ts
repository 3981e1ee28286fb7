import { at } from "../../base/index.ts";
import { findClauseStart, type ClauseKind, type ClauseStart } from "./clause-start.ts";
import { conjunctions, joining } from "./clause-words.ts";
import { findVerbGroups, type VerbGroup } from "./find-verbs.ts";
import { tells } from "./reporting.ts";
import type { Token } from "./tag-tokens.ts";

/**
 * A clause of a sentence by positions of its tokens, ends left out. `verb` is where its finite verb begins, `verbEnd` the end
 * of the verb group (auxiliaries, adverbs within it, participle); the subject is empty where it is shared with an earlier clause.
 */
export interface Clause {
  readonly kind: ClauseKind;
  readonly from: number;
  readonly to: number;
  readonly subjectFrom: number;
  readonly subjectTo: number;
  readonly verb: number;
  readonly verbEnd: number;
  /** The lemma of the word that carries the meaning: "deny" of "had never denied". */
  readonly lemma: string;
}

/**
 * The clauses of a sentence from left to right, from parts of speech alone: each finite verb with the words before it that can
 * be its subject. A clause that a relative clause interrupts takes it in; one that another follows ends before it.
 */
export function findClauses(tokens: readonly Token[]): readonly Clause[] {
  const groups = findVerbGroups(tokens);
  const starts: ClauseStart[] = [];
  for (const group of groups) starts.push(findClauseStart(tokens, group, { groups, starts }));
  return starts.map((start, index) => closeClause(tokens, { starts, groups, index, start }));
}

interface Closing {
  readonly starts: readonly ClauseStart[];
  readonly groups: readonly VerbGroup[];
  readonly index: number;
  readonly start: ClauseStart;
}

function closeClause(tokens: readonly Token[], { starts, groups, index, start }: Closing): Clause {
  const group = at(groups, index);
  let to = tokens.length;
  for (let next = index + 1; next < starts.length; next += 1) {
    const following = at(starts, next);
    const isWithin = start.kind === "relative" || hangsOnRelative(tokens, starts[index - 1], start);
    if (following.resumes && (isWithin || following.from >= start.from)) {
      to = isWithin ? commaBefore(tokens, at(groups, next).verb) : following.from;
      break;
    }
    if (following.kind === "relative" || following.kind === "asked") continue;
    if (following.kind === "adverbial" && !isSetOff(tokens, following.from)) continue;
    to = following.from;
    break;
  }
  if (start.kind === "relative") to = apposedAt(tokens, group.verbEnd, to);
  return {
    kind: start.kind,
    from: start.from,
    to: trimEnd(tokens, { from: start.from, to, isCut: to < tokens.length }),
    subjectFrom: start.subjectFrom,
    subjectTo: start.subjectTo,
    ...group,
  };
}

/** "The army, which had denied that the town was in danger, left": what a relative clause tells ends with it. */
const hangsOnRelative = (tokens: readonly Token[], before: ClauseStart | undefined, start: ClauseStart): boolean =>
  start.kind === "that" &&
  before?.kind === "relative" &&
  !tokens.slice(before.from, start.from).some(({ low }) => low === ",");

/** Whether a clause with a joining word is told apart by a comma, or opens with the clause before it. */
export const isSetOff = (tokens: readonly Token[], from: number): boolean =>
  from < 2 || /^[,;:—–-]$/u.test(at(tokens, from - 2).low);

/** A relative clause ends before an apposition to its last noun: "who kept the accounts of the Bureau, the office that ...". */
function apposedAt(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to - 1; index += 1) {
    if (
      at(tokens, index).low === "," &&
      /^(?:the|a|an)$/u.test(at(tokens, index + 1).low) &&
      at(tokens, index - 1).tag !== "NOUN"
    )
      return index;
  }
  return to;
}

/** Where what stands before a verb ends: its own adverbs go with it ("that was expected on Monday never arrived"). */
function commaBefore(tokens: readonly Token[], verb: number): number {
  let end = verb;
  while (end > 1 && /^(?:never|also|then|later|still|already|soon|finally|not|ever)$/u.test(at(tokens, end - 1).low))
    end -= 1;
  return at(tokens, end - 1).low === "," ? end - 1 : end;
}

/** ", saying", "while admitting": it leads to the next clause. */
const leadsOn = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index).low.endsWith("ing") &&
  tells(at(tokens, index).lemma, "say", "allege", "deny", "confirm", "hedge") &&
  /^(?:,|while|but|and|though)$/u.test(tokens[index - 1]?.low ?? "");

/** A clause ends before the marks and the joining words that lead to the next. */
function trimEnd(tokens: readonly Token[], { from, to, isCut }: { from: number; to: number; isCut: boolean }): number {
  let end = to;
  while (end > from + 1) {
    const token = at(tokens, end - 1);
    const isLoose =
      /^[,;:.!?—–'’-]+$/u.test(token.low) ||
      token.tag === "QUOTE" ||
      conjunctions.has(token.low) ||
      (isCut && (joining.has(token.low) || leadsOn(tokens, end - 1))) ||
      token.low === "that";
    if (!isLoose) break;
    end -= 1;
  }
  return end;
}
