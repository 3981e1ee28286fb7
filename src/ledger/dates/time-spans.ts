import type { Span } from "../words/sentences.ts";
import { readExpressions, readTimes } from "./read-expression.ts";

/** Where time expressions stand in a text, whatever day they name. */
export function findTimeSpans(text: string): Span[] {
  const reading = readTimes(text);
  return readExpressions(reading).map(({ start, next }) => {
    const from = reading.tokens[start]?.from ?? 0;
    return { from, to: reading.tokens[next - 1]?.to ?? from };
  });
}
