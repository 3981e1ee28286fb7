import type { LedgerClaim, SourcesByKey } from "../likeness/ledger-claim.ts";
import { countRoots, type RootCount } from "../roots/count-roots.ts";

export type EventStatus = "single-root" | "several-roots" | "no-root" | "denied" | "unconfirmed" | "disputed";

/** What is said to have happened, by the claims that say it. */
export interface LedgerEvent {
  readonly id: string;
  /** The words of its fullest claim. */
  readonly title: string;
  readonly claims: readonly LedgerClaim[];
  readonly roots: RootCount;
  readonly deniedBy: readonly string[];
  readonly unconfirmedBy: readonly string[];
  readonly status: readonly EventStatus[];
}

/** The event that claims tell of; its id is made of its place among all. */
export function toEvent(
  claims: readonly LedgerClaim[],
  { index, sources, isDisputed }: { index: number; sources: SourcesByKey; isDisputed: boolean },
): LedgerEvent {
  const roots = countRoots(claims, sources);
  const deniedBy = speakersOf(claims, "denied");
  const unconfirmedBy = speakersOf(claims, "cannot-confirm");
  const status: EventStatus[] = [roots.high === 0 ? "no-root" : roots.high === 1 ? "single-root" : "several-roots"];
  if (deniedBy.length > 0) status.push("denied");
  if (unconfirmedBy.length > 0) status.push("unconfirmed");
  if (isDisputed) status.push("disputed");
  return {
    id: `e${String(index + 1).padStart(3, "0")}`,
    title: titleOf(claims),
    claims,
    roots,
    deniedBy,
    unconfirmedBy,
    status,
  };
}

const speakersOf = (claims: readonly LedgerClaim[], modality: LedgerClaim["modality"]): readonly string[] =>
  [...new Set(claims.filter((claim) => claim.modality === modality).map(({ speaker }) => speaker))].toSorted();

/** The words of the longest claim that is neither refused nor denied, cut to a line. */
function titleOf(claims: readonly LedgerClaim[]): string {
  const told = claims.filter(
    ({ modality, kind }) => modality !== "cannot-confirm" && modality !== "denied" && kind !== "precedent",
  );
  const longest = (told.length > 0 ? told : claims).toSorted(
    (left, right) => right.quote.length - left.quote.length || left.at - right.at,
  )[0];
  return longest === undefined ? "" : longest.quote.length > 100 ? `${longest.quote.slice(0, 99)}…` : longest.quote;
}
