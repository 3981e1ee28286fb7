import type { Reading } from "../words/reading.ts";
import type { Span } from "../words/sentences.ts";
import type { ReadExpression } from "./point.ts";

// How far before a date a word that looks ahead still speaks of it.
const aheadReach = 8;

/** Whether the words before an expression tell of what is to come ("will meet on", "is due on"). */
export function looksAhead(reading: Reading, { written, start }: ReadExpression, sentence: Span): boolean {
  if (written.form === "since") return false;
  if (reading.is(start - 1, "later")) return true;
  if (written.form === "by") return !isDone(reading, start, sentence);
  for (let index = start - 1; index >= Math.max(0, start - aheadReach); index -= 1) {
    const token = reading.tokens[index];
    if (!token || token.from < sentence.from || /^[;:“”"]$/u.test(token.key)) return false;
    if (reading.sense(index, "to-come")) return !isMissed(reading, index);
    if (reading.sense(index, "saying")) return false;
  }
  return false;
}

/** "A convoy that was expected on Monday never came": what describes something as due then is told afterwards. */
const isMissed = (reading: Reading, index: number): boolean =>
  reading.is(index - 1, "was", "were") && reading.is(index - 2, "that", "which", "who");

/** "Nine had left by Thursday", "By August it was gone": what was done by a day makes it one that is past. */
function isDone(reading: Reading, start: number, sentence: Span): boolean {
  const isHead = (reading.tokens[start - 1]?.from ?? -1) < sentence.from;
  const places = Array.from({ length: aheadReach }, (_, step) => (isHead ? start + 1 + step : start - 1 - step));
  const end = places.findIndex((index) => {
    const token = reading.tokens[index];
    return !token || token.from < sentence.from || token.from >= sentence.to || /^[;:“”"]$/u.test(token.key);
  });
  const near = end < 0 ? places : places.slice(0, end);
  return (
    near.some((index) => reading.sense(index, "done") ?? /\p{Ll}{3,}ed$/u.test(reading.tokens[index]?.key ?? "")) &&
    !near.some((index) => reading.sense(index, "to-come") !== undefined || reading.is(index, "must", "should", "would"))
  );
}
