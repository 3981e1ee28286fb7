import type { FoundDate } from "../dates/index.ts";
import type { WordedClaim } from "../claims/attach-words.ts";
import type { JoinedDocument } from "../join/document-joiner.ts";
import type { LedgerEvent } from "../join/to-event.ts";
import type { LedgerClaim, SourcesByKey } from "../likeness/ledger-claim.ts";
import { supports } from "../roots/count-roots.ts";
import { columnsOf, type Rows } from "./columns-of.ts";
import { dateOfEvent, placeOfEvent, typeOfEvent } from "./describe-event.ts";
import { tellSource } from "../guard/tell-source.ts";
import { tellWords } from "../guard/tell-words.ts";
import { isGuardedEvent } from "./told-claims.ts";

/** What may be told of a claim: of a guarded one in countries and months. */
export interface ToldClaim {
  readonly claimId: string;
  readonly quote: string;
  readonly date: FoundDate | undefined;
  readonly places: WordedClaim["places"];
  readonly isGuarded: boolean;
}

/** What may be told of a claim of the ledger; undefined of one that no document holds any more. */
export type ToldOf = (claim: LedgerClaim) => ToldClaim | undefined;

/** By what the rows of a ledger are made. */
export interface EventTelling {
  readonly sources: SourcesByKey;
  readonly told: ToldOf;
  /** Names that are surely of people in flight or beside them. */
  readonly names: ReadonlySet<string>;
  /** Whether the ledger is made of the claims alone that a person confirmed. */
  readonly isConfirmed: boolean;
}

/** The rows of the tables of events for some events of a ledger. */
export function eventRows(events: readonly LedgerEvent[], telling: EventTelling) {
  const { told, isConfirmed } = telling;
  const idOf = ({ id }: LedgerEvent): string => (isConfirmed ? `confirmed-${id}` : id);
  return {
    event: columnsOf(
      events.map((event) => ({ event_id: idOf(event), is_confirmed: isConfirmed, ...eventRow(event, telling) })),
    ),
    event_claim: columnsOf(
      events.flatMap((event) =>
        event.claims.flatMap((claim) => {
          const known = told(claim);
          return known ? [{ event_id: idOf(event), claim_id: Buffer.from(known.claimId, "hex") }] : [];
        }),
      ),
    ),
    event_root: columnsOf(
      events.flatMap((event) => rootRows(event, telling).map((row) => ({ event_id: idOf(event), ...row }))),
    ),
  } satisfies Record<string, Rows>;
}

/** The rows of the tables of what is found between claims. */
export const findingRows = (
  { contradictions, drifts }: Pick<JoinedDocument, "contradictions" | "drifts">,
  telling: EventTelling,
) =>
  ({
    contradiction: pairRows(contradictions, telling, ({ kind, left, right, why }) => ({
      is_confirmed: telling.isConfirmed,
      kind,
      left_claim: left,
      right_claim: right,
      why,
    })),
    drift: pairRows(drifts, telling, ({ kind, claim, from, why }) => ({
      is_confirmed: telling.isConfirmed,
      kind,
      claim_id: claim,
      from_claim: from,
      why,
    })),
  }) satisfies Record<string, Rows>;

const isGuarded = (event: LedgerEvent, told: ToldOf): boolean =>
  isGuardedEvent(event.claims, (claim) => told(claim)?.isGuarded ?? false);

function rootRows(event: LedgerEvent, telling: EventTelling) {
  const isCoarse = isGuarded(event, telling.told);
  return event.roots.groups.map(({ source, carriers, most }, index) => ({
    root_no: index + 1,
    source: nameOf(telling, source, isCoarse),
    carriers: carriers.map((carrier) => nameOf(telling, carrier, isCoarse)),
    most,
  }));
}

function eventRow(event: LedgerEvent, telling: EventTelling) {
  const { told } = telling;
  const isCoarse = isGuarded(event, told);
  const claims = event.claims.flatMap((claim) => {
    const known = told(claim);
    return known ? [{ claim, known }] : [];
  });
  const backing = claims.filter(({ claim }) => supports(claim));
  const date = dateOfEvent(backing.flatMap(({ known }) => known.date ?? []));
  const place = placeOfEvent(
    backing.flatMap(({ known }) => (isCoarse ? known.places.filter(({ kind }) => kind === "country") : known.places)),
  );
  const names = (keys: readonly string[]): string[] => keys.map((key) => nameOf(telling, key, isCoarse));
  return {
    title: titleOf(event, claims, telling.names),
    type: typeOfEvent(event.claims) ?? null,
    date_from: date?.start ?? null,
    date_to: date?.end ?? null,
    date_precision: date?.precision ?? null,
    place: place?.norm ?? null,
    country: place?.country ?? null,
    roots_least: event.roots.low,
    roots_most: event.roots.high,
    denied_by: names(event.deniedBy),
    unconfirmed_by: names(event.unconfirmedBy),
    status: event.status,
    is_guarded: isCoarse,
  };
}

const titleMax = 100;

/** The words of the claim after which the event is called, as they may be told. */
function titleOf(
  { title }: LedgerEvent,
  claims: readonly { readonly claim: LedgerClaim; readonly known: ToldClaim }[],
  names: ReadonlySet<string>,
): string {
  const start = title.replace(/…$/u, "");
  const named = claims.find(({ claim }) => claim.quote.startsWith(start));
  const words = named?.known.quote ?? tellWords(title, { names }).words;
  return words.length > titleMax ? `${words.slice(0, titleMax - 1)}…` : words;
}

function nameOf({ sources, names }: EventTelling, key: string, isGuarded: boolean): string {
  const source = sources.get(key);
  if (!source) return key;
  return (isGuarded ? tellSource(source, { names }) : source).name;
}

/** Rows about two claims each: their ids for them, and a reason that tells no more than they do. */
function pairRows<Found extends { readonly why: string }>(
  all: readonly Found[],
  { told, names }: EventTelling,
  rowOf: (found: Found) => Readonly<Record<string, LedgerClaim | string | boolean>>,
): Rows {
  return columnsOf(
    all.flatMap((found) => {
      const row = rowOf(found);
      const claims = Object.values(row).flatMap((value) => (typeof value === "object" ? [told(value)] : []));
      if (claims.includes(undefined)) return [];
      const isGuarded = claims.some((claim) => claim?.isGuarded);
      return [
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === "object"
              ? Buffer.from(told(value)?.claimId ?? "", "hex")
              : name === "why" && isGuarded
                ? tellWords(String(value), { names }).words
                : value,
          ]),
        ),
      ];
    }),
  );
}
