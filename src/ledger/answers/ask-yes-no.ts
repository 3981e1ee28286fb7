import type { Ledger } from "../build-ledger.ts";
import { kindsIn } from "../likeness/kindred.ts";
import { termsOf } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isOneNoun } from "../findings/count-nouns.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { aimsOf } from "./aims.ts";
import { unknown, type Answer } from "./answer.ts";
import { findSource, sourcesNamed } from "./asked-source.ts";
import { findRelevant } from "./relevance.ts";

/** Yes or no: whether someone denies, supports, connects or contradicts. A refusal and a silence are neither support nor denial. */
export function askYesNo(ledger: Ledger, text: string): Answer {
  const source = findSource(ledger, text);
  const own = ledger.claims.filter(({ speaker }) => speaker === source);
  const aims = aimsOf(text);
  if (aims.has("connect")) return unlinked(ledger, own);
  if (aims.has("agree") || aims.has("contradict")) return agree(ledger, text, aims.has("contradict"));
  if (aims.has("deny") && !aims.has("confirm")) return denies(ledger, text, own);
  const tookBack = takenBack(ledger, text);
  if (tookBack) return tookBack;
  return aims.has("confirm") ? supporting(ledger, text) : isSo(ledger, text);
}

/** What is asked was said once, and its outlet took it back: no, by its last word. */
function takenBack(ledger: Ledger, text: string): Answer | undefined {
  const righting = ledger.contradictions.filter(({ kind }) => kind === "correction");
  // What takes a claim back speaks of it too.
  const mayBeSaid = (claim: LedgerClaim): boolean =>
    claim.polarity === "positive" && claim.kind !== "assessment" && !righting.some(({ right }) => right === claim);
  const said = findRelevant(ledger, text, mayBeSaid)[0]?.claim;
  const righted = righting.filter(({ left }) => left === said);
  if (!said || (righted.length === 0 && !said.isRetracted)) return undefined;
  return yesNo("no", [said, ...righted.map(({ right }) => right)]);
}

const yesNo = (is: "yes" | "no" | "neither" | "unresolved", claims: readonly LedgerClaim[]): Answer => ({
  value: { kind: "yes-no", is },
  claims,
});

function unlinked(ledger: Ledger, own: readonly LedgerClaim[]): Answer {
  const said = own.filter(isUnrelated);
  const claims = said.length > 0 ? said : ledger.claims.filter(isUnrelated);
  return claims.length > 0 ? yesNo("no", claims) : unknown;
}

/** Two who give different numbers do not agree; claims that are not flagged against each other do not contradict. */
function agree(ledger: Ledger, text: string, asksContradiction: boolean): Answer {
  const parties = partiesOf(ledger, text);
  const ofParties = ledger.claims.filter(({ speaker }) => parties.includes(speaker));
  const counting = asksNumbers.test(text) ? ofParties.filter(({ counts }) => counts.length > 0) : [];
  const spoken = counting.length > 0 ? counting : ofParties;
  const words = findRelevant(ledger, text, (claim) => spoken.includes(claim)).map(({ claim }) => claim);
  const relevant = (
    words.length > 0 ? words : spoken.length > 0 ? spoken : findRelevant(ledger, text).map(({ claim }) => claim)
  ).slice(0, 6);
  const refused = relevant.filter(({ modality }) => modality === "cannot-confirm");
  if (asksContradiction && refused.length > 0) return yesNo("neither", refused);
  const isOf = (claim: LedgerClaim): boolean => relevant.includes(claim);
  const flagged = ledger.contradictions.filter(({ left, right }) =>
    parties.length > 1 || ofOneTeller.test(text) ? isOf(left) && isOf(right) : isOf(left) || isOf(right),
  );
  const unflagged = ofOneTeller.test(text) ? relevant.filter(({ counts }) => counts.length > 0) : firstOfEach(relevant);
  const claims = flagged.length > 0 ? flagged.flatMap(({ left, right }) => [left, right]) : unflagged;
  if (asksContradiction) return yesNo(flagged.length > 0 ? "yes" : "no", claims);
  return yesNo(flagged.length > 0 || giveOtherNumbers(claims) ? "no" : "unresolved", claims);
}

