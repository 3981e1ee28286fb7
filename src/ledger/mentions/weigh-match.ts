import { lazy } from "../../base/index.ts";
import { rows } from "../generated/name-weights.ts";
import type { BearerKind } from "./held-name.ts";
import type { NameMatch } from "./name-index.ts";

const weights = lazy(() => new Map(rows.map(([kind, tier, weight]) => [`${kind} ${tier}`, Number(weight)])));

const million = 1_000_000;
// A name that no count holds is taken as one in a thousand million.
const perMillionMin = 0.001;

/**
 * How much a writing speaks for one of those that bear the name, in milli-bits: no more than so rare a name can say, and less by
 * half for twice as many entities that bear it or names that the writing fits.
 */
export function weighMatch(
  { tier, kind }: { readonly tier: NameMatch["tier"]; readonly kind: BearerKind },
  { perMillion, bearers }: { readonly perMillion: number; readonly bearers: number },
): number {
  const most = weights().get(`${kind} ${tier}`) ?? 0;
  const rarity = 1000 * Math.log2(million / Math.max(perMillion, perMillionMin));
  return Math.round(Math.min(most, rarity) - 1000 * Math.log2(Math.max(1, bearers)));
}
