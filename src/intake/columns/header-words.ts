import { assert, lazy } from "../../base/index.ts";
import { rows as headerRows } from "../generated/columns-headers.ts";
import { rows as unitRows } from "../generated/columns-units.ts";
import { foldedTokens } from "./folded-tokens.ts";
import { makePhraseBook, type FoundPhrase } from "./phrase-book.ts";
import { isAttribute, isSide, type Attribute, type Side } from "./vocabulary.ts";

type Meaning =
  | { readonly kind: "side"; readonly side: Side }
  | { readonly kind: "attribute"; readonly attribute: Attribute }
  | { readonly kind: "factor"; readonly factor: number }
  | { readonly kind: "currency"; readonly currency: string }
  | { readonly kind: "filler" }
  | { readonly kind: "label" };

/** What the words of a header say. */
export interface HeaderReading {
  readonly sides: readonly Side[];
  /** What the column may be, most likely first. */
  readonly attributes: readonly Attribute[];
  /** A number that tells alike columns apart ("Director 2"). */
  readonly ordinal: number | null;
  readonly factor: number | null;
  readonly currency: string | null;
  /** Words that stand for a unit ("단위", "in"). */
  readonly hasUnitLabel: boolean;
  /** Share of the words that are known, 0 to 1. */
  readonly quality: number;
}

const book = lazy(() => makePhraseBook(entries()));
const cache = new Map<string, HeaderReading>();

/** Reads the words of a header in any of the languages of the word lists. */
export function readHeader(text: string): HeaderReading {
  const known = cache.get(text);
  if (known) return known;
  const tokens = foldedTokens(text);
  const reading = interpret(tokens, book().find(tokens));
  if (cache.size < 20_000) cache.set(text, reading);
  return reading;
}

function* entries(): Generator<readonly [string, Meaning]> {
  for (const [kind = "", meaning = "", , phrases = ""] of headerRows) {
    for (const phrase of phrases.split("|")) yield [phrase, headerMeaning(kind, meaning)];
  }
  for (const [kind = "", value = "", phrases = ""] of unitRows) {
    for (const phrase of phrases.split("|")) yield [phrase, unitMeaning(kind, value)];
  }
}

function headerMeaning(kind: string, meaning: string): Meaning {
  if (kind === "filler") return { kind: "filler" };
  if (kind === "side" && isSide(meaning)) return { kind: "side", side: meaning };
  assert(kind === "attribute" && isAttribute(meaning), `"${kind} ${meaning}" of columns-headers.tsv is known`);
  return { kind: "attribute", attribute: meaning };
}

function unitMeaning(kind: string, value: string): Meaning {
  if (kind === "factor") return { kind: "factor", factor: Number(value) };
  return kind === "currency" ? { kind: "currency", currency: value } : { kind: "label" };
}

function interpret(tokens: readonly string[], phrases: readonly FoundPhrase<Meaning>[]): HeaderReading {
  const found = phrases.map((phrase) => ({
    ...phrase,
    isFiller: phrase.meanings.every(({ kind }) => kind === "filler"),
  }));
  const telling = found.filter(({ isFiller }) => !isFiller);
  const covered = (list: typeof found): number => list.reduce((sum, { from, to }) => sum + to - from, 0);
  const numbers = tokens.filter((token) => /^\d{1,2}$/u.test(token)).length;
  const open = tokens.length - covered(found.filter(({ isFiller }) => isFiller)) - numbers;
  const all = telling.flatMap(({ meanings }) => meanings);
  const factors = all.flatMap((each) => (each.kind === "factor" ? [each.factor] : []));
  const ordinal = tokens.find((token) => /^\d{1,2}$/u.test(token));
  return {
    sides: [...new Set(all.flatMap((each) => (each.kind === "side" ? [each.side] : [])))],
    attributes: rankAttributes(tokens, telling),
    ordinal: ordinal === undefined ? null : Number(ordinal),
    factor: factors.length === 0 ? null : factors.reduce((product, factor) => product * factor, 1),
    currency: all.flatMap((each) => (each.kind === "currency" ? [each.currency] : []))[0] ?? null,
    hasUnitLabel: all.some(({ kind }) => kind === "label"),
    quality: open <= 0 ? (telling.length > 0 ? 1 : 0) : Math.min(1, covered(telling) / open),
  };
}

/** English and Russian put the main word first before "of" or a genitive, else last; the other languages last. */
function rankAttributes(tokens: readonly string[], phrases: readonly FoundPhrase<Meaning>[]): Attribute[] {
  const lists = withoutWeak(phrases).map(({ meanings }) =>
    meanings.flatMap((each) => (each.kind === "attribute" ? [each.attribute] : [])),
  );
  const isHeadFirst = tokens.includes("of") || tokens.some((token) => /^\p{Script=Cyrillic}/u.test(token));
  const ranked = isHeadFirst ? lists : lists.toReversed();
  return joinAttributes([...new Set(ranked.flat())]);
}

/** "in" alone heads money that came in; beside another word ("amount in USD") it says nothing. */
function withoutWeak(phrases: readonly FoundPhrase<Meaning>[]): readonly FoundPhrase<Meaning>[] {
  const has = (list: readonly FoundPhrase<Meaning>[], wanted: readonly Meaning["kind"][]): boolean =>
    list.some(({ meanings }) => meanings.some(({ kind }) => wanted.includes(kind)));
  const strong = phrases.filter((phrase) => !has([phrase], ["filler", "label"]));
  const isAmountIn = !has(phrases, ["currency", "factor"]) && strong.length === 1;
  return has(strong, ["attribute"]) && !isAmountIn ? strong : phrases;
}

/** Attributes that say one thing together: the bank's address, the name of the bank, the debit account. */
const joined: readonly (readonly [parts: readonly [Attribute, Attribute], whole: Attribute])[] = [
  [["bankName", "name"], "bankName"],
  [["bankName", "address"], "bankAddress"],
  [["bankName", "city"], "bankAddress"],
  [["bankName", "country"], "bankCountry"],
  [["bankName", "accountNumber"], "accountNumber"],
  [["bankName", "bic"], "bic"],
  [["bankName", "bankCode"], "bankCode"],
  [["bankName", "recordId"], "bankCode"],
  [["bankName", "rowNumber"], "bankCode"],
  [["bankName", "reference"], "reference"],
  [["accountNumber", "currency"], "currency"],
  [["accountNumber", "balance"], "balance"],
  [["accountNumber", "iban"], "accountNumber"],
  [["amount", "debit"], "debit"],
  [["amount", "credit"], "credit"],
  [["position", "name"], "position"],
  [["passport", "country"], "nationality"],
  [["idNumber", "country"], "nationality"],
  [["date", "balance"], "balanceDate"],
  [["date", "birthDate"], "birthDate"],
  [["accountNumber", "date"], "date"],
  [["registrationNumber", "date"], "incorporationDate"],
  [["passport", "date"], "documentDate"],
  [["alias", "name"], "alias"],
  [["previousName", "name"], "previousName"],
];

function joinAttributes(ranked: readonly Attribute[]): Attribute[] {
  const match = joined.find(([[first, second]]) => ranked.includes(first) && ranked.includes(second));
  if (!match) return [...ranked];
  return [match[1], ...ranked.filter((each) => !match[0].includes(each) && each !== match[1])];
}
