import { Refusal } from "../base/index.ts";
import { views } from "../casefile/index.ts";
import { parseLocator } from "../model/index.ts";
import { interviewLines } from "./interview-lines.ts";
import { noteLine } from "./note-lines.ts";
import { shown } from "./show.ts";
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
      if (passages.length > 0) return { exit: 0, lines: [...passages.map(passageLine), ...notes], data: passages };
      const answers = await views.interviewLines(open, file);
      if (answers.length > 0) return { exit: 0, lines: [...interviewLines(answers), ...notes], data: answers };
      throw new Refusal(
        `${asked}: the case has no such document, or nothing of it was read; "windfall status" lists the files`,
      );
    }),
};

/** The file that a text names, and which of its documents: of a mailbox "h1/box.mbox#message 3" names one. */
function documentAsked(asked: string): { readonly file: string; readonly document: number | undefined } {
  const locator = parseLocator(asked);
  if (!locator) return { file: asked, document: undefined };
  if (locator.place.kind !== "message")
    throw new Refusal(`${asked}: name a document, such as h1/report.html or "h1/box.mbox#message 3"`);
  return { file: locator.file, document: locator.place.row };
}

function passageLine({ row, kind, name, text, page, hidden }: views.PassageLine): string {
  const head = `${String(row).padStart(5)}${hidden ? "*" : " "}`;
  const said = text === null ? "(a contact of a phone, closed)" : shown(text);
  const named = kind === "meta" ? (name ?? kind) : `${kind}${name === null ? "" : ` (${shown(name)})`}`;
  const what = kind === "paragraph" && name === null ? "" : `${named}: `;
  return `${head}${page === null ? "" : `p. ${page}  `}${what}${said}`;
}
