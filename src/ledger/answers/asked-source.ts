import type { Ledger } from "../build-ledger.ts";
import { termsOf } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { askingTerms } from "./aims.ts";
import { askedTerms } from "./relevance.ts";

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

/** All sources whose mentions share as much with the words as those of the first of them. */
export function sourcesNamed({ sources }: Ledger, text: string): readonly string[] {
  const asked = askedTerms(text);
  const isAsked = (term: string): boolean => asked.some((other) => areOneName(term, other));
  const shares = [...sources]
    .filter(([, { kind }]) => kind !== "author")
    .map(([id, { mentions }]) => ({
      id,
      shared: Math.max(0, ...mentions.map((mention) => [...termsOf(mention)].filter(isAsked).length)),
    }));
  const most = Math.max(0, ...shares.map(({ shared }) => shared));
  return most === 0 ? [] : shares.filter(({ shared }) => shared === most).map(({ id }) => id);
}

/** One word, or a name and what is made of it: "Bulgaria", "Bulgarian". */
const areOneName = (one: string, other: string): boolean =>
  one === other ||
  (one.length >= stemMin && other.length >= stemMin && (one.startsWith(other) || other.startsWith(one)));

const stemMin = 5;

const shareOf = (mention: ReadonlySet<string>, asked: ReadonlySet<string>): number => {
  const shared = [...mention].filter((term) => asked.has(term) && !askingTerms().has(term)).length;
  return shared === 0 ? 0 : shared + shared / mention.size;
};

/** Whether a question asks by whose word alone: "When, by the nurse, did they leave?" */
export const namesTeller = (text: string): boolean => tellerIn(text) !== undefined;

const tellerIn = (text: string): string | undefined =>
  /,\s*(?:by|according to) (?<who>(?:the |her |his |its |their )?[^,?]+?)(?=[,?]|$)/iu.exec(text)?.groups?.["who"];

/** "..., by the prosecutor": only what one says who is called so, or what an outlet of that name carries; all, where nobody is named. */
export function byTeller(ledger: Ledger, text: string): (claim: LedgerClaim) => boolean {
  const by = tellerIn(text);
  if (by === undefined) return () => true;
  const teller = findSource(ledger, by);
  const who = [...termsOf(by)];
  const called = new Set(
    [...ledger.sources].flatMap(([id, { mentions }]) =>
      mentions.some((mention) => holdsAll(mention, who)) ? [id] : [],
    ),
  );
  return ({ chain, speaker }) => called.has(speaker) || chain.some(({ source }) => source === teller);
}

function holdsAll(mention: string, who: readonly string[]): boolean {
  const terms = termsOf(mention);
  return who.every((term) => terms.has(term));
}
