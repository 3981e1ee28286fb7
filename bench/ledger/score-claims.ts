import type { Count, DocumentClaims, SpeakerSource } from "../../src/ledger/index.ts";
import type { GoldClaim, GoldFile, GoldNumber, GoldSource } from "./gold.ts";
import type { MatchedPair } from "./match-claims.ts";

/** A share with how many it is of and its 95 % interval by Wilson (1927). */
export interface Share {
  readonly share: number;
  readonly right: number;
  readonly of: number;
  readonly interval: readonly [number, number];
}

export interface ClaimFigures {
  readonly claims: {
    readonly recall: Share;
    readonly recallAttributed: Share;
    readonly precision: Share;
    readonly lenientPrecision: Share;
  };
  readonly speaker: Share;
  readonly chain: Share;
  readonly relation: Share;
  readonly modality: Classes;
  readonly kind: Classes;
  readonly polarity: Classes;
  readonly dates: Share;
  /** The days alone, whatever the precision. */
  readonly intervals: Share;
  readonly counts: Share;
  readonly onNonClaims: number;
  readonly ironyNotFlagged: number;
  readonly authorGivenAway: number;
}

export interface Classes {
  readonly accuracy: Share;
  readonly macroF1: number;
}

/** Figures of what was found against what was marked: rules 2 to 4 of the round-ups' README. */
export function scoreClaims(
  gold: readonly GoldClaim[],
  file: GoldFile,
  { claims, sources }: DocumentClaims,
  pairs: readonly MatchedPair[],
): ClaimFigures {
  const found = new Set(pairs.map((pair) => pair.gold.id));
  const isFound = ({ id }: GoldClaim): boolean => found.has(id);
  const core = gold.filter(({ tier }) => tier === "core");
  const attributed = core.filter(({ speaker }) => speaker !== "S-AUTH");
  const corePairs = pairs.filter((pair) => pair.gold.tier === "core");
  const attributedPairs = corePairs.filter((pair) => pair.gold.speaker !== "S-AUTH");
  const named = sourceMatcher(file.sources, sources);
  return {
    claims: {
      recall: shareOf(core, isFound),
      recallAttributed: shareOf(attributed, isFound),
      precision: share(pairs.length, claims.length),
      lenientPrecision: shareOf(claims, ({ from, to }) => coveredBy(gold, from, to) * 2 >= to - from),
    },
    speaker: shareOf(attributedPairs, (pair) => named(pair.found.speaker, pair.gold.speaker)),
    chain: shareOf(pairs, (pair) => hasChain(pair, named)),
    relation: shareOf(pairs, (pair) => pair.found.relation === pair.gold.outlet_relation),
    modality: classes(
      corePairs,
      (pair) => pair.gold.modality,
      (pair) => pair.found.modality,
    ),
    kind: classes(
      corePairs,
      (pair) => pair.gold.kind,
      (pair) => pair.found.kind,
    ),
    polarity: classes(
      corePairs,
      (pair) => pair.gold.polarity,
      (pair) => pair.found.polarity,
    ),
    dates: shareOf(
      dated(pairs),
      (pair) => hasInterval(pair) && pair.found.date?.precision === pair.gold.date?.precision,
    ),
    intervals: shareOf(dated(pairs), hasInterval),
    counts: shareOf(
      pairs.filter((pair) => numbersOf(pair.gold).length > 0),
      (pair) => numbersOf(pair.gold).every((number) => pair.found.counts.some((count) => isNumber(count, number))),
    ),
    onNonClaims: claims.filter(({ from, to }) =>
      file.non_claims.some(({ start, end }) => (Math.min(end, to) - Math.max(start, from)) * 2 >= to - from),
    ).length,
    ironyNotFlagged: pairs.filter((pair) => pair.gold.irony && !pair.found.isIronic).length,
    authorGivenAway: corePairs.filter((pair) => pair.gold.speaker === "S-AUTH" && !named(pair.found.speaker, "S-AUTH"))
      .length,
  };
}

const dated = (pairs: readonly MatchedPair[]): readonly MatchedPair[] =>
  pairs.filter((pair) => (pair.gold.date?.text ?? null) !== null);

