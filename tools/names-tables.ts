import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Run by hand when the sources change, with a folder of the unpacked Unihan_*.txt and a folder of the wd_* files:
// node --import tsx tools/names-tables.ts UNIHAN-FOLDER WIKIDATA-FOLDER
const [unicodeFolder = "", wikidataFolder = ""] = process.argv.slice(2);

/** Writes the tables of resources/names that are derived from the Unihan database (Debian package unicode-data 15.0). */
function writeUnihanTables(folder: string): void {
  const readings = unihan(join(folder, "Unihan_Readings.txt"));
  const variants = unihan(join(folder, "Unihan_Variants.txt"));
  const isUsed = (char: string): boolean =>
    char.length === 1 &&
    ["kHangul", "kXHC1983", "kHanyuPinlu", "kTGHZ2013"].some((field) => readings.get(field)?.has(char));
  writeReadings(
    "han-korean",
    "Korean (Hangul) readings of Han characters, field kHangul",
    koreanReadings(readings),
    isUsed,
  );
  writeReadings(
    "han-pinyin",
    "Mandarin readings (pinyin without tones, ü as v) of Han characters, fields kMandarin, kXHC1983, kTGHZ2013",
    mandarinReadings(readings),
    isUsed,
  );
  writeReadings(
    "han-cantonese",
    "Cantonese readings (Jyutping without tones) of Han characters, field kCantonese",
    cantoneseReadings(readings),
    isUsed,
  );
  writeVariants(field(variants, "kSimplifiedVariant"), isUsed);
}

type Fields = Map<string, Map<string, string>>;

function unihan(path: string): Fields {
  const fields: Fields = new Map();
  const text = readFileSync(path, "utf8");
  for (const line of text.split("\n")) {
    const [code, name, value] = line.split("\t");
    if (code === undefined || name === undefined || value === undefined || line.startsWith("#")) continue;
    const char = String.fromCodePoint(Number.parseInt(code.slice(2), 16));
    fields.set(name, (fields.get(name) ?? new Map<string, string>()).set(char, value));
  }
  return fields;
}

const field = (fields: Fields, name: string): Map<string, string> => fields.get(name) ?? new Map<string, string>();

function koreanReadings(fields: Fields): Map<string, string[]> {
  return new Map(
    [...field(fields, "kHangul")].map(([char, value]) => [char, value.split(" ").map((part) => part.slice(0, 1))]),
  );
}

function mandarinReadings(fields: Fields): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const [char, value] of field(fields, "kMandarin")) {
    const extra = ["kXHC1983", "kTGHZ2013"].flatMap((name) =>
      (field(fields, name).get(char) ?? "").split(" ").flatMap((part) => (part.split(":")[1] ?? "").split(",")),
    );
    readings.set(char, [...new Set([...value.split(" "), ...extra].map(toneless).filter((reading) => reading !== ""))]);
  }
  return readings;
}

const toneless = (pinyin: string): string =>
  pinyin.normalize("NFD").replaceAll("u\u0308", "v").replaceAll(/\p{M}/gu, "").normalize("NFC").toLowerCase();

function cantoneseReadings(fields: Fields): Map<string, string[]> {
  return new Map(
    [...field(fields, "kCantonese")].map(([char, value]) => [
      char,
      [...new Set(value.split(" ").map((part) => part.replaceAll(/\d/g, "")))],
    ]),
  );
}

function writeReadings(
  name: string,
  what: string,
  readings: Map<string, string[]>,
  isUsed: (char: string) => boolean,
): void {
  const main = new Map<string, string[]>();
  const other = new Map<string, string[]>();
  for (const [char, [first, ...rest]] of readings) {
    if (first === undefined || !isUsed(char)) continue;
    main.set(first, [...(main.get(first) ?? []), char]);
    for (const reading of rest) other.set(reading, [...(other.get(reading) ?? []), char]);
  }
  const keys = [...new Set([...main.keys(), ...other.keys()])].toSorted();
  const rows = keys.map((key) =>
    [key, (main.get(key) ?? []).toSorted().join(""), (other.get(key) ?? []).toSorted().join("")].join("\t"),
  );
  write(
    name,
    [
      `# What: ${what}. Columns: reading, characters with it as the first reading, characters with it as another reading`,
      ...unicodeHeader,
    ],
    rows,
  );
}

const unicodeHeader = [
  "# source: Unicode Han Database (Unihan) 15.0, https://www.unicode.org/Public/15.0.0/ucd/Unihan.zip",
  "# licence: Unicode-3.0 (© 1991-2022 Unicode, Inc.)",
];

function writeVariants(variants: Map<string, string>, isUsed: (char: string) => boolean): void {
  const bySimple = new Map<string, string[]>();
  for (const [char, value] of variants) {
    const simple = String.fromCodePoint(Number.parseInt((value.split(" ")[0] ?? "").slice(2), 16));
    if (!isUsed(char) || !isUsed(simple) || simple === char) continue;
    bySimple.set(simple, [...(bySimple.get(simple) ?? []), char]);
  }
  const rows = [...bySimple].map(([simple, chars]) => `${simple}\t${chars.toSorted().join("")}`).toSorted();
  write(
    "han-variants",
    [
      "# What: traditional forms that fold to one simplified character. Columns: simplified, traditional forms",
      ...unicodeHeader,
    ],
    rows,
  );
}

