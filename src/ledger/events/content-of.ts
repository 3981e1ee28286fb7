import { perClaim } from "../likeness/ledger-claim.ts";
import { contentWords, type ContentWord } from "./content-words.ts";
import { deedsOf } from "./event-words.ts";

/** The content words of a claim, read once for all that compare it. */
export const contentOf = perClaim(({ quote }): readonly ContentWord[] => contentWords(quote));

/** The deeds that the words of a claim tell of by themselves. */
export const plainDeedsOf = perClaim(
  (claim): ReadonlySet<string> =>
    new Set(
      contentOf(claim).flatMap(({ term }) => deedsOf(term).flatMap(({ deed, isPlain }) => (isPlain ? [deed] : []))),
    ),
);
