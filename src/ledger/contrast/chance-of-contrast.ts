import { atKey, lazy } from "../../base/index.ts";
import { rows } from "../generated/contrast-weights.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { contrastEvidence, type KnownClaims } from "./contrast-evidence.ts";

/**
 * How likely two claims of a document, the earlier one first, contradict each other, from 0 to 1: a logistic sum of the evidence in
 * `resources/ledger/contrast-weights.tsv`.
 */
export function chanceOfContrast(left: LedgerClaim, right: LedgerClaim, known: KnownClaims): number {
  let weightMb = atKey(weights(), "start");
  for (const [evidence, amount] of contrastEvidence(left, right, known))
    weightMb += atKey(weights(), evidence) * amount;
  return 1 / (1 + 2 ** (-weightMb / 1000));
}

const weights = lazy(() => new Map(rows.map(([evidence = "", weight = ""]) => [evidence, Number(weight)])));

/** The names of all evidence, "start" first. */
export const contrastNames = (): readonly string[] => [...weights().keys()];
