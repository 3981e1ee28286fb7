import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import { findCues, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import * as shapes from "./clause-shapes.ts";
import { isRumoured } from "./clause-signs.ts";
import { reportedVoice } from "./odd-voices.ts";
import type { SegmentState } from "./segment-state.ts";

/** "is said to have left"; "It is understood that he took": the content is claimed, nobody is named. */
export function readEvidential(
  state: SegmentState,
  words: readonly Token[],
  clauses: readonly Clause[],
  index: number,
): number {
  const clause = at(clauses, index);
  const next = clauses[index + 1];
  const subject = textOf(words.slice(clause.subjectFrom, clause.subjectTo));
  const isImpersonal =
    next?.kind === "that" &&
    (/^(?:it|there)$/iu.test(subject) || findCues("rumour", subject).length > 0 || isRumoured(words, clause));
  const cues = [textOf(words.slice(clause.verb, clause.verbEnd))];
  if (saidToHaveSaid(state, words, clause)) return index;
  if (/^it$/iu.test(subject) && next?.kind !== "that" && state.contents.areWaiting) {
    if (state.tellers.current) state.contents.settle(state.tellers.current, "said", false);
    else state.contents.giveToNobody(cues);
    return index;
  }
  const shown = isImpersonal && next ? next : clause;
  const tokens = words.slice(shown.from, shown.to);
  const core = isImpersonal
    ? [...words.slice(clause.from, clause.verbEnd), ...shapes.coreOf(words, shown)]
    : shapes.coreOf(words, clause);
  const told = {
    tokens,
    core,
    manner: "evidential" as const,
    cues,
    condition: state.takeCondition(),
    lemma: clause.lemma,
  };
  const within =
    state.context.voice ??
    (state.open && (clause.kind === "that" || !state.open.isTrailing) ? state.open.voice : undefined);
  if (within) state.push(tokens, { ...told, voice: within, isQuoted: state.isQuoted });
  else if (clause.kind === "relative") state.push(tokens, { ...told, voice: undefined });
  else state.contents.wait(told);
  return isImpersonal ? index + 1 : index;
}

/** "the supervisor is reported to have said": a trailing attribution at second hand. */
function saidToHaveSaid(state: SegmentState, words: readonly Token[], clause: Clause): boolean {
  const voice = reportedVoice(words, clause, state.tellers, state.context.carriers);
  if (!voice || !state.contents.areWaiting) return false;
  state.contents.settle(voice, "said", false);
  return true;
}
