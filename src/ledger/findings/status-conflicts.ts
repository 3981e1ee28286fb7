import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isWordOf } from "../text/phrases.ts";
import { isOneNoun, isPersonNoun } from "./count-nouns.ts";
import { isOfOneSubject } from "./one-subject.ts";
import { type Contradiction, type Like, type Pairs } from "./contradiction.ts";

/** Both sides of "both cannot be right", and people of whom some were brought back, counted as if all were gone. */
export const findStatedConflicts = (claims: readonly LedgerClaim[], like: Like): readonly Contradiction[] => [
  ...brokenPairs(claims, like),
  ...countedThoughBack(claims),
];

/** Two sources that give one person two posts. */
export function findRoleConflicts(pairs: Pairs, like: Like): readonly Contradiction[] {
  return pairs.flatMap(([left, right]) => {
    if (left.speaker === right.speaker || left.chain.length === 1 || right.chain.length === 1) return [];
    const [one, other] = [postOf(left), postOf(right)];
    if (one === undefined || other === undefined || isOneNoun(one, other) || !isOfOneSubject(left, right, like))
      return [];
    return [{ kind: "role" as const, left, right, why: `${one} against ${other}` }];
  });
}

/** The noun of the post that a claim gives to someone: "attaché" of "was a veterinary attaché", "smugglers" of "were cigarette smugglers". */
const postOf = perClaim(({ quote, kind }): string | undefined => {
  const found =
    /\b(?:was|is|were|are|had been|have been)\s+(?:an?\s+|the\s+)?(?<post>(?:\p{L}+\s){0,2}\p{Ll}+)(?=$|\s(?:at|of|in|for|who|to)\b)/u.exec(
      quote,
    );
  const head = found?.groups?.["post"]?.split(" ").at(-1);
  return head !== undefined && kind !== "assessment" && (isWordOf("person", head) || isPersonNoun(head))
    ? head
    : undefined;
});

/** "Both cannot be right": the last claim before it, and the one most like it by another source in the paragraphs before. */
const brokenPairs = (claims: readonly LedgerClaim[], like: Like): readonly Contradiction[] =>
  claims
    .filter(({ quote }) =>
      /\b(?:both (?:cannot|can['’]t|can not) be|(?:cannot|can['’]t) both be|one of (?:them|the two) (?:is|must be) (?:wrong|mistaken|lying)|contradict(?:s|ed)? (?:each other|one another|the other)|cannot be reconciled|hard to reconcile|do not agree|disagree|at odds|irreconcilable|incompatible)\b/iu.test(
        quote,
      ),
    )
    .flatMap((verdict) => {
      const before = claims.filter(
        (other) =>
          other.document === verdict.document &&
          other.at < verdict.at &&
          verdict.line - other.line <= 2 &&
          other.chain.length > 1,
      );
      const last = before.at(-1);
      const lastOnes = before.filter(({ speaker }) => speaker === last?.speaker).slice(-2);
      const pairs = lastOnes.flatMap((right) =>
        before
          .filter(({ speaker, kind }) => speaker !== right.speaker && kind !== "precedent")
          .map((left) => ({ left, right, likeness: like(left, right) })),
      );
      const best = pairs.toSorted((one, other) => other.likeness - one.likeness || other.left.at - one.left.at)[0];
      return best
        ? [{ kind: "status" as const, left: best.left, right: best.right, why: `"${verdict.quote}", it is said there` }]
        : [];
    });

/** People of whom some were brought back, counted by the author as if all were gone. */
const countedThoughBack = (claims: readonly LedgerClaim[]): readonly Contradiction[] =>
  claims.filter(tellsOfReturn).flatMap((right) => {
    const base = claims.findLast(
      (other) =>
        other.document === right.document &&
        other.at < right.at &&
        other.line === right.line &&
        other.speaker === right.speaker &&
        other.counts.some(({ unit, low }) => unit === null && (low ?? 0) > (right.counts[0]?.low ?? 0)),
    );
    const all = base?.counts.find(({ unit, isOrdinal }) => unit === null && isOrdinal !== true)?.low;
    if (!base || all === undefined || all === null) return [];
    const own = claims.filter((other) => other.document === right.document && isAuthors(other));
    const counting = own.filter(({ counts }) =>
      counts.some(({ unit, low, high }) => unit === null && low === all && high === all),
    );
    const sums = own.filter(
      (other) =>
        !counting.includes(other) &&
        other.counts.some(({ unit, low }) => unit === null && (low ?? 0) > all) &&
        counting.some(({ sentence }) => sentence.from === other.sentence.from),
    );
    const sum = sums.toSorted((one, other) => (other.counts[0]?.low ?? 0) - (one.counts[0]?.low ?? 0)).slice(0, 1);
    return [...counting, ...sum].map((left) => ({
      kind: "status" as const,
      left,
      right,
      why: "counts those who were brought back",
    }));
  });

const isAuthors = ({ chain, relation }: LedgerClaim): boolean => chain.length === 1 || relation === "based-on";

const tellsOfReturn = ({ quote, counts }: LedgerClaim): boolean =>
  counts.length > 0 &&
  /\b(?:brought|sent|taken|dragged|led) .{0,40}\bback\b|\b(?:returned|came back|handed back|turned back)\b/iu.test(
    quote,
  );
