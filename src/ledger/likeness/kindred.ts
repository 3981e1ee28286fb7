import { lazy, remembered } from "../../base/index.ts";
import { headLemma } from "../events/index.ts";
import { rows } from "../generated/kindred-words.ts";
import { makePhraseBook } from "../words/phrase-book.ts";

const book = lazy(() =>
  makePhraseBook(rows.map(([kind = "", phrases = ""]) => ({ phrases: phrases.split("|"), meaning: kind }))),
);

/** The kinds of thing and doing of `resources/ledger/kindred-words.tsv` that a text speaks of: "came ashore" and "landing" give "arrive". */
export const kindsIn = remembered(
  (text): ReadonlySet<string> =>
    new Set(
      book()(text.replaceAll(/[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu, (word) => headLemma(word))).map(
        ({ meaning }) => meaning,
      ),
    ),
  4000,
);
