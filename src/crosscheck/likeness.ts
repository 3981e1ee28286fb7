import { compareValues, comparisons, differs } from "../compare/index.ts";
import { atKey } from "../base/index.ts";
import { isCompanyName, isPersonalName } from "../names/index.ts";

/** Who holds or owns something, by all its names and what it is known to be. */
export interface Party {
  readonly names: readonly string[];
  readonly isPerson: boolean;
  readonly isOrganization: boolean;
}

// Names that share this much of what is rare in them may be one name, mistyped or cut short.
const likenessMin = 0.3;

/** Whether two parties are one, by their names: surely not, maybe, or nobody can tell. */
export type Likeness = "apart" | "alike" | "cannot tell";

/**
 * Whether two parties may be one under two names. Surely not: a person and an organization; people whose names no
 * spelling brings together; parties with names in one script that share next to nothing. Names of companies in two
 * scripts may be translations of each other and say nothing.
 */
export function likenessOf(left: Party, right: Party): Likeness {
  if ((left.isPerson && right.isOrganization) || (left.isOrganization && right.isPerson)) return "apart";
  let answer: Likeness = "cannot tell";
  for (const one of left.names) {
    for (const other of right.names) {
      const found = compareNames(one, other, left.isPerson || right.isPerson);
      if (found === "alike") return "alike";
      if (found === "apart") answer = "apart";
    }
  }
  return answer;
}

function compareNames(left: string, right: string, isPerson: boolean): Likeness {
  const arePeople = isPerson || (isPersonalName(left) && isPersonalName(right));
  const comparison = atKey(comparisons, arePeople ? "name-person" : "name-company");
  if (compareValues(comparison, left, right) >= differs) return "alike";
  if (scriptOf(left) === scriptOf(right)) return likeness(left, right) < likenessMin ? "apart" : "alike";
  const isClear = arePeople && [left, right].every((name) => isWhole(name) && !isCompanyName(name));
  return isClear ? "apart" : "cannot tell";
}

/** A name of two parts: a lone given name is anybody's. */
const isWhole = (name: string): boolean =>
  name
    .trim()
    .split(/[\s,.]+/u)
    .filter((part) => part.length > 1).length > 1 || /^[\p{Script=Hangul}\p{Script=Han}]{3,}$/u.test(name);

const scripts = [/\p{Script=Hangul}/u, /\p{Script=Han}/u, /\p{Script=Cyrillic}/u, /\p{Script=Latin}/u];

/** The first of these scripts that the name holds: a name in Hangul with an English word is written in Hangul. */
const scriptOf = (name: string): number => scripts.findIndex((script) => script.test(name));

/** The share of pairs of neighbouring letters of the shorter name that the longer one has too. */
function likeness(left: string, right: string): number {
  const [short, long] = [pairsOf(left), pairsOf(right)].toSorted((one, other) => one.size - other.size);
  if (!short || !long || short.size === 0) return 1;
  return [...short].filter((pair) => long.has(pair)).length / short.size;
}

function pairsOf(name: string): Set<string> {
  const letters = [...name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "")];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`));
}
