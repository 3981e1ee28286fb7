import { lazy } from "../base/index.ts";
import { makeChunkTrie, type ChunkTrie } from "./chunk-trie.ts";
import { withoutMarks } from "./fold.ts";
import { rows as frequencyRows } from "./generated/korean-frequency.ts";
import { rows as hanRows } from "./generated/han-korean.ts";
import { rows as countRows } from "./generated/korean-spelling-counts.ts";
import { rows as surnameRows } from "./generated/korean-surnames.ts";
import { hangulLetters, initialSoundVariants } from "./hangul.ts";
import { simplifiedHan } from "./han.ts";
import { koreanSpelling, koreanSpellings, koreanSystems } from "./korean-spellings.ts";
import { makeSyllableUnits, type SyllableEntry, type SyllableUnits } from "./syllable-units.ts";

const units: SyllableUnits = makeSyllableUnits();
const built = lazy(() => {
  buildFamilies();
  buildGiven();
  return { units, chunks: makeChunkTrie(givenByText), familyByText, givenByText };
});

/** The units of Korean names: each written chunk, Hangul syllable or Hanja with the spoken syllables that it may stand for. */
export const koreanUnits = (): SyllableUnits => built().units;

/** The syllables of given names in Latin and Cyrillic letters. */
export const koreanChunks = (): ChunkTrie => built().chunks;

const lawCost = 35;
const lawCostOfSurname = 12;
const hanOtherReadingCost = 40;
const habitPenalty = 0.02;
/** A reading this much rarer than the usual one is none. */
const costMax = 120;

// Above every Hangul code unit.
const firstSurnameTarget = 60_000;
// A surname is known by its row; of two rows of one Hangul by the later one.
const surnameTargets = lazy(
  () => new Map(surnameRows.map(([hangul = ""], index) => [hangul, firstSurnameTarget + index])),
);
const southernTargets = lazy(pairSurnames);
const northernTargets = lazy(() => {
  const northern = new Map<number, number[]>();
  for (const [north, south] of southernTargets()) northern.set(south, [...(northern.get(south) ?? []), north]);
  return northern;
});
const familyByText = new Map<string, number>();
const givenByText = new Map<string, number>();
// The native syllables that may stand for others where they begin a given name.
const firstByText = new Map<string, number>();

/** The surname unit of a Hangul, Han, Latin or Cyrillic text (Latin with or without breves), or -1. */
export function koreanFamilyUnit(text: string): number {
  return built().familyByText.get(text) ?? -1;
}

/** The unit of one syllable of a given name, or -1; the initial-sound law changes the first one only. */
export function koreanGivenUnit(text: string, isFirst: boolean): number {
  const { givenByText: later } = built();
  const known = (isFirst ? firstByText.get(text) : undefined) ?? later.get(text);
  if (known !== undefined) return known;
  // A syllable that no table holds still stands for itself.
  if (text.length !== 1 || hangulLetters(text) === undefined) return -1;
  addSyllable(text);
  return koreanGivenUnit(text, isFirst);
}

/** The Hangul that a target stands for: a surname, or a syllable. */
export function koreanTargetText(target: number): string {
  if (target >= firstSurnameTarget) return surnameRows[target - firstSurnameTarget]?.[0] ?? "";
  return String.fromCharCode(target);
}

/** A surname as the South writes it: 리 is 이 there. */
export function southernSurname(hangul: string): string {
  const target = southernTargets().get(surnameTargets().get(hangul) ?? -1);
  return target === undefined ? hangul : koreanTargetText(target);
}

interface Draft {
  readonly text: string;
  readonly target: number;
  joint: number;
}

