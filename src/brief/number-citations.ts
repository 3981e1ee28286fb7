import { citationKey, sentencesOf, type Citation, type Outline } from "./outline.ts";

/** The numbers of one brief's citations, given in the order of first use: they mean nothing outside this brief. */
export interface NumberedCitations {
  readonly inOrder: readonly Citation[];
  numberOf(citation: Citation): number;
}

/** Numbers what an outline cites, from 1. */
export function numberCitations(outline: Outline): NumberedCitations {
  const numbers = new Map<string, number>();
  const inOrder: Citation[] = [];
  for (const citation of sentencesOf(outline).flatMap((sentence) => sentence.cites)) {
    const key = citationKey(citation);
    if (numbers.has(key)) continue;
    inOrder.push(citation);
    numbers.set(key, inOrder.length);
  }
  return { inOrder, numberOf: (citation) => numbers.get(citationKey(citation)) ?? 0 };
}
