import { lazy } from "../../base/index.ts";
import { rows } from "../generated/contrast-words.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { makePhraseBook } from "../words/phrase-book.ts";

const book = lazy(() =>
  makePhraseBook(rows.map(([kind = "", phrases = ""]) => ({ phrases: phrases.split("|"), meaning: kind }))),
);

/** The kinds of `resources/ledger/contrast-words.tsv` of which a text has a word. */
export const contrastsIn = (text: string): ReadonlySet<string> => new Set(book()(text).map(({ meaning }) => meaning));

/** The kinds of which a claim has a word. */
export const contrastsOf = perClaim(({ quote }: LedgerClaim) => contrastsIn(quote));
