import type { ColumnFacts, ShapeName } from "./column-facts.ts";
import { readHeader, type HeaderReading } from "./header-words.ts";
import { definitionOf, type Attribute, type Fit, type Side } from "./vocabulary.ts";

/** What a column was taken to be before its neighbours are asked. */
export interface JudgedColumn {
  readonly column: number;
  readonly header: string | null;
  readonly facts: ColumnFacts;
  readonly words: HeaderReading | null;
  side: Side | null;
  attribute: Attribute | null;
  /** 0 to 1. */
  confidence: number;
  /** Sentences, the first the main one. */
  evidence: string[];
  /** Rows with this name speak of a firm, the others of a person. */
  isFirmName?: boolean;
  /** What it holds where the row is a person's, and where it is a firm's. */
  either?: { readonly person: Attribute; readonly company: Attribute };
  /** The table of the same file whose parties this column numbers. */
  linksTo?: string;
}

/** Below this a column is not understood. */
export const confidenceMin = 0.5;

interface Guess {
  readonly side: Side | null;
  readonly attribute: Attribute;
  readonly confidence: number;
  readonly evidence: string;
}

/** Judges a column by the words of its header and the shapes of its values. */
export function judgeColumn(column: number, header: string | null, facts: ColumnFacts): JudgedColumn {
  const words = header === null ? null : readHeader(header);
  const said = words && header !== null ? guessesFromWords(header, words, facts) : [];
  const shown = guessFromShapes(header, facts, {
    words,
    isBelieved: said.some(({ confidence }) => confidence >= confidenceMin),
  });
  const guesses = [...said, ...(shown ? [shown] : [])].toSorted((left, right) => right.confidence - left.confidence);
  const best = guesses[0];
  if (!best)
    return {
      column,
      header,
      facts,
      words,
      side: words?.sides[0] ?? null,
      attribute: null,
      confidence: 0,
      evidence: [notUnderstood(header, facts)],
    };
  const { side, attribute, confidence, evidence } = best;
  return {
    column,
    header,
    facts,
    words,
    side: side ?? (best === shown ? (words?.sides[0] ?? null) : null),
    attribute,
    confidence,
    evidence: [evidence],
  };
}

const quote = (text: string | null): string => (text === null ? "no header" : `header "${text}"`);

/** A share as a person reads it. */
export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

function notUnderstood(header: string | null, facts: ColumnFacts): string {
  if (facts.count === 0) return `${quote(header)}; the column is empty`;
  return `${header === null ? "no header" : `${quote(header)} is no known word`} and the values have no shape that tells what they are, such as "${(facts.values[0] ?? "").slice(0, 40)}"`;
}

