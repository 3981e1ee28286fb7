import { findCounts, type Count } from "../counts/index.ts";
import type { Ledger } from "../build-ledger.ts";
import { termsOf } from "../likeness/claim-words.ts";
import { kindsIn } from "../likeness/kindred.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isOneNoun, isPersonNoun } from "../findings/count-nouns.ts";
import { isPart } from "../findings/number-words.ts";
import { unknown, type Answer } from "./answer.ts";
import { findRelevant, isBy, type Relevant } from "./relevance.ts";

// Set on the development round-ups together: numbers of claims from this part of the best one's score are of what is asked.
const aboutAsRelevant = 0.6;

/** How many or how much: the range of the numbers that are given for what is asked, parts and other days left out. */
export function askNumber(ledger: Ledger, text: string): Answer {
  const parts = text.split(/,? and (?:with )?(?=how\b)/iu);
  const answers = parts.map((part, index) =>
    oneNumber(ledger, index === 0 ? part : `${part} ${parts[0] ?? ""}`, part, index > 0),
  );
  const numbers = answers.flatMap((answer) => (answer ? [answer.number] : []));
  return numbers.length === 0
    ? unknown
    : { value: { kind: "number", numbers }, claims: answers.flatMap((answer) => answer?.claims ?? []) };
}

interface OneNumber {
  readonly number: { readonly low: number | null; readonly high: number | null; readonly unit: string | null };
  readonly claims: readonly LedgerClaim[];
}

/** A number with the claim that gives it. */
interface Given {
  readonly claim: LedgerClaim;
  readonly count: Count;
}

function oneNumber(ledger: Ledger, context: string, text: string, mayBePart: boolean): OneNumber | undefined {
  const wanted = { ...wantedOf(text), mayBePart };
  const replaced = replacedIn(ledger);
  const relevant = findRelevant(
    ledger,
    context,
    (claim) => claim.kind !== "precedent" && !replaced.has(claim) && isBy(ledger, context, claim),
  );
  const likely = bestOf(relevant, wanted);
  const best = likely && (sumOf(ledger, likely) ?? (asksTotal(text) ? totalOf(ledger, relevant, likely) : likely));
  if (!best) return undefined;
  const unit = best.count.unit ?? best.count.noun;
  const rest = restOf(best, wanted);
  if (rest !== undefined) return { number: { low: rest, high: rest, unit }, claims: [best.claim] };
  if (/\bfinal\b|\bin the end\b|\bby now\b/iu.test(text))
    return rangeOf([best, ...corrected(ledger, best)], unit, [best]);
  const alike = agreeing(relevant, best, wanted);
  const all = [...alike, ...contradicting(ledger, alike)];
  const away = /\bstill\b|\bremain/iu.test(text) ? partsGone(ledger, best) : [];
  return lessened(rangeOf([...all, ...addends(ledger, best)], unit, all), away);
}

/** Claims whose number their own outlet has put another in the place of, of the same unit. */
const replacedIn = ({ contradictions }: Ledger): ReadonlySet<LedgerClaim> =>
  new Set(
    contradictions.flatMap(({ kind, left, right }) => {
      const [wrong, so] = /^(?:and )?not\b/iu.test(right.quote) ? [right, left] : [left, right];
      const isNumber = wrong.counts.some(({ unit }) => so.counts.some((other) => other.unit === unit));
      return kind === "correction" && isNumber ? [wrong] : [];
    }),
  );

/** From the least to the most that is given; `by`: the numbers that make the range, where claims are cited besides. */
function rangeOf(given: readonly Given[], unit: string | null, by: readonly Given[] = given): OneNumber {
  const lows = by.flatMap(({ count: { low } }) => low ?? []);
  const highs = by.flatMap(({ count: { high } }) => high ?? []);
  return {
    number: {
      low: lows.length === 0 ? null : Math.min(...lows),
      high: highs.length === 0 ? null : Math.max(...highs),
      unit,
    },
    claims: [...new Set(given.map(({ claim }) => claim))],
  };
}

/** "That makes fourteen", shortly after the number, is of all that is asked for. */
const sumOf = (ledger: Ledger, { claim, count }: Given): Given | undefined =>
  ledger.claims
    .slice(claim.at + 1, claim.at + 4)
    .filter(
      ({ document, line, quote }) =>
        document === claim.document &&
        line === claim.line &&
        /\b(?:(?:that|which) (?:makes|made)|making|in all|altogether|a total of|br(?:ings?|inging|ought) the (?:total|number|toll))\b/iu.test(
          quote,
        ),
    )
    .flatMap((other) =>
      other.counts
        .filter(({ unit, noun, low }) => unit === count.unit && noun === count.noun && (low ?? 0) > (count.low ?? 0))
        .map((each) => ({ claim: other, count: each })),
    )[0];

