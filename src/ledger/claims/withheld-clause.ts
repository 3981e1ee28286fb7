import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import { findCues, isWordOf, textOf } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak } from "./attribution.ts";
import * as shapes from "./clause-shapes.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import { subjectVoice } from "./odd-voices.ts";
import { antecedentOf } from "./telling-forms.ts";
import type { SegmentState } from "./segment-state.ts";
import { silentVoice } from "./voice.ts";

/** "All four plead not guilty": a denial without a verb of denying. */
export function readPlea(state: SegmentState, words: readonly Token[], clause: Clause, end: number): boolean {
  const isPlea =
    findCues("denial", textOf(words.slice(clause.verb, end))).length > 0 || rejectsCharges(words, clause, end);
  if (state.isQuoted || tells(clause.lemma, "say") || !isPlea) return false;
  const voice = subjectVoice(words, clause, state.tellers, state.context.carriers);
  state.push(words.slice(clause.from, clause.to), {
    manner: "denied",
    voice: voice ?? state.contentVoice(),
    cues: [clause.lemma],
  });
  return true;
}

/** "Each of the five rejects the charges": who is accused denies, and tells nothing that goes on. */
const rejectsCharges = (words: readonly Token[], clause: Clause, end: number): boolean => {
  const behind = words.slice(clause.verbEnd, end);
  const subject = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
  const isOfMany =
    subject !== undefined &&
    (subject.isPlural || subject.number > 1 || /^(?:each|all|both|every|none|neither)\b/iu.test(subject.text));
  return (
    isOfMany &&
    tells(clause.lemma, "deny") &&
    behind.some(({ low }) => isWordOf("charge-noun", low)) &&
    behind.every(({ tag, low }) => tag === "DET" || tag === "PUNCT" || isWordOf("charge-noun", low))
  );
};

/** What an observer says that someone did not say; it is neither support nor denial. */
export function readSilence(
  state: SegmentState,
  words: readonly Token[],
  clauses: readonly Clause[],
  index: number,
): number {
  const last = shapes.lastHanging(clauses, index);
  state.push(words.slice(at(clauses, index).from, at(clauses, last).to), {
    manner: "silent",
    voice: state.tellers.isSpoken ? state.tellers.background() : silentVoice,
  });
  return last;
}

/** "Lake Radio took that back on Wednesday; the sum was in roubles": an act of the outlet, and what it says instead. */
export function readTakenBack(state: SegmentState, words: readonly Token[], clause: Clause): boolean {
  const voice = subjectVoice(words, clause, state.tellers, state.context.carriers);
  if (!voice || voice.links.length === 0) return false;
  state.push(words.slice(clause.from, clause.to), {
    manner: "act",
    voice,
    cues: [textOf(words.slice(clause.verb, clause.verbEnd))],
  });
  state.open = { voice, manner: "act", cues: [clause.lemma], isTrailing: false, isHedged: false };
  state.carried = state.open;
  state.tellers.current = voice;
  return true;
}

export function readRefusal(
  state: SegmentState,
  words: readonly Token[],
  clauses: readonly Clause[],
  index: number,
): number {
  const clause = at(clauses, index);
  const last = shapes.lastOfRefusal(words, clauses, index, state.isQuoted);
  const phrase = antecedentOf(words, clause) ?? readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
  const own =
    canSpeak(phrase) && (!phrase.isPronoun || (!state.isQuoted && !state.open && /^(?:i|we)$/u.test(phrase.head)))
      ? state.tellers.voiceOf(
          shapes.bare(phrase, clause.lemma),
          state.open?.voice.links.slice(1) ?? state.context.carriers,
        )
      : undefined;
  const cues = findCues("refusal", textOf(words.slice(clause.verb, clause.to))).map(({ text }) => text);
  state.push(words.slice(clause.from, at(clauses, last).to), {
    manner: "refused",
    voice: own ?? state.contentVoice(),
    isQuoted: state.isQuoted,
    cues,
  });
  if (own) state.tellers.current = own;
  return last;
}
