import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated, supports } from "../roots/count-roots.ts";
import type { Answer } from "./answer.ts";
import { inOrder } from "./asked-event.ts";
import { findRelevant, findSource } from "./relevance.ts";

// A claim is one of those asked about from this part of the best one's score.
const among = 0.5;

/** Which sources: those that rest on one, confirm something, or would not. */
export function askSources(ledger: Ledger, text: string): Answer {
  if (/\brests? on\b|\brely on\b|\bcome from\b/iu.test(text)) return restingOn(ledger, text);
  if (/\b(?:declin|unable|unwilling|could not|would not|refus|not confirm|no comment)/iu.test(text))
    return speakersOf(ledger, (claim) => claim.modality === "cannot-confirm");
  if (/\bdeni(?:es|ed)\b|\bdeny\b/iu.test(text)) return speakersOf(ledger, (claim) => claim.modality === "denied");
  return confirming(ledger, text);
}

/** The outlets through which a source speaks, by the first claim that each carries and the claims that say whom it talked to. */
function restingOn(ledger: Ledger, text: string): Answer {
  const root = findSource(ledger, text.replace(/^.*\b(?:rests?|rely|come) (?:on|from)\b/iu, ""));
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

/** "has the same man on the telephone", "both rest on one cashier", "it is the woman who talked to the paper". */
const saysSource = ({ quote }: LedgerClaim): boolean =>
  /\bthe same (?:man|woman|person|source|people|official|witness|one)\b|\brests? on\b|\b(?:talked|spoken?|spoke) (?:to|with)\b|\bhas (?:him|her|them) on\b/iu.test(
    quote,
  );

function speakersOf(ledger: Ledger, wanted: (claim: LedgerClaim) => boolean): Answer {
  const claims = ledger.claims.filter(wanted);
  return { value: { kind: "sources", sources: distinct(claims.map(({ speaker }) => speaker)) }, claims };
}

/** Offices that confirm, or say on record, something of what is asked about. */
function confirming(ledger: Ledger, text: string): Answer {
  const claims = findRelevant(
    ledger,
    text,
    (claim) => supports(claim) && ledger.sources.get(claim.speaker)?.kind === "body",
  ).map(({ claim }) => claim);
  return { value: { kind: "sources", sources: distinct(claims.map(({ speaker }) => speaker)) }, claims };
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)].toSorted();

/** Which claims: denied, ironic, withdrawn, unrelated, firmer than what they rest on, or those that name something. */
export function askClaims(ledger: Ledger, text: string): Answer {
  const claims = ledger.claims.filter(claimFilter(ledger, text));
  return {
    value: { kind: "claims", claims },
    claims: inOrder([...claims, ...claims.flatMap((claim) => behind(ledger, claim))]),
  };
}

/** What a claim is to be read with: the one that it retells, and what was put in its place. */
const behind = (ledger: Ledger, claim: LedgerClaim): readonly LedgerClaim[] => [
  ...ledger.drifts.flatMap((drift) => (drift.claim === claim ? [drift.from] : [])),
  ...(claim.isRetracted
    ? ledger.claims.filter(
        ({ document, line, at }) => document === claim.document && line === claim.line && Math.abs(at - claim.at) <= 3,
      )
    : []),
];

function claimFilter(ledger: Ledger, text: string): (claim: LedgerClaim) => boolean {
  if (/\bdeni(?:es|ed)\b|\bdeny\b/iu.test(text)) {
    const speaker = /\bdoes\b|\bdo\b/iu.test(text) ? findSource(ledger, text) : undefined;
    return (claim) =>
      claim.modality === "denied" && !isUnrelated(claim) && (speaker === undefined || claim.speaker === speaker);
  }
  const confirmer = /\bdo(?:es)?\b.*\b(?:confirm|admit|acknowledge|concede)/iu.test(text)
    ? findSource(ledger, text)
    : undefined;
  if (confirmer !== undefined) return confirmedBy(ledger, confirmer);
  if (/\bliteral/iu.test(text)) return ({ isIronic }) => isIronic;
  if (/\bwithdr|\bretract|\btaken back\b|\bcorrected\b/iu.test(text)) {
    const corrected = new Set(
      ledger.contradictions.flatMap(({ kind, left }) => (kind === "correction" ? [left.at] : [])),
    );
    return ({ isRetracted, at }) => isRetracted || corrected.has(at);
  }
  if (/\bunrelated\b|\bno link\b|\bno connection\b/iu.test(text)) return isUnrelated;
  if (/\bhedge|\bstronger\b|\bfirmer\b/iu.test(text)) {
    const lost = ledger.drifts.filter(({ kind }) => kind === "hedge-dropped" || !/\bhedge/iu.test(text));
    const drifted = new Set(lost.map(({ claim }) => claim.at));
    return ({ at }) => drifted.has(at);
  }
  const relevant = findRelevant(ledger, text);
  const best = relevant[0]?.score ?? 0;
  const named = new Set(relevant.filter(({ score }) => score >= best * among).map(({ claim }) => claim.at));
  return ({ at }) => named.has(at);
}

/** What a source says on record; what it is only reported to have said, where nothing is. */
function confirmedBy({ claims }: Ledger, source: string): (claim: LedgerClaim) => boolean {
  const own = claims.filter((claim) => claim.speaker === source && supports(claim));
  const onRecord = own.filter(({ modality }) => modality === "asserted");
  const confirmed = new Set(onRecord.length > 0 ? onRecord : own);
  return (claim) => confirmed.has(claim);
}

/** First, highest, latest of a series: every claim of that kind, and whether it is hedged. */
export function askPrecedents(ledger: Ledger): Answer {
  const claims = ledger.claims.filter(
    (claim) => !claim.isIronic && ((claim.kind === "precedent" && !isFirstPart(claim)) || isOfSeries(claim)),
  );
  return { value: { kind: "precedent", hedged: claims.map(isHedged) }, claims };
}

/** "the first week of May", "the first version": the beginning of something, and nothing first of its kind. */
const isFirstPart = ({ quote }: LedgerClaim): boolean =>
  /\bfirst (?:week|half|days?|hours?|months?|quarter|version|figure|report|count|name|floor|page|night|part)\b/iu.test(
    quote,
  );

/** "the fourth this year", "never before", "no bank has lost so many since": a place in a series, whatever else the claim tells. */
const isOfSeries = ({ quote, counts, kind }: LedgerClaim): boolean =>
  kind !== "assessment" &&
  ((counts.some(({ isOrdinal }) => isOrdinal === true) &&
    /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th)\b.{0,80}\b(?:this (?:year|month|week)|since|in (?:\p{L}+ )?(?:months|weeks|years|days)|so far|in a row|running)\b/iu.test(
      quote,
    )) ||
    /\b(?:never before|for the first time|no \p{L}+ .{0,60}\b(?:before|so many|as many|so much))\b/iu.test(quote));

const isHedged = ({ modality, lead }: LedgerClaim): boolean =>
  modality === "hedged" || /\b(?:by my reckoning|to my knowledge|as far as (?:I|we) know|if|perhaps)\b/iu.test(lead);
