import { findCounts, type Count } from "../counts/index.ts";
import { isOneNoun, isPersonNoun } from "../findings/count-nouns.ts";
import { isPart } from "../findings/number-words.ts";
import { termsOf } from "../likeness/claim-words.ts";
import { kindsIn } from "../likeness/kindred.ts";
import type { Given } from "./given-number.ts";

/** Which numbers a question asks for: money, weights or other measures, or how many of a noun. */
export interface Wanted {
  readonly fits: (count: Count) => boolean;
  /** Base forms of what is counted. */
  readonly nouns: readonly string[];
  /** Base forms of what the question says of it ("are in custody in Macau"). */
  readonly told: readonly string[];
  readonly isTotal: boolean;
  /** Money, not a weight or another measure. */
  readonly isMoney?: boolean;
  /** A part of what was asked for before. */
  readonly mayBePart?: boolean;
}

/** Reads from a question which numbers it asks for. */
export function wantedOf(text: string): Wanted {
  const wanted = numbersWanted(text);
  const told = [...termsOf(text)].filter((term) => !term.startsWith("*") && !wanted.nouns.includes(term));
  return { ...wanted, told: told.filter((term) => term !== "many" && term !== "much") };
}

function numbersWanted(text: string): Omit<Wanted, "told"> {
  const isTotal = /\b(?:in all|altogether|total|final|together)\b/iu.test(text);
  const much = /\bhow much(?: of the)? (?<noun>\p{L}+)/iu.exec(text)?.groups?.["noun"];
  if (much !== undefined || asksSum.test(text)) return { ...muchOf(text, much), isTotal };
  const asked = /\bhow many (?<noun>\p{Ll}+)(?: of (?<of>\p{L}+))?/iu.exec(text)?.groups;
  const measure = unitOf(asked?.["noun"] ?? "");
  if (measure !== undefined)
    return { fits: ({ unit }) => unit === measure, nouns: [...termsOf(asked?.["of"] ?? "")], isTotal, isMoney: false };
  return { ...manyOf(text), isTotal };
}

/** "How large was the loan", "what was paid for it", "what did it cost". */
const asksSum =
  /\bhow (?:large|big)\b|\bvalue\b|\bsum\b|\bprice\b|^what (?:was|were|is|did|does|had|has)\b.*\b(?:paid|cost|fetch|spent|earn|charged|worth|sold for)\b/iu;

function muchOf(text: string, much: string | undefined): Omit<Wanted, "isTotal" | "told"> {
  const of = /\b(?:is|are|was|were) (?<noun>\p{Ll}+),/u.exec(text)?.groups?.["noun"];
  const isMoney = much === undefined || /^(?:money|cash|went|was|were|did|is|left)$/iu.test(much);
  const speaksOfMoney = kindsIn(text).has("money") || kindsIn(text).has("pay");
  const fits =
    isMoney && speaksOfMoney
      ? isSum
      : ({ unit }: Count): boolean => unit !== null && unit !== "percent" && unit !== "fraction";
  return { fits, nouns: [...termsOf(of ?? much ?? "")], isMoney };
}

function manyOf(text: string): Omit<Wanted, "isTotal" | "told"> {
  const many =
    /\bhow many (?:of (?:the|its|his|her|them) )?(?<noun>\p{L}+(?:\s\p{Ll}+)?)/iu.exec(text)?.groups?.["noun"] ?? "";
  const nouns = [...termsOf(many)];
  const heads = many.split(" ").filter((word) => word !== "");
  const arePeople = heads.some(isPersonNoun) || /\b(?:accused|arrived|left|crew|staff|custody)\b/iu.test(text);
  const counts = (noun: string): boolean =>
    nouns.length === 0 ||
    heads.some((head) => isOneNoun(head, noun)) ||
    [...termsOf(noun)].some((term) => nouns.includes(term)) ||
    (arePeople && isPerson(noun));
  return { fits: (count) => countsThings(count) && (count.noun === null || counts(count.noun)), nouns };
}

const countsThings = ({ unit, isOrdinal, noun, high }: Count): boolean =>
  unit === null && isOrdinal !== true && noun !== "age" && noun !== "times" && high !== 0;

/** A sum of money: of a currency with a code, or of one that only its name tells ("francs"); coins of a ledger are counted. */
const isSum = ({ unit, noun }: Count): boolean =>
  unit === null ? noun !== null && kindsIn(noun).has("money") : /^(?!BTC|ETH|XMR)[A-Z]{3}$/u.test(unit);

/** The unit that a noun names ("tonnes", "bitcoins"); undefined where it names things. */
const unitOf = (noun: string): string | undefined => findCounts(`2 ${noun}`)[0]?.unit ?? undefined;

const isPerson = (noun: string): boolean =>
  isPersonNoun(noun) ||
  /(?:persons?|m[ae]n|officers?|members?|staff|crew|builders?|managers?|passengers?|workers?|defectors?|dead|victims?|bod(?:y|ies)|casualt(?:y|ies)|killed|wounded|injured|missing)$/iu.test(
    noun,
  );

// Set on the development round-ups together: what a number is worth more that stands right at what is counted, one of a whole, and one of which
// its own claim says all that the question says.
const named = 1;
const whole = 0.3;
const toldOf = 1;

/** How much better than its claim alone a number fits what is wanted, as a part of the claim's score. */
export function bonusOf({ count, claim }: Given, { nouns, told, isTotal, isMoney, mayBePart }: Wanted): number {
  const behind = termsOf(claim.quote.slice(count.to - claim.from, count.to - claim.from + 30));
  const before = claim.quote.slice(Math.max(0, count.from - claim.from - 24), count.from - claim.from);
  const isNamed = nouns.some((noun) => behind.has(noun) || termsOf(before).has(noun));
  const isWhole = isTotal ? /\b(?:total|sum|in all)\b/iu.test(before) : !isPart(count, claim);
  const isMeasure = isMoney === false && !/^[A-Z]{3}$/u.test(count.unit ?? "");
  const own = termsOf(claim.quote);
  const share = told.length === 0 ? 0 : told.filter((term) => own.has(term)).length / told.length;
  return toldOf * share + (isNamed ? named : 0) + (isWhole && mayBePart !== true ? whole : 0) + (isMeasure ? named : 0);
}