/** Writes the counts that names/wikidata (CC0) gives: Korean spellings, and how common name tokens are. Lines whose hash is odd are left out, to test on. */
function writeWikidataTables(folder: string): void {
  const korean = readFileSync(join(folder, "wd_korean"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && isTraining(line));
  writeKoreanSpellings(korean);
  writeKoreanFrequencies(korean);
  writeTokenFrequencies(folder, korean);
}

const isTraining = (line: string): boolean =>
  Number.parseInt(createHash("sha1").update(line).digest("hex").slice(0, 1), 16) % 2 === 0;

const koreanLine = /^[가-힣]{2,4}$/u;

function writeKoreanSpellings(lines: readonly string[]): void {
  const counts = new Map<string, number>();
  const add = (place: string, hangul: string, latin: string): void => {
    const key = `${place}\t${hangul}\t${latin}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const line of lines) {
    const [latin = "", hangul = ""] = line.split("\t");
    const words = latin.normalize("NFC").toLowerCase().replaceAll(/[’']/gu, "'").split(" ");
    if (!koreanLine.test(hangul) || words.length !== 2) continue;
    const [family = "", given = ""] = words;
    const parts = given.split("-");
    const syllables = [...hangul];
    if (parts.length !== syllables.length - 1 || !isKoreanSurname(syllables[0] ?? "")) continue;
    add("family", syllables[0] ?? "", family);
    for (const [index, part] of parts.entries()) add("given", syllables[index + 1] ?? "", part);
  }
  const rows = [...counts]
    .filter(([key, count]) => count > 1 && /\t[a-zŏŭ']+$/u.test(key))
    .map(([key, count]) => `${key}\t${count}`)
    .toSorted();
  write(
    "korean-spelling-counts",
    [
      "# What: how often a Hangul syllable was written as a Latin chunk. Columns: place in the name, syllable, Latin, count (2 or more)",
      ...wikidataHeader,
    ],
    rows,
  );
}

const isKoreanSurname = (syllable: string): boolean => surnames.has(syllable);
const surnames = new Set(
  readFileSync("resources/names/korean-surnames.tsv", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t")[0] ?? ""),
);
const wikidataHeader = [
  "# source: person names of Wikidata as in steveash/NETransliteration-COLING2018 5d5f59e5; the lines whose SHA-1 starts with an even digit",
  "# licence: CC0-1.0",
];

function writeKoreanFrequencies(lines: readonly string[]): void {
  const counts = new Map<string, number>();
  let people = 0;
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const line of lines) {
    const [latin = "", hangul = ""] = line.split("\t");
    const syllables = [...hangul];
    if (
      !/^[가-힣]{3}$/u.test(hangul) ||
      !isKoreanSurname(syllables[0] ?? "") ||
      !/^[A-Za-z]+ [A-Za-z]+-[A-Za-z]+$/u.test(latin)
    )
      continue;
    people += 1;
    add(`family\t${syllables[0]}`);
    add(`first\t${syllables[1]}`);
    add(`second\t${syllables[2]}`);
    add(`given\t${syllables.slice(1).join("")}`);
  }
  const rows = [...counts]
    .filter(([key, count]) => count > 2 || /^(?:first|second)/u.test(key))
    .map(([key, count]) => `${key}\t${count}`)
    .toSorted();
  write(
    "korean-frequency",
    [
      `# What: how often a part occurs in ${people} Korean names. Columns: part (family, first or second syllable, whole given name), Hangul, count (3 or more; syllables all)`,
      ...wikidataHeader,
    ],
    [`people\t\t${people}`, ...rows],
  );
}

function writeTokenFrequencies(folder: string, korean: readonly string[]): void {
  const latin = new Map<string, number>();
  const addLatin = (token: string, count: number): void => {
    const folded = token.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
    if (/^[a-z]{2,}$/u.test(folded)) latin.set(folded, (latin.get(folded) ?? 0) + count);
  };
  for (const line of korean) for (const token of (line.split("\t")[0] ?? "").split(/[\s-]+/u)) addLatin(token, 1);
  for (const file of ["wd_russian_20", "wd_chinese_20", "wd_arabic_20"]) {
    for (const line of readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((text) => text !== "" && isTraining(text))) {
      const [token = "", , count = "1"] = line.split("\t");
      addLatin(token, Number(count));
    }
  }
  const total = [...latin.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...latin]
    .filter(([, count]) => count > 9)
    .map(([token, count]) => `${token}\t${count}`)
    .toSorted();
  write(
    "token-frequency",
    [
      `# What: how often a Latin name token occurs among ${total}. Columns: token, count (10 or more)`,
      ...wikidataHeader,
    ],
    [`\t${total}`, ...rows],
  );
}

function write(name: string, header: readonly string[], rows: readonly string[]): void {
  writeFileSync(`resources/names/${name}.tsv`, `${[...header, ...rows].join("\n")}\n`);
}

if (unicodeFolder !== "") writeUnihanTables(unicodeFolder);
if (wikidataFolder !== "") writeWikidataTables(wikidataFolder);
