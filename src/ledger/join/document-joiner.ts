import { at, atKey } from "../../base/index.ts";
import { groupClaims } from "../events/group-claims.ts";
import { joinedTo, type Candidates } from "../events/join-claims.ts";
import type { ClaimRelations } from "../events/link-evidence.ts";
import type { Contradiction } from "../findings/contradiction.ts";
import { findContradictions, findContradictionsElsewhere } from "../findings/contradictions.ts";
import { findDrifts, type Drift } from "../findings/drifts.ts";
import { termsOfClaims, weighKinds, type ClaimWords } from "../likeness/claim-words.ts";
import { gather, type LedgerClaim, type ReadDocument, type SourceBook } from "../likeness/ledger-claim.ts";
import { TermIndex } from "../likeness/term-index.ts";
import { findRetold, type Retold } from "../roots/rest-on.ts";
import { growing } from "./growing.ts";
import { toEvent, type LedgerEvent } from "./to-event.ts";

/** What joining a document with the earlier ones found: its claims, each on the sources that it rests on, and what they contradict. */
export interface JoinedDocument {
  readonly claims: readonly LedgerClaim[];
  readonly contradictions: readonly Contradiction[];
  readonly drifts: readonly Drift[];
}

/** A claim of an earlier document by its position among all, as `join` returned it. */
export type ClaimAt = (place: number) => LedgerClaim;

// Of its own document a claim is compared with so many before it: pages of thousands of claims stay linear.
const ownMax = 400;
const nothing = -1;

/**
 * Joins claims to events, document by document: all are added, then each is joined with those before it. Of each claim it keeps only
 * its words, as numbers, its event and what it retells; the claims themselves lie with the caller, who is asked for the few that a
 * document is compared with. So the work of a document depends on few others, and so does the memory.
 */
export class DocumentJoiner {
  readonly #sources: SourceBook;
  readonly #index = new TermIndex();
  /** By document the position of its first claim. */
  readonly #firsts = growing();
  /** By claim its document, its event, and the next claim of that event. */
  readonly #documents = growing();
  readonly #events = growing();
  readonly #nexts = growing();
  /** By event its first and last claim. */
  readonly #heads = growing();
  readonly #lasts = growing();
  readonly #disputed = new Set<number>();

  /** `sources` learns the sources of all documents that are added, by their keys. */
  constructor(sources: SourceBook) {
    this.#sources = sources;
  }