const hasInterval = ({ gold, found }: MatchedPair): boolean =>
  (found.date?.start ?? null) === gold.date?.start && (found.date?.end ?? null) === gold.date?.end;

const numbersOf = (gold: GoldClaim): readonly GoldNumber[] =>
  [...(gold.participants ?? []), ...(gold.quantities ?? [])].filter(({ text }) => text !== undefined);

/** The same low, high and unit; a number of people or things has none. */
function isNumber(count: Count, gold: GoldNumber): boolean {
  const low = gold.min ?? gold.value ?? gold.count ?? null;
  const high = gold.max === undefined ? (gold.value ?? gold.count ?? low) : gold.max;
  const unit = /^(?:[A-Z]{3}|k?g|t|km|m|l|BTC)$/u.test(gold.unit ?? "") ? gold.unit : null;
  return count.low === low && count.high === high && (unit === null || count.unit === unit);
}

/** Whether a found source is the marked one: its name, or a mention, equals the name or holds an alias as whole words. */
export function sourceMatcher(
  gold: readonly GoldSource[],
  found: readonly SpeakerSource[],
): (foundId: string, goldId: string) => boolean {
  const goldById = new Map(gold.map((source) => [source.id, source]));
  const foundById = new Map(found.map((source) => [source.id, source]));
  return (foundId, goldId) => {
    const marked = goldById.get(goldId);
    const source = foundById.get(foundId);
    if (!marked || !source) return false;
    if (goldId === "S-AUTH" || source.kind === "author") return goldId === "S-AUTH" && source.kind === "author";
    return source.mentions.some((mention) =>
      [marked.name, ...marked.aliases].some((alias) => holdsWords(mention, alias)),
    );
  };
}

const pronouns = new Set(["he", "she", "it", "they", "i", "we", "us", "my", "our"]);

function holdsWords(mention: string, alias: string): boolean {
  const [words, wanted] = [mention.toLowerCase(), alias.toLowerCase()].map(
    (text) => ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `,
  );
  return wanted !== undefined && words !== undefined && !pronouns.has(wanted.trim()) && words.includes(wanted);
}

/** Every link that the marking is sure of, in order, and none from outside. */
function hasChain({ gold, found }: MatchedPair, named: (foundId: string, goldId: string) => boolean): boolean {
  const marked = gold.chain.map((link) => ({ id: link.replace("?", ""), isSure: !link.endsWith("?") }));
  let next = 0;
  for (const { source } of found.chain) {
    const at = marked.findIndex(({ id }, index) => index >= next && named(source, id));
    if (at < 0) return false;
    if (marked.slice(next, at).some(({ isSure }) => isSure)) return false;
    next = at + 1;
  }
  return !marked.slice(next).some(({ isSure }) => isSure);
}

const coveredBy = (gold: readonly GoldClaim[], from: number, to: number): number =>
  Array.from({ length: to - from }, (_, index) => from + index).filter((position) =>
    gold.some(({ start, end }) => start <= position && position < end),
  ).length;

export const shareOf = <Item>(items: readonly Item[], isRight: (item: Item) => boolean): Share =>
  share(items.filter(isRight).length, items.length);

export function share(right: number, of: number): Share {
  if (of === 0) return { share: 0, right, of, interval: [0, 1] };
  const z = 1.96;
  const p = right / of;
  const middle = p + (z * z) / (2 * of);
  const width = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const base = 1 + (z * z) / of;
  return { share: round(p), right, of, interval: [round((middle - width) / base), round((middle + width) / base)] };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Accuracy, and the mean F1 over the classes that are marked. */
function classes<Pair>(pairs: readonly Pair[], wanted: (pair: Pair) => string, got: (pair: Pair) => string): Classes {
  const names = [...new Set(pairs.map(wanted))].toSorted();
  const scores = names.map((name) => {
    const hit = pairs.filter((pair) => wanted(pair) === name && got(pair) === name).length;
    const all =
      pairs.filter((pair) => wanted(pair) === name).length + pairs.filter((pair) => got(pair) === name).length;
    return all === 0 ? 0 : (2 * hit) / all;
  });
  return {
    accuracy: shareOf(pairs, (pair) => wanted(pair) === got(pair)),
    macroF1: round(scores.reduce((sum, score) => sum + score, 0) / Math.max(1, names.length)),
  };
}
