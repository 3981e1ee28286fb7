import type { Span } from "./split-units.ts";

/** How a unit gives what it says; `confirmed` by an office is on record, `evidential` is given to nobody. */
export type TellingManner = "said" | "confirmed" | "denied" | "refused" | "evidential";

/** What the rules of a language find in a unit: who tells, how, and what. Offsets are those of the words that were read. */
export interface Telling {
  /** The words that name the tellers, from the deepest outwards; none where nobody is named. */
  readonly tellers: readonly string[];
  readonly manner: TellingManner;
  /** What is told; undefined where it is the quotation beside it. */
  readonly content: Span | undefined;
  /** Where the telling begins, with the words for its teller. */
  readonly start: number;
  /** Words of the unit before the telling that are not part of it. */
  readonly aside?: Span | undefined;
  /** The words that show it. */
  readonly cue: string;
}
