import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { has, type Evidence } from "./evidence.ts";

/** Who tells in a document: the roots named in each paragraph, and the claims with which a speaker begins in one. */
export interface Tellers {
  readonly rootsByLine: ReadonlyMap<number, ReadonlySet<string>>;
  readonly begins: ReadonlySet<LedgerClaim>;
}

/** The tellers of a document's claims. */
export function tellersOf(claims: readonly LedgerClaim[]): Tellers {
  const rootsByLine = new Map<number, Set<string>>();
  const begins = new Set<LedgerClaim>();
  const seen = new Set<string>();
  for (const claim of claims) {
    const key = `${String(claim.line)} ${claim.speaker}`;
    if (!seen.has(key)) begins.add(claim);
    seen.add(key);
    const roots = rootsByLine.get(claim.line) ?? new Set();
    rootsByLine.set(claim.line, isAuthors(claim) ? roots : roots.add(rootOf(claim)));
  }
  return { rootsByLine, begins };
}

/** How two claims' tellers stand to each other: another answers right behind, the same goes on, the author speaks; who else tells there. */
export function tellerEvidence(left: LedgerClaim, right: LedgerClaim, { rootsByLine, begins }: Tellers): Evidence {
  const gap = right.at - left.at;
  const isOneLine = left.line === right.line;
  const areApart =
    !isAuthors(left) && !isAuthors(right) && rootOf(left) !== rootOf(right) && left.speaker !== right.speaker;
  return [
    ...has("same-paragraph", isOneLine),
    ...has("second-claim", gap === 2),
    ...has("third-claim", gap === 3),
    ...has("one-sentence", left.sentence.from === right.sentence.from),
    ...has("nested", right.to <= left.to),
    ...has("roots-apart", areApart),
    ...has("one-root", !isAuthors(left) && !isAuthors(right) && !areApart),
    ...has("author-before", isAuthors(left)),
    ...has("answers-at-once", areApart && isOneLine && gap <= 2),
    ...has("begins-telling", gap <= 4 && left.speaker !== right.speaker && begins.has(right)),
    ...has("two-tellers", isOneLine && (rootsByLine.get(right.line)?.size ?? 0) <= 2),
    ...has("quoted", right.isQuoted && !left.isQuoted),
  ];
}

const isAuthors = ({ chain }: LedgerClaim): boolean => chain.length === 1;

const rootOf = ({ chain }: LedgerClaim): string => chain[0]?.source ?? "";
