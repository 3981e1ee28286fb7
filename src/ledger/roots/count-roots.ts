import type { SpeakerSource } from "../claims/claim.ts";
import { isLessSpecific } from "./less-specific.ts";
import { isWitnessed } from "./witness.ts";
import { findCues } from "../text/phrases.ts";
import { perClaim, type LedgerClaim, type SourcesByKey } from "../likeness/ledger-claim.ts";
import { scriptOf } from "../likeness/script-of.ts";

/** A root source with the outlets that carry its words. */
export interface RootGroup {
  readonly source: string;
  readonly carriers: readonly string[];
  /** How many people it may be: "two people" are one or two. */
  readonly most: number;
}

/** How many independent sources stand behind claims: from `low` (all that may be one are one) to `high`. */
export interface RootCount {
  readonly low: number;
  readonly high: number;
  readonly groups: readonly RootGroup[];
}

/**
 * Counts the distinct ends of the chains of claims. What the author says on nobody's word, denials, refusals, assessments,
 * precedents, irony, what has been withdrawn and what nobody known said support nothing. An unnamed source may be another unnamed one; an outlet that
 * gives no source may rest on an unnamed source or an office that it names elsewhere; two whose names stand in two scripts may be one: these make the count a range.
 */
export function countRoots(claims: readonly LedgerClaim[], sources: SourcesByKey): RootCount {
  const groups = new Map<string, { carriers: Set<string>; most: number }>();
  for (const claim of claims.filter(supports)) {
    const root = rootOf(claim, sources);
    if (root === undefined || sources.get(root)?.most === 0) continue;
    const group = groups.get(root) ?? { carriers: new Set<string>(), most: sources.get(root)?.most ?? 1 };
    for (const { source } of claim.chain.slice(1)) group.carriers.add(source);
    groups.set(root, group);
  }
  const listed = [...groups].map(([source, { carriers, most }]) => ({
    source,
    carriers: [...carriers].toSorted(),
    most,
  }));
  const high = listed.reduce((sum, { most }) => sum + (most === 2 ? 2 : 1), 0);
  return { low: fewest(listed, sources), high, groups: listed };
}

/** Whether a claim can stand behind an event at all. */
export const supports = (claim: LedgerClaim): boolean =>
  claim.modality !== "denied" &&
  claim.modality !== "cannot-confirm" &&
  !claim.isIronic &&
  !claim.isRetracted &&
  claim.kind !== "assessment" &&
  claim.kind !== "precedent" &&
  claim.kind !== "hedge" &&
  !isUnrelated(claim);

/** Says that two things have nothing to do with each other. */
export const isUnrelated = perClaim(
  ({ quote }): boolean =>
    findCues("unrelated", quote).length > 0 || noneHasToDoWith.test(quote) || nothingTies.test(quote),
);

/** "None of them, the official added, had anything to do with the money"; "does the tree have anything to do with the boat" asks to be told no. */
const noneHasToDoWith =
  /^(?:(?:none|neither|nobody|no one|nothing)\b.*\b(?:anything to do|any (?:link|connection))|(?:do|does|did)\b.*\banything to do) with\b/iu;

/** "Nothing I have read ties the consul to the shooting". */
const nothingTies = /^nothing\b.{0,40}?\b(?:ties?|links?|connects?)\b.+\b(?:to|with)\b/iu;

/** The deepest source of a claim's chain; undefined where the author says it of nobody's word and has not witnessed it. */
export function rootOf(claim: LedgerClaim, sources: SourcesByKey): string | undefined {
  const root = claim.chain[0]?.source;
  return root === undefined || (sources.get(root)?.kind === "author" && !isWitnessed(claim)) ? undefined : root;
}

/**
 * The number of sources if all that may be one are one: each joins the first of those before it with all of whom it may be one, so
 * that two who cannot be one never become so by a third. A source is compared with those alone that share a key with it.
 */
