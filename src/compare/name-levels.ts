import { scoreNames, scoreOf, tierOf, type ParsedName } from "../names/index.ts";
import { contradicts, differs, missing, missingLevel, type ComparisonLevel } from "./comparison.ts";

const nearMin = 700;

/** The levels of names of people. */
export const personNameLevels: readonly ComparisonLevel[] = levelsOf("names", {
  apart: "have little in common",
  alike: "are two spellings of one name",
});
/** The levels of names of companies. */
export const companyNameLevels: readonly ComparisonLevel[] = levelsOf("company names", {
  apart: "have little in common, or stand in two languages whose words no table can compare",
  alike: "are two spellings of one name, or mean the same in two languages",
});

/** The level of two parsed names, from their tier and score. */
export function nameLevel(left: ParsedName, right: ParsedName): number {
  if (left.tokens.length === 0 || right.tokens.length === 0) return missing;
  const packed = scoreNames(left, right);
  switch (tierOf(packed)) {
    case "different":
      return contradicts;
    case "unclear":
      return differs;
    case "weak":
      return scoreOf(packed) >= nearMin ? 3 : differs;
    case "partial":
      return scoreOf(packed) >= nearMin ? 4 : 3;
    case "oneEdit":
      return scoreOf(packed) >= nearMin ? 5 : 3;
    case "spelling":
      return 6;
    case "same":
      return 7;
  }
}

function levelsOf(what: string, says: { apart: string; alike: string }): ComparisonLevel[] {
  return [
    missingLevel,
    { level: contradicts, label: "different", sentence: `The ${what} are different.` },
    { level: differs, label: "little in common", sentence: `The ${what} ${says.apart}.` },
    {
      level: 3,
      label: "near",
      sentence: `The ${what} are near each other: an initial, a short form or a few letters.`,
    },
    { level: 4, label: "part missing", sentence: `The ${what} agree as far as both go; one of them lacks a part.` },
    { level: 5, label: "one letter", sentence: `The ${what} differ by one letter.` },
    { level: 6, label: "spelling", sentence: `The ${what} ${says.alike}.` },
    { level: 7, label: "same", sentence: `The ${what} are written alike.` },
  ];
}
