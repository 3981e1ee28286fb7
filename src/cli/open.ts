import { Refusal } from "../base/index.ts";
import { openContacts, openPlace } from "../casefile/index.ts";
import { shown } from "./show.ts";
import { textOption, type Verb } from "./verb.ts";

export const openVerb: Verb = {
  usage: "open <locator>",
  summary: "show a place of the material: the cell with its neighbours, the row, the line of the list",
  example: "windfall open \"h1-workbook/f1.xlsx#'Payments'!C4\" --case harbour",
  options: [
    [
      "--reason <words>",
      "open the contact that stands there, or show what is told there of people in flight as it stands; who and why are kept",
    ],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const [locator = ""] = input.words;
      const reason = textOption(input, "reason");
      const opening = reason === undefined ? undefined : { actor: input.actor, reason };
      const contacts = opening ? await openContacts(open, locator, opening) : [];
      const place = await openPlace(open, locator, opening);
      if (opening && contacts.length === 0 && !place.isGuarded)
        throw new Refusal(
          `${locator}: no contact that is still closed stands there, and nothing about people in flight; leave out --reason`,
        );
      return {
        exit: 0,
        lines: [
          `${place.locator}${place.isHidden ? "  [hidden]" : ""}`,
          ...place.lines.map((line, index) => `${index === place.focus ? ">" : " "} ${shown(line)}`),
          ...(place.isGuarded
            ? [
                opening
                  ? "it tells of people in flight: who opened it and why is in the audit log"
                  : "it tells of people in flight, so that a place is a country and a time a month; --reason WORDS shows it as it stands and keeps who asked and why",
              ]
            : []),
          ...contacts.map(
            ({ entityId, judgementNo }) =>
              `decision ${judgementNo} opens the contact ${entityId}; "windfall run" draws the consequences, "windfall undo ${judgementNo}" closes it again`,
          ),
        ],
        data: { ...place, contacts },
      };
    }),
};
