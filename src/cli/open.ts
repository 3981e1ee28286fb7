import { openContacts, openPlace } from "../casefile/index.ts";
import { shown } from "./show.ts";
import { textOption, type Verb } from "./verb.ts";

export const openVerb: Verb = {
  usage: "open <locator>",
  summary: "show a place of the material: the cell with its neighbours, the row, the line of the list",
  example: "windfall open \"h1-workbook/f1.xlsx#'Payments'!C4\" --case harbour",
  options: [["--reason <words>", "open the contact of a phone that stands there, and keep why"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const [locator = ""] = input.words;
      const reason = textOption(input, "reason");
      const contacts = reason === undefined ? [] : await openContacts(open, locator, { actor: input.actor, reason });
      const place = await openPlace(open, locator);
      return {
        exit: 0,
        lines: [
          `${place.locator}${place.isHidden ? "  [hidden]" : ""}`,
          ...place.lines.map((line, index) => `${index === place.focus ? ">" : " "} ${shown(line)}`),
          ...contacts.map(
            ({ entityId, judgementNo }) =>
              `decision ${judgementNo} opens the contact ${entityId}; "windfall run" draws the consequences, "windfall undo ${judgementNo}" closes it again`,
          ),
        ],
        data: { ...place, contacts },
      };
    }),
};
