import type { Count } from "../counts/index.ts";
import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { termsOf } from "../likeness/claim-words.ts";
import { unknown, type Answer } from "./answer.ts";
import { findRelevant, findSource, type Relevant } from "./relevance.ts";

/** When: the days of the most relevant claim that names any. */
export function askDate(ledger: Ledger, text: string): Answer {
  const best = findRelevant(
    ledger,
    text,
    (claim) => claim.date !== undefined && claim.modality !== "cannot-confirm" && isBy(ledger, text, claim),
  )[0]?.claim;
  if (!best?.date) return unknown;
  const { start, end, precision } = best.date;
  return { value: { kind: "date", start, end, precision }, claims: [best] };
}

/** Where something happened; what is said of people in flight gives a country only, see the views. */
export function askPlace(ledger: Ledger, text: string): Answer {
  const retracted = new Set(
    ledger.contradictions.filter(({ kind }) => kind === "correction").map(({ left }) => left.at),
  );
  const relevant = findRelevant(
    ledger,
    text,
    (claim) => claim.places.length > 0 && !claim.isRetracted && !retracted.has(claim.at),
  );
  const best = relevant[0]?.claim;
  const place = best?.places.at(-1);
  if (!best || !place) return unknown;
  const alike = relevant
    .map(({ claim }) => claim)
    .filter((claim) => claim.places.some(({ norm }) => norm === place.norm));
  return { value: { kind: "place", norm: place.norm, country: place.country }, claims: alike };
}

/** Through whom: the longest chain among the claims that are most relevant. */
export function askChain(ledger: Ledger, text: string): Answer {
  const relevant = findRelevant(ledger, text, ({ relation }) => relation !== "based-on");
  const best = relevant[0]?.score ?? 0;
  const longest = relevant
    .filter(({ score }) => score >= best * 0.6)
    .toSorted(
      (left, right) =>
        right.claim.chain.length - left.claim.chain.length ||
        right.score - left.score ||
        left.claim.at - right.claim.at,
    )[0]?.claim;
  return longest
    ? { value: { kind: "chain", sources: longest.chain.map(({ source }) => source) }, claims: [longest] }
    : unknown;
}

/** In which order: the claim nearest to each thing named, by its days. */
export function askOrder(ledger: Ledger, text: string): Answer {
  const things = text
    .replace(/^[^:]*:/u, "")
    .replace(/[.?]$/u, "")
    .split(/,| and /u)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== "");
  const dated = things.flatMap(
    (thing) => findRelevant(ledger, thing, ({ date }) => date !== undefined)[0]?.claim ?? [],
  );
  return {
    value: { kind: "order" },
    claims: dated.toSorted((left, right) => startOf(left) - startOf(right) || left.at - right.at),
  };
}

const startOf = ({ date }: LedgerClaim): number => Date.parse((date?.start ?? date?.end ?? "9999-01-01").slice(0, 10));

/** How many or how much: the range of the numbers that are given for what is asked, parts and other days left out. */
export function askNumber(ledger: Ledger, text: string): Answer {
  const parts = text.split(/,? and (?=how\b)/iu);
  const answers = parts.map((part, index) => oneNumber(ledger, index === 0 ? part : `${part} ${parts[0] ?? ""}`, part));
  const numbers = answers.flatMap((answer) => (answer ? [answer.number] : []));
  return numbers.length === 0
    ? unknown
    : { value: { kind: "number", numbers }, claims: answers.flatMap((answer) => answer?.claims ?? []) };
}

interface OneNumber {
  readonly number: { readonly low: number | null; readonly high: number | null; readonly unit: string | null };
  readonly claims: readonly LedgerClaim[];
}

function oneNumber(ledger: Ledger, context: string, text: string): OneNumber | undefined {
  const fits = countFitter(text);
  const relevant = findRelevant(
    ledger,
    context,
    (claim) => claim.counts.some(fits) && claim.kind !== "precedent" && isBy(ledger, context, claim),
  );
  const chosen = withContradicting(ledger, agreeing(relevant, fits), fits);
  const counts = chosen.map(({ count }) => count);
  const first = counts[0];
  if (!first) return undefined;
  const lows = counts.flatMap(({ low }) => low ?? []);
  const highs = counts.flatMap(({ high }) => high ?? []);
  const number = {
    low: lows.length === 0 ? null : Math.min(...lows),
    high: highs.length === 0 ? null : Math.max(...highs),
    unit: first.unit ?? first.noun,
  };
  return { number, claims: chosen.map(({ claim }) => claim) };
}

