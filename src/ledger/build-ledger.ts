import { joinClaims } from "./events/join-claims.ts";
import type { Contradiction } from "./findings/contradiction.ts";
import { findContradictions } from "./findings/contradictions.ts";
import { findDrifts, type Drift } from "./findings/drifts.ts";
import { findCandidates } from "./likeness/candidates.ts";
import { weighClaims, type ClaimWords } from "./likeness/claim-words.ts";
import { gather, type LedgerClaim, type ReadDocument } from "./likeness/ledger-claim.ts";
import { countRoots, type RootCount } from "./roots/count-roots.ts";
import { findRetold } from "./roots/rest-on.ts";
import type { SpeakerSource } from "./claims/claim.ts";

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

/** Events with their claims, and what is found between claims. Sources are keyed as the claims' chains name them. */
export interface Ledger {
  readonly claims: readonly LedgerClaim[];
  readonly words: readonly ClaimWords[];
  readonly sources: ReadonlyMap<string, SpeakerSource>;
  readonly events: readonly LedgerEvent[];
  readonly contradictions: readonly Contradiction[];
  readonly drifts: readonly Drift[];
}

/** Joins the claims of documents to events, counts the independent sources of each, and finds what contradicts and what drifted. */
export function buildLedger(documents: readonly ReadDocument[]): Ledger {
  const { claims: read, sources } = gather(documents);
  const words = weighClaims(read);
  const retold = findRetold(read, words, sources);
  const claims = restOnTold(read, new Map(retold.map(({ claim, from }) => [claim.at, from])));
  const candidates = findCandidates(claims, words);
  const contradictions = findContradictions(claims, words, candidates);
  const events = joinClaims(claims, words, candidates).map((positions, index) =>
    toEvent(
      positions.flatMap((at) => claims[at] ?? []),
      { index, sources, contradictions },
    ),
  );
  return { claims, words, sources, events, contradictions, drifts: findDrifts(retold) };
}

/** A claim that retells an attributed one rests on its sources. */
const restOnTold = (claims: readonly LedgerClaim[], told: ReadonlyMap<number, LedgerClaim>): readonly LedgerClaim[] =>
  claims.map((claim) => {
    const from = told.get(claim.at);
    if (!from) return claim;
    const chain = [...from.chain.slice(0, -1).map(({ source }) => ({ source, isInferred: true })), ...claim.chain];
    return { ...claim, chain, relation: "based-on" };
  });

function toEvent(
  claims: readonly LedgerClaim[],
  {
    index,
    sources,
    contradictions,
  }: { index: number; sources: ReadonlyMap<string, SpeakerSource>; contradictions: readonly Contradiction[] },
): LedgerEvent {
  const roots = countRoots(claims, sources);
  const deniedBy = speakersOf(claims, "denied");
  const unconfirmedBy = speakersOf(claims, "cannot-confirm");
  const isDisputed = contradictions.some(({ left, right }) => claims.includes(left) && claims.includes(right));
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
