/** A stretch of a text: UTF-16 indices, the end not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const ending = /[.!?…]+["”’)\]]*(?=\s+["“‘([]*(?:\p{Lu}|\p{Nd}|["“‘[]))|[。！？]["”’」』]*|\n+/gu;
const shortened =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|St|Prof|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|vs|cf|e\.g|i\.e|a\.m|p\.m|[A-Z]\.[A-Z])$/u;

/** The sentences of a text in order: a line is at least one; a point behind an initial or a short form ends none. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(ending)) {
    const to = match.index + match[0].length;
    if (match[0] === "." && shortened.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    if (to > from) sentences.push({ from, to });
    from = to;
  }
  if (from < text.length) sentences.push({ from, to: text.length });
  return sentences;
}

/** The sentence that holds a place; the last one where none does. */
export function sentenceAt(sentences: readonly Span[], place: number): Span {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.to ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return sentences[low] ?? { from: 0, to: 0 };
}
