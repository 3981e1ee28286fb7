import { groupBy, Refusal } from "../base/index.ts";
import { views, type OpenCase } from "../casefile/index.ts";
import { parseLocator } from "../model/index.ts";
import { captioned, mentionLine } from "./mention-lines.ts";
import { interviewLines } from "./interview-lines.ts";
import { noteLine } from "./note-lines.ts";
import { counted, shown } from "./show.ts";
import type { Verb } from "./verb.ts";

export const showVerb: Verb = {
  usage: "show <document>",
  summary: "print a document of the case, passage by passage, with what it says of itself, or an interview sheet",
  example: "windfall show h2-reports/round-up.html --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const [asked = ""] = input.words;
      const { file, document } = documentAsked(asked);
      const passages = await views.passagesOf(open, file, document);
      const notes = (await views.notesAbout(open, { kind: "place", ids: [file] })).map(noteLine);
      if (passages.length > 0) {
        const named = await namesIn(open, file);
        return {
          exit: 0,
          lines: [
            ...passages.flatMap((passage) => [passageLine(passage), ...named(passage)]),
            ...guardLines(passages),
            ...notes,
          ],
          data: passages,
        };
      }
      const answers = await views.interviewLines(open, file);
      if (answers.length > 0)
        return { exit: 0, lines: [...interviewLines(answers), ...guardLines(answers), ...notes], data: answers };
      throw new Refusal(
        `${asked}: the case has no such document, or nothing of it was read; "windfall status" lists the files`,
      );
    }),
};

/** The names of the case that may stand in a passage, a line each; none where its text is held back. */
async function namesIn(open: OpenCase, file: string): Promise<(passage: views.PassageLine) => readonly string[]> {
  const { mentions, captionOf } = await captioned(open, await views.mentionsOfFile(open, file));
  const byPlace = groupBy(mentions, ({ place }) => place);
  return ({ place, text }) =>
    text === null
      ? []
      : (byPlace.get(place) ?? []).map((mention) => `        ${mentionLine(mention, captionOf(mention))}`);
}

/** The file that a text names, and which of its documents: of a mailbox "h1/box.mbox#message 3" names one. */
function documentAsked(asked: string): { readonly file: string; readonly document: number | undefined } {
  const locator = parseLocator(asked);
  if (!locator) return { file: asked, document: undefined };
  if (locator.place.kind !== "message")
    throw new Refusal(`${asked}: name a document, such as h1/report.html or "h1/box.mbox#message 3"`);
  return { file: locator.file, document: locator.place.row };
}

/** How many passages are told in countries and months, if any is. */
function guardLines(all: readonly { readonly isGuarded: boolean }[]): string[] {
  const guarded = all.filter(({ isGuarded }) => isGuarded).length;
  return guarded === 0
    ? []
    : [
        `${counted(guarded, "passage")} about people in flight told in countries and months; "windfall open PLACE --reason WORDS" shows one as it stands`,
      ];
}

function passageLine({ row, kind, name, text, page, hidden }: views.PassageLine): string {
  const head = `${String(row).padStart(5)}${hidden ? "*" : " "}`;
  const said = text === null ? "(a contact of a phone or mailbox, closed)" : shown(text);
  const named = kind === "meta" ? (name ?? kind) : `${kind}${name === null ? "" : ` (${shown(name)})`}`;
  const what = kind === "paragraph" && name === null ? "" : `${named}: `;
  return `${head}${page === null ? "" : `p. ${page}  `}${what}${said}`;
}
