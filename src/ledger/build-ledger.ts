import { joinClaims, type JoinedClaims } from "./events/join-claims.ts";
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
  const joined = joinClaims(claims, words, candidates);
  const disputed = disputedEvents(joined, contradictions);
  const events = joined.map((positions, index) =>
    toEvent(
      positions.flatMap((at) => claims[at] ?? []),
      { index, sources, isDisputed: disputed.has(index) },
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

/** The events, by their place, in which two claims contradict each other. */
function disputedEvents(
  joined: readonly JoinedClaims[],
  contradictions: readonly Contradiction[],
): ReadonlySet<number> {
  const eventOf = new Map(joined.flatMap((positions, index) => positions.map((at) => [at, index] as const)));
  return new Set(
    contradictions.flatMap(({ left, right }) => {
      const event = eventOf.get(left.at);
      return event !== undefined && event === eventOf.get(right.at) ? [event] : [];
    }),
  );
}

function toEvent(
  claims: readonly LedgerClaim[],
  { index, sources, isDisputed }: { index: number; sources: ReadonlyMap<string, SpeakerSource>; isDisputed: boolean },
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
