import { openPlace } from "../casefile/index.ts";
import { shown } from "./show.ts";
import type { Verb } from "./verb.ts";

export const openVerb: Verb = {
  usage: "open <locator>",
  summary: "show a place of the material: the cell with its neighbours, the row, the line of the list",
  example: "windfall open \"h1-workbook/f1.xlsx#'Payments'!C4\" --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const place = await openPlace(open, input.words[0] ?? "");
      return {
        exit: 0,
        lines: [
          place.locator,
          ...place.lines.map((line, index) => `${index === place.focus ? ">" : " "} ${shown(line)}`),
        ],
        data: place,
      };
    }),
};
