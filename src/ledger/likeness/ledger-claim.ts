import type { WordedClaim } from "../claims/attach-words.ts";
import { plainLetters } from "../foreign/plain-letters.ts";
import type { SpeakerSource } from "../claims/claim.ts";
import type { DocumentClaims } from "../claims/read-claims.ts";

/** A document of the ledger with what was read from it; `outlet`: who published it, where that is known. */
export interface ReadDocument {
  readonly id: string;
  readonly outlet: string | undefined;
  readonly claims: DocumentClaims;
}

/** A claim by its document and its id there. */
export interface ClaimRef {
  readonly document: string;
  readonly claim: string;
}

/** A claim among those of several documents: `at` is its position among them; the links of its chain are sources of the whole ledger. */
export interface LedgerClaim extends WordedClaim {
  readonly document: string;
  readonly at: number;
}

/** Sources by their keys, with names that mean one source in every document that names it. */
export type SourcesByKey = Pick<ReadonlyMap<string, SpeakerSource>, "get">;

/** The same, to be filled. */
export interface SourceBook extends SourcesByKey {
  set(key: string, source: SpeakerSource): unknown;
}

/**
 * The claims of a document beside those of others, from position `first`; its sources are added to `sources`. An outlet, an office or
 * a person by name is one source wherever it is named; a source without a name belongs to its document, until a person joins it
 * with another.
 */
export function gather(document: ReadDocument, first: number, sources: SourceBook): readonly LedgerClaim[] {
  const keys = new Map(document.claims.sources.map((source) => [source.id, keyOf(document, source)]));
  for (const source of document.claims.sources) {
    const key = keys.get(source.id) ?? source.id;
    const known = sources.get(key);
    const mentions = new Set([...(known?.mentions ?? []), ...source.mentions]);
    if (!known) sources.set(key, { ...source, id: key });
    else if (mentions.size > known.mentions.length) sources.set(key, { ...known, mentions: [...mentions] });
  }
  const keyed = (id: string): string => keys.get(id) ?? id;
  return document.claims.claims.map((claim, index) => ({
    ...claim,
    document: document.id,
    at: first + index,
    speaker: keyed(claim.speaker),
    outlet: keyed(claim.outlet),
    chain: claim.chain.map((link) => ({ ...link, source: keyed(link.source) })),
  }));
}

function keyOf(document: ReadDocument, source: SpeakerSource): string {
  if (source.key !== undefined) return source.key;
  if (source.kind === "author") return document.outlet ? nameKey(document.outlet) : `${document.id}/author`;
  const isKnown = source.kind === "outlet" || (!source.isUnnamed && hasName.test(source.name.replace(/^The\s/u, "")));
  return isKnown ? nameKey(source.name) : `${document.id}/${source.id}`;
}

/** A capital; Hangul and Han have none, so that an office there counts as one wherever it is called the same. */
const hasName = /\p{Lu}|[\p{Script=Hangul}\p{Script=Han}]/u;

/** By what a name is one in all documents; Chinese in simplified characters. */
export const nameKey = (name: string): string =>
  plainLetters("zh", name)
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/u, "")
    .trim();

/** Asks of each claim once, however many pairs it stands in. */
export function perClaim<Value>(of: (claim: LedgerClaim) => Value): (claim: LedgerClaim) => Value {
  const known = new WeakMap<LedgerClaim, { readonly value: Value }>();
  return (claim) => {
    const found = known.get(claim) ?? { value: of(claim) };
    known.set(claim, found);
    return found.value;
  };
}

/** Whether a claim says that something is not so, or its teller denies it. */
export const isNegative = ({ polarity, modality }: LedgerClaim): boolean =>
  polarity === "negative" || modality === "denied";

/** Neither irony nor a refusal to confirm. */
export const isLiteral = ({ isIronic, modality }: LedgerClaim): boolean => !isIronic && modality !== "cannot-confirm";
