import type { ClaimEdits } from "../../model/index.ts";
import { nullable, sql, text, type StageContext } from "../../store/index.ts";
import type { ClaimReason, SpeakerSource } from "../claims/claim.ts";
import type { WordedClaim } from "../claims/attach-words.ts";
import { findPlaces } from "../places/index.ts";
import type { AddedClaims } from "./model-claims.ts";
import { claimNamer, type ReadDocument } from "./read-document.ts";

export type ClaimStatus = "proposed" | "confirmed" | "rejected";

/** What a person decided of a claim. */
export interface ClaimDecision {
  readonly isAccepted: boolean;
  readonly edits: ClaimEdits;
}

/** A claim as it stands after what a person decided of it. */
export interface DecidedClaim {
  readonly claimId: string;
  readonly claim: WordedClaim;
  readonly status: ClaimStatus;
  /** The fields that a person put right. */
  readonly edited: readonly string[];
}

/** The claims of a document as they stand, and its speakers with those whom a person named. */
export interface DecidedDocument extends ReadDocument {
  readonly decided: readonly DecidedClaim[];
  readonly sources: readonly SpeakerSource[];
}

/** The latest decision on each claim, by its id; one that was taken back is none. */
export async function claimDecisions({
  database,
  table,
}: Pick<StageContext, "database" | "table">): Promise<ReadonlyMap<string, ClaimDecision>> {
  const rows = await database.rows(
    sql`select left_id as "claimId", decision, edits::varchar as edits from ${table("judgement")} where subject = 'claim'
      qualify row_number() over (partition by left_id order by judgement_no desc) = 1 order by left_id`,
    { claimId: text, decision: text, edits: nullable(text) },
  );
  return new Map(
    rows
      .filter(({ decision }) => decision === "accept" || decision === "reject")
      .map(({ claimId, decision, edits }) => [
        claimId,
        { isAccepted: decision === "accept", edits: edits === null ? {} : (JSON.parse(edits) as ClaimEdits) },
      ]),
  );
}

/** Applies decisions to the claims of a document, and to those that a model added. */
export function decideClaims(
  read: ReadDocument,
  decisions: ReadonlyMap<string, ClaimDecision>,
  added: AddedClaims,
): DecidedDocument {
  const sources = [...read.claims.sources, ...added.sources];
  const sourceOf = (name: string): string => {
    const known = sources.find((source) => source.name === name || source.mentions.includes(name));
    if (known) return known.id;
    const added: SpeakerSource = {
      id: `s${sources.length}`,
      kind: "person",
      name,
      mentions: [name],
      isUnnamed: false,
      most: 1,
    };
    sources.push(added);
    return added.id;
  };
  const idOf = claimNamer(read);
  const decided = [...read.claims.claims, ...added.claims].map((claim): DecidedClaim => {
    const claimId = idOf(claim);
    const decision = decisions.get(claimId);
    if (!decision) return { claimId, claim, status: "proposed", edited: [] };
    if (!decision.isAccepted) return { claimId, claim, status: "rejected", edited: [] };
    const { edits } = decision;
    return { claimId, claim: editClaim(claim, edits, sourceOf), status: "confirmed", edited: Object.keys(edits) };
  });
  return { ...read, decided, sources };
}

/** A claim with the fields of it that a person put right. */
function editClaim(claim: WordedClaim, edits: ClaimEdits, sourceOf: (name: string) => string): WordedClaim {
  const { speaker, outlet, date, counts, places, ...plain } = edits;
  const words = {
    ...(date !== undefined && { date: date === null ? undefined : editedDate(claim, date) }),
    ...(counts !== undefined && { counts: counts.map((count, index) => editedCount(claim, count, index)) }),
    ...(places !== undefined && { places: places.flatMap((place) => editedPlace(claim, place)) }),
    ...(outlet !== undefined && { outlet: sourceOf(outlet) }),
  };
  const edited = { ...claim, ...plain, ...words };
  return speaker === undefined ? edited : saidBy(edited, sourceOf(speaker));
}

/** The claim on the word of another: who stood before him in the chain did not tell it. */
function saidBy(claim: WordedClaim, source: string): WordedClaim {
  const at = claim.chain.findIndex((link) => link.source === source);
  const chain =
    at >= 0
      ? claim.chain.slice(at)
      : [{ source, isInferred: false }, ...claim.chain.slice(claim.chain.length > 1 ? 1 : 0)];
  const reason: ClaimReason = { field: "speaker", why: "a person's decision" };
  return {
    ...claim,
    speaker: source,
    chain,
    reasons: [reason, ...claim.reasons.filter(({ field }) => field !== "speaker")],
  };
}

function editedDate(claim: WordedClaim, date: NonNullable<ClaimEdits["date"]>): WordedClaim["date"] {
  const { from, to, quote } = claim;
  const found = claim.date ?? { from, to, text: quote, approx: false };
  return { ...found, ...date, precision: date.precision as NonNullable<WordedClaim["date"]>["precision"] };
}

function editedCount(
  { counts, from, to, quote }: WordedClaim,
  count: NonNullable<ClaimEdits["counts"]>[number],
  index: number,
): WordedClaim["counts"][number] {
  return { ...(counts[index] ?? { from, to, text: quote, unit: null, approx: false }), ...count };
}

function editedPlace({ from, to }: WordedClaim, name: string): WordedClaim["places"] {
  const [known] = findPlaces(name);
  return [
    {
      text: name,
      norm: known?.norm ?? name,
      country: known?.country ?? null,
      kind: known?.kind ?? "unknown",
      from,
      to,
    },
  ];
}
