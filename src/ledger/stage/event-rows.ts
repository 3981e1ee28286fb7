import type { Ledger, LedgerEvent } from "../build-ledger.ts";
import type { FoundDate } from "../dates/index.ts";
import type { WordedClaim } from "../claims/attach-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { supports } from "../roots/count-roots.ts";
import { columnsOf, type Rows } from "./columns-of.ts";
import { dateOfEvent, placeOfEvent, typeOfEvent } from "./describe-event.ts";
import { coarseSource, coarseWords } from "./guard.ts";
import { claimKey, isGuardedEvent } from "./told-claims.ts";

/** What may be told of a claim: of a guarded one in countries and months. */
export interface ToldClaim {
  readonly claimId: string;
  readonly quote: string;
  readonly date: FoundDate | undefined;
  readonly places: WordedClaim["places"];
  readonly isGuarded: boolean;
}

/** Told claims by their keys. */
export type ToldClaims = ReadonlyMap<string, ToldClaim>;

/** The rows of the tables of events for a ledger; `isConfirmed`: it is made of claims that a person confirmed. */
export function eventRows(ledger: Ledger, told: ToldClaims, isConfirmed: boolean) {
  const idOf = ({ id }: LedgerEvent): string => (isConfirmed ? `confirmed-${id}` : id);
  return {
    event: columnsOf(
      ledger.events.map((event) => ({
        event_id: idOf(event),
        is_confirmed: isConfirmed,
        ...eventRow(ledger, event, told),
      })),
    ),
    event_claim: columnsOf(
      ledger.events.flatMap((event) =>
        event.claims.flatMap((claim) => {
          const known = told.get(claimKey(claim));
          return known ? [{ event_id: idOf(event), claim_id: Buffer.from(known.claimId, "hex") }] : [];
        }),
      ),
    ),
    event_root: columnsOf(
      ledger.events.flatMap((event) => rootRows(ledger, event, told).map((row) => ({ event_id: idOf(event), ...row }))),
    ),
    contradiction: pairRows(ledger.contradictions, told, ({ kind, left, right, why }) => ({
      is_confirmed: isConfirmed,
      kind,
      left_claim: left,
      right_claim: right,
      why,
    })),
    drift: pairRows(ledger.drifts, told, ({ kind, claim, from, why }) => ({
      is_confirmed: isConfirmed,
      kind,
      claim_id: claim,
      from_claim: from,
      why,
    })),
  } satisfies Record<string, Rows>;
}

const isGuarded = (event: LedgerEvent, told: ToldClaims): boolean =>
  isGuardedEvent(event.claims, (claim) => told.get(claimKey(claim))?.isGuarded ?? false);

function rootRows(ledger: Ledger, event: LedgerEvent, told: ToldClaims) {
  const isCoarse = isGuarded(event, told);
  return event.roots.groups.map(({ source, carriers, most }, index) => ({
    root_no: index + 1,
    source: nameOf(ledger, source, isCoarse),
    carriers: carriers.map((carrier) => nameOf(ledger, carrier, isCoarse)),
    most,
  }));
}

function eventRow(ledger: Ledger, event: LedgerEvent, told: ToldClaims) {
  const isCoarse = isGuarded(event, told);
  const claims = event.claims.flatMap((claim) => {
    const known = told.get(claimKey(claim));
    return known ? [{ claim, known }] : [];
  });
  const backing = claims.filter(({ claim }) => supports(claim));
  const date = dateOfEvent(backing.flatMap(({ known }) => known.date ?? []));
  const place = placeOfEvent(
    backing.flatMap(({ known }) => (isCoarse ? known.places.filter(({ kind }) => kind === "country") : known.places)),
  );
  const names = (sources: readonly string[]): string[] => sources.map((source) => nameOf(ledger, source, isCoarse));
  return {
    title: titleOf(event, claims),
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
): string {
  const start = title.replace(/…$/u, "");
  const named = claims.find(({ claim }) => claim.quote.startsWith(start));
  const words = named?.known.quote ?? coarseWords(title);
  return words.length > titleMax ? `${words.slice(0, titleMax - 1)}…` : words;
}

function nameOf({ sources }: Ledger, key: string, isGuarded: boolean): string {
  const source = sources.get(key);
  if (!source) return key;
  return (isGuarded ? coarseSource(source) : source).name;
}

/** Rows about two claims each: their ids for them, and a reason that tells no more than they do. */
function pairRows<Found extends { readonly why: string }>(
  all: readonly Found[],
  told: ToldClaims,
  rowOf: (found: Found) => Readonly<Record<string, LedgerClaim | string | boolean>>,
): Rows {
  return columnsOf(
    all.flatMap((found) => {
      const row = rowOf(found);
      const claims = Object.values(row).flatMap((value) =>
        typeof value === "object" ? [told.get(claimKey(value))] : [],
      );
      if (claims.includes(undefined)) return [];
      const isGuarded = claims.some((claim) => claim?.isGuarded);
      return [
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === "object"
              ? Buffer.from(told.get(claimKey(value))?.claimId ?? "", "hex")
              : name === "why" && isGuarded
                ? coarseWords(String(value))
                : value,
          ]),
        ),
      ];
    }),
  );
}
