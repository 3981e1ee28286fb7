import { describe, expect, it } from "vitest";
import { tallest, TallScroll } from "../../ui/src/parts/data-table/tall-scroll.ts";

const windowHeight = 600;
const total = 5 * tallest;

/** A list and its scroller, which an engine lets stand between 0 and its last window. */
function scrolledList(height: number) {
  const tall = new TallScroll();
  tall.resize(height);
  let at = 0;
  const set = (next: number): number => {
    at = Math.max(0, Math.min(Math.min(height, tallest) - windowHeight, next));
    return at;
  };
  return {
    tall,
    /** Wheel, key or bar: the engine moves the scroller, the list answers. */
    scrollTo: (next: number) => set(tall.scrolled(set(next), windowHeight)),
    at: () => at,
    goTo: (top: number) => set(tall.goTo(top)),
  };
}

describe("a list that is taller than what an engine scrolls", () => {
  it("moves pixel by pixel by wheel, through the whole list and back", () => {
    const { tall, scrollTo, at } = scrolledList(total);
    scrollTo(tallest * 0.99);
    let top = tall.top;
    for (let step = 0; step < 2000; step += 1) {
      scrollTo(at() + 500);
      expect(tall.top).toBe(Math.min(total - windowHeight, top + 500));
      top = tall.top;
    }
    for (let step = 0; step < 2000; step += 1) {
      scrollTo(at() - 500);
      expect(tall.top).toBe(top - 500);
      top = tall.top;
    }
  });

  it("moves by the share of the bar that is pulled, and reaches both ends", () => {
    const { tall, scrollTo } = scrolledList(total);
    scrollTo((tallest - windowHeight) / 2);
    expect(Math.abs(tall.top - (total - windowHeight) / 2)).toBeLessThan(2);
    scrollTo(tallest);
    expect(tall.top).toBe(total - windowHeight);
    scrollTo(0);
    expect([tall.top, tall.shift]).toEqual([0, 0]);
  });

  it("goes to a place with room to scroll on both sides", () => {
    const { tall, goTo, at } = scrolledList(total);
    goTo(total / 3);
    expect(tall.top).toBe(total / 3);
    expect(Math.min(at(), tallest - at())).toBeGreaterThan(windowHeight * 100);
    goTo(total - windowHeight);
    expect(tall.top).toBe(total - windowHeight);
  });

  it("is nothing but the scroller where it is short enough, and after it became so", () => {
    const { tall, scrollTo, goTo } = scrolledList(total);
    goTo(total / 2);
    tall.resize(tallest / 2);
    expect(tall.shift).toBe(0);
    scrollTo(1000);
    expect([tall.top, tall.shift]).toEqual([1000, 0]);
  });
});
