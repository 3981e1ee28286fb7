import { askServer } from "../ui-server.ts";
import type { Part } from "./run-part.ts";

/** So many milliseconds each kind of question may take over HTTP; null: told alone. */
const bars: Readonly<Record<string, number>> = {
  "filter by what is known": 60,
  words: 60,
  "facets and money": 60,
  everything: 60,
  "window of a sorted view": 10,
};

/** A made case of so many statements, asked over HTTP. */
export const millionPart = (rows: number): Part => ({
  name: "million",
  input: `a made case of ${rows} statements, a tenth as many findings, over HTTP`,
  run: async (figures, atEnd) => {
    const ending = new AbortController();
    atEnd(() => ending.abort());
    figures.step = "making the case and its lists, and asking for them";
    const told = await askServer(["--rows", String(rows), "--times", "3"], ending.signal);
    const { makingListsSeconds, upSeconds, lists, asked, residentMb, peakMb } = told;
    figures.add({ what: "making the lists at the end of a run", unit: "s", bar: null }, [makingListsSeconds ?? 0]);
    figures.add({ what: "start of the server to its address", unit: "s", bar: null }, [upSeconds]);
    for (const [list, { seconds }] of Object.entries(lists))
      figures.add({ what: `first rows of ${list}`, unit: "s", bar: 3 }, [seconds]);
    for (const [what, { ms, processorMs }] of Object.entries(asked))
      figures.add({ what, unit: "ms", bar: bars[what] ?? null }, ms, processorMs);
    figures.add({ what: "memory of the server, asked all that", unit: "MB", bar: 500 }, [residentMb]);
    figures.add({ what: "memory of the server at most", unit: "MB", bar: 500 }, [peakMb]);
  },
});
