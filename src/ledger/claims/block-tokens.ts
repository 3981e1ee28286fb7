import { at } from "../../base/index.ts";
import type { QuoteSpan } from "../text/find-quotes.ts";
import type { Block } from "../text/read-blocks.ts";
import type { Token } from "../text/tag-tokens.ts";

type Sentence = readonly Token[];

/** The words of a block by their places: looked up in no more time for a long one. */
export class BlockTokens {
  readonly #tokens: readonly Token[];
  readonly #quotes = new Map<Token, QuoteSpan>();
  readonly #sentences = new Map<Token, Sentence>();

  constructor({ sentences, quotes }: Block) {
    this.#tokens = sentences.flat();
    for (const sentence of sentences) for (const token of sentence) this.#sentences.set(token, sentence);
    let next = 0;
    for (const token of this.#tokens) {
      while (next < quotes.length && at(quotes, next).to < token.to) next += 1;
      const quote = quotes[next];
      if (quote && token.from >= quote.from && token.to <= quote.to) this.#quotes.set(token, quote);
    }
  }

  /** The quotation that a word or its mark stands in. */
  quoteOf = (token: Token): QuoteSpan | undefined => this.#quotes.get(token);

  /** The words that begin at or behind one place and end at or before another. */
  within(from: number, to: number): readonly Token[] {
    const first = this.#firstFrom(from);
    let end = first;
    while (end < this.#tokens.length && at(this.#tokens, end).to <= to) end += 1;
    return this.#tokens.slice(first, end);
  }

  /** The sentence of the word that begins at or behind a place. */
  sentenceFrom(place: number): Sentence {
    const token = this.#tokens[this.#firstFrom(place)];
    return (token && this.#sentences.get(token)) ?? [];
  }

  #firstFrom(place: number): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(this.#tokens, middle).from < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
