import type { Ledger } from "../build-ledger.ts";
import { contentWords, deedsOf } from "../events/index.ts";
import { termsOf } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** A claim with how much of the question's words it holds, weighed by how rare they are. */
export interface Relevant {
  readonly claim: LedgerClaim;
  readonly score: number;
}

// Words of the asking, not of what is asked about.
const askingWords = new Set(
  "root source sourc stand behind outlet paper site rest confirm claim statement story stori reader reach deny den who what when where which how many much large question count answer support contradict say speak tell speaker version include including one text page outlet happen order follow".split(
    " ",
  ),
);

/** The claims that a question is about, the most relevant first; claims of one event lend each other a part of their score. */
export function findRelevant(
  ledger: Ledger,
  text: string,
  among: (claim: LedgerClaim) => boolean = () => true,
): readonly Relevant[] {
  const asked = [...termsOf(text)].filter((term) => !askingWords.has(term));
  const deeds = deedsIn(text);
  const own = ledger.claims.map(
    (claim) =>
      scoreOf(ledger, claim, asked) + deedShare * [...deedsIn(claim.quote)].filter((deed) => deeds.has(deed)).length,
  );
  const lent = new Map<LedgerClaim, number>();
  for (const event of ledger.events) {
    const best = Math.max(0, ...event.claims.map((claim) => own[claim.at] ?? 0));
    for (const claim of event.claims) lent.set(claim, best);
  }
  return ledger.claims
    .filter((claim) => !claim.isIronic && among(claim))
    .map((claim) => ({ claim, score: (own[claim.at] ?? 0) + 0.25 * (lent.get(claim) ?? 0) }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at);
}

// A deed that the question and the claim can both tell of ("departure", "has left") counts like a word that some claims have.
const deedShare = 1.2;

const deedsIn = (text: string): ReadonlySet<string> =>
  new Set(contentWords(text).flatMap(({ term }) => deedsOf(term).map(({ deed }) => deed)));

/** The part of the question's words that a claim, or the words right before it, holds. */
function scoreOf(ledger: Ledger, claim: LedgerClaim, asked: readonly string[]): number {
  const words = ledger.words[claim.at];
  const lead = termsOf(claim.lead);
  return asked.reduce((sum, term) => sum + (words?.get(term) ?? (lead.has(term) ? 0.5 : 0)), 0);
}

/** The source whose mentions share most with the words; undefined where none shares any. */
export function findSource(ledger: Ledger, text: string): string | undefined {
  const asked = termsOf(text);
  let best: { readonly id: string; readonly score: number } | undefined;
  for (const [id, { mentions, kind }] of ledger.sources) {
    if (kind === "author") continue;
    const score = Math.max(...mentions.map((mention) => shareOf(termsOf(mention), asked)));
    if (score > 0 && (!best || score > best.score)) best = { id, score };
  }
  return best?.id;
}

const shareOf = (mention: ReadonlySet<string>, asked: ReadonlySet<string>): number => {
  const shared = [...mention].filter((term) => asked.has(term) && !askingWords.has(term)).length;
  return shared === 0 ? 0 : shared + shared / mention.size;
};
