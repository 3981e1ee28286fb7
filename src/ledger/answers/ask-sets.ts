import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { countRoots, supports } from "../roots/count-roots.ts";
import { unknown, type Answer } from "./answer.ts";
import { findRelevant, findSource } from "./relevance.ts";

// A claim is one of those asked about from this part of the best one's score.
const among = 0.5;

/** How many independent sources stand behind what is asked about: the event of the most relevant claim, and claims about as relevant. */
export function askRootCount(ledger: Ledger, text: string): Answer {
  const relevant = findRelevant(ledger, text, supports).map(({ claim, score }) => ({
    claim,
    score: score * (claim.kind === "attribute" ? attributeShare : 1),
  }));
  const best = relevant.toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at)[0];
  if (!best) return unknown;
  const event = ledger.events.find(({ claims }) => claims.includes(best.claim))?.claims ?? [];
  const near = relevant
    .filter(({ claim, score }) => score >= best.score * (event.includes(claim) ? inEvent : beside))
    .map(({ claim }) => claim);
  const { low, high } = countRoots(near, ledger.sources);
  return { value: { kind: "root-count", low, high }, claims: near };
}

// What happened counts before what someone is; claims of the same event are taken in from a smaller part of the best one's score.
const attributeShare = 0.7;
const inEvent = 0.2;
const beside = 0.85;

/** Which sources: those that rest on one, confirm something, or would not. */
export function askSources(ledger: Ledger, text: string): Answer {
  if (/\brests? on\b|\brely on\b|\bcome from\b/iu.test(text)) return restingOn(ledger, text);
  if (/\b(?:declin|unable|unwilling|could not|would not|refus|not confirm|no comment)/iu.test(text))
    return speakersOf(ledger, (claim) => claim.modality === "cannot-confirm");
  if (/\bdeni(?:es|ed)\b|\bdeny\b/iu.test(text)) return speakersOf(ledger, (claim) => claim.modality === "denied");
  return confirming(ledger, text);
}

function restingOn(ledger: Ledger, text: string): Answer {
  const root = findSource(ledger, text.replace(/^.*\b(?:rests?|rely|come) (?:on|from)\b/iu, ""));
  const claims = ledger.claims.filter(
    ({ chain }) => root !== undefined && chain.some(({ source }, index) => source === root && index < chain.length - 1),
  );
  const outlets = claims
    .flatMap(({ chain }) => chain.slice(1).map(({ source }) => source))
    .filter((id) => ledger.sources.get(id)?.kind === "outlet");
  return { value: { kind: "sources", sources: distinct(outlets) }, claims };
}

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
  return { value: { kind: "claims" }, claims };
}

function claimFilter(ledger: Ledger, text: string): (claim: LedgerClaim) => boolean {
  if (/\bdeni(?:es|ed)\b|\bdeny\b/iu.test(text)) {
    const speaker = /\bdoes\b|\bdo\b/iu.test(text) ? findSource(ledger, text) : undefined;
    return (claim) => claim.modality === "denied" && (speaker === undefined || claim.speaker === speaker);
  }
  if (/\bliteral/iu.test(text)) return ({ isIronic }) => isIronic;
  if (/\bwithdr|\bretract|\btaken back\b/iu.test(text)) return ({ isRetracted }) => isRetracted;
  if (/\bunrelated\b|\bno link\b|\bno connection\b/iu.test(text)) return isUnrelated;
  if (/\bhedge|\bstronger\b|\bfirmer\b/iu.test(text)) {
    const drifted = new Set(ledger.drifts.map(({ claim }) => claim.at));
    return ({ at }) => drifted.has(at);
  }
  const relevant = findRelevant(ledger, text);
  const best = relevant[0]?.score ?? 0;
  const named = new Set(relevant.filter(({ score }) => score >= best * among).map(({ claim }) => claim.at));
  return ({ at }) => named.has(at);
}

/** Says that two things have nothing to do with each other. */
export const isUnrelated = ({ quote }: LedgerClaim): boolean =>
  /\b(?:unrelated|not related|nothing to do with|no (?:link|connection|bearing)|not (?:linked|connected)|nothing links|any link between)\b/iu.test(
    quote,
  );

/** First, highest, latest of a series: every claim of that kind, and whether it is hedged. */
export function askPrecedents(ledger: Ledger): Answer {
  const claims = ledger.claims.filter(({ kind, isIronic }) => kind === "precedent" && !isIronic);
  return { value: { kind: "precedent", hedged: claims.map(({ modality }) => modality === "hedged") }, claims };
}
