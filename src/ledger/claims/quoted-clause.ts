import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak } from "./attribution.ts";
import * as shapes from "./clause-shapes.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import type { SegmentState } from "./segment-state.ts";

/** Someone's own words: a verb of telling in them goes with what it tells. */
export function readQuoted(
  state: SegmentState,
  words: readonly Token[],
  clauses: readonly Clause[],
  index: number,
): number {
  const clause = at(clauses, index);
  if (clause.kind === "relative" && !shapes.isWorthAlone(words, clause)) return index;
  const next = clauses[index + 1];
  const isJoined = next?.kind === "that" && clause.kind !== "relative";
  if (isJoined && toldWithin(state, words, clause, next)) return index + 1;
  state.push(words.slice(clause.from, isJoined ? next.to : clause.to), {
    manner: "said",
    voice: state.context.voice,
    isQuoted: true,
    condition: state.takeCondition(),
  });
  return isJoined ? index + 1 : index;
}

/** "The crew told us it was ballast", said by an officer: the crew's word, told by the officer. */
function toldWithin(state: SegmentState, words: readonly Token[], clause: Clause, content: Clause): boolean {
  const phrase = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
  if (!tells(clause.lemma, "say") || !canSpeak(phrase) || phrase.isPronoun) return false;
  const voice = state.tellers.voiceOf(shapes.bare(phrase, clause.lemma), state.context.voice?.links ?? []);
  if (!voice) return false;
  state.push(words.slice(clause.from, content.to), { manner: "said", voice, isQuoted: true, cues: [clause.lemma] });
  return true;
}
