import { isPersonalName, nameKeys, parseName } from "../../names/index.ts";
import { deedsIn } from "../events/index.ts";
import { casedSpans } from "../mentions/cased-spans.ts";
import { makeHanSpans } from "../mentions/han-spans.ts";
import { makeHangulSpans } from "../mentions/hangul-spans.ts";
import type { LedgerClaim } from "./ledger-claim.ts";

/** By what terms of facts are known among words. */
const mark = "@";
const termsMax = 40;
const smallMax = 10;

/**
 * What two claims in different languages can share: the type of event, the day, the place and a participant, all four in one term;
 * none where the claim does not give all four. A participant is a name, by the keys under which every spelling of it is found, or
 * a number above ten.
 */
export function factsOf(claim: LedgerClaim): readonly string[] {
  const { date, places, quote } = claim;
  if (!date?.start || date.start.slice(0, 10) !== date.end?.slice(0, 10) || places.length === 0) return [];
  const day = date.start.slice(0, 10);
  const types = new Set(deedsIn(quote).map(({ type }) => type));
  if (types.size === 0) return [];
  const participants = new Set([...numbersIn(claim), ...namesIn(quote)]);
  const terms = [...types].flatMap((type) =>
    [...new Set(places.map(({ norm }) => norm))].flatMap((place) =>
      [...participants].map((participant) => [mark, type, day, place, participant].join("|")),
    ),
  );
  return terms.slice(0, termsMax);
}

/** Whether a term is one of facts, which says nothing among words of one language. */
export const isFact = (term: string): boolean => term.startsWith(mark);

/** Whether two claims, each by its terms, share type, day, place and a participant. */
export function shareFacts(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): boolean {
  for (const term of left.keys()) if (isFact(term) && right.has(term)) return true;
  return false;
}

/** The numbers of a claim that are none of its day's. */
function numbersIn({ quote, date, from }: LedgerClaim): readonly string[] {
  const own = date && date.from >= from ? quote.slice(0, date.from - from) + quote.slice(date.to - from) : quote;
  return (own.match(/\d+/gu) ?? []).filter((digits) => Number(digits) > smallMax).map((digits) => `#${digits}`);
}

const finders = [casedSpans, makeHangulSpans(), makeHanSpans()];
const spansMax = 40;

function namesIn(quote: string): readonly string[] {
  const spans = finders.flatMap((spansOf) => spansOf(quote)).slice(0, spansMax);
  return spans.flatMap(({ forms, isShown, as }) =>
    !isShown || as === "company"
      ? []
      : forms.flatMap(({ text }) =>
          as === "person" || isPersonalName(text) ? nameKeys(parseName(text, "person")) : [],
        ),
  );
}
