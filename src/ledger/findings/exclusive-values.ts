import { lazy } from "../../base/index.ts";
import { plainDeedsOf } from "../events/content-of.ts";
import { rows } from "../generated/exclusive-values.ts";
import { kindsIn } from "../likeness/kindred.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { makePhraseBook } from "../words/phrase-book.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";

/** One of the values of something that can have only one. */
interface Value {
  readonly of: string;
  readonly value: number;
  readonly words: string;
}

const book = lazy(() =>
  makePhraseBook(
    rows.flatMap(([of = "", ...values]) =>
      values.map((words, value) => ({
        phrases: words.split("|"),
        meaning: { of, value, words: words.split("|")[0] ?? "" },
      })),
    ),
  ),
);

// Set on the development round-ups together, at what two numbers of one thing need: likeness from which two claims tell of one deed; below it, what stands side by side may be two.
const ofOneDeed = 0.12;

/** Two sources that give one thing or deed two values of `resources/ledger/exclusive-values.tsv`: by train and by car, fish meal and machine parts. */
export const findExclusiveValues = (pairs: Pairs, like: Like): readonly Contradiction[] =>
  pairs.flatMap(([left, right]) => {
    if (!mayDiffer(left, right)) return [];
    return valuesOf(left).flatMap((one) => {
      const other = valuesOf(right).find(({ of, value }) => of === one.of && value !== one.value);
      const isOne = one.of === "content" ? tellContent(left, right, like) : tellDeed(left, right, like);
      return other && isOne
        ? [{ kind: "status" as const, left, right, why: `${one.words} against ${other.words}` }]
        : [];
    });
  });

/** The values that a claim gives, of each thing one; of what it gives two it says nothing single. */
const valuesOf = perClaim((claim): readonly Value[] => {
  if (!tellsValue(claim)) return [];
  const found = book()(claim.quote).map(({ meaning }) => meaning);
  return found.filter(
    (each, index) =>
      found.findIndex(({ of }) => of === each.of) === index &&
      found.every(({ of, value }) => of !== each.of || value === each.value),
  );
});

const tellsValue = (claim: LedgerClaim): boolean =>
  claim.modality !== "denied" &&
  claim.polarity === "positive" &&
  (claim.kind === "event" || claim.kind === "attribute") &&
  !claim.isRetracted &&
  !isUnrelated(claim);

const mayDiffer = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.chain.length > 1 &&
  right.chain.length > 1 &&
  left.relation !== "based-on" &&
  right.relation !== "based-on" &&
  left.speaker !== right.speaker &&
  left.chain[0]?.source !== right.chain[0]?.source &&
  isNear(left, right);

const tellDeed = (left: LedgerClaim, right: LedgerClaim, like: Like): boolean =>
  like(left, right) >= ofOneDeed && [...doingsIn(left)].some((doing) => doingsIn(right).has(doing));

/** Both answer what was in it: "fish meal, says the one", "it was ballast", "it held rifles". */
const tellContent = (left: LedgerClaim, right: LedgerClaim, like: Like): boolean =>
  (saysWhat(left) && saysWhat(right)) || (like(left, right) >= ofOneDeed && (saysWhat(left) || saysWhat(right)));

const saysWhat = perClaim(
  ({ quote }): boolean =>
    isBare(quote) ||
    /\b(?:it|this|that|they|these|which|crates?|boxes|sacks|bags|containers?|cargo|load|hold|parcels?|suitcases?|trunks?) (?:was|were|is|are|had been|contained|contains|held|hold|consisted of|were full of|was full of)\s+(?:only |just |nothing but |mostly )?(?!\p{L}+ed\b)/iu.test(
      quote,
    ),
);

/** "Fish meal, says the foreman": no more than what it was. */
const isBare = (quote: string): boolean => {
  const said = quote.split(",")[0] ?? "";
  return !/\s.*\s/u.test(said.trim()) && book()(said).some(({ from }) => from === 0);
};

const doingsIn = perClaim(
  (claim): ReadonlySet<string> =>
    new Set([...kindsIn(claim.quote), ...[...plainDeedsOf(claim)].map((deed) => `*${deed}`)]),
);
