import { at, atKey } from "../../base/index.ts";
import type { SpeakerSource } from "../claims/claim.ts";
import { groupClaims } from "../events/group-claims.ts";
import { joinedTo, type Candidates } from "../events/join-claims.ts";
import type { ClaimRelations } from "../events/link-evidence.ts";
import type { Contradiction } from "../findings/contradiction.ts";
import { findContradictions, findContradictionsElsewhere } from "../findings/contradictions.ts";
import { findDrifts, type Drift } from "../findings/drifts.ts";
import { termsOfClaims, weighKinds, type ClaimWords } from "../likeness/claim-words.ts";
import { gather, type LedgerClaim, type ReadDocument, type SourcesByKey } from "../likeness/ledger-claim.ts";
import { TermIndex } from "../likeness/term-index.ts";
import { findRetold } from "../roots/rest-on.ts";
import { growing } from "./growing.ts";
import { toEvent, type LedgerEvent } from "./to-event.ts";

/** What joining a document with the earlier ones found: its claims, each on the sources that it rests on, and what they contradict. */
export interface JoinedDocument {
  readonly claims: readonly LedgerClaim[];
  readonly contradictions: readonly Contradiction[];
  readonly drifts: readonly Drift[];
}

/** The claims of a document by its number. */
type ClaimsOf = (no: number) => readonly LedgerClaim[];

// Of its own document a claim is compared with so many before it: pages of thousands of claims stay linear.
const ownMax = 400;
const nothing = -1;

/**
 * Joins claims to events, document by document: all are added, then each is joined with those before it. Of each claim it keeps only
 * its words, as numbers, its event and what it retells; the claims themselves lie with the caller, who gives back those that a
 * document is to be compared with (`earlierOf`). So the work of a document depends on few others, and so does the memory.
 */
export class DocumentJoiner {
  readonly #sources = new Map<string, SpeakerSource>();
  readonly #index = new TermIndex();
  /** By document the position of its first claim. */
  readonly #firsts = growing();
  /** By claim its document, its event, the next claim of that event, and the claim that it retells. */
  readonly #documents = growing();
  readonly #events = growing();
  readonly #nexts = growing();
  readonly #told = growing();
  /** By event its first and last claim. */
  readonly #heads = growing();
  readonly #lasts = growing();
  readonly #disputed = new Set<number>();
  readonly #others = new Map<number, readonly (readonly number[])[]>();

  /** Sources by their keys, of all documents that were added. */
  get sources(): SourcesByKey {
    return this.#sources;
  }

