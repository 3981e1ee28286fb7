/** Words between quotation marks: `from` and `to` take in the marks, with the end left out; `isOpen` where no mark closes them. */
export interface QuoteSpan {
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
}

const closers: Readonly<Record<string, string>> = {
  "“": "”",
  "«": "»",
  "„": "“",
  "「": "」",
  "『": "』",
  '"': '"',
  "‘": "’",
  "'": "'",
};

/** The quotations of a paragraph, from left to right; one that is not closed runs to its end, as a quotation over several paragraphs does. */
export function findQuotes(text: string, offset = 0): readonly QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const closer = closers[text.charAt(start)];
    if (closer === undefined) continue;
    const isSingle = closer === "’" || closer === "'";
    if (isSingle && !opensSingle(text, start)) continue;
    const end = isSingle ? closeSingle(text, start, closer) : text.indexOf(closer, start + 1);
    if (end < 0 && isSingle) continue;
    spans.push({ from: offset + start, to: offset + (end < 0 ? text.length : end + 1), isOpen: end < 0 });
    if (end < 0) break;
    start = end;
  }
  return spans;
}

/** A single mark opens at the start of a word that follows a gap; elsewhere it is an apostrophe. */
const opensSingle = (text: string, start: number): boolean =>
  (start === 0 || /[\s([—–-]/u.test(text.charAt(start - 1))) &&
  /[\p{L}\p{N}]/u.test(text.charAt(start + 1)) &&
  !/^['’]?(?:\d\ds|tis|em|til|cause)\b/iu.test(text.slice(start + 1));

/** The mark that ends a quotation in single marks: behind a full stop or comma if there is one, else the first that ends a word. */
function closeSingle(text: string, start: number, closer: string): number {
  let first = -1;
  for (let end = text.indexOf(closer, start + 1); end >= 0; end = text.indexOf(closer, end + 1)) {
    // "'We left', she said, 'at noon.'": the next quotation begins.
    if (first >= 0 && opensSingle(text, end)) break;
    const isWordEnd = !/[\p{L}\p{N}]/u.test(text.charAt(end + 1));
    if (isWordEnd && /[.,!?…]/u.test(text.charAt(end - 1))) return end;
    // Behind an "s" it may be an owner's, where a word follows.
    const isOwner = /s/u.test(text.charAt(end - 1)) && /^\s+[\p{L}\p{N}]/u.test(text.slice(end + 1));
    if (isWordEnd && first < 0 && !isOwner) first = end;
    if (isWordEnd && first >= 0 && /[‘“"]/u.test(text.slice(first + 1, end))) break;
  }
  return first;
}
