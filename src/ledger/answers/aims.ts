import { lazy } from "../../base/index.ts";
import { headLemma } from "../events/index.ts";
import { rows } from "../generated/question-words.ts";
import { makePhraseBook } from "../words/phrase-book.ts";

const book = lazy(() =>
  makePhraseBook(
    rows.flatMap(([aim = "", phrases = ""]) => (aim === asking ? [] : [{ phrases: phrases.split("|"), meaning: aim }])),
  ),
);

const asking = "asking";

/** What a question wants to know of claims, by the words of `resources/ledger/question-words.tsv`: "deny" of "Which claims are rejected?". */
export function aimsOf(text: string): ReadonlySet<string> {
  const inBaseForms = text.replaceAll(/[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu, (word) => headLemma(word));
  return new Set([text, inBaseForms].flatMap((words) => book()(words).map(({ meaning }) => meaning)));
}

/** Words of the asking, in base forms and without their endings: they do not say what is asked about. */
export const askingTerms = lazy(
  (): ReadonlySet<string> => new Set(rows.flatMap(([aim, words = ""]) => (aim === asking ? words.split("|") : []))),
);