function guessesFromWords(header: string, words: HeaderReading, facts: ColumnFacts): Guess[] {
  if (words.quality < 0.34) return [];
  const side = chooseSide(words.sides);
  const base = words.quality >= 0.99 ? 0.92 : words.quality >= 0.6 ? 0.8 : 0.6;
  if (words.attributes.length === 0)
    return side ? [sideAlone(header, side, { base, facts })] : currencyColumn(header, words, { base, facts });
  return words.attributes.map((attribute, index) => {
    const { fit, words: what } = definitionOf(attribute);
    const share = fitShare(fit, facts);
    const confidence = weigh(base - index * 0.12, share, facts.count);
    const sided = sideOf(attribute, side);
    return {
      side: sided,
      attribute,
      confidence,
      evidence: sentence(header, `${sided ? `the ${sided}'s ` : "the "}${what}`, { fit, share, facts }),
    };
  });
}

/** "对方户名": a counterparty named as the holder of an account stays the counterparty. */
function chooseSide(sides: readonly Side[]): Side | null {
  const order: readonly Side[] = [
    "payer",
    "beneficiary",
    "counterparty",
    "director",
    "owner",
    "holder",
    "vessel",
    "person",
    "company",
  ];
  if (sides.includes("payer") && sides.includes("beneficiary")) return "counterparty";
  return order.find((side) => sides.includes(side)) ?? null;
}

const sideOf = (attribute: Attribute, side: Side | null): Side | null =>
  definitionOf(attribute).level === "payment" && side !== "holder" ? null : side;

/** A header that names a party and nothing of it: what the values look like, else its name. */
function sideAlone(header: string, side: Side, { base, facts }: { base: number; facts: ColumnFacts }): Guess {
  const { share } = facts;
  const others: readonly (readonly [Attribute, number])[] = [
    [side === "payer" ? "startDate" : "endDate", side === "payer" || side === "beneficiary" ? share.date : 0],
    ["email", share.email],
    ["percentage", side === "owner" ? share.number : 0],
    ["phone", share.strongPhone],
    ["accountNumber", share.account],
    ["recordId", side === "counterparty" || side === "payer" || side === "beneficiary" ? 0 : share.whole],
  ];
  const other = others.find(([, likely]) => likely >= 0.8);
  if (other) {
    const [attribute, likely] = other;
    const isDate = attribute === "startDate" || attribute === "endDate";
    return {
      side: isDate ? null : side,
      attribute,
      confidence: base * 0.9,
      evidence: `${quote(header)} with ${percent(likely)} of ${facts.count} values shaped as ${isDate ? "a date" : `a ${definitionOf(attribute).words}`}`,
    };
  }
  return {
    side,
    attribute: "name",
    confidence: weigh(base, fitShare("letters", facts), facts.count),
    evidence: sentence(header, `the ${side}`, { fit: "letters", share: fitShare("letters", facts), facts }),
  };
}

/** A header that is only a currency ("USD") over numbers heads amounts in it. */
function currencyColumn(
  header: string,
  words: HeaderReading,
  { base, facts }: { base: number; facts: ColumnFacts },
): Guess[] {
  if (words.currency === null) return [];
  if (facts.share.number < 0.8) return [];
  return [
    {
      side: null,
      attribute: "amount",
      confidence: base * 0.8,
      evidence: `${quote(header)} is a currency over ${percent(facts.share.number)} numbers`,
    },
  ];
}

/** A header is believed less the fewer values have the shape that it promises. */
function weigh(base: number, share: number | null, count: number): number {
  if (share === null) return base * 0.97;
  if (count === 0) return base * 0.7;
  if (share >= 0.5) return Math.min(0.99, base + (share - 0.6) * 0.15);
  return base * (0.25 + share * 1.3);
}

interface Fitted {
  readonly fit: Fit;
  readonly share: number | null;
  readonly facts: ColumnFacts;
}

function sentence(header: string, what: string, { fit, share, facts }: Fitted): string {
  if (facts.count === 0) return `${quote(header)} means ${what}; the column is empty`;
  if (fit === null || share === null) return `${quote(header)} means ${what}`;
  return `${quote(header)} means ${what}; ${percent(share)} of ${facts.count} values look like it`;
}

const shapesOfFit: Readonly<Record<Exclude<Fit, null>, readonly ShapeName[]>> = {
  date: ["date", "year"],
  number: ["number"],
  account: ["account"],
  iban: ["ibanLike"],
  bic: ["bic"],
  phone: ["phone"],
  email: ["email"],
  url: ["url"],
  country: ["country"],
  currency: ["currency"],
  gender: ["gender"],
  letters: ["letters"],
  digits: ["digits"],
  inn: ["inn"],
  ogrn: ["ogrn"],
  uscc: ["uscc"],
  lei: ["lei"],
};

/** The share of values that look as the attribute's do; null where any text does. */
const fitShare = (fit: Fit, facts: ColumnFacts): number | null =>
  fit === null
    ? null
    : Math.min(
        1,
        shapesOfFit[fit].reduce((sum, shape) => sum + facts.share[shape], 0),
      );

/** Shapes that tell what a value is without a header, the surest first. */
const tellingShapes: readonly (readonly [shape: ShapeName, attribute: Attribute, sureness: number])[] = [
  ["email", "email", 0.95],
  ["iban", "iban", 0.95],
  ["uscc", "uscc", 0.92],
  ["lei", "lei", 0.92],
  ["ruAccount", "accountNumber", 0.93],
  ["bic", "bic", 0.85],
  ["currency", "currency", 0.9],
  ["time", "time", 0.9],
  ["date", "date", 0.7],
  ["country", "country", 0.75],
  ["gender", "gender", 0.7],
  ["strongPhone", "phone", 0.7],
  ["url", "website", 0.75],
  ["amount", "amount", 0.6],
  ["ogrn", "ogrn", 0.85],
  ["inn", "inn", 0.8],
  ["longAccount", "accountNumber", 0.58],
  ["company", "name", 0.6],
  ["person", "name", 0.58],
];

/** An unknown header over values of an unmistakable shape, or no header at all. */
function guessFromShapes(
  header: string | null,
  facts: ColumnFacts,
  { words, isBelieved }: { words: HeaderReading | null; isBelieved: boolean },
): Guess | undefined {
  if (facts.count < 3) return undefined;
  if (facts.isSequence) {
    return {
      side: null,
      attribute: "rowNumber",
      confidence: 0.7,
      evidence: `${quote(header)}; the values count the rows`,
    };
  }
  const isKnown = (words?.quality ?? 0) >= 0.6 && (words?.attributes.length ?? 0) > 0;
  for (const [shape, attribute, sureness] of tellingShapes) {
    const share =
      shape === "person" || shape === "company" ? facts.share.person + facts.share.company : facts.share[shape];
    if (share < 0.8 || (facts.distinct === 1 && facts.count > 3 && attribute !== "currency" && attribute !== "country"))
      continue;
    if (isKnown && sureness < 0.9 && isBelieved) return undefined;
    const isName = attribute === "name";
    const doubt = header === null ? 1 : isName ? 0.75 : words?.quality === 0 ? 1 : 0.85;
    if (isName && facts.lengthMedian > 40) return undefined;
    const confidence = sureness * (0.6 + 0.4 * share) * doubt;
    return {
      side: null,
      attribute,
      confidence,
      evidence: `${header === null ? "no header" : `${quote(header)} ${isKnown ? "says something else" : "is no known word"}`}; ${percent(share)} of ${facts.count} values have the shape of ${article(definitionOf(attribute).words)}`,
    };
  }
  return undefined;
}

const article = (words: string): string => `${/^[aeio]/iu.test(words) ? "an" : "a"} ${words}`;
