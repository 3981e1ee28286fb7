import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { countRoots, supports } from "../roots/count-roots.ts";
import { unknown, type Answer } from "./answer.ts";
import { askedEvent, inOrder } from "./asked-event.ts";
import { readQuestion } from "./read-question.ts";
import { findSource } from "./asked-source.ts";
import { findRelevant } from "./relevance.ts";

/** How many independent sources stand behind the event that is asked about, with the version of one that the question counts in. */
export function askRootCount(ledger: Ledger, text: string): Answer {
  const { about, included } = readQuestion(text);
  const event = askedEvent(ledger, about);
  if (!event) return unknown;
  const claims = inOrder([...event.claims, ...(included === undefined ? [] : versionOf(ledger, included, about))]);
  const { low, high } = countRoots(claims, ledger.sources);
  return { value: { kind: "root-count", low, high }, claims: inOrder([...claims, ...event.near]) };
}

/** "The embassy's version included": what it says of what is asked, as far as it says more than that something is not so. */
function versionOf(ledger: Ledger, whose: string, about: string): readonly LedgerClaim[] {
  const source = findSource(ledger, whose);
  const own = findRelevant(ledger, `${about} ${whose}`, (claim) => claim.speaker === source && supports(claim));
  return own.slice(0, 1).map(({ claim }) => claim);
}
