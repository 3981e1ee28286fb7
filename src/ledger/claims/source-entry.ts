import type { SourceKind } from "./claim.ts";

/** Who speaks in a document, and how it has been spoken of so far. */
export interface Entry {
  readonly id: string;
  /** Its place among those that the document names. */
  readonly at: number;
  kind: SourceKind;
  mentions: string[];
  names: Set<string>;
  heads: Set<string>;
  modifiers: Set<string>;
  /** Words of the fullest mention, for "the supplier" of "a businessman who supplies". */
  words: string;
  isUnnamed: boolean;
  /** A headline or lead brought it up first. */
  readonly isAnnounced: boolean;
  /** A mention says that it speaks for an office. */
  isSpokesperson: boolean;
  most: number;
  /** A mention speaks of several: "the owner's solicitors". */
  isPlural: boolean;
  lastBlock: number;
  /** Where the sentence begins in which it was last named. */
  lastSentence: number;
}

/** How a source is spoken of where it is first found. */
export interface FoundSource {
  readonly kind: SourceKind;
  readonly text: string;
  readonly names: readonly string[];
  readonly head: string;
  readonly most?: number;
  readonly isPlural?: boolean;
  readonly isUnnamed?: boolean;
  readonly modifiers?: readonly string[];
}

/** The entry of a source that is found for the first time; its mentions and names are to be added. */
export const newEntry = (
  found: FoundSource,
  {
    at,
    block,
    sentence,
    isAnnounced,
  }: Pick<Entry, "at" | "isAnnounced"> & { readonly block: number; readonly sentence: number },
): Entry => ({
  id: `s${at}`,
  at,
  kind: found.kind,
  mentions: [],
  names: new Set(),
  heads: new Set(found.head === "" ? [] : [found.head]),
  modifiers: new Set(found.modifiers),
  words: found.text.toLowerCase(),
  isUnnamed: found.isUnnamed ?? false,
  isAnnounced,
  isSpokesperson: false,
  most: found.most ?? 1,
  isPlural: found.isPlural ?? false,
  lastBlock: block,
  lastSentence: sentence,
});
