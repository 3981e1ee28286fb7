import { meaningWords, foldMeaning, type MeaningWord } from "./meaning-words.ts";
import { consonantsOf, plainCyrillic, transcriptionConsonants, transcriptionCost } from "./transcription.ts";

const wordsKept = 50_000;
// A short word has few letters to tell it by: only its usual transcriptions count.
const unusualMax = (english: string): number => (english.length < 5 ? 0 : english.length < 7 ? 1 : 2);
const stemMin = 4;
const ending =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ая|яя|ое|ее|ый|ий|ой|ые|ие|ых|их|ую|юю|ом|ем|ам|ям|ах|ях|а|я|о|е|ы|и|у|ю|ь|й)$/u;
const known = new Map<string, MeaningWord | undefined>();
let stems: ReadonlyMap<string, MeaningWord> | undefined;
let english: ReadonlyMap<string, readonly string[]> | undefined;

/** What a Cyrillic word means: as a Russian word in any of its forms, else as an English word that is written by ear. */
export function cyrillicMeaning(text: string): MeaningWord | undefined {
  const word = foldMeaning(text);
  if (known.has(word)) return known.get(word);
  if (known.size > wordsKept) known.clear();
  const found = meaningWords().get(word) ?? meaningWords().get(text) ?? stemMeaning(word) ?? transcribedMeaning(word);
  known.set(word, found);
  return found;
}

function stemMeaning(word: string): MeaningWord | undefined {
  stems ??= stemsOf([...meaningWords()].filter(([text]) => /^[а-я]/u.test(text)));
  const stem = word.replace(ending, "");
  return stem === word || stem.length < stemMin ? undefined : stems.get(stem);
}

function stemsOf(words: readonly (readonly [string, MeaningWord])[]): Map<string, MeaningWord> {
  const found = new Map<string, MeaningWord>();
  for (const [text, word] of words) {
    const stem = text.replace(ending, "");
    if (word.kind !== "form" && stem.length >= stemMin && !found.has(stem)) found.set(stem, word);
  }
  return found;
}

// All English words that are nearest to the sounds, since a transcription hides which of them was meant.
function transcribedMeaning(word: string): MeaningWord | undefined {
  if (!/^[а-яіїєґ]{2,}$/u.test(word)) return undefined;
  english ??= englishByConsonants();
  const plain = plainCyrillic(word);
  let least = Infinity;
  let best: MeaningWord[] = [];
  for (const candidate of english.get(consonantsOf(plain)) ?? []) {
    const most = unusualMax(candidate);
    const cost = transcriptionCost(candidate, plain, most);
    const meaning = meaningWords().get(candidate);
    if (cost > least || cost > most || meaning === undefined) continue;
    best = cost < least ? [meaning] : [...best, meaning];
    least = cost;
  }
  return merged(best);
}

function merged(words: readonly MeaningWord[]): MeaningWord | undefined {
  const [first] = words;
  if (first === undefined || words.length === 1) return first;
  const kind = words.some((word) => word.kind === "meaning") ? "meaning" : first.kind;
  const concepts = words.filter((word) => word.kind === kind).flatMap((word) => word.concepts);
  return { kind, concepts: [...new Set(concepts)].toSorted((left, right) => left - right) };
}

function englishByConsonants(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [text, word] of meaningWords()) {
    if (word.kind === "form" || word.kind === "filler" || !/^[a-z]{3,20}$/u.test(text)) continue;
    for (const consonants of transcriptionConsonants(text))
      found.set(consonants, [...(found.get(consonants) ?? []), text]);
  }
  return found;
}
