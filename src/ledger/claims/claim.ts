/** What a claim is about: README of the annotated round-ups, after UCDP's and FactBank's distinctions. */
export type ClaimKind = "event" | "attribute" | "count" | "denial" | "hedge" | "assessment" | "precedent";
export type Polarity = "positive" | "negative";
/** How firmly the claim stands; `reported`: given to someone else; `cannot-confirm`: neither support nor denial. */
export type Modality = "asserted" | "reported" | "hedged" | "denied" | "cannot-confirm";
/** How the outlet that carries a claim stands to it; `based-on`: retold by the author without naming the source. */
export type OutletRelation = "own" | "citing" | "quoting" | "based-on";
export type SourceKind = "author" | "outlet" | "body" | "person";

/** Someone or something that speaks in a document; `mentions` are the words by which the text names it, the fullest first. */
export interface SpeakerSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly mentions: readonly string[];
  /** Not named by the text, or asked not to be: stays apart until a person joins it. */
  readonly isUnnamed: boolean;
  /** By what it is one source in every document, where neither its name nor its want of one says so. */
  readonly key?: string;
  /** How many people it may be: "two people in the diplomatic corps" are one or two; 0 of somebody unknown, who counts for nobody. */
  readonly most: number;
}

/** One link of a chain of tellers; `isInferred` where the text does not say it in so many words. */
export interface ChainLink {
  readonly source: string;
  readonly isInferred: boolean;
}

/** Why a field of a claim is what it is, in words for the reader. */
export interface ClaimReason {
  /** `proposal`: which model made the claim, and who asked it. */
  readonly field: "speaker" | "modality" | "polarity" | "kind" | "outlet" | "span" | "proposal";
  readonly why: string;
}

/** A proposal: one separately checkable statement of a document. `from` and `to` are offsets in the document's text, end left out. */
export interface Claim {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly quote: string;
  readonly kind: ClaimKind;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly cues: readonly string[];
  readonly speaker: string;
  /** From the deepest source to the author. */
  readonly chain: readonly ChainLink[];
  readonly outlet: string;
  readonly relation: OutletRelation;
  readonly isQuoted: boolean;
  /** Not meant literally: never counted. */
  readonly isIronic: boolean;
  readonly isRetracted: boolean;
  /** In a headline, a point of a list or a first paragraph: a place to retell what follows. */
  readonly isLead: boolean;
  /** Where the sentence stands that the claim is read from. */
  readonly sentence: { readonly from: number; readonly to: number };
  /** The words of its sentence right before it, which say what "the office that ..." is. */
  readonly lead: string;
  readonly reasons: readonly ClaimReason[];
}
