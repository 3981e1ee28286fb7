import { termsOf } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import type { Retold } from "../roots/rest-on.ts";

export type DriftKind = "hedge-dropped" | "number-raised";

/** A later telling that is firmer or larger than the one that it rests on. */
export interface Drift {
  readonly kind: DriftKind;
  readonly claim: LedgerClaim;
  readonly from: LedgerClaim;
  readonly why: string;
}

/** What was lost or gained on the way from a claim to the one that retells it. */
export function findDrifts(retold: readonly Retold[]): readonly Drift[] {
  return retold.flatMap(({ claim, from, also, isBeside }): Drift[] => {
    if (isBeside || !isTelling(claim)) return [];
    const doubted = isFirm(claim) ? [from, ...also].find(isDoubted) : undefined;
    if (doubted)
      return [{ kind: "hedge-dropped", claim, from: doubted, why: `"${doubted.quote}" became "${claim.quote}"` }];
    const raised =
      !addsUp(claim) &&
      claim.counts.some(
        ({ low, noun }) =>
          low !== null && from.counts.some((count) => count.noun === noun && count.high !== null && count.high < low),
      );
    return raised ? [{ kind: "number-raised", claim, from, why: `"${from.quote}" became "${claim.quote}"` }] : [];
  });
}

/** A sum of what several have told raises nobody's number. */
const addsUp = ({ quote }: LedgerClaim): boolean =>
  /\b(?:that makes|in all|in total|altogether|together|the total|in (?:two|three|four|five|six|seven|ten) days)\b/iu.test(
    quote,
  );

/** A few words ("four boatmen") and what only says who or where somebody is drop no hedge: they tell of nothing that could have one. */
const isTelling = ({ quote }: LedgerClaim): boolean =>
  termsOf(quote).size >= wordsMin && !/^(?:who|whom|whose|which|where|when)\b/iu.test(quote);

// Set on the development round-ups together.
const wordsMin = 3;

const isFirm = ({ modality }: LedgerClaim): boolean => modality === "asserted";

/** Hedged, given to nobody, or alleged: the one who told it first did not vouch for it. */
const isDoubted = ({ modality, cues }: LedgerClaim): boolean =>
  modality === "hedged" ||
  cues.some((cue) => /\b(?:alleged|is said|are said|believed|thought|reportedly|understood)\b/iu.test(cue));
