import type { MentionContext } from "./mention-context.ts";
import { cosine, documentLikeness } from "./weigh-documents.ts";

/** What speaks for or against two mentions telling of one event, in the order of `resources/ledger/mention-weights.tsv`. */
export const evidenceNames = [
  "start",
  "same-document",
  "documents-alike",
  "names-alike",
  "names-apart",
  "before-alike",
  "after-alike",
  "weekdays-shared",
  "weekdays-apart",
  "numbers-shared",
  "rare-word",
  "word-of-story",
] as const;

export type EvidenceName = (typeof evidenceNames)[number];

/** Two mentions side by side: by which tie they may be one, and each evidence from 0 to 1. */
export interface MentionComparison {
  readonly tie: "same-word" | "same-deed";
  readonly evidence: Readonly<Record<EvidenceName, number>>;
}

/** Compares two mentions of one story; undefined if they share neither a word nor a deed: nothing else makes them one. */
export function compareMentions(left: MentionContext, right: MentionContext): MentionComparison | undefined {
  const isSameWord = left.lemma === right.lemma;
  const isSameDocument = left.document === right.document;
  if (!isSameWord && !shares(left.deeds, right.deeds)) return undefined;
  return {
    tie: isSameWord ? "same-word" : "same-deed",
    evidence: {
      start: 1,
      "same-document": isSameDocument ? 1 : 0,
      "documents-alike": isSameDocument ? 0 : documentLikeness(left.weights, right.weights) / 1000,
      "names-alike": cosine(left.names, right.names),
      "names-apart": cosine(left.names, right.names) === 0 && left.names.size > 0 && right.names.size > 0 ? 1 : 0,
      "before-alike": cosine(left.before, right.before),
      "after-alike": cosine(left.after, right.after),
      "weekdays-shared": shares(left.weekdays, right.weekdays) ? 1 : 0,
      "weekdays-apart": areApart(left.weekdays, right.weekdays) ? 1 : 0,
      "numbers-shared": shares(left.numbers, right.numbers) ? 1 : 0,
      "rare-word": Math.min(left.rarity, right.rarity) / 10,
      "word-of-story": Math.min(left.storyShare, right.storyShare),
    },
  };
}

const shares = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].some((each) => right.has(each));

const areApart = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size > 0 && right.size > 0 && !shares(left, right);
