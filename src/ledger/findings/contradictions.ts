import type { Count } from "../counts/index.ts";
import { apartInTime, type Candidates } from "../events/join-claims.ts";
import { wordLikeness, type ClaimWords } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

export type ContradictionKind = "count" | "denial" | "correction" | "role";

/** Two claims that cannot both be so, and why. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly left: LedgerClaim;
  readonly right: LedgerClaim;
  readonly why: string;
}

// Set on the development round-ups.
const aboutOneThing = 0.12;
const deniedFrom = 0.14;

/**
 * What claims contradict in each other: numbers of one thing that share no value, what one says and another denies, what an
 * outlet takes back, two posts of one person. Parts, sums, other days, vaguer words, refusals and silence contradict nothing.
 */
export function findContradictions(
  claims: readonly LedgerClaim[],
  words: readonly ClaimWords[],
  candidates: Candidates,
): readonly Contradiction[] {
  const like = (left: LedgerClaim, right: LedgerClaim): number =>
    wordLikeness(words[left.at] ?? new Map(), words[right.at] ?? new Map());
  const literal = claims.filter(isLiteral);
  const pairs = literal.flatMap((right) =>
    candidates(right)
      .filter(isLiteral)
      .map((left) => [left, right] as const),
  );
  return [...counts(pairs, like, literal), ...denials(pairs, like), ...corrections(literal), ...roles(pairs, like)];
}

type Pairs = readonly (readonly [LedgerClaim, LedgerClaim])[];

const isLiteral = ({ isIronic, modality }: LedgerClaim): boolean => !isIronic && modality !== "cannot-confirm";

type Like = (left: LedgerClaim, right: LedgerClaim) => number;

function counts(pairs: Pairs, like: Like, claims: readonly LedgerClaim[]): readonly Contradiction[] {
  return pairs.flatMap(([left, right]) => {
    if (sameTelling(left, right) || apartInTime(left, right) || isEarlierVersion(left) || isEarlierVersion(right))
      return [];
    if (
      left.modality === "denied" ||
      right.modality === "denied" ||
      left.kind === "precedent" ||
      right.kind === "precedent"
    )
      return [];
    const found = conflictOf(left, right, like(left, right), claims) ?? righted(left, right, like(left, right));
    return found ? [{ kind: "count" as const, left, right, why: `${found[0].text} against ${found[1].text}` }] : [];
  });
}

/** Paragraphs that follow each other. */
const isNear = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && Math.abs(left.line - right.line) <= 2;

/** Words of one teller through one outlet agree with each other; those of the author add up. */
const sameTelling = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.chain.length === 1 ||
  right.chain.length === 1 ||
  left.chain.map(({ source }) => source).join() === right.chain.map(({ source }) => source).join();

const isEarlierVersion = ({ quote, isRetracted }: LedgerClaim): boolean =>
  isRetracted ||
  /\b(?:earlier|had spoken|at first|initially|first figure|previous|was not finished|at that point)\b/iu.test(quote);

/** "three, not two": says itself that another number is wrong. */
const rightsNumber = ({ quote }: LedgerClaim): boolean =>
  /,? not (?:\p{L}+-)?(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty)\b/iu.test(
    quote,
  );

function conflictOf(
  left: LedgerClaim,
  right: LedgerClaim,
  likeness: number,
  claims: readonly LedgerClaim[],
): readonly [Count, Count] | undefined {
  const around = claims.filter(({ document }) => document === left.document || document === right.document);
  for (const one of left.counts) {
    for (const other of right.counts) {
      const near =
        left.speaker === right.speaker ||
        rightsNumber(left) ||
        rightsNumber(right) ||
        (likeness > 0 && isNear(left, right));
      const thing = sameThing(one, other, near ? likeness + aboutOneThing / 2 : likeness);
      if (thing && disjoint(one, other) && !isPart(one, left) && !isPart(other, right) && !isSum(one, other, around))
        return [one, other];
    }
  }
  return undefined;
}

/** "three people, not two" against the claim before it that is much like it, though that gives no number. */
function righted(left: LedgerClaim, right: LedgerClaim, likeness: number): readonly [Count, Count] | undefined {
  const count = right.counts[0];
  return count &&
    rightsNumber(right) &&
    left.document === right.document &&
    likeness >= aboutOneThing * 1.5 &&
    left.at < right.at
    ? [{ ...count, text: "another number" }, count]
    : undefined;
}

