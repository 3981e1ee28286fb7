import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated, supports } from "../roots/count-roots.ts";
import { aimsOf } from "./aims.ts";
import type { Answer } from "./answer.ts";
import { inOrder } from "./asked-event.ts";
import { findSource } from "./asked-source.ts";
import { findRelevant } from "./relevance.ts";

// A claim is one of those asked about from this part of the best one's score.
const among = 0.5;

/** Which claims: unrelated, ironic, withdrawn, denied, firmer than what they rest on, confirmed by one, or those that name something. */
export function askClaims(ledger: Ledger, text: string): Answer {
  const claims = ledger.claims.filter(claimFilter(ledger, text));
  return {
    value: { kind: "claims", claims },
    claims: inOrder([...claims, ...claims.flatMap((claim) => behind(ledger, claim))]),
  };
}

/** What a claim is to be read with: the one that it retells, and what was put in its place. */
const behind = (ledger: Ledger, claim: LedgerClaim): readonly LedgerClaim[] => [
  ...ledger.drifts.flatMap((drift) => (drift.claim === claim ? [drift.from] : [])),
  ...(claim.isRetracted
    ? ledger.claims.filter((other) => paragraphOf(other) === paragraphOf(claim) && Math.abs(other.at - claim.at) <= 3)
    : []),
  ...ledger.contradictions.flatMap(({ kind, left, right }) =>
    kind === "correction" && claim.isRetracted && paragraphOf(left) === paragraphOf(claim) ? [right] : [],
  ),
];

function claimFilter(ledger: Ledger, text: string): (claim: LedgerClaim) => boolean {
  const aims = aimsOf(text);
  if (aims.has("connect")) return isUnrelated;
  if (aims.has("irony")) return ({ isIronic }) => isIronic;
  if (aims.has("firmer")) return firmer(ledger, text);
  if (aims.has("take-back")) return takenBack(ledger);
  if (aims.has("deny")) return deniedBy(findSource(ledger, text));
  const confirmer = aims.has("confirm") ? findSource(ledger, text) : undefined;
  return confirmer === undefined ? naming(ledger, text) : confirmedBy(ledger, confirmer);
}

const deniedBy =
  (speaker: string | undefined) =>
  (claim: LedgerClaim): boolean =>
    claim.modality === "denied" && !isUnrelated(claim) && (speaker === undefined || claim.speaker === speaker);

/** What its outlet took back; what it corrected only where nothing in the same paragraph is known as taken back. */
function takenBack({ claims, contradictions }: Ledger): (claim: LedgerClaim) => boolean {
  const corrected = new Set(contradictions.flatMap(({ kind, left }) => (kind === "correction" ? [left.at] : [])));
  const settled = new Set(claims.filter(({ isRetracted }) => isRetracted).map(paragraphOf));
  return (claim) => claim.isRetracted || (corrected.has(claim.at) && !settled.has(paragraphOf(claim)));
}

const paragraphOf = ({ document, line }: LedgerClaim): string => `${document} ${String(line)}`;

/** Told more firmly, or of more, than by the one whom it rests on; where a hedge is asked for, that alone. */
function firmer({ drifts }: Ledger, text: string): (claim: LedgerClaim) => boolean {
  const asksHedge = /\b(?:hedge|doubt|caution|caveat|maybe)/iu.test(text);
  const lost = drifts.filter(({ kind }) => kind === "hedge-dropped" || !asksHedge);
  const drifted = new Set(lost.map(({ claim }) => claim.at));
  return ({ at }) => drifted.has(at);
}

/** Those that speak most of what is asked, and all that hold a number or the name of an account that it gives. */
function naming(ledger: Ledger, text: string): (claim: LedgerClaim) => boolean {
  const relevant = findRelevant(ledger, text);
  const best = relevant[0]?.score ?? 0;
  const named = new Set(relevant.filter(({ score }) => score >= best * among).map(({ claim }) => claim.at));
  return ({ at }) => named.has(at);
}

/** What a source says on record; what it is only reported to have said, where nothing is. */
function confirmedBy({ claims }: Ledger, source: string): (claim: LedgerClaim) => boolean {
  const own = claims.filter((claim) => claim.speaker === source && supports(claim));
  const onRecord = own.filter(({ modality }) => modality === "asserted");
  const confirmed = new Set(onRecord.length > 0 ? onRecord : own);
  return (claim) => confirmed.has(claim);
}
