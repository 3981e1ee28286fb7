/** What fields of a claim can say: `kind` what it is about, `modality` how firmly it stands, `relation` how the outlet that carries it stands to it. */
export const claimWords = {
  kind: ["event", "attribute", "count", "denial", "hedge", "assessment", "precedent"],
  polarity: ["positive", "negative"],
  modality: ["asserted", "reported", "hedged", "denied", "cannot-confirm"],
  relation: ["own", "citing", "quoting", "based-on"],
} as const;

/** The days of a claim as ISO days, null for an end that its words leave open, and how exact they are. */
export interface EditedDate {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: string;
}

/** A number in a claim; null at an end that the words leave open. */
export interface EditedCount {
  readonly low: number | null;
  readonly high: number | null;
  readonly noun: string | null;
}

/** Which fields of a proposed claim a person puts right, and to what; a date of null: it names no time. */
export interface ClaimEdits {
  readonly speaker?: string;
  readonly outlet?: string;
  readonly kind?: (typeof claimWords.kind)[number];
  readonly polarity?: (typeof claimWords.polarity)[number];
  readonly modality?: (typeof claimWords.modality)[number];
  readonly relation?: (typeof claimWords.relation)[number];
  readonly date?: EditedDate | null;
  readonly counts?: readonly EditedCount[];
  readonly places?: readonly string[];
  readonly isIronic?: boolean;
  readonly isRetracted?: boolean;
}
