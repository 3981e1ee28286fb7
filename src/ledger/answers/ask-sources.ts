import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { supports } from "../roots/count-roots.ts";
import { aimsOf } from "./aims.ts";
import type { Answer } from "./answer.ts";
import { askedEvent, inOrder } from "./asked-event.ts";
import { findSource } from "./asked-source.ts";
import { findRelevant } from "./relevance.ts";
import { saysSource } from "./says-source.ts";

/** Which sources: those that would not say, that rest on one, that deny or confirm something, or that tell of it. */
export function askSources(ledger: Ledger, text: string): Answer {
  const aims = aimsOf(text);
  if (aims.has("refuse")) return speakersOf(ledger.claims.filter(({ modality }) => modality === "cannot-confirm"));
  if (aims.has("rest-on")) return restingOn(ledger, text);
  if (aims.has("deny")) return denying(ledger, text);
  return aims.has("confirm") ? confirming(ledger, text) : telling(ledger, text);
}

/** Who denies what is asked about, or anything where no denial speaks of it. */
function denying(ledger: Ledger, text: string): Answer {
  const denied = ledger.claims.filter(({ modality }) => modality === "denied");
  const about = findRelevant(ledger, text, (claim) => denied.includes(claim));
  const best = about[0]?.score ?? 0;
  const meant = about.filter(({ score }) => score >= best * aboutAsRelevant).map(({ claim }) => claim);
  return speakersOf(meant.length > 0 ? inOrder(meant) : denied);
}

/** The outlets through which a source speaks, by the first claim that each carries and the claims that say whom it talked to. */
function restingOn(ledger: Ledger, text: string): Answer {
  const root = findSource(ledger, text);
  const carried = ledger.claims.filter(
    ({ chain, relation }) =>
      root !== undefined &&
      relation !== "based-on" &&
      chain.some(({ source }, index) => source === root && index < chain.length - 1),
  );
  const outletsOf = ({ chain }: LedgerClaim): readonly string[] =>
    chain
      .slice(1)
      .map(({ source }) => source)
      .filter((id) => ledger.sources.get(id)?.kind === "outlet");
  const outlets = distinct(carried.flatMap(outletsOf));
  const first = outlets.flatMap((id) => carried.find((claim) => outletsOf(claim).includes(id)) ?? []);
  const lines = new Set(carried.map(({ document, line }) => `${document} ${line}`));
  const saying = ledger.claims.filter(
    (claim) => saysSource(claim) && [-2, 0, 2].some((step) => lines.has(`${claim.document} ${claim.line + step}`)),
  );
  return { value: { kind: "sources", sources: outlets }, claims: inOrder([...first, ...saying]) };
}

const speakersOf = (claims: readonly LedgerClaim[]): Answer => ({
  value: { kind: "sources", sources: distinct(claims.map(({ speaker }) => speaker)) },
  claims,
});

/** Offices that confirm, or say on record, something of what is asked about. */
function confirming(ledger: Ledger, text: string): Answer {
  const relevant = findRelevant(
    ledger,
    text,
    (claim) => supports(claim) && ledger.sources.get(claim.speaker)?.kind === "body",
  );
  const best = relevant[0]?.score ?? 0;
  return speakersOf(relevant.filter(({ score }) => score >= best * aboutAsRelevant).map(({ claim }) => claim));
}

// A claim is of what is asked about from this part of the best one's score.
const aboutAsRelevant = 0.5;

/** Whoever tells of what is asked about. */
function telling(ledger: Ledger, text: string): Answer {
  const told = askedEvent(ledger, text)?.claims ?? [];
  return speakersOf(told.filter(({ speaker }) => ledger.sources.get(speaker)?.kind !== "author"));
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)].toSorted();
