import { lazy } from "../../base/index.ts";
import { headLemma } from "../events/index.ts";
import { rows } from "../generated/question-words.ts";
import { makePhraseBook } from "../words/phrase-book.ts";

const book = lazy(() =>
  makePhraseBook(rows.map(([aim = "", phrases = ""]) => ({ phrases: phrases.split("|"), meaning: aim }))),
);

/** What a question wants to know of claims, by the words of `resources/ledger/question-words.tsv`: "deny" of "Which claims are rejected?". */
export function aimsOf(text: string): ReadonlySet<string> {
  const inBaseForms = text.replaceAll(/[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu, (word) => headLemma(word));
  return new Set([text, inBaseForms].flatMap((words) => book()(words).map(({ meaning }) => meaning)));
}
