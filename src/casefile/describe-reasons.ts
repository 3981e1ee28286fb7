import { grouped } from "../base/index.ts";
import type { CanonicalId, EntityId, StatementId } from "../model/index.ts";
import {
  captionsOf,
  commonnessOf,
  evidenceOf,
  type Commonness,
  type ComparedValue,
  type Evidence,
  type ReviewPair,
} from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** How common a compared value is: how many others here have it, how many people of a million are called so, and in words. */
export interface CommonnessShown {
  readonly othersHere: number;
  /** Null where it is no person's name. */
  readonly perMillion: number | null;
  readonly words: string;
}

/** One side of a comparison: the value with its place, and how common it is. */
export interface ComparedShown extends Evidence {
  readonly common: CommonnessShown;
}

/** One reason for or against a join: the public sentence, its weight in milli-bits, and both values with their places. */
export interface ReasonShown {
  readonly sentence: string;
  readonly weightMb: number;
  readonly left: ComparedShown | null;
  readonly right: ComparedShown | null;
}

/** A pair of mentions with its reasons as the tables hold them. */
export interface ReasonedPair {
  readonly leftId: EntityId;
  readonly rightId: EntityId;
  readonly reasons: ReviewPair["reasons"];
}

type Reason = ReviewPair["reasons"][number];
type Side = "left" | "right";

/** The reasons of each pair as a person reads them, in the order of the pairs; what is `known` already is not asked again. */
export async function describeReasons(
  open: OpenCase,
  pairs: readonly ReasonedPair[],
  known: Iterable<Evidence> = [],
): Promise<readonly (readonly ReasonShown[])[]> {
  const { sentenceOf } = await import("../match/index.ts");
  const values = pairs.flatMap(valuesOf);
  const evidence = new Map(Array.from(known, (each) => [each.statementId, each]));
  const missing = values.map(({ statementId }) => statementId).filter((id) => !evidence.has(id));
  for (const each of await evidenceOf(open, missing)) evidence.set(each.statementId, each);
  const common = new Map(
    (await commonnessOf(open, values)).map((each, index) => [keyOf(values[index]), each] as const),
  );
  const captions = await captionsOf(
    open,
    [...common.values()].flatMap(({ sharedId }) => sharedId ?? []),
  );
  const frequency = await personFrequency();
  const shown = (pair: ReasonedPair, reason: Reason, side: Side): ComparedShown | null => {
    const id = statementOf(reason, side);
    const found = id === null ? undefined : evidence.get(id);
    const counts = id === null ? undefined : common.get(keyOf({ ...pair, statementId: id }));
    if (!found || !counts) return null;
    return {
      ...withThird(found, counts.sharedId, captions),
      common: inWords(
        found,
        counts,
        reason.comparison === "name-person" ? frequency([found.value, found.original ?? found.value]) : null,
      ),
    };
  };
  return pairs.map((pair) =>
    pair.reasons.map((reason) => ({
      sentence: sentenceOf(reason.comparison, reason.level) ?? reason.comparison,
      weightMb: reason.weight_mb,
      left: shown(pair, reason, "left"),
      right: shown(pair, reason, "right"),
    })),
  );
}

const statementOf = (reason: Reason, side: Side): StatementId | null =>
  side === "left" ? reason.left_statement : reason.right_statement;

const valuesOf = ({ leftId, rightId, reasons }: ReasonedPair): ComparedValue[] =>
  reasons
    .flatMap((reason) => [reason.left_statement, reason.right_statement])
    .flatMap((statementId) => (statementId === null ? [] : [{ statementId, leftId, rightId }]));

const keyOf = (value: ComparedValue | undefined): string =>
  value === undefined ? "" : `${value.statementId} ${value.leftId} ${value.rightId}`;

/** A relation is to somebody, who is called by name. */
const withThird = (evidence: Evidence, sharedId: CanonicalId | null, captions: ReadonlyMap<string, string>): Evidence =>
  sharedId === null ? evidence : { ...evidence, value: captions.get(sharedId) ?? sharedId };

interface Frequency {
  readonly perMillion: number;
  readonly among: "Koreans" | "Chinese" | null;
}

/** By the spelling that is most usual: "RI, Yong Hyok" says which part is the surname, and "Yong Hyok RI" does not. */
async function personFrequency(): Promise<(spellings: readonly [string, ...string[]]) => Frequency> {
  const { nameBearers, nameFrequency, parseName } = await import("../names/index.ts");
  const frequencyOf = (name: string): Frequency => {
    const parsed = parseName(name, "person");
    return { perMillion: nameFrequency(parsed), among: nameBearers(parsed) };
  };
  return ([first, ...others]) =>
    others
      .map(frequencyOf)
      .reduce((most, each) => (each.perMillion > most.perMillion ? each : most), frequencyOf(first));
}

function inWords({ prop }: Evidence, { others, sharedId }: Commonness, frequency: Frequency | null): CommonnessShown {
  const has =
    sharedId !== null ? ["does so", "do so"] : isNameProp(prop) ? ["bears it", "bear it"] : ["has it", "have it"];
  const here =
    others === 0
      ? `nobody else here ${has[0]}`
      : others === 1
        ? `1 other here ${has[0]}`
        : `${others} others here ${has[1]}`;
  return {
    othersHere: others,
    perMillion: frequency?.perMillion ?? null,
    words: frequency === null ? here : `${here} (${oneInText(frequency)})`,
  };
}

const isNameProp = (prop: string): boolean => /name|alias/iu.test(prop);

/** "about one in 5,000 Koreans is called so", to one digit or two: it is an estimate. */
function oneInText({ perMillion, among }: Frequency): string {
  const of = among === null ? "people" : among;
  if (perMillion < 1) return `fewer than one in a million ${of} is called so`;
  const oneIn = Number((1_000_000 / perMillion).toPrecision(perMillion < 100 ? 1 : 2));
  return `about one in ${grouped(oneIn)} ${of} is called so`;
}
