/**
 * A text that grows piece by piece. What is asked of it while it grows costs nothing: a string that is looked at after
 * each addition is put together each time, which takes a page of a million pieces hours.
 */
export class GrowingText {
  private pieces: string[] = [];
  length = 0;

  get endsInSpace(): boolean {
    return /\s/u.test(this.pieces.at(-1)?.at(-1) ?? "");
  }

  add(piece: string): void {
    if (piece === "") return;
    this.pieces.push(piece);
    this.length += piece.length;
  }

  /** Takes the space away with which the text ends, if it ends with one. */
  dropSpace(): void {
    const last = this.pieces.at(-1);
    if (last === undefined || !last.endsWith(" ")) return;
    this.pieces.pop();
    this.length -= last.length;
    this.add(last.slice(0, -1));
  }

  /** Takes away and returns what was added since the text had this length. */
  cutFrom(length: number): string {
    const cut: string[] = [];
    while (this.length > length) {
      const last = this.pieces.pop() ?? "";
      this.length -= last.length;
      cut.push(last);
    }
    return cut.toReversed().join("");
  }

  /** The whole text, which is empty then. */
  take(): string {
    const text = this.pieces.join("");
    this.pieces = [];
    this.length = 0;
    return text;
  }
}
