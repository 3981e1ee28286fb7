import { rows as letterRows } from "./generated/korean-letters.ts";
import { withoutMarks } from "./fold.ts";
import { hangulFinals, hangulInitials, hangulLetters, hangulVowels, withoutFinal } from "./hangul.ts";

/** A system or habit by which Korean is written in Latin or Cyrillic. */
export type KoreanSystem = "revised" | "mccuneReischauer" | "dprk" | "french" | "kontsevich" | "english" | "habit";

/** The systems in the order of the columns of resources/names/korean-letters.tsv; the two columns behind are the habits: as English is spelled, and others. */
export const koreanSystems: readonly KoreanSystem[] = ["revised", "mccuneReischauer", "dprk", "french", "kontsevich"];

/**
 * One way to write a syllable, with how far it is from the systems: 0 is a system throughout; 1 has one letter by another habit, or
 * any number of them as English is spelled (d-u-ck).
 */
export interface KoreanSpelling {
  readonly latin: string;
  readonly systems: readonly KoreanSystem[];
  readonly distance: number;
}

const systemColumn = 2;
const cyrillicColumn = 6;
const englishColumn = 7;
const habitColumn = 8;
const distanceMax = 1;
// Behind a spelling that stands before a final consonant only.
const closedMark = "+";
const spellingsBySyllable = new Map<string, readonly KoreanSpelling[]>();

/** Every spelling of a Hangul syllable that the letter table allows, in Latin (with and without breves and apostrophes) and in Cyrillic. */
export function koreanSpellings(syllable: string): readonly KoreanSpelling[] {
  const known = spellingsBySyllable.get(syllable);
  if (known !== undefined) return known;
  const made = spell(syllable);
  spellingsBySyllable.set(syllable, made);
  return made;
}

/** The spelling of a syllable by one system at the start of a word. */
export function koreanSpelling(syllable: string, system: KoreanSystem): string {
  const rows = letterRowsOf(syllable);
  const column = systemColumn + koreanSystems.indexOf(system);
  return rows.map((row) => alternatives(row?.[column])[0] ?? "").join("");
}

type LetterRow = readonly string[] | undefined;

const rowByLetter: ReadonlyMap<string, readonly string[]> = new Map(
  letterRows.map((row) => [`${row[0] ?? ""} ${row[1] ?? ""}`, row]),
);
const noFinal: readonly string[] = ["final", "", "", "", "", "", "", "", ""];

function letterRowsOf(syllable: string): LetterRow[] {
  const letters = hangulLetters(syllable);
  if (letters === undefined) return [];
  const final = hangulFinals[letters.final] ?? "";
  return [
    rowByLetter.get(`initial ${hangulInitials[letters.initial] ?? ""}`),
    rowByLetter.get(`vowel ${hangulVowels[letters.vowel] ?? ""}`),
    final === "" ? noFinal : rowByLetter.get(`final ${final}`),
  ];
}

function alternatives(cell: string | undefined): string[] {
  return (cell ?? "").split("|").map((part) => (part === "-" ? "" : part));
}

interface Draft {
  latin: string;
  systems: Set<KoreanSystem>;
  distance: number;
}

function spell(syllable: string): KoreanSpelling[] {
  const rows = letterRowsOf(syllable);
  const drafts = new Map<string, Draft>();
  const add = (latin: string, distance: number, system: KoreanSystem): void => {
    const plain = withoutMarks(latin);
    for (const text of plain === latin ? [latin] : [latin, plain]) {
      const draft = drafts.get(text);
      if (draft === undefined) drafts.set(text, { latin: text, systems: new Set([system]), distance });
      else {
        draft.distance = Math.min(draft.distance, distance);
        draft.systems.add(system);
      }
    }
  };
  for (const [index, system] of koreanSystems.entries()) {
    for (const latin of combine(rows.map((row) => alternatives(row?.[systemColumn + index]))))
      add(latin, system === "french" ? 1 : 0, system);
  }
  for (const { latin, distance, isEnglish } of [...mixtures(rows), ...openMixtures(syllable, rows[2])])
    add(latin, distance, isEnglish ? "english" : "habit");
  return [...drafts.values()].map(({ latin, systems, distance }) => ({ latin, systems: tidy(systems), distance }));
}

function tidy(systems: ReadonlySet<KoreanSystem>): KoreanSystem[] {
  const named = koreanSystems.filter((system) => systems.has(system));
  return named.length > 0 ? named : [systems.has("english") ? "english" : "habit"];
}

function combine(cells: readonly (readonly string[])[]): string[] {
  return cells.reduce<string[]>((texts, cell) => texts.flatMap((text) => cell.map((part) => text + part)), [""]);
}

interface Mixture {
  readonly latin: string;
  readonly distance: number;
  readonly isEnglish: boolean;
}

// Where English spells initial and vowel by one sound: whan for 환, gee for 지.
function openMixtures(syllable: string, final: LetterRow): Mixture[] {
  const row = rowByLetter.get(`open ${withoutFinal(syllable)}`);
  if (row === undefined) return [];
  return alternatives(row[englishColumn]).flatMap((latin) =>
    mixtures([final], { latin, distance: 1, isEnglish: true }),
  );
}

// People mix the systems letter by letter (Young-chul, Jung), so every letter may follow any Latin system; one may follow a habit, or all of them English.
function mixtures(
  rows: readonly LetterRow[],
  start: Mixture = { latin: "", distance: 0, isEnglish: false },
): Mixture[] {
  let drafts = [start];
  const isClosed = rows.at(-1) !== noFinal;
  for (const row of rows) {
    const choices = row === undefined ? [{ part: "", cost: 0, isEnglish: false }] : choicesOf(row, isClosed);
    drafts = drafts.flatMap((draft) =>
      choices
        .map(({ part, cost, isEnglish }) => ({
          latin: draft.latin + part,
          distance: draft.distance + (isEnglish && draft.isEnglish ? 0 : cost),
          isEnglish: isEnglish || draft.isEnglish,
        }))
        .filter(({ distance }) => distance <= distanceMax),
    );
  }
  return drafts;
}

interface Choice {
  readonly part: string;
  readonly cost: number;
  readonly isEnglish: boolean;
}

const choicesByRow = new Map<readonly string[], readonly Choice[]>();

function choicesOf(row: readonly string[], isClosed: boolean): readonly Choice[] {
  const choices = choicesByRow.get(row) ?? readChoices(row);
  choicesByRow.set(row, choices);
  const own = isClosed ? choices : choices.filter(({ part }) => !part.endsWith(closedMark));
  return own.map((choice) => ({ ...choice, part: choice.part.replace(closedMark, "") }));
}

function readChoices(row: readonly string[]): readonly Choice[] {
  const choices = new Map<string, Choice>();
  for (const [column, cell] of row.entries()) {
    if (column < systemColumn || column === cyrillicColumn) continue;
    const isHabit = column === englishColumn || column === habitColumn;
    for (const part of alternatives(cell).map(withoutMarks)) {
      if ((isHabit && part === "") || choices.has(part)) continue;
      choices.set(part, { part, cost: isHabit ? 1 : 0, isEnglish: column === englishColumn });
    }
  }
  return [...choices.values()];
}
