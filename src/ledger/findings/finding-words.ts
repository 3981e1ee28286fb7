import { lazy, remembered } from "../../base/index.ts";
import { rows } from "../generated/finding-words.ts";
import { makePhraseBook } from "../words/phrase-book.ts";

const book = lazy(() =>
  makePhraseBook(rows.map(([kind = "", phrases = ""]) => ({ phrases: phrases.split("|"), meaning: kind }))),
);

const kindsOf = remembered((text): ReadonlySet<string> => new Set(book()(text).map(({ meaning }) => meaning)), 4000);

/** Whether a text has a word of a kind of `resources/ledger/finding-words.tsv`. */
export const hasWordOf = (kind: string, text: string): boolean => kindsOf(text).has(kind);
