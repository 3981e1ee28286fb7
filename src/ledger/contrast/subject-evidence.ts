import { shareName } from "../events/link-evidence.ts";
import { contentOf } from "../events/content-of.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { contrastsOf } from "./contrast-words.ts";
import { has, type Evidence } from "./evidence.ts";

/** Whether two claims speak of one thing, and what each says of it: what it is, whose, where, from where to where. */
export function subjectEvidence(left: LedgerClaim, right: LedgerClaim): Evidence {
  return [
    ...has("same-name", shareName(left, right)),
    ...has("new-subject", beginsAnew(right) && !areShared(subjectOf(right), wordsOf(left))),
    ...has(
      "new-name",
      [...namesBefore(right)].some((name) => !wordsOf(left).has(name)),
    ),
    ...has("states-what", statesWhat(right)),
    ...has("owners-told", tellsOwner(left) && tellsOwner(right)),
    ...has("places-told", areOther(placesOf(left), placesOf(right))),
    ...has("ways-turned", turnsWay(left, right)),
    ...has("unrelated", isUnrelated(left) || isUnrelated(right)),
  ];
}

const wordsOf = perClaim((claim): ReadonlySet<string> => new Set(contentOf(claim).map(({ term }) => term)));

/** "Two tankers", "An officer": something of which nothing was said. */
const beginsAnew = perClaim(({ quote }) =>
  /^(?:that\s+)?(?:an?|some|several|many|\d+|two|three|four|five|six|seven|eight|nine|ten)\s/iu.test(quote),
);

/** Words and names that stand before the first verb that a claim's form shows. */
const subjectOf = perClaim((claim): ReadonlySet<string> => {
  const verb = verbAt(claim);
  return new Set(contentOf(claim).flatMap(({ term, start }) => (start < verb ? [term] : [])));
});

const namesBefore = perClaim((claim): ReadonlySet<string> => {
  const verb = verbAt(claim);
  return new Set(contentOf(claim).flatMap(({ term, kind, start }) => (kind === "name" && start < verb ? [term] : [])));
});

const verbAt = ({ quote }: LedgerClaim): number => verbForm.exec(quote)?.index ?? quote.length;

const verbForm =
  /\b(?:is|are|was|were|be|been|has|have|had|did|does|do|will|would|can|could|may|might|must|should|never)\b|n[’']t\b|\b\p{Ll}{2,}ed\b/u;

const areShared = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...ones].some((one) => others.has(one));

const areOther = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  ones.size > 0 && others.size > 0 && !areShared(ones, others);

/** "That was my rent", "he was a corporal", "it was thallium that killed him". */
const statesWhat = perClaim(({ quote }) =>
  /\b(?:is|was|were|are|had been|has been)\s+(?:in fact\s|really\s|only\s|merely\s)?(?:(?:an?|the|my|his|her|our|their|its)\s|\p{Lu}\p{Ll}|\p{Ll}+(?<!ed)(?=$|[,.]|\s(?:that|who|which|of|in|for)\b))/u.test(
    quote,
  ),
);

/** "belongs to the general", "is the minister’s". */
const tellsOwner = perClaim(
  (claim): boolean =>
    contrastsOf(claim).has("owning") || /\b(?:is|are|was|were)\s+(?:the\s+)?[^,.]{1,40}[’']s$/iu.test(claim.quote),
);

/** The words behind prepositions of place, in base form. */
const placesOf = perClaim((claim): ReadonlySet<string> => {
  const content = contentOf(claim);
  return new Set(
    [
      ...claim.quote.matchAll(
        /\b(?:in|at|on|near|off|from|under|outside|inside|behind|above|below|aboard|into|onto)\s/giu,
      ),
    ].flatMap(
      ({ 0: words, index }) =>
        content.find(({ start, kind }) => start >= index + words.length && kind !== "number")?.term ?? [],
    ),
  );
});

/** "from Khartoum" against "to Khartoum", "leaving Hungary" against "into Hungary". */
const turnsWay = (left: LedgerClaim, right: LedgerClaim): boolean =>
  [...waysOf(left)].some(([place, way]) => (waysOf(right).get(place) ?? way) !== way);

const waysOf = perClaim(
  ({ quote }): ReadonlyMap<string, "from" | "to"> =>
    new Map(
      [
        ...quote.matchAll(
          /\b(?:(?<from>from|out of|left|leaving|leaves?)|to|into|bound for|entering|entered|towards?)\s+(?:the\s+)?(?<place>\p{Lu}[\p{L}’-]+)/gu,
        ),
      ].map(({ groups }) => [groups?.["place"] ?? "", groups?.["from"] === undefined ? "to" : "from"]),
    ),
);
