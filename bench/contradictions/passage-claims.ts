import { attachWords, readClaims, type Claim, type DocumentClaims } from "../../src/ledger/index.ts";
import type { Passage } from "./read-passages.ts";

/** The claims of a passage, and by id those that stand for its two spans. */
export interface PassageClaims {
  readonly found: DocumentClaims;
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

/** A passage as it is read, and once more with its two spans in place of the claims that were read from them. */
export function passageClaims({ text, left, right }: Passage): { readonly read: PassageClaims; given: PassageClaims } {
  const found = readClaims({ text, author: "the author" });
  const spans = [left, right].map((words) => spanOf(text, words));
  const [one, other] = spans.map((span) => new Set(mostIn(found.claims, span).map(({ id }) => id)));
  return {
    read: { found, left: one ?? new Set(), right: other ?? new Set() },
    given: {
      found: withSpans(text, found, spans),
      left: new Set([givenId(0)]),
      right: new Set([givenId(1)]),
    },
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span without the marks of speech around it. */
function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  const bare = words.replaceAll(/^[“"]|[,.]?[”"]$/gu, "");
  const from = start + words.indexOf(bare);
  return { from, to: from + bare.length };
}

// A claim that has this share of what the one that overlaps most has, stands for the span too.
const nearlyMost = 0.5;

/** The claims that overlap a span most. */
function mostIn<Each extends Span>(claims: readonly Each[], span: Span): readonly Each[] {
  const most = Math.max(0, ...claims.map((claim) => overlap(claim, span)));
  return claims.filter((claim) => most > 0 && overlap(claim, span) >= most * nearlyMost);
}

const overlap = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));

const givenId = (place: number): string => `given-${String(place)}`;

/** What overlaps a span makes way for it, and lends it its speaker; a span of which nothing was read is the speaker's who stands nearest. */
function withSpans(text: string, found: DocumentClaims, spans: readonly Span[]): DocumentClaims {
  const kept = found.claims.filter((claim) => !spans.some((span) => overlap(claim, span) > 0));
  const given = spans.flatMap((span, place) => {
    const own = bestFor(found.claims, span);
    return own ? [claimOf(text, span, { own, id: givenId(place) })] : [];
  });
  const claims = [...kept, ...given].toSorted((one, other) => one.from - other.from || other.to - one.to);
  return { ...found, claims: attachWords(text, claims, found.written) };
}

function bestFor(claims: readonly Claim[], span: Span): Claim | undefined {
  const distance = ({ from, to }: Claim): number => Math.max(0, span.from - to, from - span.to);
  return claims.toSorted(
    (one, other) =>
      overlap(other, span) - overlap(one, span) || distance(one) - distance(other) || one.from - other.from,
  )[0];
}

const claimOf = (
  text: string,
  { from, to }: Span,
  { own, id }: { readonly own: Claim; readonly id: string },
): Claim => ({
  ...own,
  id,
  from,
  to,
  line: text.slice(0, from).split("\n").length,
  quote: text.slice(from, to),
  lead: text.slice(Math.max(Math.min(own.sentence.from, from), from - 40), from),
  ...(isBeside(own, from, to) ? plain : {}),
});

const isBeside = (own: Claim, from: number, to: number): boolean => overlap(own, { from, to }) === 0;

/** What is known of a span that was not read. */
const plain = {
  kind: "event",
  polarity: "positive",
  modality: "reported",
  isIronic: false,
  isRetracted: false,
} as const;
