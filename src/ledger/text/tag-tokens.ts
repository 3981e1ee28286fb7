import { createRequire } from "node:module";
import type { ItemToken, ItsFunction } from "wink-nlp";
import { at, lazy } from "../../base/index.ts";
import { mendTags } from "./mend-tags.ts";

/** The universal part of speech of a word, as the Universal Dependencies name them. */
export type WordClass = string;

/** A word of a text: `from` and `to` are UTF-16 offsets with the end left out. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly low: string;
  readonly tag: WordClass;
  readonly lemma: string;
}

/** Loaded with the first text: its words and their classes take a third of the time in which the stages are loaded. */
const tagger = lazy(() => {
  const load = createRequire(import.meta.url);
  const winkNLP: typeof import("wink-nlp").default = load("wink-nlp");
  const model: typeof import("wink-eng-lite-web-model").default = load("wink-eng-lite-web-model");
  return winkNLP(model, ["sbd", "pos"]);
});

/**
 * The words and marks of a text with their parts of speech. Words that a hyphen holds together are one token, and so are
 * names such as Ryang Mun-gyom's second part, which the tagger takes apart.
 */
export function tagTokens(line: string, offset = 0): readonly Token[] {
  const { its, readDoc } = tagger();
  const tokens = readDoc(line).tokens();
  // wink-nlp 2.4 declares its readers with other parameters than its own `out` takes.
  const readTag = its.pos as unknown as ItsFunction<string>;
  const readLemma = its.lemma as unknown as ItsFunction<string>;
  const words: string[] = [];
  const tags: string[] = [];
  const lemmas: string[] = [];
  tokens.each((token: ItemToken) => {
    words.push(token.out());
    tags.push(token.out(readTag));
    lemmas.push(token.out(readLemma));
  });
  const found: Token[] = [];
  let cursor = 0;
  for (const [index, word] of words.entries()) {
    const from = line.indexOf(word, cursor);
    if (from < 0 || /^\s*$/u.test(word)) continue;
    cursor = from + word.length;
    // "FRONT blames GOV. It ...": letters in capitals are no short form, and the full stop is none of them.
    const stop = /^\p{Lu}{3,}\.$/u.test(word) ? 1 : 0;
    const text = word.slice(0, word.length - stop);
    const token = {
      from: offset + from,
      to: offset + cursor - stop,
      text,
      low: text.toLowerCase(),
      tag: tagOf(text, at(tags, index)),
      lemma: at(lemmas, index).toLowerCase(),
    };
    if (!joinHyphen(found, token) && !joinLetters(found, token)) found.push(token);
    if (stop > 0) found.push({ from: token.to, to: token.to + 1, text: ".", low: ".", tag: "PUNCT", lemma: "." });
  }
  return mendTags(found);
}

const hyphen = /^[-‐‑]$/u;

/** Joins a word to "word-" before it, where nothing stands between them. */
function joinHyphen(found: Token[], token: Token): boolean {
  const dash = found.at(-1);
  const before = found.at(-2);
  if (!dash || !before || !hyphen.test(dash.text) || dash.to !== token.from || before.to !== dash.from) return false;
  if (!/^[\p{L}\p{N}]/u.test(token.text)) return false;
  found.splice(-2, 2);
  const text = before.text + dash.text + token.text;
  found.push({
    from: before.from,
    to: token.to,
    text,
    low: text.toLowerCase(),
    tag: joinedTag(before, token),
    lemma: text.toLowerCase(),
  });
  return true;
}

/** The tagger takes words apart at letters that it does not know. */
function joinLetters(found: Token[], token: Token): boolean {
  const before = found.at(-1);
  if (!before || before.to !== token.from || !/\p{L}$/u.test(before.text) || !/^\p{L}/u.test(token.text)) return false;
  if (/^n[’']t$/iu.test(token.low) || token.tag === "AUX" || before.tag === "AUX" || /^can$/u.test(before.low))
    return false;
  found.pop();
  const text = before.text + token.text;
  found.push({
    from: before.from,
    to: token.to,
    text,
    low: text.toLowerCase(),
    tag: before.tag,
    lemma: text.toLowerCase(),
  });
  return true;
}

function joinedTag(left: Token, right: Token): WordClass {
  if (left.tag === "PROPN" || right.tag === "PROPN") return "PROPN";
  if (left.tag === "NUM" && right.tag === "NUM") return "NUM";
  if (right.tag === "ADP" || right.tag === "ADV") return "NOUN";
  return right.tag === "VERB" ? (/ed$|ing$/u.test(right.low) ? "ADJ" : "NOUN") : right.tag;
}

/** The tagger takes capitals at the start of a sentence and marks of its own kind for others than they are. */
function tagOf(word: string, tag: WordClass): WordClass {
  if (/^[“”"«»„‘]$/u.test(word)) return "QUOTE";
  if (/^[[\](){}]$/u.test(word)) return "PUNCT";
  if (tag === "PROPN" && /^\p{Ll}{4,}$/u.test(word)) return "NOUN";
  return tag;
}
