import { atKey } from "../base/index.ts";
import { comparisons, contradicts, differs } from "../compare/index.ts";
import {
  compareNames,
  compareTrades,
  isCompanyName,
  isPersonalName,
  isTitle,
  parseName,
  type ParsedName,
} from "../names/index.ts";

/** Who holds or owns something, by all its names and what it is known to be. */
export interface Party {
  readonly names: readonly string[];
  readonly isPerson: boolean;
  readonly isOrganization: boolean;
  /** Whether it is named anywhere but with the thing in question: a name that stands there alone may be a slip of the pen. */
  readonly isKnownElsewhere: boolean;
}

/** Whether two parties are one, by their names: surely not, maybe, or nobody can tell. */
export type Likeness = "apart" | "alike" | "cannot tell";

interface ReadName {
  readonly asPerson: ParsedName;
  readonly asCompany: ParsedName;
  readonly isPersonal: boolean;
  /** Two to four words of which none is a firm's: a person's name in a language without a list of surnames. */
  readonly mayBePersonal: boolean;
}

const people = atKey(comparisons, "name-person");
const companies = atKey(comparisons, "name-company");

/**
 * Tells whether two parties may be one under two names. Surely not: a person and an organization; names that contradict
 * each other and share no given name, and hardly a part where one of the two is named nowhere else. Names that no table
 * can compare say nothing. Each name is read once.
 */
export class Likenesses {
  readonly #read = new Map<string, ReadName>();

  of(left: Party, right: Party): Likeness {
    if ((left.isPerson && right.isOrganization) || (left.isOrganization && right.isPerson)) return "apart";
    const areKnown = left.isKnownElsewhere && right.isKnownElsewhere;
    let contradicted = false;
    let isOpen = false;
    const trades = new Set<string>();
    for (const one of left.names) {
      for (const other of right.names) {
        const pair = this.#pair(one, other, left.isPerson || right.isPerson);
        const level = pair.comparison.compare(pair.left, pair.right);
        if (level > differs) return "alike";
        if (level !== contradicts) continue;
        contradicted = true;
        isOpen ||= areKnown ? pair.arePeople && shareGivenName(pair) : mayBeSlip(pair);
        if (!areKnown && !pair.arePeople) trades.add(tradesOf(pair));
      }
    }
    return contradicted && (!isOpen || (trades.has("other") && !trades.has("shared"))) ? "apart" : "cannot tell";
  }

  #pair(left: string, right: string, isPerson: boolean) {
    const [one, other] = [this.#readName(left), this.#readName(right)];
    return isPerson || (one.isPersonal && other.mayBePersonal) || (one.mayBePersonal && other.isPersonal)
      ? { arePeople: true, comparison: people, left: one.asPerson, right: other.asPerson }
      : { arePeople: false, comparison: companies, left: one.asCompany, right: other.asCompany };
  }

  #readName(name: string): ReadName {
    const known = this.#read.get(name);
    if (known) return known;
    const read = {
      asPerson: parseName(name, "person"),
      asCompany: parseName(name, "company"),
      isPersonal: isPersonalName(name),
      mayBePersonal:
        isPersonalName(name) || (/^\P{N}+ \P{N}+$/u.test(name) && wordsOf(name) <= wordsMax && !isCompanyName(name)),
    };
    this.#read.set(name, read);
    return read;
  }
}

const wordsMax = 4;
const wordsOf = (name: string): number => name.trim().split(/\s+/u).length;

interface NamePair {
  readonly arePeople: boolean;
  readonly left: ParsedName;
  readonly right: ParsedName;
}

const agreeing: ReadonlySet<string> = new Set(["same", "spelling", "oneEdit"]);

/** A surname changes by marriage; which part it is shows only where names are read by syllables. */
function shareGivenName({ left, right }: NamePair): boolean {
  const { parts } = compareNames(left, right);
  const syllables = parts.filter(({ role }) => role === "syllable");
  return syllables.length > 0
    ? syllables.every(({ verdict }) => agreeing.has(verdict))
    : parts.some(({ role, verdict }) => agreeing.has(verdict) && !anybodys.has(role));
}

/** What stands in names of many: "bin" and "Dr." are no part that two share. */
const anybodys: ReadonlySet<string> = new Set(["particle", "title", "legalForm"]);

/**
 * Whether two firms name other trades beside another part that the other lacks. A slip of the pen changes one part: these are
 * two, whatever part they have in common and however else their names were cut short, unless any two names share a trade.
 */
function tradesOf({ left, right }: NamePair): "other" | "shared" | "cannot tell" {
  const trades = compareTrades(left, right);
  if (trades !== "other") return trades;
  const isOther = ({ role, verdict }: Parts[number]): boolean => role === "word" && verdict === "contradicts";
  return compareNames(left, right).parts.some(isOther) ? "other" : "cannot tell";
}

/**
 * Whether the names have any part in common that is no surname, or a syllable. A lone part of a person's name is
 * anybody's, but for two syllables beside a name in the same script, or one that is read by syllables too.
 */
function mayBeSlip({ arePeople, left, right }: NamePair): boolean {
  const { parts } = compareNames(left, right);
  return (
    (arePeople && !(areWhole(left, right) || areGiven(left, right, parts))) ||
    shareSyllable(left, right) ||
    parts.some(({ role, verdict }) => agreeing.has(verdict) && role !== "family" && !anybodys.has(role))
  );
}

type Parts = ReturnType<typeof compareNames>["parts"];

const areWhole = (left: ParsedName, right: ParsedName): boolean => isWhole(left) && isWhole(right);

/** Whether both tell two syllables or more that can be held against each other, and neither is a part of the other. */
function areGiven(left: ParsedName, right: ParsedName, parts: Parts): boolean {
  if (left.script === right.script) return isGiven(left) && isGiven(right);
  const [short, whole] = isGiven(left) ? [left, right] : [right, left];
  return isGiven(short) && isWhole(whole) && parts.some(({ role }) => role === "syllable") && !isPartOf(short, whole);
}

/** Two syllables alone are a given name as often as a surname and a name of one syllable. */
const isPartOf = (short: ParsedName, { tokens }: ParsedName): boolean =>
  tokens.some((left) => {
    const rest = tokens.filter((token) => token !== left).map(({ text }) => text);
    return people.compare(short, parseName(rest.join(" "), "person")) > differs;
  });

const syllabic: ReadonlySet<string> = new Set(["hangul", "han"]);

/** Whether a name has more than one part; of two Chinese characters the first is then a surname. */
const isWhole = ({ tokens, native, script }: ParsedName): boolean =>
  syllabic.has(script) ? native.length > 2 || (script === "han" && isPersonalName(native)) : tokens.length > 1;

/** Whether a name has two syllables or more, as given names and whole ones have, and is no title. */
const isGiven = ({ native, script }: ParsedName): boolean =>
  syllabic.has(script) && native.length >= 2 && !isTitle(native);

const shareSyllable = (left: ParsedName, right: ParsedName): boolean =>
  left.script === right.script &&
  syllabic.has(left.script) &&
  Array.from(left.native).some((letter) => right.native.includes(letter));
