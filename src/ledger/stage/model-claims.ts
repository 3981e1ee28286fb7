import { groupBy } from "../../base/index.ts";
import { integer, sql, text, type Row, type StageContext } from "../../store/index.ts";
import { attachWords, type WordedClaim } from "../claims/attach-words.ts";
import type { Claim, SpeakerSource } from "../claims/claim.ts";
import type { ModelClaim } from "../endpoint/parse-claim-answer.ts";
import { nameKey } from "../likeness/ledger-claim.ts";
import type { ReadDocument } from "./read-document.ts";

const shape = {
  sendingNo: integer,
  documentId: text,
  row: integer,
  claims: text,
  model: text,
  address: text,
  actor: text,
  day: text,
};

/** What a model proposed of a passage, and who asked which one when. */
type ModelProposal = Row<typeof shape>;

/** Claims that a model proposed of a document besides those that were read in it, and those of their speakers whom it does not know yet. */
export interface AddedClaims {
  readonly claims: readonly WordedClaim[];
  readonly sources: readonly SpeakerSource[];
}

/** What models proposed, by document, in the order in which they were asked. */
export async function modelProposals({
  database,
  table,
}: Pick<StageContext, "database" | "table">): Promise<ReadonlyMap<string, readonly ModelProposal[]>> {
  const rows = await database.rows(
    sql`select sending_no as "sendingNo", document_id as "documentId", row_no as "row", claims::varchar as claims, model, address,
        actor, strftime(sent_at, '%Y-%m-%d') as day
      from ${table("model_proposal")} order by sending_no`,
    shape,
  );
  return groupBy(rows, ({ documentId }) => documentId);
}

/**
 * The claims of proposals that stand in a document as it is read today, marked as made by a model. One that has the span of a
 * claim that rules read, or of an earlier proposal, is that one and not added.
 */
export function addedClaims(read: ReadDocument, proposals: readonly ModelProposal[]): AddedClaims {
  if (proposals.length === 0) return { claims: [], sources: [] };
  const spans = new Set(read.claims.claims.map(spanKey));
  const speakers = new Speakers(read);
  const added = proposals.flatMap((proposal) =>
    (JSON.parse(proposal.claims) as readonly ModelClaim[]).flatMap((claim) => {
      const from = read.text.offsetOf(proposal.row, claim);
      if (from === undefined) return [];
      const span = { from, to: from + claim.quote.length };
      if (spans.has(spanKey(span))) return [];
      spans.add(spanKey(span));
      return [{ claim, proposal, span }];
    }),
  );
  const claims = added
    .toSorted((left, right) => left.span.from - right.span.from || left.span.to - right.span.to)
    .map((each, index) => toClaim(read, speakers, { ...each, no: index + 1 }));
  return {
    claims: claims.length === 0 ? [] : attachWords(read.text.text, claims, read.claims.written),
    sources: speakers.added,
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanKey = ({ from, to }: Span): string => `${from} ${to}`;

function toClaim(
  { text: { text: words } }: ReadDocument,
  speakers: Speakers,
  of: { readonly claim: ModelClaim; readonly proposal: ModelProposal; readonly span: Span; readonly no: number },
): Claim {
  const { kind, polarity, modality, speaker: name } = of.claim;
  const { model, address, day, actor } = of.proposal;
  const speaker = name === null ? speakers.author : speakers.named(name);
  const sources = [...new Set([speaker, speakers.author])];
  return {
    id: `m${String(of.no).padStart(4, "0")}`,
    ...of.span,
    line: words.slice(0, of.span.from).split("\n").length,
    quote: words.slice(of.span.from, of.span.to),
    kind,
    polarity,
    modality,
    cues: [],
    speaker,
    chain: sources.map((source) => ({ source, isInferred: true })),
    outlet: speakers.author,
    relation: name === null ? "own" : "citing",
    isQuoted: false,
    isIronic: false,
    isRetracted: false,
    isLead: false,
    sentence: of.span,
    lead: "",
    reasons: [{ field: "proposal", why: `made by the model ${model} at ${address}, asked on ${day} by ${actor}` }],
  };
}

/** The speakers of a document, found by their names; who is not among them is added. */
class Speakers {
  readonly added: SpeakerSource[] = [];
  readonly author: string;
  readonly #known: readonly SpeakerSource[];

  constructor({ claims, held }: ReadDocument) {
    this.#known = claims.sources;
    const author = claims.sources.find(({ kind }) => kind === "author");
    this.author = author?.id ?? this.#add("author", held.outlet ?? held.place);
  }

  named(name: string): string {
    const key = nameKey(name);
    const known = [...this.#known, ...this.added].find(({ mentions }) =>
      mentions.some((each) => nameKey(each) === key),
    );
    return known?.id ?? this.#add("person", name);
  }

  #add(kind: SpeakerSource["kind"], name: string): string {
    const id = `m${this.added.length}`;
    this.added.push({ id, kind, name, mentions: [name], isUnnamed: false, most: 1 });
    return id;
  }
}