interface Chosen {
  readonly claim: LedgerClaim;
  readonly count: Count;
}

/** The numbers of the claims that are about as relevant as the best: same unit or noun, not a part of another. */
function agreeing(relevant: readonly Relevant[], fits: (count: Count) => boolean): readonly Chosen[] {
  const best = relevant[0];
  const count = best?.claim.counts.find(fits);
  if (!best || !count) return [];
  return relevant
    .filter(({ score, claim }) => score >= best.score * 0.6 && (claim.chain.length > 1 || claim === best.claim))
    .flatMap(({ claim }) =>
      claim.counts
        .filter((other) => fits(other) && other.unit === count.unit && !isPartOf(other, claim))
        .slice(0, 1)
        .map((other) => ({ claim, count: other })),
    );
}

const isPartOf = ({ to, from }: Count, { quote, from: start }: LedgerClaim): boolean =>
  /^\s*(?:\p{L}+\s)?of (?:the|them|those|these)\b/u.test(quote.slice(to - start, to - start + 20)) ||
  /\b(?:another|further|other)\s*$/iu.test(quote.slice(Math.max(0, from - start - 10), from - start));

/** A number that another claim contradicts makes a range with it. */
function withContradicting(
  ledger: Ledger,
  chosen: readonly Chosen[],
  fits: (count: Count) => boolean,
): readonly Chosen[] {
  const claims = new Set(chosen.map(({ claim }) => claim));
  const others = ledger.contradictions
    .filter(({ kind }) => kind === "count")
    .flatMap(({ left, right }) => (claims.has(left) ? [right] : claims.has(right) ? [left] : []))
    .filter((claim) => !claims.has(claim));
  return [
    ...chosen,
    ...others.flatMap((claim) =>
      claim.counts
        .filter((count) => fits(count) && count.unit === chosen[0]?.count.unit)
        .slice(0, 1)
        .map((count) => ({ claim, count })),
    ),
  ];
}

/** Which numbers a question asks for: sums of money, weights, or how many of a noun. */
function countFitter(text: string): (count: Count) => boolean {
  const noun =
    /\bhow many (?:of (?:the|its|his|her) )?(?<noun>\p{L}+(?:\s\p{Ll}+)?)/iu.exec(text)?.groups?.["noun"] ?? "";
  if (/\bhow (?:much|large|big)\b|\bvalue\b|\bsum\b/iu.test(text))
    return ({ unit }) => unit !== null && unit !== "percent";
  const wanted = [...termsOf(noun)];
  const people = /\b(?:people|persons|men|women|sailors|crew|staff|managers|accused|arrived|left)\b/iu.test(text);
  return (count) =>
    count.unit === null &&
    !count.isOrdinal &&
    count.noun !== "age" &&
    (count.noun === null || wanted.length === 0 || isNoun(count.noun, wanted) || (people && isPerson(count.noun)));
}

const isNoun = (noun: string, wanted: readonly string[]): boolean =>
  [...termsOf(noun)].some((term) => wanted.includes(term));

const isPerson = (noun: string): boolean =>
  /(?:people|persons?|men|women|man|woman|sailors?|officers?|members?|staff|crew|builders?|conscripts?|managers?|passengers?|workers?|defectors?)$/iu.test(
    noun,
  );

/** "..., by the prosecutor": only what that one says. */
function isBy(ledger: Ledger, text: string, claim: LedgerClaim): boolean {
  const by = /,\s*by (?<who>(?:the |her |his |its )?[^,?]+?)(?=[,?]|$)/iu.exec(text)?.groups?.["who"];
  if (by === undefined) return true;
  const source = findSource(ledger, by);
  return source === undefined || claim.speaker === source;
}
