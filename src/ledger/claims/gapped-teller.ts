import { at } from "../../base/index.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak } from "./attribution.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";

/** Somebody with a number of his own behind the comma at `comma`, without the verb that the words before have. */
export interface GappedTeller {
  readonly comma: number;
  readonly speaker: SpeakerPhrase;
  /** His name and the number. */
  readonly tokens: readonly Token[];
}

/** "GOV says 14 dead, FRONT nine", "the notice gives nine deficiencies, and the owner four": who tells the second number. */
export function gappedTeller(words: readonly Token[]): GappedTeller | undefined {
  const comma = words.findLastIndex(({ low }) => low === ",");
  if (comma < 1 || !words.slice(0, comma).some(({ tag }) => tag === "NUM")) return undefined;
  const from = /^(?:and|but|while)$/u.test(words[comma + 1]?.low ?? "") ? comma + 2 : comma + 1;
  const tokens = words.slice(from);
  const number = tokens.findIndex(({ tag }) => tag === "NUM");
  if (number < 1 || tokens.length - number > 3 || tokens.some(({ tag }) => /^(?:VERB|AUX|PRON|ADP)$/u.test(tag)))
    return undefined;
  const speaker = readSpeakerPhrase(tokens.slice(0, number));
  const isNamed = canSpeak(speaker) && /^(?:DET|PROPN|NOUN)$/u.test(at(tokens, 0).tag);
  return isNamed ? { comma, speaker, tokens } : undefined;
}
