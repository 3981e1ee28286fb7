import type { Span } from "../words/sentences.ts";
import { readCharacterClock, readClock } from "./read-clock.ts";
import type { Written } from "./point.ts";
import { readExpressions, readTimes } from "./read-expression.ts";

/** Where time expressions and times of day stand in a text, whatever day they name; "in six years" says how long, too, and is left out. */
export function findTimeSpans(text: string): Span[] {
  const reading = readTimes(text);
  const expressions = readExpressions(reading).filter(({ written }) => !isLength(written));
  const { tokens } = reading;
  const spans: Span[] = [];
  let place = 0;
  for (let index = 0; index < tokens.length;) {
    while ((expressions[place]?.next ?? Number.POSITIVE_INFINITY) <= index) place += 1;
    const expression = expressions[place]?.start === index ? expressions[place] : undefined;
    const characterClock = expression ? undefined : readCharacterClock(reading, index);
    const isClock =
      expression === undefined && (tokens[index]?.kind === "digits" || reading.sense(index, "ones") !== undefined);
    const next = expression?.next ?? characterClock?.next ?? (isClock ? readClock(reading, index)?.next : undefined);
    if (next !== undefined) spans.push({ from: tokens[index]?.from ?? 0, to: tokens[next - 1]?.to ?? 0 });
    index = next ?? index + 1;
  }
  return spans;
}

const isLength = (written: Written): boolean =>
  written.form === "at" && written.point.kind === "span" && written.point.bare;
