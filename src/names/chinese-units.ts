import { lazy } from "../base/index.ts";
import { makeChunkTrie, type ChunkTrie } from "./chunk-trie.ts";
import { withoutMarks } from "./fold.ts";
import { rows as cantoneseRows } from "./generated/cantonese-syllables.ts";
import { rows as surnameRows } from "./generated/chinese-surnames.ts";
import { rows as koreanSurnameRows } from "./generated/korean-surnames.ts";
import { rows as syllableRows } from "./generated/chinese-syllables.ts";
import { rows as hanCantoneseRows } from "./generated/han-cantonese.ts";
import { rows as hanKoreanRows } from "./generated/han-korean.ts";
import { rows as hanPinyinRows } from "./generated/han-pinyin.ts";
import { simplifiedHan } from "./han.ts";
import { makeSyllableUnits, type SyllableEntry, type SyllableUnits } from "./syllable-units.ts";

const units: SyllableUnits = makeSyllableUnits();
const built = lazy(() => {
  buildSyllables();
  buildFamilies();
  addHangul();
  return { units, chunks: makeChunkTrie(givenByText), familyByText, givenByText };
});

/** The units of Chinese names: each written chunk or Han character with the Mandarin and Cantonese syllables that it may stand for. */
export const chineseUnits = (): SyllableUnits => built().units;

/** The syllables of given names in Latin and Cyrillic letters. */
export const chineseChunks = (): ChunkTrie => built().chunks;

const otherSystemCost = 12;
const habitCost = 20;
const cantoneseCost = 25;
const otherReadingCost = 30;
const hanjaCost = 50;

const targetTexts: string[] = [];
const targetByText = new Map<string, number>();
const familyByText = new Map<string, number>();
const givenByText = new Map<string, number>();

/** The surname unit of a Han, Latin or Cyrillic text, or -1. */
export function chineseFamilyUnit(text: string): number {
  return built().familyByText.get(text) ?? -1;
}

/** The unit of one syllable of a given name, or -1. */
export function chineseGivenUnit(text: string): number {
  return built().givenByText.get(text) ?? -1;
}

/** The syllable of a target: pinyin, or Jyutping with the mark "yue:". */
export function chineseTargetText(target: number): string {
  return targetTexts[target] ?? "";
}

function target(text: string): number {
  const known = targetByText.get(text);
  if (known !== undefined) return known;
  targetByText.set(text, targetTexts.length);
  targetTexts.push(text);
  return targetTexts.length - 1;
}

function buildSyllables(): void {
  const entries = new Map<string, SyllableEntry[]>();
  for (const [pinyin = "", wadeGiles = "", palladius = "", others = ""] of syllableRows) {
    const own = target(pinyin);
    add(entries, pinyin, { target: own, cost: 0 });
    for (const text of [wadeGiles, palladius].flatMap(spellingsOf))
      add(entries, text, { target: own, cost: text === pinyin ? 0 : otherSystemCost });
    for (const text of spellingsOf(others)) add(entries, text, { target: own, cost: 3 });
  }
  for (const [jyutping = "", spellings = ""] of cantoneseRows) {
    for (const text of spellingsOf(spellings))
      add(entries, text, { target: target(`yue:${jyutping}`), cost: cantoneseCost });
  }
  for (const [pinyin = "", main = "", other = ""] of hanPinyinRows)
    addCharacters(entries, target(pinyin), [main, other]);
  for (const [jyutping = "", main = "", other = ""] of hanCantoneseRows)
    addCharacters(entries, target(`yue:${jyutping}`), [main, other]);
  for (const [text, own] of entries) givenByText.set(text, units.add(text, own));
}

function addCharacters(
  entries: Map<string, SyllableEntry[]>,
  own: number,
  [main, other]: readonly [string, string],
): void {
  for (const character of main) add(entries, simplifiedHan(character), { target: own, cost: 0 });
  for (const character of other) add(entries, simplifiedHan(character), { target: own, cost: otherReadingCost });
}

function buildFamilies(): void {
  const entries = new Map<string, SyllableEntry[]>();
  for (const [han = "", pinyin = "", habits = ""] of surnameRows) {
    const own = target(`family:${pinyin}`);
    // Two surnames that sound alike (余, 于) share their target, so Han characters are compared as characters first.
    add(entries, han, { target: own, cost: 0 });
    add(entries, pinyin, { target: own, cost: 0 });
    if (pinyin.includes("v")) add(entries, pinyin.replace("v", "u"), { target: own, cost: 3 });
    const row = syllableRows.find(([syllable]) => syllable === pinyin);
    for (const text of [row?.[1] ?? "", row?.[2] ?? ""].flatMap(spellingsOf))
      add(entries, text, { target: own, cost: text === pinyin ? 0 : otherSystemCost });
    for (const text of spellingsOf(habits)) add(entries, text, { target: own, cost: habitCost });
  }
  for (const [text, own] of entries) familyByText.set(text, units.add(text, own));
}

function spellingsOf(cell: string): string[] {
  return cell
    .split("|")
    .filter((spelling) => spelling !== "")
    .flatMap((spelling) => Array.from(new Set([spelling, withoutMarks(spelling)])));
}

function add(entries: Map<string, SyllableEntry[]>, text: string, entry: SyllableEntry): void {
  const own = entries.get(text);
  if (own === undefined) entries.set(text, [entry]);
  else own.push(entry);
}

// A Korean name in Hangul stands in Chinese papers by its Hanja, which Hangul does not show: every Hanja of the syllable is possible.
function addHangul(): void {
  const pinyinByHan = new Map(
    hanPinyinRows.flatMap(([pinyin = "", main = ""]) =>
      Array.from(main, (character): [string, string] => [simplifiedHan(character), pinyin]),
    ),
  );
  for (const [syllable = "", main = ""] of hanKoreanRows) {
    const counts = new Map<string, number>();
    for (const character of main) {
      const pinyin = pinyinByHan.get(simplifiedHan(character));
      if (pinyin !== undefined) counts.set(pinyin, (counts.get(pinyin) ?? 0) + 1);
    }
    const most = Math.max(1, ...counts.values());
    const entries = Array.from(counts, ([pinyin, count]) => ({
      target: target(pinyin),
      cost: Math.min(120, Math.round(hanjaCost + 10 * Math.log(most / count))),
    }));
    if (entries.length > 0) givenByText.set(syllable, units.add(syllable, entries));
  }
  for (const [hangul = "", , han = ""] of koreanSurnameRows) {
    const characters = hangul.length === 1 ? Array.from(han) : [han];
    const entries = characters.flatMap((text) =>
      units.entries(familyByText.get(Array.from(text, simplifiedHan).join("")) ?? -1),
    );
    if (entries.length > 0)
      familyByText.set(
        hangul,
        units.add(
          hangul,
          entries.map((entry) => ({ target: entry.target, cost: hanjaCost })),
        ),
      );
  }
}