/** The same unit of money, weight or length about one thing; the same noun; or one without a noun in claims that are much alike. */
function sameThing(one: Count, other: Count, likeness: number): boolean {
  if (
    one.isOrdinal ||
    other.isOrdinal ||
    one.noun === "age" ||
    other.noun === "age" ||
    one.unit === "percent" ||
    other.unit === "percent"
  )
    return false;
  if (one.unit !== null || other.unit !== null)
    return (
      one.unit === other.unit && likeness >= (/^[A-Z]{3}$/u.test(one.unit ?? "") ? aboutOneThing : aboutOneThing / 2)
    );
  if (one.noun === null || other.noun === null) return likeness >= aboutOneThing * 1.5;
  return likeness >= aboutOneThing / 2 && nounHead(one.noun) === nounHead(other.noun);
}

const synonyms: Readonly<Record<string, string>> = {
  laptop: "computer",
  notebook: "computer",
  man: "person",
  woman: "person",
  people: "person",
  sailor: "person",
  boat: "ship",
  vessel: "ship",
  freighter: "ship",
};

function nounHead(noun: string): string {
  const last = noun.toLowerCase().split(/\s+/u).at(-1) ?? "";
  const single = last.replace(/(?<=[^s])s$/u, "");
  return synonyms[single] ?? single;
}

const disjoint = (one: Count, other: Count): boolean => below(one, other) || below(other, one);

const below = (one: Count, other: Count): boolean =>
  one.high !== null && other.low !== null && one.high * (one.approx || other.approx ? 1.05 : 1) < other.low;

/** "four of the 12", "two more", "another": a part of what was counted, or on top of it. */
function isPart({ text, from, to }: Count, { quote, from: start }: LedgerClaim): boolean {
  const behind = quote.slice(to - start, to - start + 24);
  const before = quote.slice(Math.max(0, from - start - 16), from - start);
  return (
    /^\s*(?:\p{L}+\s)?(?:of (?:the|them|those|these|whom)|more|other|others)\b/u.test(behind) ||
    /\b(?:another|other|further|the|including|of the)\s*$/iu.test(before) ||
    /\b(?:fourth|another|more)\b/iu.test(text)
  );
}

/** One is the sum of the other and a third of the same thing, or the sum of several in the other claim. */
function isSum(one: Count, other: Count, claims: readonly LedgerClaim[]): boolean {
  const [less, more] = (one.low ?? 0) < (other.low ?? 0) ? [one, other] : [other, one];
  const rest = (more.low ?? 0) - (less.low ?? 0);
  const isThird = (third: Count): boolean =>
    third !== less && third !== more && ofOneKind(third, more) && third.low === rest && third.high === rest;
  const addsUp = ({ counts: all }: LedgerClaim): boolean =>
    all.includes(less) &&
    all.filter((each) => ofOneKind(each, less)).reduce((sum, { low }) => sum + (low ?? 0), 0) === more.low;
  return claims.some((claim) => claim.counts.some(isThird) || addsUp(claim));
}

const ofOneKind = (one: Count, other: Count): boolean =>
  one.unit !== null || other.unit !== null
    ? one.unit === other.unit
    : one.noun !== null && other.noun !== null && nounHead(one.noun) === nounHead(other.noun);

/** What an office or a person denies, and the claims by others that come nearest to it. */
function denials(pairs: Pairs, like: Like): readonly Contradiction[] {
  const against = new Map<LedgerClaim, { readonly other: LedgerClaim; readonly likeness: number }[]>();
  for (const [left, right] of pairs) {
    for (const [denial, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!isDenial(denial) || !mayBeDenied(other, denial)) continue;
      const likeness = like(denial, other) * (other.chain.length > 1 ? 1.3 : 1) + nearness(denial, other);
      if (likeness >= deniedFrom) against.set(denial, [...(against.get(denial) ?? []), { other, likeness }]);
    }
  }
  for (const [left, right] of pairs) {
    if (isDenial(right) && !against.has(right) && answers(right, left))
      against.set(right, [{ other: left, likeness: 0 }]);
  }
  return [...against].flatMap(([denial, others]) => {
    const sorted = others.toSorted((left, right) => right.likeness - left.likeness || left.other.at - right.other.at);
    const best = sorted[0]?.likeness ?? 0;
    return sorted
      .filter(({ likeness }) => likeness >= best * 0.75)
      .slice(0, 3)
      .map(({ other }) => ({
        kind: "denial" as const,
        left: other,
        right: denial,
        why: `"${denial.quote}" is denied`,
      }));
  });
}