  /** Adds the next document; its claims as they are to be given to `join`. */
  add(document: ReadDocument): readonly LedgerClaim[] {
    const claims = gather(document, this.#documents.length, this.#sources);
    const no = this.#firsts.length;
    this.#firsts.push(this.#documents.length);
    for (const terms of termsOfClaims(claims)) this.#index.add(terms);
    for (const list of [this.#events, this.#nexts]) for (const _ of claims) list.push(nothing);
    for (const _ of claims) this.#documents.push(no);
    return claims;
  }

  /** Joins a document, by its number and its claims, with the earlier ones, which are joined. */
  join(no: number, gathered: readonly LedgerClaim[], claimAt: ClaimAt): JoinedDocument {
    const others = gathered.map((claim) => this.#index.othersOf(claim.at, this.#firsts.at(no)));
    const words = this.#wordsFor(gathered, others);
    const retold = findRetold(gathered, words, this.#sources);
    const claims = restOnTold(gathered, retold);
    const known = new KnownClaims(claims, claimAt);
    const ofOthers: Candidates = ({ at: place }) => at(others, place - this.#firsts.at(no)).map(known.at);
    const documents = new Map([[no, claims]]);
    const documentOf: Candidates = ({ at: place }) => {
      const other = this.documentOf(place);
      const all = documents.get(other) ?? this.#placesOf(other).map(known.at);
      documents.set(other, all);
      return all;
    };
    const kinds = kindsByPlace([...claims, ...[...new Set(others.flat())].map(known.at)]);
    const compared = { words, kinds, documentOf };
    const within = findContradictions(claims, (claim) => this.#before(no, claim, claims), compared);
    this.#enterAll(claims, ofOthers, { ...compared, areContradicted: areAmong(within) });
    const isOneEvent = (left: LedgerClaim, right: LedgerClaim): boolean =>
      this.#events.at(left.at) === this.#events.at(right.at);
    const ofEvent: Candidates = (claim) => ofOthers(claim).filter((other) => isOneEvent(claim, other));
    const contradictions = [...within, ...findContradictionsElsewhere(claims, ofEvent, compared)];
    for (const { left, right } of contradictions)
      if (isOneEvent(left, right)) this.#disputed.add(this.#events.at(left.at));
    return { claims, contradictions, drifts: findDrifts(retold) };
  }

  /** The weighed words of a claim, by its position. */
  wordsOf(place: number): ClaimWords {
    return this.#index.wordsOf(place);
  }

  /** The document of a claim, by its position. */
  readonly documentOf = (place: number): number => this.#documents.at(place);

  /** How many events there are so far, by number from 0 in the order of their first claims. */
  get eventCount(): number {
    return this.#heads.length;
  }

  /** The claims of an event, by their positions, in order. */
  claimsOfEvent(event: number): readonly number[] {
    const places: number[] = [];
    for (let place = this.#heads.at(event); place !== nothing; place = this.#nexts.at(place)) places.push(place);
    return places;
  }

  /** An event with its claims; `claimAt` gives them by position. */
  eventOf(event: number, claimAt: ClaimAt): LedgerEvent {
    const claims = this.claimsOfEvent(event).map(claimAt);
    return toEvent(claims, { index: event, sources: this.#sources, isDisputed: this.#disputed.has(event) });
  }

  /** Enters the claims of a document in events: in groups that tell of one, each in that of earlier documents which tells of the same. */
  #enterAll(claims: readonly LedgerClaim[], others: Candidates, known: ClaimRelations): void {
    const eventOf = (place: number): number => this.#events.at(place);
    const groups = new Map(
      groupClaims(claims, known).flatMap((group) => {
        const joined = { event: joinedTo(group, others, eventOf, known) };
        return group.map((claim) => [claim, joined] as const);
      }),
    );
    for (const claim of claims) {
      const group = atKey(groups, claim);
      group.event = this.#enter(claim, group.event);
    }
  }

  /** Enters a claim in an event, or in a new one; which. */
  #enter({ at: place }: LedgerClaim, joined: number | undefined): number {
    const event = joined ?? this.#heads.length;
    this.#events.set(place, event);
    if (joined === undefined) {
      this.#heads.push(place);
      this.#lasts.push(place);
      return event;
    }
    this.#nexts.set(this.#lasts.at(event), place);
    this.#lasts.set(event, place);
    return event;
  }

  /** The claims of its document that a claim is compared with: so many before it. */
  #before(no: number, { at: place }: LedgerClaim, claims: readonly LedgerClaim[]): readonly LedgerClaim[] {
    const own = place - this.#firsts.at(no);
    return claims.slice(Math.max(0, own - ownMax), own);
  }

  /** The positions of a document's claims. */
  #placesOf(no: number): readonly number[] {
    const first = this.#firsts.at(no);
    const next = no + 1 < this.#firsts.length ? this.#firsts.at(no + 1) : this.#documents.length;
    return Array.from({ length: next - first }, (_, index) => first + index);
  }

  /** The words of a document's claims and of those that they are compared with, by position; of others there are none. */
  #wordsFor(claims: readonly LedgerClaim[], others: readonly (readonly number[])[]): readonly ClaimWords[] {
    const words: ClaimWords[] = [];
    for (const { at: place } of claims) words[place] = this.wordsOf(place);
    for (const place of others.flat()) words[place] ??= this.wordsOf(place);
    return words;
  }
}

/** The claims of a document and those that it is compared with, by position: each is one object as long as the document is joined. */
class KnownClaims {
  readonly #known: Map<number, LedgerClaim>;
  readonly #claimAt: ClaimAt;

  constructor(own: readonly LedgerClaim[], claimAt: ClaimAt) {
    this.#known = new Map(own.map((claim) => [claim.at, claim]));
    this.#claimAt = claimAt;
  }

  readonly at: ClaimAt = (place) => {
    const claim = this.#known.get(place) ?? this.#claimAt(place);
    this.#known.set(place, claim);
    return claim;
  };
}

/** The claims of a document: one that retells an attributed one rests on its sources. */
function restOnTold(claims: readonly LedgerClaim[], retold: readonly Retold[]): readonly LedgerClaim[] {
  const told = new Map(retold.map(({ claim, from }) => [claim, from]));
  return claims.map((claim): LedgerClaim => {
    const from = told.get(claim);
    if (!from) return claim;
    const chain = [...from.chain.slice(0, -1).map(({ source }) => ({ source, isInferred: true })), ...claim.chain];
    return { ...claim, chain, relation: "based-on" };
  });
}

/** The kinds of thing and doing of claims, by their positions; of others there are none. */
function kindsByPlace(claims: readonly LedgerClaim[]): readonly ClaimWords[] {
  const kinds: ClaimWords[] = [];
  for (const [index, weighed] of weighKinds(claims).entries()) kinds[at(claims, index).at] = weighed;
  return kinds;
}

/** Whether two claims are a pair of those that contradict each other, in either order. */
function areAmong(contradictions: readonly Contradiction[]): (left: LedgerClaim, right: LedgerClaim) => boolean {
  const pairs = new Set(contradictions.map(({ left, right }) => `${String(left.at)} ${String(right.at)}`));
  return (left, right) =>
    pairs.has(`${String(left.at)} ${String(right.at)}`) || pairs.has(`${String(right.at)} ${String(left.at)}`);
}
