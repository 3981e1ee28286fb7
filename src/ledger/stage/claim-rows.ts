import type { ClaimReason, SpeakerSource } from "../claims/claim.ts";
import type { SqlValue } from "../../store/index.ts";
import { columnsOf, type Rows } from "./columns-of.ts";
import { languageName } from "./language-name.ts";
import type { DecidedClaim, DecidedDocument } from "./decided-claims.ts";
import type { ToldClaim } from "./event-rows.ts";
import type { Guard, ToldText } from "../guard/make-guard.ts";

/** The row of `ledger_document` for a document. */
export function documentRow({ held, text, claims }: DecidedDocument, guard: Guard, guarded: readonly ToldText[]): Rows {
  const { written } = claims;
  return {
    entity_id: [held.entityId],
    dataset_no: [held.datasetNo],
    file_no: [held.fileNo],
    document_no: [held.documentNo],
    title: [held.title !== null && guard.isAny ? guard.told(held.title) : held.title],
    outlet: [held.outlet ?? held.place],
    is_outlet_known: [held.outlet !== undefined],
    written_from: [written?.start ?? null],
    written_to: [written?.end ?? null],
    written_basis: [written?.basis.kind ?? null],
    ...passageCounts(text, claims),
    guarded: [guarded.length],
    withheld: [guarded.filter(({ isWithheld }) => isWithheld).length],
  };
}

/** How many passages were read for claims, how many no rules read, and in which languages these are. */
function passageCounts({ lines }: DecidedDocument["text"], { reading }: DecidedDocument["claims"]): Rows {
  const notRead = (reading?.notRead ?? []).map(({ line, language }) => ({ line: lines[line - 1], language }));
  const unread = notRead.reduce((sum, { line }) => sum + (line?.passages ?? 0), 0);
  const known = notRead.flatMap(({ line }) => languageName(line?.lang ?? null) ?? []);
  // A heading of a few words is in the language of the text below it.
  const names = known.length > 0 ? known : notRead.map(({ language }) => language);
  return {
    passages: [lines.reduce((sum, { passages }) => sum + passages, 0) - unread],
    unread: [unread],
    unread_languages: [[...new Set(names)].toSorted()],
  };
}

/** The rows of `claim` for the claims of a document, guarded ones without closer places and days. */
export function claimRows(document: DecidedDocument, guard: Guard): Rows {
  const rows = document.decided.map((each, index) => claimRow(document, guard, { each, no: index + 1 }));
  return columnsOf(rows.filter((row) => row !== undefined));
}

/** The rows of `claim_source` for the speakers of a document; guarded if any of its claims is. */
export function sourceRows(document: DecidedDocument, guard: Guard): Rows {
  return columnsOf(
    document.sources.map((source) => {
      const { id, kind, name, mentions, isUnnamed, most } = guard.isAny ? guard.source(source) : source;
      return {
        entity_id: document.held.entityId,
        source_id: id,
        kind,
        name,
        mentions,
        is_unnamed: isUnnamed,
        most,
      };
    }),
  );
}

interface Numbered {
  readonly each: DecidedClaim;
  readonly no: number;
}

/** What may be told of a claim. */
export function toldClaim({ claimId, claim }: DecidedClaim, guard: Guard): ToldClaim {
  const isGuarded = guard.isGuarded(claim);
  return {
    claimId,
    isGuarded,
    quote: isGuarded ? guard.words(claim) : claim.quote,
    date: isGuarded ? guard.date(claim.date) : claim.date,
    places: isGuarded ? guard.places(claim) : claim.places,
  };
}

function claimRow(
  document: DecidedDocument,
  guard: Guard,
  { each, no }: Numbered,
): Record<string, SqlValue> | undefined {
  const { claim } = each;
  const place = document.text.placeOf(claim);
  if (!place) return undefined;
  const { isGuarded, quote, date, places } = toldClaim(each, guard);
  const nameOf = namer(document.sources, guard.isAny ? guard : undefined);
  const said = (words: string): string => (isGuarded ? guard.told(words) : words);
  return {
    claim_id: Buffer.from(each.claimId, "hex"),
    entity_id: document.held.entityId,
    claim_no: no,
    dataset_no: document.held.datasetNo,
    file_no: place.fileNo,
    part: place.part,
    row_no: place.row,
    row_to: place.rowTo,
    char_from: place.from,
    char_to: place.to,
    before: isGuarded ? guard.around(claim).before : null,
    after: isGuarded ? guard.around(claim).after : null,
    quote,
    kind: claim.kind,
    polarity: claim.polarity,
    modality: claim.modality,
    cues: claim.cues.map(said),
    speaker: nameOf(claim.speaker),
    chain: JSON.stringify(claim.chain.map(({ source, isInferred }) => ({ source, name: nameOf(source), isInferred }))),
    outlet: nameOf(claim.outlet),
    relation: claim.relation,
    is_quoted: claim.isQuoted,
    is_ironic: claim.isIronic,
    is_retracted: claim.isRetracted,
    date_text: date?.text ?? null,
    date_from: date?.start ?? null,
    date_to: date?.end ?? null,
    date_precision: date?.precision ?? null,
    counts: JSON.stringify(
      (isGuarded ? guard.counts(claim) : claim.counts)
        .filter(({ isOrdinal }) => isOrdinal !== true)
        .map(({ text, low, high, unit, noun, approx }) => ({
          text,
          low,
          high,
          unit,
          noun,
          approx,
        })),
    ),
    places: JSON.stringify(places.map(({ norm, country, kind }) => ({ name: norm, country, kind }))),
    reasons: JSON.stringify(claim.reasons.map((reason) => toldReason(reason, said))),
    is_guarded: isGuarded,
    status: each.status,
    edited: each.edited,
  };
}

/** Who made a proposal holds no words of the text. */
const toldReason = ({ field, why }: ClaimReason, said: (words: string) => string): ClaimReason => ({
  field,
  why: field === "proposal" ? why : said(why),
});

function namer(sources: readonly SpeakerSource[], guard: Guard | undefined): (id: string) => string {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (id) => {
    const source = byId.get(id);
    return source ? (guard ? guard.source(source) : source).name : id;
  };
}