/** "dismissed the whole business": a denial without words of its own is of what was said last by another. */
const answers = (denial: LedgerClaim, other: LedgerClaim): boolean =>
  denial.document === other.document &&
  denial.line - other.line <= 2 &&
  other.chain.length > 1 &&
  mayBeDenied(other, denial) &&
  /\b(?:the (?:whole |entire )?(?:business|story|report|reports|account|matter|affair|claims?|allegations?)|it|this|that|all of it)\b/iu.test(
    denial.quote,
  );

/** A plea of not guilty denies a charge, no claim of the text. */
const isDenial = ({ modality, quote }: LedgerClaim): boolean =>
  modality === "denied" && !/\bnot guilty\b/iu.test(quote);

const mayBeDenied = (other: LedgerClaim, denial: LedgerClaim): boolean =>
  other.speaker !== denial.speaker &&
  other.modality !== "denied" &&
  other.polarity === "positive" &&
  other.kind !== "precedent" &&
  other.kind !== "assessment";

/** A denial answers what stands shortly before it. */
const nearness = (denial: LedgerClaim, other: LedgerClaim): number =>
  denial.document === other.document && denial.at > other.at ? Math.max(0, 0.08 - 0.006 * (denial.at - other.at)) : 0;

/** What an outlet takes back, and what it puts in its place. */
function corrections(claims: readonly LedgerClaim[]): readonly Contradiction[] {
  const back = claims.filter(
    ({ quote, chain }) => chain.length === 1 && /\b(?:I|we) (?:take|took) (?:it|that|this) back\b/iu.test(quote),
  );
  const own = back.flatMap((right): Contradiction[] => {
    const left = claims.findLast(
      (other) => other.document === right.document && other.line === right.line && other.at < right.at,
    );
    return left ? [{ kind: "correction", left, right, why: "The author takes it back." }] : [];
  });
  const others = claims
    .filter(({ isRetracted }) => isRetracted)
    .flatMap((taken) => {
      const instead = claims.find(
        (other) =>
          other.document === taken.document &&
          other.at > taken.at &&
          other.line === taken.line &&
          other.speaker === taken.speaker &&
          !other.isRetracted &&
          !/\b(?:correct|withdr|retract)|\bt(?:ook|ake|aken) .{0,12}back\b/iu.test(other.quote),
      );
      return instead ? [{ kind: "correction" as const, left: taken, right: instead, why: "It was taken back." }] : [];
    });
  return [...own, ...others];
}

/** Two sources that give one person two posts. */
function roles(pairs: Pairs, like: Like): readonly Contradiction[] {
  return pairs.flatMap(([left, right]) => {
    if (left.speaker === right.speaker || left.chain.length === 1 || right.chain.length === 1) return [];
    const [one, other] = [postOf(left), postOf(right)];
    if (one === undefined || other === undefined || one === other || like(left, right) === 0) return [];
    return [{ kind: "role" as const, left, right, why: `${one} against ${other}` }];
  });
}

/** The noun of the post that a claim gives to someone: "attaché" of "was a veterinary attaché". */
function postOf({ quote }: LedgerClaim): string | undefined {
  const found =
    /\b(?:was|is|had been)\s+(?:an?\s+|the\s+)?(?<post>(?:\p{Ll}+\s){0,2}\p{Ll}+)(?=$|\s(?:at|of|in|for|who|to)\b)/u.exec(
      quote,
    );
  const head = found?.groups?.["post"]?.split(" ").at(-1);
  return head !== undefined && postWords.test(head) ? head : undefined;
}

const postWords =
  /(?:er|or|ist|ant|ent|ian|man|woman|chief|head|clerk|attaché|counsellor|counselor|consul|cook|driver|guard|colonel|general|captain|deputy|minister|secretary|cashier|treasurer|impostor|nurse|judge|doctor|surgeon|teacher|spy|partner|employee|official)$/u;