/** Asks for all there was, over days or events. */
const asksTotal = (text: string): boolean =>
  /\b(?:in all|altogether|in total|all told|counting (?:nobody|no one|nothing|none) twice|since|in the (?:\p{L}+ )?(?:days|weeks|months))\b/iu.test(
    text,
  );

/** A number as large as two others of its unit together is of all; the one that comes nearest to the question. */
function totalOf(ledger: Ledger, relevant: readonly Relevant[], likely: Given): Given {
  const isOfUnit = ({ unit, noun }: Count): boolean =>
    unit === likely.count.unit && (unit !== null || noun === likely.count.noun);
  const totals = relevant.flatMap(({ claim }) =>
    claim.counts
      .filter((count) => isOfUnit(count) && (count.low ?? 0) > (likely.count.low ?? 0))
      .map((count) => ({ claim, count })),
  );
  return totals.find((total) => addends(ledger, total).some(({ claim }) => claim === likely.claim)) ?? likely;
}

/** Numbers of the same unit right after it: what it was before, or what it is made of. */
const corrected = (ledger: Ledger, { claim, count }: Given): readonly Given[] =>
  ledger.claims
    .slice(claim.at + 1, claim.at + 3)
    .filter(({ document, line }) => document === claim.document && line === claim.line)
    .flatMap((other) =>
      other.counts
        .filter(({ unit }) => unit === count.unit)
        .slice(0, 1)
        .map((each) => ({ claim: other, count: each })),
    );

/** Which numbers a question asks for: money, weights or other measures, or how many of a noun. */
interface Wanted {
  readonly fits: (count: Count) => boolean;
  /** Base forms of what is counted. */
  readonly nouns: readonly string[];
  readonly isTotal: boolean;
  /** Money, not a weight or another measure. */
  readonly isMoney?: boolean;
  /** A part of what was asked for before. */
  readonly mayBePart?: boolean;
}

function wantedOf(text: string): Wanted {
  const isTotal = /\b(?:in all|altogether|total|final|together)\b/iu.test(text);
  const much = /\bhow much(?: of the)? (?<noun>\p{L}+)/iu.exec(text)?.groups?.["noun"];
  if (much !== undefined || /\bhow (?:large|big)\b|\bvalue\b|\bsum\b|\bprice\b/iu.test(text)) {
    const of = /\b(?:is|are|was|were) (?<noun>\p{Ll}+),/u.exec(text)?.groups?.["noun"];
    const nouns = [...termsOf(of ?? much ?? "")];
    const isMoney = much === undefined || /^(?:money|cash|went|was|were|did|is|left)$/iu.test(much);
    const fits =
      isMoney && kindsIn(text).has("money")
        ? isSum
        : ({ unit }: Count): boolean => unit !== null && unit !== "percent" && unit !== "fraction";
    return { fits, nouns, isTotal, isMoney };
  }
  const asked = /\bhow many (?<noun>\p{Ll}+)(?: of (?<of>\p{L}+))?/iu.exec(text)?.groups;
  const measure = unitOf(asked?.["noun"] ?? "");
  if (measure !== undefined)
    return { fits: ({ unit }) => unit === measure, nouns: [...termsOf(asked?.["of"] ?? "")], isTotal, isMoney: false };
  const many =
    /\bhow many (?:of (?:the|its|his|her|them) )?(?<noun>\p{L}+(?:\s\p{Ll}+)?)/iu.exec(text)?.groups?.["noun"] ?? "";
  const nouns = [...termsOf(many)];
  const heads = many.split(" ").filter((word) => word !== "");
  const arePeople = heads.some(isPersonNoun) || /\b(?:accused|arrived|left|crew|staff|custody)\b/iu.test(text);
  return {
    fits: ({ unit, isOrdinal, noun, high }) =>
      unit === null &&
      isOrdinal !== true &&
      noun !== "age" &&
      noun !== "times" &&
      high !== 0 &&
      (noun === null ||
        nouns.length === 0 ||
        heads.some((head) => isOneNoun(head, noun)) ||
        [...termsOf(noun)].some((term) => nouns.includes(term)) ||
        (arePeople && isPerson(noun))),
    nouns,
    isTotal,
  };
}

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

/** The number that fits best: of the most relevant claim, before others one that stands right at what is counted. */
function bestOf(relevant: readonly Relevant[], wanted: Wanted): Given | undefined {
  const given = relevant.flatMap(({ claim, score }) =>
    claim.counts
      .filter(wanted.fits)
      .map((count) => ({ claim, count, score: score * (1 + bonusOf(count, claim, wanted)) })),
  );
  return given.toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at)[0];
}

const named = 1;
const whole = 0.3;