function buildFamilies(): void {
  const counts = countsOf("family");
  const drafts: Draft[] = [];
  const hanDrafts = new Map<string, SyllableEntry[]>();
  for (const [hangul = "", habits = "", han = ""] of surnameRows) {
    const target = surnameTarget(hangul);
    addEntry(hanDrafts, hangul, { target, cost: 0 });
    for (const character of hangul.length === 1 ? han : [han])
      addEntry(hanDrafts, simplifiedHan(character), { target, cost: 0 });
    const spellings = hangul.length === 1 ? koreanSpellings(hangul) : [];
    for (const { latin, distance } of spellings) {
      if (distance < 2) drafts.push({ text: latin, target, joint: 0.3 * habitPenalty ** distance });
    }
    if (hangul.length > 1) {
      for (const text of systemTexts(hangul)) drafts.push({ text, target, joint: 0.3 });
    }
    for (const [index, latin] of habits.split("|").entries()) {
      for (const text of new Set([latin, withoutMarks(latin)]))
        drafts.push({ text, target, joint: index === 0 ? 3 : 0.6 / index });
    }
  }
  for (const [key, count] of counts) {
    const [hangul = "", text = ""] = key.split("\t");
    if (surnameTargets().has(hangul) && (isHabitual(hangul, text) || isPlausible(hangul, text)))
      drafts.push({ text, target: surnameTarget(hangul), joint: count });
  }
  for (const [text, entries] of hanDrafts) familyByText.set(text, units.add(text, inBothStates(entries)));
  addUnits(drafts, familyByText, inBothStates);
}

const surnameTarget = (hangul: string): number => surnameTargets().get(hangul) ?? -1;

// 리 and 이 are one family: a writing of one is a rarer writing of the other.
function inBothStates(entries: readonly SyllableEntry[]): SyllableEntry[] {
  const others = entries.flatMap(({ target, cost }) =>
    [southernTargets().get(target) ?? [], northernTargets().get(target) ?? []]
      .flat()
      .map((other) => ({ target: other, cost: cost + lawCostOfSurname })),
  );
  return [...entries, ...others];
}

function systemTexts(hangul: string): string[] {
  const written = koreanSystems.map((system) =>
    Array.from(hangul, (syllable) => koreanSpelling(syllable, system)).join(""),
  );
  return [...new Set(written.flatMap((text) => [text, withoutMarks(text)]))];
}

// A surname that the North alone writes, and the one of the South that has its first Hanja.
function pairSurnames(): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (const [hangul = "", , han = "", rank = ""] of surnameRows) {
    if (rank !== "0") continue;
    const southern = surnameRows.find((row) => row[3] !== "0" && (row[2] ?? "").includes(han.slice(0, 1)));
    if (southern !== undefined) pairs.set(surnameTarget(hangul), surnameTarget(southern[0] ?? ""));
  }
  return pairs;
}

function buildGiven(): void {
  const counts = countsOf("given");
  const syllables = new Map<string, number>();
  for (const [syllable = ""] of hanRows) syllables.set(syllable, 1);
  for (const [part = "", syllable = "", count = "0"] of frequencyRows) {
    if (part === "first" || part === "second") syllables.set(syllable, (syllables.get(syllable) ?? 0) + Number(count));
  }
  const drafts: Draft[] = [];
  for (const [syllable, count] of syllables) {
    if (hangulLetters(syllable) === undefined) continue;
    const prior = 0.15 * (count + 2);
    const spellings = koreanSpellings(syllable);
    const total = spellings.reduce((sum, { distance }) => sum + habitPenalty ** distance, 0);
    for (const { latin, distance } of spellings) {
      if (latin !== "")
        drafts.push({ text: latin, target: syllable.charCodeAt(0), joint: (prior * habitPenalty ** distance) / total });
    }
    addSyllable(syllable);
  }
  for (const [key, count] of counts) {
    const [syllable = "", text = ""] = key.split("\t");
    if (isPlausible(syllable, text)) drafts.push({ text, target: syllable.charCodeAt(0), joint: count });
  }
  addUnits(drafts, givenByText);
  addHan(givenByText, laterVariants);
  addHan(firstByText, initialSoundVariants);
}

function addSyllable(syllable: string): void {
  givenByText.set(syllable, units.add(syllable, hangulEntries(syllable, laterVariants)));
  const inFront = hangulEntries(syllable, initialSoundVariants);
  if (inFront.length > 1) firstByText.set(syllable, units.add(syllable, inFront));
}

type Variants = (syllable: string) => readonly string[];

// Behind a vowel or ㄴ the South writes 열 and 율 for 렬 and 률, whatever place they have.
const laterVariants: Variants = (syllable) =>
  initialSoundVariants(syllable).filter((other) => /[열렬율률]/u.test(syllable) && /[열렬율률]/u.test(other));

