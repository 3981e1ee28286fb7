/** Entries by when they were last spoken of; touching one and finding the latest take no longer for a long document. */
export class Recency<Entry extends object> {
  /** Entries in the order of touches; one that was touched again later is passed over where it stands first. */
  #touches: Entry[] = [];
  readonly #lastTouch = new Map<Entry, number>();

  touch(entry: Entry): void {
    this.#lastTouch.set(entry, this.#touches.length);
    this.#touches.push(entry);
    if (this.#touches.length > 2 * this.#lastTouch.size + 64) this.#compact();
  }

  /** The latest that fits. */
  find(fits: (entry: Entry) => boolean): Entry | undefined {
    for (let index = this.#touches.length - 1; index >= 0; index -= 1) {
      const entry = this.#touches[index];
      if (entry !== undefined && this.#lastTouch.get(entry) === index && fits(entry)) return entry;
    }
    return undefined;
  }

  #compact(): void {
    this.#touches = this.#touches.filter((entry, index) => this.#lastTouch.get(entry) === index);
    for (const [index, entry] of this.#touches.entries()) this.#lastTouch.set(entry, index);
  }
}
