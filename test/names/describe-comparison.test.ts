import { expect, test } from "vitest";
import { compareNames, describeComparison, parseName, spellings } from "../../src/names/index.ts";

const lines = (left: string, right: string, kind: "person" | "company" = "person"): string[] =>
  describeComparison(compareNames(parseName(left, kind), parseName(right, kind)));

test("every syllable is explained to a reader who knows no Korean", () => {
  expect(lines("김정은", "Kim Chŏng-ŭn")).toEqual([
    "김정은 / Kim Chŏng-ŭn: The names are two spellings of one name.",
    "  김 is written kim (McCune-Reischauer, DPRK, French).",
    "  정 is written chŏng (McCune-Reischauer).",
    "  은 is written ŭn (McCune-Reischauer).",
  ]);
});

test("a syllable that contradicts is named", () => {
  expect(lines("KIM KYONG MIN", "KIM KYONG IL")).toEqual([
    "KIM KYONG MIN / KIM KYONG IL: The names are different.",
    "  Both have the surname kim.",
    "  Both have the syllable kyong.",
    "  No Korean syllable is written both min and il.",
  ]);
});

test("the words of a company are explained one by one", () => {
  expect(lines("Harbour Bright Trading Ltd", "Harbor Bright Trade Co.", "company")).toEqual([
    "Harbour Bright Trading Ltd / Harbor Bright Trade Co.: The names are two spellings of one name.",
    "  Harbour and Harbor spell the same sounds by different habits.",
    "  Both have Bright.",
    "  Trading and Trade mean the same (trading).",
    "  The legal form Ltd stands in one name only.",
    "  The legal form Co stands in one name only.",
  ]);
});

test("the language in which the spellings are usual explains a name that can be read in two", () => {
  expect(lines("柱云李", "Li Zhuyun").slice(1)).toEqual([
    "  李 and li are the Mandarin syllable li.",
    "  柱 and zhu are the Mandarin syllable zhu.",
    "  云 and yun are the Mandarin syllable yun.",
  ]);
});

test("a surname of the North is named as such", () => {
  expect(lines("리명선", "Lee Myong Son")[1]).toBe(
    "  이 is written 리 (in the North) and lee (as English is spelled).",
  );
});

test("a syllable that is another one is named where a name in Hangul is nearly the other", () => {
  expect(lines("김정숙", "Kim Jong Sik")).toEqual([
    "김정숙 / Kim Jong Sik: The names have something in common, and too little to say more.",
    "  김 is written kim (McCune-Reischauer, DPRK, French).",
    "  정 is written jong (McCune-Reischauer, DPRK, French).",
    "  No Korean syllable is written both 숙 and sik.",
  ]);
});

test("words written together, and a legal form that one name lacks, are said to be so", () => {
  expect(lines("JSCARGUMENT", "JSC ARGUMENT", "company").slice(1)).toEqual([
    "  JSCARGUMENT is JSC ARGUMENT written together.",
  ]);
  expect(lines("EMMA LLC", "emma daniels", "company").slice(1)).toEqual([
    "  Both have EMMA.",
    "  The legal form LLC stands in one name only.",
    "  The word daniels stands in one name only.",
  ]);
});

test("the father's name that one name leaves out, and Arabic vowels, are explained", () => {
  expect(lines("Владимир Владимирович Путин", "Vladimir Putin").slice(1)).toEqual([
    "  Владимир and Vladimir are the same sounds in two scripts.",
    "  The father's name Владимирович stands in one name only.",
    "  Путин and Putin are the same sounds in two scripts.",
  ]);
  expect(lines("محمد علي", "Mohamed Ali")[1]).toBe(
    "  محمد and Mohamed have the same consonants; Arabic script leaves short vowels out.",
  );
});

test("a name in Hangul gets no Chinese spelling, since nothing says which characters are meant", () => {
  const systems = (text: string): string[] => spellings(parseName(text, "person")).map(({ system }) => system);
  expect(systems("김정은")).not.toContain("pinyin");
  expect(systems("金正恩")).toContain("pinyin");
  expect(
    spellings(parseName("Kim Jong Sik", "person")).filter(({ text }) => /[a-z]/iu.test(text) && /[а-я]/iu.test(text)),
  ).toEqual([]);
});