function hangulEntries(syllable: string, variants: Variants): SyllableEntry[] {
  return [
    { target: syllable.charCodeAt(0), cost: 0 },
    ...variants(syllable).map((other) => ({ target: other.charCodeAt(0), cost: lawCost })),
  ];
}

function addHan(unitsByText: Map<string, number>, variants: Variants): void {
  const entries = new Map<string, SyllableEntry[]>();
  const mainReading = new Map(
    hanRows.flatMap(([syllable = "", main = ""]) => Array.from(main, (own) => [own, syllable])),
  );
  for (const [syllable = "", main = "", other = ""] of hanRows) {
    for (const character of main)
      for (const entry of hangulEntries(syllable, variants)) addEntry(entries, simplifiedHan(character), entry);
    for (const character of other) {
      // Unihan lists 영 beside 령: what the law makes of the main reading, in front only.
      const usual = mainReading.get(character) ?? "";
      if (initialSoundVariants(usual).includes(syllable) && !variants(usual).includes(syllable)) continue;
      for (const { target, cost } of hangulEntries(syllable, variants))
        addEntry(entries, simplifiedHan(character), { target, cost: cost + hanOtherReadingCost });
    }
  }
  for (const [character, own] of entries) unitsByText.set(character, units.add(character, own));
}

function addEntry(entries: Map<string, SyllableEntry[]>, text: string, entry: SyllableEntry): void {
  const own = entries.get(text);
  if (own === undefined) entries.set(text, [entry]);
  else own.push(entry);
}

function countsOf(place: string): Map<string, number> {
  return new Map(
    countRows
      .filter((row) => row[0] === place)
      .map(([, syllable = "", latin = "", count = "0"]) => [`${syllable}\t${latin}`, Number(count)]),
  );
}

// Lee is no spelling of the letters of 이, and the usual one of the surname.
const isHabitual = (hangul: string, latin: string): boolean =>
  surnameRows.some(([own, habits = ""]) => own === hangul && habits.split("|").includes(latin));

// The counts hold Chinese names read in Korean (정 as Ding): a spelling counts only when the letter table allows its first and last sound.
function isPlausible(syllable: string, latin: string): boolean {
  const plain = withoutMarks(latin);
  return koreanSpellings(syllable.slice(-1)).some(
    (spelling) =>
      consonants(spelling.latin) === consonants(plain) || (syllable.length > 1 && plain.endsWith(spelling.latin)),
  );
}

function consonants(text: string): string {
  return withoutMarks(text)
    .replaceAll(/[aeiouy]+/gu, "-")
    .replace(/^w|(?<=-)h$|(?<=.)w/u, "");
}

// A cost says how much rarer a spelling is than the usual one of its syllable, and the syllable than the usual one of that spelling.
function addUnits(
  drafts: readonly Draft[],
  unitsByText: Map<string, number>,
  widen = (entries: readonly SyllableEntry[]): readonly SyllableEntry[] => entries,
): void {
  const draftsByText = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const own = draftsByText.get(draft.text);
    if (own === undefined) draftsByText.set(draft.text, [draft]);
    else {
      const known = own.find(({ target }) => target === draft.target);
      if (known === undefined) own.push(draft);
      else known.joint += draft.joint;
    }
  }
  const maxByPlace = new Map<number, number>();
  for (const [text, own] of draftsByText) {
    const alphabet = writing(text);
    for (const { target, joint } of own) {
      const place = target * 3 + alphabet;
      maxByPlace.set(place, Math.max(joint, maxByPlace.get(place) ?? 0));
    }
  }
  for (const [text, own] of draftsByText) {
    const alphabet = writing(text);
    const most = own.reduce((max, { joint }) => Math.max(max, joint), 0);
    const entries = own
      .map(({ target, joint }) => ({
        target,
        cost: Math.round(
          7 * (Math.log(most / joint) + Math.log((maxByPlace.get(target * 3 + alphabet) ?? joint) / joint)),
        ),
      }))
      .filter(({ cost }) => cost <= costMax);
    if (entries.length > 0) unitsByText.set(text, units.add(text, widen(entries)));
  }
}

// A spelling is compared with the usual one of the same alphabet (plain, marked, Cyrillic): breves are rare in lists, but no sign against a name that has them.
function writing(text: string): number {
  if (/^[a-z]+$/u.test(text)) return 0;
  return /[a-z]/u.test(text) ? 1 : 2;
}
