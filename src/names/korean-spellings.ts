import { rows as letterRows } from "./generated/korean-letters.ts";
import { withoutMarks } from "./fold.ts";
import { hangulFinals, hangulInitials, hangulLetters, hangulVowels } from "./hangul.ts";

/** A system or habit by which Korean is written in Latin or Cyrillic. */
export type KoreanSystem = "revised" | "mccuneReischauer" | "dprk" | "french" | "kontsevich" | "habit";

/** The systems in the order of the columns of resources/names/korean-letters.tsv. */
export const koreanSystems: readonly KoreanSystem[] = [
  "revised",
  "mccuneReischauer",
  "dprk",
  "french",
  "kontsevich",
  "habit",
];

/** One way to write a syllable, with how far it is from the systems: 0 is a system throughout, each letter by habit adds one. */
export interface KoreanSpelling {
  readonly latin: string;
  readonly systems: readonly KoreanSystem[];
  readonly distance: number;
}

const systemColumn = 2;
const cyrillicColumn = 6;
const habitColumn = 7;
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
const noFinal: readonly string[] = ["final", "", "", "", "", "", "", ""];

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
  for (const [index, system] of koreanSystems.slice(0, -1).entries()) {
    for (const latin of combine(rows.map((row) => alternatives(row?.[systemColumn + index]))))
      add(latin, system === "french" ? 1 : 0, system);
  }
  for (const { latin, distance } of mixtures(rows)) add(latin, distance, "habit");
  return [...drafts.values()].map(({ latin, systems, distance }) => ({ latin, systems: tidy(systems), distance }));
}

function tidy(systems: ReadonlySet<KoreanSystem>): KoreanSystem[] {
  const named = koreanSystems.filter((system) => system !== "habit" && systems.has(system));
  return named.length > 0 ? named : ["habit"];
}

function combine(cells: readonly (readonly string[])[]): string[] {
  return cells.reduce<string[]>((texts, cell) => texts.flatMap((text) => cell.map((part) => text + part)), [""]);
}

// People mix the systems letter by letter (Young-chul, Jung), so every letter may follow any Latin system, and one may follow a habit.
function mixtures(rows: readonly LetterRow[]): { latin: string; distance: number }[] {
  let drafts = [{ latin: "", distance: 0 }];
  for (const row of rows) {
    const choices = row === undefined ? [{ part: "", cost: 0 }] : choicesOf(row);
    drafts = drafts.flatMap((draft) =>
      choices
        .map(({ part, cost }) => ({ latin: draft.latin + part, distance: draft.distance + cost }))
        .filter(({ distance }) => distance < 2),
    );
  }
  return drafts;
}

const choicesByRow = new Map<readonly string[], readonly { part: string; cost: number }[]>();

function choicesOf(row: readonly string[]): readonly { part: string; cost: number }[] {
  const known = choicesByRow.get(row);
  if (known !== undefined) return known;
  const costs = new Map<string, number>();
  for (const [column, cell] of row.entries()) {
    if (column < systemColumn || column === cyrillicColumn) continue;
    for (const part of alternatives(cell).map(withoutMarks)) {
      if ((column < habitColumn || part !== "") && !costs.has(part)) costs.set(part, column === habitColumn ? 1 : 0);
    }
  }
  const choices = Array.from(costs, ([part, cost]) => ({ part, cost }));
  choicesByRow.set(row, choices);
  return choices;
}