function fewest(groups: readonly RootGroup[], sources: SourcesByKey): number {
  const kept = new Map<string, RootGroup[][]>();
  let count = 0;
  for (const group of groups.toSorted(
    (left, right) => rank(left, sources) - rank(right, sources) || (left.source < right.source ? -1 : 1),
  )) {
    const source = sources.get(group.source);
    const alike = source ? likeKeys(group, source).flatMap((key) => kept.get(key) ?? []) : [];
    const foreign = source ? [...kept].flatMap(([key, all]) => (isOtherScript(key, source) ? all : [])) : [];
    const one = [...alike, ...foreign].find((others) => others.every((other) => mayBeOne(group, other, sources)));
    if (!one) count += 1;
    const joined = one ?? [];
    joined.push(group);
    for (const key of source ? ownKeys(group, source) : []) {
      const all = kept.get(key);
      if (!all) kept.set(key, [joined]);
      else if (!all.includes(joined)) all.push(joined);
    }
  }
  return count;
}

const isUnnamedPerson = ({ isUnnamed, kind }: SpeakerSource): boolean => isUnnamed && kind === "person";

/** Under what a source is found by those that may be one with it: its script, that it has no name, itself and who carries it. */
const ownKeys = ({ source, carriers }: RootGroup, found: SpeakerSource): readonly string[] => [
  `script ${scriptOf(found.name)}`,
  ...(isUnnamedPerson(found) ? ["unnamed"] : []),
  ...(found.kind === "body" ? ["body"] : []),
  ...(found.kind === "outlet" ? [`outlet ${source}`] : []),
  ...carriers.map((carrier) => `carried by ${carrier}`),
];

const likeKeys = ({ source, carriers }: RootGroup, found: SpeakerSource): readonly string[] => [
  ...(isUnnamedPerson(found) ? ["unnamed"] : []),
  ...(found.kind === "body" ? ["body"] : []),
  ...(found.kind === "outlet" ? [`carried by ${source}`] : []),
  ...carriers.map((carrier) => `outlet ${carrier}`),
];

const isOtherScript = (key: string, { name }: SpeakerSource): boolean =>
  key.startsWith("script ") && key !== `script ${scriptOf(name)}`;

const rank = ({ source }: RootGroup, sources: SourcesByKey): number => (sources.get(source)?.kind === "outlet" ? 1 : 0);

function mayBeOne(left: RootGroup, right: RootGroup, sources: SourcesByKey): boolean {
  const [one, other] = [sources.get(left.source), sources.get(right.source)];
  if (!one || !other) return false;
  // "таможня" and "the customs office" may be one: no rule reads who is who across languages.
  if (scriptOf(one.name) !== scriptOf(other.name)) return !sharesChain(left, right);
  if (one.isUnnamed && other.isUnnamed && one.kind === "person" && other.kind === "person")
    return !sharesChain(left, right) && alike(one, other);
  if (one.kind === "body" && other.kind === "body")
    return !sharesChain(left, right) && isLessSpecific(one.name, other.name);
  if (one.kind === "outlet") return restsOn(left, right, other);
  return other.kind === "outlet" && restsOn(right, left, one);
}

/** An outlet without a source may rest on one that it carries elsewhere, unless that one speaks by name. */
const restsOn = (outlet: RootGroup, source: RootGroup, { isUnnamed, kind }: SpeakerSource): boolean =>
  (isUnnamed || kind === "body") && source.carriers.includes(outlet.source);

/** One who tells of the other is not the other. */
const sharesChain = (left: RootGroup, right: RootGroup): boolean =>
  left.carriers.includes(right.source) || right.carriers.includes(left.source);

/** Two nouns for people who cannot be the same: a resident is no officer. */
const alike = (left: SpeakerSource, right: SpeakerSource): boolean =>
  left.mentions.some((mention) => /\bperson|people|source|insider|official\b/u.test(mention)) ||
  right.mentions.some((mention) => /\bperson|people|source|insider|official\b/u.test(mention)) ||
  headOf(left) === headOf(right);

const headOf = ({ name }: SpeakerSource): string =>
  name
    .toLowerCase()
    .split(/\s(?:of|at|in|who|with|for|from|near|on)\s/u)[0]
    ?.split(/\s/u)
    .at(-1) ?? "";