  /** Adds the next document; its claims as they are to be given back. */
  add(document: ReadDocument): readonly LedgerClaim[] {
    const claims = gather(document, this.#documents.length, this.#sources);
    const no = this.#firsts.length;
    this.#firsts.push(this.#documents.length);
    for (const terms of termsOfClaims(claims)) this.#index.add(terms);
    for (const list of [this.#events, this.#nexts, this.#told]) for (const _ of claims) list.push(nothing);
    for (const _ of claims) this.#documents.push(no);
    return claims;
  }

  /** The documents with which one is to be compared, by number: itself and earlier ones. */
  earlierOf(no: number): ReadonlySet<number> {
    const numbers = new Set([no]);
    for (const others of this.#othersOf(no)) for (const other of others) numbers.add(this.documentOf(other));
    return numbers;
  }

  /** Joins a document with the earlier ones, which are joined; `claimsOf`: the claims of those of `earlierOf`. */
  join(no: number, claimsOf: ClaimsOf): JoinedDocument {
    const gathered = claimsOf(no);
    const words = this.#wordsFor(no, gathered);
    const retold = findRetold(gathered, words, this.sources);
    for (const { claim, from } of retold) this.#told.set(claim.at, from.at);
    const claims = this.restOnTold(gathered);
    const documentOf: Candidates = ({ at: place, document }) =>
      document === claims[0]?.document ? claims : claimsOf(this.documentOf(place));
    const compared = { words, kinds: this.#kindsFor(no, claims, claimsOf), documentOf };
    const within = findContradictions(claims, (claim) => this.#before(no, claim, claims), compared);
    const others: Candidates = (claim) => this.#ofOthers(no, claim, claimsOf);
    this.#enterAll(claims, others, { ...compared, areContradicted: areAmong(within) });
    const isOneEvent = (left: LedgerClaim, right: LedgerClaim): boolean =>
      this.#events.at(left.at) === this.#events.at(right.at);
    const ofEvent: Candidates = (claim) => others(claim).filter((other) => isOneEvent(claim, other));
    const contradictions = [...within, ...findContradictionsElsewhere(claims, ofEvent, compared)];
    for (const { left, right } of contradictions)
      if (isOneEvent(left, right)) this.#disputed.add(this.#events.at(left.at));
    this.#others.delete(no);
    return { claims, contradictions, drifts: findDrifts(retold) };
  }

  /** The claims of a joined document: one that retells an attributed one rests on its sources. */
  restOnTold(claims: readonly LedgerClaim[]): readonly LedgerClaim[] {
    const first = claims[0]?.at ?? 0;
    return claims.map((claim): LedgerClaim => {
      const from = claims[this.#told.at(claim.at) - first];
      if (!from) return claim;
      const chain = [...from.chain.slice(0, -1).map(({ source }) => ({ source, isInferred: true })), ...claim.chain];
      return { ...claim, chain, relation: "based-on" };
    });
  }

  /** The weighed words of a claim, by its position. */
  wordsOf(place: number): ClaimWords {
    return this.#index.wordsOf(place);
  }

  /** The document of a claim, by its position. */
  readonly documentOf = (place: number): number => this.#documents.at(place);

  /** A claim by its position, among the claims of its document. */
  claimAt(place: number, claimsOf: ClaimsOf): LedgerClaim {
    const no = this.documentOf(place);
    return at(claimsOf(no), place - this.#firsts.at(no));
  }

  /** The events so far, in the order of their first claims. */
  eventNumbers(): readonly number[] {
    return Array.from({ length: this.#heads.length }, (_, event) => event);
  }

  /** The claims of an event, by their positions, in order. */
  claimsOfEvent(event: number): readonly number[] {
    const places: number[] = [];
    for (let place = this.#heads.at(event); place !== nothing; place = this.#nexts.at(place)) places.push(place);
    return places;
  }

  /** An event with its claims; `claimAt` gives them by position, as `join` returned them. */
  eventOf(event: number, claimAt: (place: number) => LedgerClaim): LedgerEvent {
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

  /** The claims of other documents with which a claim shares most. */
  #ofOthers(no: number, { at: place }: LedgerClaim, claimsOf: ClaimsOf): readonly LedgerClaim[] {
    return at(this.#othersOf(no), place - this.#firsts.at(no)).map((other) => this.claimAt(other, claimsOf));
  }

  /** For each claim of a document those of others with which it shares most; kept until the document is joined. */
  #othersOf(no: number): readonly (readonly number[])[] {
    const known = this.#others.get(no);
    if (known) return known;
    const first = this.#firsts.at(no);
    const others: (readonly number[])[] = [];
    for (let place = first; place < this.#documents.length && this.documentOf(place) === no; place += 1)
      others.push(this.#index.othersOf(place, first));
    this.#others.set(no, others);
    return others;
  }

  /** The kinds of thing and doing of a document's claims and of those that they are compared with, by position. */
  #kindsFor(no: number, claims: readonly LedgerClaim[], claimsOf: ClaimsOf): readonly ClaimWords[] {
    const places = new Set(this.#othersOf(no).flat());
    const compared = [...claims, ...[...places].map((place) => this.claimAt(place, claimsOf))];
    const kinds: ClaimWords[] = [];
    for (const [index, weighed] of weighKinds(compared).entries()) kinds[at(compared, index).at] = weighed;
    return kinds;
  }

  /** The words of a document's claims and of those that they are compared with, by position; of others there are none. */
  #wordsFor(no: number, claims: readonly LedgerClaim[]): readonly ClaimWords[] {
    const words: ClaimWords[] = [];
    for (const { at: place } of claims) words[place] = this.wordsOf(place);
    for (const others of this.#othersOf(no)) for (const other of others) words[other] ??= this.wordsOf(other);
    return words;
  }
}

/** Whether two claims are a pair of those that contradict each other, in either order. */
function areAmong(contradictions: readonly Contradiction[]): (left: LedgerClaim, right: LedgerClaim) => boolean {
  const pairs = new Set(contradictions.map(({ left, right }) => `${String(left.at)} ${String(right.at)}`));
  return (left, right) =>
    pairs.has(`${String(left.at)} ${String(right.at)}`) || pairs.has(`${String(right.at)} ${String(left.at)}`);
}
