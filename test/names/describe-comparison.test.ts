import { expect, test } from "vitest";
import { compareNames, describeComparison, parseName } from "../../src/names/index.ts";

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