/** Where two numbers are compared, only claims that give one matter. */
const asksNumbers = /\b(?:figures?|numbers?|counts?|totals?|sums?|amounts?|size|how (?:many|much))\b/iu;

/** "the two figures of the prosecutor": both are of one teller. */
const ofOneTeller =
  /\b(?:two|both|the) (?:figures|numbers|counts|totals|sums|versions|statements|answers) (?:of|by|from|given by)\b/iu;

/** The first of each speaker's claims. */
const firstOfEach = (claims: readonly LedgerClaim[]): readonly LedgerClaim[] =>
  claims.filter((claim, index) => claims.findIndex(({ speaker }) => speaker === claim.speaker) === index);

/** Whether two of the claims count one noun and give no common number. */
const giveOtherNumbers = (claims: readonly LedgerClaim[]): boolean =>
  claims.some((left) =>
    claims.some((right) =>
      left.counts.some(({ noun, high }) =>
        right.counts.some(
          (other) =>
            noun !== null &&
            other.noun !== null &&
            isOneNoun(noun, other.noun) &&
            high !== null &&
            other.low !== null &&
            high < other.low,
        ),
      ),
    ),
  );

/** The sources that the question names. */
function partiesOf(ledger: Ledger, text: string): readonly string[] {
  const words = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
  return [...ledger.sources]
    .filter(
      ([, { mentions, kind }]) =>
        kind !== "author" && mentions.some((mention) => words.includes(` ${headWords(mention)} `)),
    )
    .map(([id]) => id);
}

