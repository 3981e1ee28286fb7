/** Engines end an element at 17 to 33 million pixels; a list that is taller is seen through an element of this height. */
export const tallest = 11_000_000;

/** A scroll of so many windows is a wheel's or a key's, and moves pixel by pixel; a longer one is a pull at the bar. */
const stepWindows = 4;

/**
 * Where a list of any height stands while an element of bounded height is scrolled. Steps move the list by as many pixels
 * as the element; a pull at the bar moves it by its share of the whole. All in pixels.
 */
export class TallScroll {
  /** How much of the list lies above the element's own beginning: rows are drawn so much higher. */
  shift = 0;
  private total = 0;
  private at = 0;

  /** The list is so tall from now on. */
  resize(total: number): void {
    this.total = total;
    this.shift = Math.min(this.shift, this.spare);
  }

  /** The height of the element. */
  get height(): number {
    return Math.min(this.total, tallest);
  }

  /** The top of what is seen of the list. */
  get top(): number {
    return this.at + this.shift;
  }

  /** The element was scrolled; answers where it has to be set to: mostly where it is. */
  scrolled(at: number, windowHeight: number): number {
    const isPull = Math.abs(at - this.at) > stepWindows * windowHeight;
    this.at = at;
    if (isPull) this.shift = Math.round(this.spare * Math.min(1, at / Math.max(1, this.height - windowHeight)));
    const isNearEnd = this.shift < this.spare && at > this.height - (stepWindows + 1) * windowHeight;
    const isNearStart = this.shift > 0 && at < stepWindows * windowHeight;
    return isNearEnd || isNearStart ? this.goTo(this.top) : at;
  }

  /** Brings a place of the list to the top; answers where the element has to be set to, with room on both sides. */
  goTo(top: number): number {
    this.shift = Math.round(Math.max(0, Math.min(this.spare, top - this.height / 2)));
    this.at = top - this.shift;
    return this.at;
  }

  /** How much of the list the element is too short for. */
  private get spare(): number {
    return this.total - this.height;
  }
}
