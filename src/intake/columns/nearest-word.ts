import { compareText } from "../../base/index.ts";

/** The word of the list that is written most alike, for a message that says what would be right; "" of an empty list. */
export function nearestWord(text: string, words: readonly string[]): string {
  const wanted = text.toLowerCase();
  const ranked = words
    .map((word) => ({ word, distance: editDistance(wanted, word.toLowerCase()) }))
    .toSorted((left, right) => left.distance - right.distance || compareText(left.word, right.word));
  return ranked[0]?.word ?? "";
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const swap = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