/** The noun by which a source is called: "clerk" of "A clerk at the office", "police" of "a spokeswoman for the police". */
const headWords = (mention: string): string =>
  (
    mention
      .toLowerCase()
      .replace(
        /^.*\b(?:spokes\p{L}+|press (?:office|officer|service)|statement|notice|officials?|lawyers?) (?:for|of|from)\s/u,
        "",
      )
      .split(/\s(?:of|at|in|who|with|for|from|near|on)\s|,/u)[0] ?? ""
  )
    .replace(/^(?:the|an?|its|his|her)\s/u, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function denies(ledger: Ledger, text: string, own: readonly LedgerClaim[]): Answer {
  const refused = own.filter(({ modality }) => modality === "cannot-confirm");
  if (refused.length > 0 && !own.some(({ modality }) => modality === "denied")) return yesNo("neither", refused);
  const what = text.replace(/^.*\bthat\b/iu, "");
  const denied = findRelevant(ledger, what, (claim) => own.includes(claim) && claim.modality === "denied")[0];
  const silent = findRelevant(
    ledger,
    text,
    ({ polarity, chain, quote }) =>
      polarity === "negative" && chain.length === 1 && /\b(?:not|nothing|silent)\b/iu.test(quote),
  )[0]?.claim;
  const best = findRelevant(ledger, what)[0]?.score ?? 0;
  if (denied && denied.score >= best * 0.6 && sharesHalf(what, denied.claim)) return yesNo("yes", [denied.claim]);
  const said = findRelevant(ledger, what, (claim) => own.includes(claim)).map(({ claim }) => claim);
  return yesNo(
    ofWords.test(text) ? "neither" : "no",
    silent ? [silent, ...said.slice(0, 1)] : (said.length > 0 ? said : own).slice(0, 2),
  );
}

/** "Does the notice of the police deny ...": words that say something else are no denial and no admission. */
const ofWords =
  /^(?:do|does|did|is|are|was|were) (?:the |its |his |her )?(?:[^?]{0,40}[’']s? )?(?:answer|notice|silence|statement|reply|letter|fax|note|report|list|log|record)s?\b/iu;

/** Whether a claim has half of the words of what it is asked to deny. */
function sharesHalf(what: string, { quote, lead }: LedgerClaim): boolean {
  const [asked, said] = [[...termsOf(what)], termsOf(`${lead} ${quote}`)];
  return asked.filter((term) => said.has(term)).length * 2 >= asked.length;
}

/** An answer that neither confirms nor denies supports nothing, and neither does a silence; what is called another story does not. */
function supporting(ledger: Ledger, text: string): Answer {
  const asked = sourcesNamed(ledger, text);
  const own = ledger.claims.filter(({ speaker }) => asked.includes(speaker));
  const refused = own.filter(({ modality }) => modality === "cannot-confirm");
  if (refused.length > 0) return yesNo("neither", refused);
  const relevant = findRelevant(ledger, text);
  const apart = relevant.find(({ claim }) => isUnrelated(claim));
  const isMeant =
    apart !== undefined && (own.includes(apart.claim) || apart.score >= (relevant[0]?.score ?? 0) * asMuch);
  if (apart && isMeant) return yesNo("no", [apart.claim, ...besideOf(ledger, apart.claim)]);
  const silent = relevant.find(({ claim }) => isSilent(claim) || claim.modality === "cannot-confirm")?.claim;
  return silent ? yesNo("neither", [silent]) : yesNo("unresolved", own.slice(0, 2));
}

/** The author says of somebody that he did not say. */
const isSilent = ({ polarity, chain }: LedgerClaim): boolean => polarity === "negative" && chain.length === 1;

/** The claims right before and behind in the same paragraph, by the same speaker. */
const besideOf = ({ claims }: Ledger, { at, document, line, speaker }: LedgerClaim): readonly LedgerClaim[] =>
  [claims[at - 1], claims[at + 1]].flatMap((other) =>
    other?.document === document && other.line === line && other.speaker === speaker ? [other] : [],
  );

// Set on the development round-ups: a claim speaks as much of what is asked as the best one from this part of its score.
const asMuch = 0.6;

/** Whether something is so: unresolved where it is said and denied or two tell it differently, and no where it is only denied. */
function isSo(ledger: Ledger, text: string): Answer {
  const tellsOfIt = (claim: LedgerClaim): boolean =>
    claim.kind !== "assessment" && claim.kind !== "precedent" && !isUnrelated(claim);
  const all = findRelevant(ledger, text, tellsOfIt);
  // What the author says on nobody's word retells, and settles nothing.
  const attributed = all.filter(({ claim: { speaker } }) => ledger.sources.get(speaker)?.kind !== "author");
  const relevant = attributed.length > 0 ? attributed : all;
  const best = relevant[0]?.score ?? 0;
  const told = relevant.filter(({ score }) => score >= best * asMuch).map(({ claim }) => claim);
  const against = ledger.contradictions.filter(
    ({ kind, left, right }) => kind !== "correction" && (told.includes(left) || told.includes(right)),
  );
  const first = told.slice(0, 3);
  if (against.length > 0)
    return yesNo("unresolved", [...first, ...against.flatMap(({ left, right }) => [left, right])]);
  const [top] = told;
  if (!top) return unknown;
  if (!told.some((claim) => tellsDeed(text, claim))) return yesNo("unresolved", first);
  if (top.modality === "cannot-confirm") return yesNo("neither", [top]);
  if (top.modality === "denied" || top.polarity === "negative") return yesNo("no", first);
  return yesNo(told.some(({ modality }) => modality === "denied") ? "unresolved" : "yes", first);
}

/** Whether a claim has a word, or one of a kind, of what is asked beside the names: that she left answers nothing of whether she burnt. */
function tellsDeed(text: string, { quote, lead }: LedgerClaim): boolean {
  const asked = text.replaceAll(/(?<!^)\p{Lu}[\p{L}\p{M}’'-]*/gu, " ");
  const [words, said] = [termsOf(asked), termsOf(`${lead} ${quote}`)];
  if (words.size === 0) return true;
  const kinds = kindsIn(quote);
  return [...words].some((word) => said.has(word)) || [...kindsIn(asked)].some((kind) => kinds.has(kind));
}
