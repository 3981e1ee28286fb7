import type { Database } from "../../store/index.ts";
import type { Contradiction } from "../findings/contradiction.ts";
import type { Drift } from "../findings/drifts.ts";
import { DocumentJoiner, type JoinedDocument } from "../join/document-joiner.ts";
import type { LedgerEvent } from "../join/to-event.ts";
import type { LedgerClaim, ReadDocument, SourcesByKey } from "../likeness/ledger-claim.ts";
import { keptLists, type KeptLists } from "./kept-lists.ts";

/** Events with the documents in which their claims stand, by the documents' numbers. */
export interface EventsOfSome {
  readonly events: readonly LedgerEvent[];
  readonly documents: ReadonlySet<number>;
}

/** What was found in joining some documents, and the documents in which the claims stand. */
export interface FindingsOfSome extends Omit<JoinedDocument, "claims"> {
  readonly documents: ReadonlySet<number>;
}

/** The ledger of any number of documents, of which some are in memory at a time. */
export interface JoinedLedger {
  readonly sources: SourcesByKey;
  /** The events in order, some thousand claims at a time. */
  events(): AsyncGenerator<EventsOfSome>;
  /** What contradicts and what drifted, in the order of the later claims' documents. */
  findings(): AsyncGenerator<FindingsOfSome>;
}

/** Takes the documents one by one, then joins them. */
export interface LedgerJoining {
  add(document: ReadDocument): Promise<void>;
  /** Joins what was added; hears of each document. */
  join(onJoined: () => void): Promise<JoinedLedger>;
}

/** Joined at a time: few enough that they and the documents like them are in memory together. */
const documentsAtOnce = 16;
const claimsAtOnce = 2000;

/** Begins a ledger whose claims lie in temporary tables; `name` tells two of one stage apart. */
export async function startJoining(database: Database, name: string): Promise<LedgerJoining> {
  const joiner = new DocumentJoiner();
  const claims = await keptLists<LedgerClaim>(database, `${name}_claims`, (list) => joiner.restOnTold(list));
  let documents = 0;
  return {
    add: async (document) => {
      // Why a field is what it is, no rule of joining asks; it is half of a claim.
      await claims.add(joiner.add(document).map((claim) => ({ ...claim, reasons: [] })));
      documents += 1;
    },
    join: async (onJoined) => {
      const found = await keptLists<Found>(database, `${name}_found`);
      for (const some of inGroups(documents)) {
        await claims.fetch(some.flatMap((no) => [...joiner.earlierOf(no)]));
        for (const no of some) {
          const joined = joiner.join(no, claims.of);
          claims.replace(no, joined.claims);
          await found.add(toFound(joined));
          onJoined();
        }
      }
      return {
        sources: joiner.sources,
        events: () => eventsOf(joiner, claims),
        findings: () => findingsOf(joiner, { claims, found, documents }),
      };
    },
  };
}

async function* eventsOf(joiner: DocumentJoiner, claims: KeptLists<LedgerClaim>): AsyncGenerator<EventsOfSome> {
  for (const events of groupsOfEvents(joiner)) {
    const documents = new Set(events.flatMap((event) => joiner.claimsOfEvent(event)).map(joiner.documentOf));
    await claims.fetch(documents);
    yield {
      documents,
      events: events.map((event) => joiner.eventOf(event, (place) => joiner.claimAt(place, claims.of))),
    };
  }
}

/** Neighbouring events, so many that they have about `claimsAtOnce` claims; a larger event is alone. */
function* groupsOfEvents(joiner: DocumentJoiner): Generator<readonly number[]> {
  let group: number[] = [];
  let size = 0;
  for (const event of joiner.eventNumbers()) {
    const own = joiner.claimsOfEvent(event).length;
    if (group.length > 0 && size + own > claimsAtOnce) {
      yield group;
      [group, size] = [[], 0];
    }
    group.push(event);
    size += own;
  }
  if (group.length > 0) yield group;
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

async function* findingsOf(
  joiner: DocumentJoiner,
  {
    claims,
    found,
    documents: count,
  }: {
    readonly claims: KeptLists<LedgerClaim>;
    readonly found: KeptLists<Found>;
    readonly documents: number;
  },
): AsyncGenerator<FindingsOfSome> {
  for (const some of inGroups(count)) {
    await found.fetch(some);
    const all = some.flatMap((no) => found.of(no));
    const documents = new Set(all.flatMap((each) => each.claims).map(joiner.documentOf));
    await claims.fetch(documents);
    const claimAt = (place: number): LedgerClaim => joiner.claimAt(place, claims.of);
    yield {
      documents,
      contradictions: all.flatMap((each) =>
        each.kind === "contradiction"
          ? [{ ...each.found, left: claimAt(each.claims[0]), right: claimAt(each.claims[1]) }]
          : [],
      ),
      drifts: all.flatMap((each) =>
        each.kind === "drift" ? [{ ...each.found, claim: claimAt(each.claims[0]), from: claimAt(each.claims[1]) }] : [],
      ),
    };
  }
}

/** The numbers of documents in groups. */
function* inGroups(documents: number): Generator<readonly number[]> {
  for (let first = 0; first < documents; first += documentsAtOnce)
    yield Array.from({ length: Math.min(documentsAtOnce, documents - first) }, (_, index) => first + index);
}
