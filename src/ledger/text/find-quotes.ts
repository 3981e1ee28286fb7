/** Words between quotation marks: `from` and `to` take in the marks, with the end left out; `isOpen` where no mark closes them. */
export interface QuoteSpan {
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
}

const closers: Readonly<Record<string, string>> = { "“": "”", "«": "»", "„": "“", "「": "」", "『": "』", '"': '"' };

/** The quotations of a paragraph, from left to right; one that is not closed runs to its end, as a quotation over several paragraphs does. */
export function findQuotes(text: string, offset = 0): readonly QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const closer = closers[text.charAt(start)];
    if (closer === undefined) continue;
    const end = text.indexOf(closer, start + 1);
    spans.push({ from: offset + start, to: offset + (end < 0 ? text.length : end + 1), isOpen: end < 0 });
    if (end < 0) break;
    start = end;
  }
  return spans;
}
