import { wordLikeness, type ClaimWords } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { contrastsIn, contrastsOf } from "./contrast-words.ts";
import { has, type Evidence } from "./evidence.ts";
import { negationEvidence } from "./negation-evidence.ts";
import { numberEvidence } from "./number-evidence.ts";
import { subjectEvidence } from "./subject-evidence.ts";
import { tellerEvidence, type Tellers } from "./teller-evidence.ts";

/** What is known of the claims of a document: their weighed words and kinds by position, who tells, and the claims in their order. */
export interface KnownClaims {
  readonly claims: readonly LedgerClaim[];
  readonly words: readonly ClaimWords[];
  readonly kinds: readonly ClaimWords[];
  readonly tellers: Tellers;
}

/**
 * The evidence that two claims of a document, the earlier one first, tell one thing in two ways that cannot both be so: how near and
 * how alike they are, who tells, what is denied, numbered or said of whom, and the words between them.
 */
export const contrastEvidence = (left: LedgerClaim, right: LedgerClaim, known: KnownClaims): Evidence => [
  ["words-alike", Math.sqrt(alike(known.words, left, right))],
  ["kinds-alike", alike(known.kinds, left, right)],
  ...tellerEvidence(left, right, known.tellers),
  ...wordEvidence(left, right, known.claims),
  ...kindEvidence(left, right),
  ...negationEvidence(left, right),
  ...numberEvidence(left, right),
  ...subjectEvidence(left, right),
];

const alike = (all: readonly ClaimWords[], left: LedgerClaim, right: LedgerClaim): number =>
  wordLikeness(all[left.at] ?? new Map(), all[right.at] ?? new Map());

// "The embassy tells it differently" stands among so many claims before the one that it introduces.
const introducedMax = 4;

/** Words of contrast, in the second claim and in what stands between. */
function wordEvidence(left: LedgerClaim, right: LedgerClaim, claims: readonly LedgerClaim[]): Evidence {
  const own = contrastsOf(right);
  const first = claims[0]?.at ?? 0;
  const isIntroduced =
    right.at - left.at <= introducedMax &&
    (contrastsIn(right.lead).has("against") ||
      claims.slice(left.at - first + 1, right.at - first).some((claim) => contrastsOf(claim).has("against")));
  return [
    ...has("against", own.has("against") || isIntroduced),
    ...has("only", own.has("only")),
    ...has("sequence", own.has("sequence")),
    ...has("bearing-out", own.has("bearing-out")),
    ...has("unknowing", own.has("unknowing") || contrastsOf(left).has("unknowing")),
    ...has("vague", own.has("vague") || contrastsOf(left).has("vague")),
  ];
}

/** What the claims are: no telling of one's opinion or of other times, and how firm. */
const kindEvidence = (left: LedgerClaim, right: LedgerClaim): Evidence => [
  ...has("assessment", left.kind === "assessment" || right.kind === "assessment"),
  ...has("precedent", left.kind === "precedent" || right.kind === "precedent"),
  ...has("hedged", left.modality === "hedged" || right.modality === "hedged"),
  ...has("hardened", left.modality === "hedged" && right.modality !== "hedged"),
  ...has("attribute-before", left.kind === "attribute"),
];
