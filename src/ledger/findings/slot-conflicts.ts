import { plainDeedsOf } from "../events/content-of.ts";
import { headLemma } from "../events/index.ts";
import { kindsIn } from "../likeness/kindred.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { isWordOf } from "../text/phrases.ts";
import { answersBefore } from "./answers-before.ts";
import type { Contradiction, Like, Pairs } from "./contradiction.ts";

// Likeness from which two claims of one deed tell of one event: that of two days of one event.
const ofOneEvent = 0.35;

/** Who did or owns a thing, or what it is called: what only one can be. */
interface Slot {
  readonly of: "doer" | "owner" | "name";
  /** As the words have it, and its last word in base form, by which two are compared. */
  readonly text: string;
  readonly head: string;
}

/** Two sources that give one deed two doers, one thing two owners or one person, ship or firm two names. */
export const findSlotConflicts = (pairs: Pairs, like: Like): readonly Contradiction[] =>
  pairs.flatMap(([left, right]) => {
    if (!mayDiffer(left, right)) return [];
    const [one, other] = [slotOf(left), slotOf(right)];
    if (!one || !other || one.of !== other.of || one.head === other.head || !isOne(left, right, like)) return [];
    return [{ kind: "role" as const, left, right, why: `${one.text} against ${other.text}` }];
  });

const mayDiffer = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.speaker !== right.speaker &&
  left.chain.length > 1 &&
  right.chain.length > 1 &&
  left.chain[0]?.source !== right.chain[0]?.source;

/** What answers the claim before it, and what is much like another and tells of the same doing. */
const isOne = (left: LedgerClaim, right: LedgerClaim, like: Like): boolean =>
  answersBefore(left, right) ||
  (like(left, right) >= ofOneEvent && [...doingsOf(left)].some((doing) => doingsOf(right).has(doing)));

const doingsOf = perClaim(
  (claim): ReadonlySet<string> =>
    new Set([...kindsIn(claim.quote), ...[...plainDeedsOf(claim)].map((deed) => `*${deed}`)]),
);

const slotOf = perClaim((claim): Slot | undefined => {
  if (claim.polarity !== "positive" || claim.modality === "denied" || claim.isRetracted || isUnrelated(claim))
    return undefined;
  if (claim.kind !== "event" && claim.kind !== "attribute" && claim.kind !== "count") return undefined;
  const found = patterns.flatMap(({ of, pattern }) => {
    const text = pattern.exec(claim.quote)?.groups?.["who"]?.trim();
    return text === undefined ? [] : [{ of, text, head: headOf(text) }];
  });
  return found.find(({ of, text, head }) => of === "name" || isSomebody(text, head));
});

const headOf = (text: string): string => headLemma(text.split(/\s+/u).at(-1) ?? text);

/** A person, an office or a name: "by night" and "by the river" tell of no doer. */
const isSomebody = (text: string, head: string): boolean =>
  (/^\p{Lu}/u.test(text) &&
    !/^(?:he|she|it|they|we|i|you|who|nobody|somebody|both|all|that|this|these|those)$/iu.test(text)) ||
  isWordOf("person", head) ||
  isWordOf("body", head) ||
  isWordOf("person", `${head}s`);

const article = String.raw`(?:the|an?|his|her|its|their|two|three|some|former|own)\s+`;
const noun = String.raw`(?:${article})*(?<who>\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2}|\p{Ll}[\p{L}’'-]+(?:\s+\p{Ll}+(?:er|or|man|men|ian|ist|ant))?)`;

const patterns: readonly { readonly of: Slot["of"]; readonly pattern: RegExp }[] = [
  {
    of: "owner",
    pattern: new RegExp(String.raw`\b(?:belong(?:s|ed)? to|(?:is|was) owned by|(?:the )?property of)\s+${noun}`, "u"),
  },
  {
    of: "owner",
    pattern: new RegExp(
      String.raw`^(?:that )?(?:[Tt]he |[Aa]n? |[Hh]is )?(?<who>\p{L}[\p{L}’'-]+)\s+(?:owns|owned)\b`,
      "u",
    ),
  },
  {
    of: "doer",
    pattern: new RegExp(
      String.raw`\b(?:was|were|been|is|are)\s+(?:\p{Ll}+\s+){0,2}\p{Ll}+(?:\s(?:up|down|out|off))?\s+by\s+${noun}`,
      "u",
    ),
  },
  {
    of: "doer",
    pattern: new RegExp(
      String.raw`^(?:that )?(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]wo |[Tt]hree )?(?<who>\p{L}[\p{L}’'-]+)\s+\p{Ll}+\s+(?:it|him|her|them)\b`,
      "u",
    ),
  },
  {
    of: "doer",
    pattern: new RegExp(
      String.raw`\b(?:it was|behind (?:it|this|that|the \p{Ll}+) (?:is|was|stands|stood))\s+${noun}(?=\s+(?:who|that)\b|[,.]|$)`,
      "u",
    ),
  },
  { of: "doer", pattern: new RegExp(String.raw`\bnam(?:es|ed)\s+${noun}`, "u") },
  {
    of: "name",
    pattern:
      /\b(?:is|was|now|been)\s+(?:now\s+)?(?:called|named|known as)\s+(?:the\s+)?(?<who>\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2})/u,
  },
  {
    of: "name",
    pattern:
      /\bha(?:s|d)\s+(?:her|him|it)\s+(?:down\s+)?(?:as|under)\s+(?:the\s+)?(?<who>\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2})/u,
  },
];
