import { growing, type Growing } from "../join/growing.ts";
import { rarity, type ClaimTerms, type ClaimWords } from "./claim-words.ts";

// A word in more claims than this brings no two claims together, and of the claims of other documents only so many that share the
// rarest words are compared: the work grows with the number of claims, however many documents there are.
const sharedMax = 60;
const othersMax = 24;

/** The words of claims, by the claims' positions: some ten bytes a word, so that those of a hundred thousand pages fit in memory. */
export class TermIndex {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  /** In how many claims a word stands: of its own, and as it is compared. */
  readonly #frequency = growing();
  readonly #holders = growing();
  readonly #starts = growing();
  readonly #held = growing();
  /** Of a word held, whether it is taken over from another claim. */
  readonly #halves = growing();
  #postings: { readonly starts: Growing; readonly claims: Growing } | undefined;

  /** Adds the words of the next claim. */
  add({ own, all }: ClaimTerms): void {
    for (const term of own) this.#count(this.#frequency, this.#idOf(term));
    this.#starts.push(this.#held.length);
    for (const [term, share] of all) {
      const id = this.#idOf(term);
      this.#held.push(id);
      this.#halves.push(share * 2);
      this.#count(this.#holders, id);
    }
  }

  /** The weighed words of a claim among all that were added. */
  wordsOf(at: number): ClaimWords {
    const words = new Map<string, number>();
    for (let place = this.#starts.at(at); place < this.#endOf(at); place += 1) {
      const id = this.#held.at(place);
      words.set(this.#terms[id] ?? "", this.#weightOf(place));
    }
    return words;
  }

  /** The claims before position `first` with which a claim shares most by words that few claims have, in order. */
  othersOf(at: number, first: number): readonly number[] {
    const { starts, claims } = (this.#postings ??= this.#post());
    const shared = new Map<number, number>();
    for (let place = this.#starts.at(at); place < this.#endOf(at); place += 1) {
      const id = this.#held.at(place);
      const weight = this.#weightOf(place);
      for (let post = starts.at(id); post < starts.at(id + 1); post += 1) {
        const other = claims.at(post);
        if (other >= first) break;
        shared.set(other, (shared.get(other) ?? 0) + weight);
      }
    }
    return mostShared(shared);
  }

  #weightOf(place: number): number {
    const id = this.#held.at(place);
    return (
      (this.#halves.at(place) / 2) *
      rarity(this.#terms[id] ?? "", Math.max(1, this.#frequency.at(id)), this.#starts.length)
    );
  }

  #endOf(at: number): number {
    return at + 1 < this.#starts.length ? this.#starts.at(at + 1) : this.#held.length;
  }

  #idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#ids.set(term, id);
    this.#terms.push(term);
    this.#frequency.push(0);
    this.#holders.push(0);
    return id;
  }

  #count(counts: Growing, id: number): void {
    counts.set(id, counts.at(id) + 1);
  }

  /** By word the claims that hold it, in order; of a word that many hold none. */
  #post(): { readonly starts: Growing; readonly claims: Growing } {
    const [starts, claims, next] = [growing(), growing(), growing()];
    for (let id = 0; id < this.#terms.length; id += 1) {
      starts.push(claims.length);
      next.push(claims.length);
      const holders = this.#holders.at(id);
      if (holders <= sharedMax) for (let held = 0; held < holders; held += 1) claims.push(0);
    }
    starts.push(claims.length);
    for (let at = 0; at < this.#starts.length; at += 1) {
      for (let place = this.#starts.at(at); place < this.#endOf(at); place += 1) {
        const id = this.#held.at(place);
        if (this.#holders.at(id) > sharedMax) continue;
        claims.set(next.at(id), at);
        next.set(id, next.at(id) + 1);
      }
    }
    return { starts, claims };
  }
}

const mostShared = (shared: ReadonlyMap<number, number>): readonly number[] =>
  [...shared]
    .toSorted(([at, one], [otherAt, other]) => other - one || at - otherAt)
    .slice(0, othersMax)
    .map(([at]) => at)
    .toSorted((left, right) => left - right);
