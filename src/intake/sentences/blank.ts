import type { Span } from "./find-money.ts";

/** What stands for a piece that was read: nothing runs across it. */
export const gap = "\u0001";

/** The text without the pieces that were read, as long as before. */
export function blank(text: string, spans: readonly Span[]): string {
  let blanked = text;
  for (const { from, to } of spans) blanked = blanked.slice(0, from) + gap.repeat(to - from) + blanked.slice(to);
  return blanked;
}
