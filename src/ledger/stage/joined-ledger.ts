import { nextTurn } from "../../base/index.ts";
import type { SpeakerSource } from "../claims/claim.ts";
import type { Contradiction } from "../findings/contradiction.ts";
import type { Drift } from "../findings/drifts.ts";
import { DocumentJoiner, type ClaimAt, type JoinedDocument } from "../join/document-joiner.ts";
import type { LedgerEvent } from "../join/to-event.ts";
import type { LedgerClaim, ReadDocument, SourcesByKey } from "../likeness/ledger-claim.ts";
import { keepIn, keepMapIn, type Kept } from "./kept.ts";
import type { Scratches } from "./scratches.ts";

/** The ledger of any number of documents, of which some claims are in memory at a time. */
export interface JoinedLedger {
  readonly sources: SourcesByKey;
  /** The claims of each event, in the order of the events. */
  claims(): AsyncGenerator<readonly LedgerClaim[]>;
  events(): AsyncGenerator<LedgerEvent>;
  /** What contradicts and what drifted, by the later claims' documents. */
  findings(): AsyncGenerator<Findings>;
  /** The document of a claim, by its number among those that were added. */
  documentOf(claim: LedgerClaim): number;
}

type Findings = Omit<JoinedDocument, "claims">;

/** Takes the documents one by one, then joins them. */
export interface LedgerJoining {
  add(document: ReadDocument): void;
  /** Joins what was added; hears of each document. */
  join(onJoined: () => void): Promise<JoinedLedger>;
}

/** So many claims are in memory: those of the documents before it that one is compared with are often the same. */
const claimsMost = 8000;
const sourcesMost = 4000;
/** After so many events others have their turn. */
const eventsAtOnce = 64;

/** Begins a ledger whose claims lie on disk, as long as `scratches` are open. */
export function startJoining(scratches: Scratches): LedgerJoining {
  const sources = keepMapIn<SpeakerSource>(scratches.open(), sourcesMost);
  const joiner = new DocumentJoiner(sources);
  const gathered = keepIn<readonly LedgerClaim[]>(scratches.open(), 1);
  const claims = keepIn<LedgerClaim>(scratches.open(), claimsMost);
  const found = keepIn<readonly Found[]>(scratches.open(), 1);
  return {
    add: (document) => {
      // Why a field is what it is, no rule of joining asks; it is half of a claim.
      gathered.add(joiner.add(document).map((claim) => ({ ...claim, reasons: [] })));
    },
    join: async (onJoined) => {
      for (let no = 0; no < gathered.length; no += 1) {
        const joined = joiner.join(no, gathered.at(no), claims.at);
        for (const claim of joined.claims) claims.add(claim);
        found.add(toFound(joined));
        onJoined();
        await nextTurn();
      }
      return { sources, ...toLedger(joiner, claims, found) };
    },
  };
}

function toLedger(
  joiner: DocumentJoiner,
  claims: Kept<LedgerClaim>,
  found: Kept<readonly Found[]>,
): Omit<JoinedLedger, "sources"> {
  return {
    claims: async function* () {
      for await (const event of eventNumbers(joiner)) yield joiner.claimsOfEvent(event).map(claims.at);
    },
    events: async function* () {
      for await (const event of eventNumbers(joiner)) yield joiner.eventOf(event, claims.at);
    },
    findings: async function* () {
      for (let no = 0; no < found.length; no += 1) {
        await nextTurn();
        yield toFindings(found.at(no), claims.at);
      }
    },
    documentOf: ({ at: place }) => joiner.documentOf(place),
  };
}

async function* eventNumbers(joiner: DocumentJoiner): AsyncGenerator<number> {
  for (let event = 0; event < joiner.eventCount; event += 1) {
    if (event % eventsAtOnce === 0) await nextTurn();
    yield event;
  }
}

/** What was found in a document, its claims by their positions. */
type Found =
  | {
      readonly kind: "contradiction";
      readonly found: Omit<Contradiction, Sides>;
      readonly claims: readonly [number, number];
    }
  | { readonly kind: "drift"; readonly found: Omit<Drift, Sides>; readonly claims: readonly [number, number] };
type Sides = "left" | "right" | "claim" | "from";

const toFound = ({ contradictions, drifts }: JoinedDocument): readonly Found[] => [
  ...contradictions.map(({ left, right, kind, why }): Found => ({
    kind: "contradiction",
    found: { kind, why },
    claims: [left.at, right.at],
  })),
  ...drifts.map(({ claim, from, kind, why }): Found => ({
    kind: "drift",
    found: { kind, why },
    claims: [claim.at, from.at],
  })),
];

const toFindings = (all: readonly Found[], claimAt: ClaimAt): Findings => ({
  contradictions: all.flatMap((each) =>
    each.kind === "contradiction"
      ? [{ ...each.found, left: claimAt(each.claims[0]), right: claimAt(each.claims[1]) }]
      : [],
  ),
  drifts: all.flatMap((each) =>
    each.kind === "drift" ? [{ ...each.found, claim: claimAt(each.claims[0]), from: claimAt(each.claims[1]) }] : [],
  ),
});
