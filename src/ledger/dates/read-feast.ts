import type { Read, Reading } from "../words/reading.ts";
import type { Point } from "./point.ts";
import { readYearTail } from "./read-year.ts";

/** "New Year", "Christmas Eve": days of the calendar with a name. */
export function readFeast(reading: Reading, index: number): Read<Point> | undefined {
  const feast = reading.sense(index, "feast");
  if (!feast || !reading.isCapital(reading.is(index, "the") ? index + 1 : index)) return undefined;
  if (isAttribute(reading, index, index + feast.length)) return undefined;
  const [month = 0, day = 0] = feast.value.split("-").map(Number);
  const year = readYearTail(reading, index + feast.length);
  return {
    value: { kind: "day", day, month, ...(year && { year: year.value }) },
    next: year?.next ?? index + feast.length,
  };
}

/** "The office Christmas party": the name of a day before a noun, without a word of time before it. */
function isAttribute(reading: Reading, index: number, next: number): boolean {
  const noun = reading.tokens[next];
  const isLed = ["on", "by", "before", "after", "since", "until", "shift", "between", "and", "from", "to"].some(
    (kind) => reading.sense(index - 1, kind),
  );
  return noun?.kind === "word" && !isLed && !reading.hasSense(next);
}
