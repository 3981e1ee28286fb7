import { Refusal } from "../base/index.ts";
import { givenReason, oneEntity, openPlace, views, withdrawNote, writeNote, type OpenCase } from "../casefile/index.ts";
import { noteLine } from "./note-lines.ts";
import { counted } from "./show.ts";
import { countOption, textOption, wordsOf, type Verb, type VerbInput, type VerbResult } from "./verb.ts";

export const noteVerb: Verb = {
  usage: "note [text]",
  summary: "note what you yourself hold to be so: marked as yours wherever it stands, it never corroborates",
  example: 'windfall note "the two addresses share a back yard" --about "Blue Gate Ltd" --case harbour',
  options: [
    ["--about <what>", "an entity (its name or id), a file or a place in one; left out: the case"],
    ["--event <id>", "an event, as windfall ledger prints it"],
    ["--withdraw <n>", "take the note of this number back; windfall undo lets it stand again"],
    ["--reason <words>", "why it is taken back"],
    ["--all", "list those that were taken back too"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const [text] = input.words;
      const withdrawn = countOption(input, "withdraw");
      if (withdrawn !== undefined) return withdraw(open, input, withdrawn);
      return text === undefined ? list(open, input) : write(open, input, text);
    }),
};

async function write(open: OpenCase, input: VerbInput, words: string): Promise<VerbResult> {
  const text = wordsOf(words, 'write what you note, such as windfall note "the two addresses share a back yard"');
  const noteNo = await writeNote(open, { text, about: await aboutOf(open, input), actor: input.actor });
  return {
    exit: 0,
    lines: [
      `note ${noteNo} by ${input.actor} is kept; it corroborates nothing; "windfall note --withdraw ${noteNo}" takes it back`,
    ],
    data: { noteNo },
  };
}

async function aboutOf(open: OpenCase, input: VerbInput): Promise<views.NoteAbout | null> {
  const words = textOption(input, "about");
  const event = textOption(input, "event");
  if (words !== undefined && event !== undefined)
    throw new Refusal("--about and --event were both given; a note is about one thing: write two");
  if (event !== undefined) return { kind: "event", id: await claimOfEvent(open, event) };
  if (words === undefined) return null;
  if (words.includes("#")) return { kind: "place", id: (await openPlace(open, words)).locator };
  const files = await views.fileSources(open);
  if (files.some(({ dataset, file }) => `${dataset}/${file}` === words)) return { kind: "place", id: words };
  return { kind: "entity", id: (await oneEntity(open, words)).canonicalId };
}

/** An event by one of its claims: its number changes as others come, a claim's id does not. */
async function claimOfEvent(open: OpenCase, eventId: string): Promise<string> {
  const [claim] = await views.claimsOfEvent(open, eventId);
  if (!claim) throw new Refusal(`there is no event "${eventId}"; "windfall ledger" lists them`);
  return claim.claimId.toLowerCase();
}

async function withdraw(open: OpenCase, input: VerbInput, noteNo: number): Promise<VerbResult> {
  if (input.words.length > 0)
    throw new Refusal(`--withdraw takes a note back and writes none; leave out "${input.words.join(" ")}"`);
  const reason = givenReason(textOption(input, "reason"));
  const judgementNo = await withdrawNote(open, { noteNo, reason, actor: input.actor });
  return {
    exit: 0,
    lines: [
      `note ${noteNo} is taken back by decision ${judgementNo}; "windfall undo ${judgementNo}" lets it stand again`,
    ],
    data: { noteNo, judgementNo },
  };
}

async function list(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const all = await views.noteLines(open);
  const shownNotes = input.options["all"] === true ? all : all.filter(({ withdrawnBy }) => withdrawnBy === null);
  const gone = all.length - shownNotes.length;
  return {
    exit: 0,
    lines: [
      ...shownNotes.map((note) => noteLine(note)),
      ...(shownNotes.length === 0 ? ["no note stands"] : []),
      ...(gone > 0 ? [`${counted(gone, "note")} taken back; --all lists them`] : []),
    ],
    data: shownNotes,
  };
}
