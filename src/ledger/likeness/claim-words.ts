import { contentOf } from "../events/content-of.ts";
import { contentWords, deedsOf, headLemma, type ContentWord } from "../events/index.ts";
import { kindsIn } from "./kindred.ts";
import { perClaim, type LedgerClaim } from "./ledger-claim.ts";
import { factsOf } from "./shared-facts.ts";

/** The words of a claim by base form, each with its weight: how rare it is among the claims, less where it is taken over from the claim before. */
export type ClaimWords = ReadonlyMap<string, number>;

// Words that a pronoun stands for count half: they are the last claim's, not this one's.
const takenOver = 0.5;
// A deed that two words share ("left", "departure") says less than a word.
const deedShare = 0.6;

/** The words of a claim before they are weighed: its own, and all by which it is compared, with the share of each: 1, or a half if it is taken over. */
export interface ClaimTerms {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlyMap<string, number>;
}

/** The words of each claim of a document, in the order of the claims. */
export function termsOfClaims(claims: readonly LedgerClaim[]): readonly ClaimTerms[] {
  const own = claims.map((claim) => new Set([...termsOf(withoutDate(claim)), ...numbersOf(claim)]));
  return claims.map((claim, index) => {
    const before = claims[index - 1];
    const inherits = before && before.line === claim.line && standsForOther(claim.quote);
    const terms = own[index] ?? new Set();
    const all = new Map([...terms].map((term) => [term, 1]));
    const lead = /^(?:the|an?|who|which|that|once|formerly|never|may|his|her|its|their)\b/u.test(claim.quote)
      ? termsOf(claim.lead)
      : [];
    for (const term of [...(inherits ? (own[index - 1] ?? []) : []), ...lead])
      if (!all.has(term)) all.set(term, takenOver);
    // They bring claims of two languages together and weigh nothing: no likeness of words rests on them.
    for (const fact of factsOf(claim)) all.set(fact, 0);
    return { own: terms, all };
  });
}

/** The kinds of thing and doing that each claim speaks of, each with how rare it is among the claims; a sum of money is money. */
export function weighKinds(claims: readonly LedgerClaim[]): readonly ClaimWords[] {
  const own = claims.map(kindsOf);
  const frequency = new Map<string, number>();
  for (const kinds of own) for (const kind of kinds) frequency.set(kind, (frequency.get(kind) ?? 0) + 1);
  return own.map(
    (kinds) => new Map([...kinds].map((kind) => [kind, rarity(kind, frequency.get(kind) ?? 1, claims.length)])),
  );
}

const kindsOf = perClaim((claim): ReadonlySet<string> => {
  const kinds = kindsIn(withoutDate(claim));
  return claim.counts.some(({ unit }) => /^[A-Z]{3}$/u.test(unit ?? "")) ? new Set([...kinds, "money"]) : kinds;
});

/** Sums, weights and numbers above ten, each as one word: "$42 million" is "42 million dollars". */
const numbersOf = ({ counts }: LedgerClaim): readonly string[] =>
  counts.flatMap(({ unit, low, high, noun }) => {
    const number = low ?? high ?? 0;
    const says = unit === null ? number > 10 && noun !== "age" : unit !== "percent" && number > 0;
    return says ? [`#${String(number)}${unit ?? ""}`] : [];
  });

/** The claim without the words that say when: "at the end of 2012" is no end of anything else. */
function withoutDate({ quote, date, from }: LedgerClaim): string {
  if (!date || date.from < from) return quote;
  return `${quote.slice(0, date.from - from)} ${quote.slice(date.to - from)}`;
}

/** The base forms of a text's words, and the deeds that they tell of. */
export const termsOf = (text: string): ReadonlySet<string> => termsAmong(contentWords(text));

/** The same of a claim's words, which many compare with others. */
export const termsOfClaim = perClaim((claim) => termsAmong(contentOf(claim)));

function termsAmong(content: readonly ContentWord[]): ReadonlySet<string> {
  const words = content.map(({ term }) => headLemma(term)).filter((word) => !scales.test(word));
  const deeds = words.flatMap((word) =>
    deedsOf(word)
      .filter(({ isPlain }) => isPlain)
      .map(({ deed }) => `*${deed}`),
  );
  return new Set([...words.map(stemOf), ...deeds]);
}

/** Words that say how much, not of what. */
const scales =
  /^(?:million|billion|thousand|hundred|dozen|dollar|euro|pound|rouble|ruble|won|yuan|yen|tonne|ton|kilogram|kilo|kg|km|metre|percent|cent|\p{Sc}.*)$/u;

/** "departure" and "depart", "Qadhari" and "Qadhar" share a beginning of five letters. */
const stemOf = (word: string): string =>
  /^[a-z]{7,}$/u.test(word)
    ? word.replace(/(?:ation|ment|ings?|ence|ance|ure|ers?|ors?|ians?|ist|al|ies|es|s|y|e)$/u, "")
    : word;

/** What a word says that stands in `count` of `all` claims. */
export const rarity = (term: string, count: number, all: number): number =>
  Math.log(1 + all / count) * (term.startsWith("*") ? deedShare : 1);

const standsForOther = (quote: string): boolean =>
  /^(?:he|she|it|they|his|her|its|their|this|that|which|who|whose|one|both|two of|the (?:same|money|officer|plane|ship|flat|two|other))\b/iu.test(
    quote,
  );

/** The cosine of two claims' words: 0 where they share none, 1 where they are the same. */
export function wordLikeness(left: ClaimWords, right: ClaimWords): number {
  let shared = 0;
  for (const [term, weight] of left) shared += weight * (right.get(term) ?? 0);
  return shared === 0 ? 0 : shared / Math.sqrt(lengthOf(left) * lengthOf(right));
}

const lengths = new WeakMap<ClaimWords, number>();

function lengthOf(words: ClaimWords): number {
  const known = lengths.get(words);
  if (known !== undefined) return known;
  let length = 0;
  for (const weight of words.values()) length += weight * weight;
  lengths.set(words, length);
  return length;
}