function bonusOf(count: Count, claim: LedgerClaim, { nouns, isTotal, isMoney, mayBePart }: Wanted): number {
  const behind = termsOf(claim.quote.slice(count.to - claim.from, count.to - claim.from + 30));
  const before = claim.quote.slice(Math.max(0, count.from - claim.from - 24), count.from - claim.from);
  const isNamed = nouns.some((noun) => behind.has(noun) || termsOf(before).has(noun));
  const isWhole = isTotal ? /\b(?:total|sum|in all)\b/iu.test(before) : !isPart(count, claim);
  const isMeasure = isMoney === false && !/^[A-Z]{3}$/u.test(count.unit ?? "");
  return (isNamed ? named : 0) + (isWhole && mayBePart !== true ? whole : 0) + (isMeasure ? named : 0);
}

/** The numbers of claims about as relevant as the best that fit it: the same, or one that overlaps it. */
const agreeing = (relevant: readonly Relevant[], best: Given, wanted: Wanted): readonly Given[] => {
  const top = relevant.find(({ claim }) => claim === best.claim)?.score ?? 0;
  const others = relevant
    .filter(({ score, claim }) => claim !== best.claim && (score >= top * aboutAsRelevant || isNext(claim, best.claim)))
    .flatMap(({ claim }) =>
      claim.counts
        .filter(
          (count) =>
            wanted.fits(count) && count.unit === best.count.unit && !isPart(count, claim) && overlap(count, best.count),
        )
        .slice(0, 1)
        .map((count) => ({ claim, count })),
    );
  return [best, ...others];
};

const isNext = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && left.line === right.line && Math.abs(left.at - right.at) <= 2;

const overlap = (left: Count, right: Count): boolean =>
  left.low !== null && left.high !== null && right.low !== null && right.high !== null
    ? left.low <= right.high && right.low <= left.high
    : left.low === right.low && left.high === right.high;

/** A number that another claim contradicts makes a range with it. */
function contradicting(ledger: Ledger, given: readonly Given[]): readonly Given[] {
  const found: Given[] = [];
  for (const { counts, left, right } of ledger.contradictions) {
    if (!counts) continue;
    const [one, other] = counts;
    const isGiven = (claim: LedgerClaim, count: Count | undefined): boolean =>
      given.some((each) => each.claim === claim && (count === undefined || each.count.low === count.low));
    if (isGiven(left, one)) found.push({ claim: right, count: other });
    if (isGiven(right, other)) found.push({ claim: left, count: one ?? other });
  }
  return found;
}

/** "12,000 tonnes of anthracite, the rest coke": what is asked for is the rest. */
function restOf({ claim, count }: Given, { nouns }: Wanted): number | undefined {
  const rest = /\bthe (?:rest|remainder)\s+(?:is |are |was |were |being )?(?<what>\p{L}+)/iu.exec(claim.quote)
    ?.groups?.["what"];
  if (rest === undefined || ![...termsOf(rest)].some((term) => nouns.includes(term))) return undefined;
  const [whole_ = 0, ...parts] = claim.counts
    .filter(({ unit, low }) => unit === count.unit && low !== null)
    .map(({ low }) => low ?? 0)
    .toSorted((left, right) => right - left);
  return parts.length === 0 ? undefined : whole_ - parts.reduce((sum, part) => sum + part, 0);
}

/** Parts of a number that are told of as gone: "Five of them were released". */
const partsGone = (ledger: Ledger, { claim }: Given): readonly Given[] =>
  ledger.claims
    .filter(
      (other) =>
        other.document === claim.document &&
        other.at > claim.at &&
        other.at <= claim.at + 3 &&
        /\b(?:released|freed|let go|returned|brought back|sent home|acquitted|on bail)\b/iu.test(other.quote),
    )
    .flatMap((other) =>
      other.counts
        .filter((count) => count.unit === null && isPart(count, other))
        .slice(0, 1)
        .map((count) => ({ claim: other, count })),
    );

function lessened({ number, claims }: OneNumber, gone: readonly Given[]): OneNumber {
  const less = (end: number | null, by: "low" | "high"): number | null =>
    end === null ? null : gone.reduce((sum, { count }) => sum - (count[by] ?? 0), end);
  return {
    number: { ...number, low: less(number.low, "high"), high: less(number.high, "low") },
    claims: [...new Set([...claims, ...gone.map(({ claim }) => claim)])],
  };
}

/** Two numbers of the same unit, in other claims of the document, of which this is the sum: they are cited with it. */
function addends(ledger: Ledger, { claim, count }: Given): readonly Given[] {
  const parts = ledger.claims
    .filter((other) => other.document === claim.document && other !== claim && other.kind !== "precedent")
    .flatMap((other) =>
      other.counts
        .filter(
          ({ unit, low, high, noun }) => unit === count.unit && low === high && (unit !== null || noun === count.noun),
        )
        .map((each) => ({ claim: other, count: each })),
    );
  const first = parts.find(({ count: one }) =>
    parts.some(({ count: other }) => other !== one && (one.low ?? 0) + (other.low ?? 0) === count.low && one.low !== 0),
  );
  const second =
    first &&
    parts.find(({ count: other }) => other !== first.count && (first.count.low ?? 0) + (other.low ?? 0) === count.low);
  return first && second ? [first, second] : [];
}
