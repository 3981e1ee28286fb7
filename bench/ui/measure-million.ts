import { askServer } from "../ui-server.ts";
import type { Part } from "./run-part.ts";

/** At most so much of what is measured; the rest is told alone. */
const bars: Readonly<Record<string, number>> = {
  "first rows of findings": 3,
  "first rows of entities": 3,
  "first rows of payments": 3,
  "filter by what is known": 60,
  words: 60,
  "facets and money": 60,
  everything: 60,
  "window of a sorted view": 10,
  "200 rows of a sorted view": 10,
  "memory of the server, asked all that": 500,
  "memory of the server at most": 500,
};

/** A made case of so many statements, asked over HTTP. */
export const millionPart = (rows: number): Part => ({
  name: "million",
  input: `a made case of ${rows} statements, a tenth as many findings, over HTTP`,
  run: (figures, atEnd) => {
    const ending = new AbortController();
    atEnd(() => ending.abort());
    return askServer(["--rows", String(rows), "--times", "3"], {
      begin: (what) => (figures.step = what),
      tell: ({ what, unit, values, processorMs }) =>
        figures.add({ what, unit, bar: bars[what] ?? null }, values, processorMs),
      signal: ending.signal,
    });
  },
});
