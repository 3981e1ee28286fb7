import { at } from "../../base/index.ts";
import {
  compareNames,
  nameFrequency,
  nameKeys,
  parseName,
  scoreNames,
  tierOf,
  type NameKind,
  type ParsedName,
} from "../../names/index.ts";
import { nameKindOf, type HeldName } from "./held-name.ts";
import { refusalOf, type NameRefusal } from "./refuse-name.ts";

/** A held name that words of a text are another writing of. */
export interface NameMatch {
  readonly name: HeldName;
  /** Whether the two are written alike, or are two spellings, or one lacks the name of the father. */
  readonly tier: "same" | "spelling" | "patronymic";
}

/** The tiers, those first whose words are most like the name. */
export const matchTiers: readonly NameMatch["tier"][] = ["same", "spelling", "patronymic"];

/** The names of the case, to be found by any writing of them. */
export interface NameIndex {
  /** How many names are not looked for, by reason. */
  readonly refused: ReadonlyMap<NameRefusal, number>;
  /** The held names that words may be a writing of, in the order of the held names. */
  find(words: string, as: NameKind): readonly NameMatch[];
  /** The held names that are written in just these Hangul or Han letters, simplified ones; nothing is read for it. */
  findWritten(letters: string): readonly HeldName[];
  /** What the comparison of words with a held name says, part by part. */
  explain(words: string, as: NameKind, name: HeldName): readonly string[];
  /** How many of a million bearers of such names may carry it. */
  perMillion(name: HeldName): number;
}

// Distinct words are compared once; what is kept is bounded, whatever the number of documents.
const foundMax = 500_000;
const parsedMax = 50_000;

/** Reads the names once each for their keys; what too many bear or what is a word like others is counted and left out. */
export function makeNameIndex(names: readonly HeldName[], isWord: (word: string) => boolean): NameIndex {
  const refused = new Map<NameRefusal, number>();
  const byKey = new Map<string, number[]>();
  const written = new Map<string, HeldName[]>();
  for (const [index, name] of names.entries()) {
    const parsed = parseHeld(name);
    const refusal = refusalOf(name, parsed, isWord);
    if (refusal !== undefined) {
      refused.set(refusal, (refused.get(refusal) ?? 0) + 1);
      continue;
    }
    for (const key of nameKeys(parsed)) addTo(byKey, key, index);
    if (parsed.script === "hangul" || parsed.script === "han") addTo(written, parsed.native, name);
  }
  const parsedOf = remember(parsedMax, (index: number) => parseHeld(at(names, index)));
  const findIn = (kind: NameKind) =>
    remember(foundMax, (words: string): readonly NameMatch[] =>
      readingsOf(words, kind).flatMap((reading) => matchesOf(reading, { names, byKey, parsedOf })),
    );
  const finders = { person: findIn("person"), company: findIn("company"), unknown: findIn("unknown") };
  return {
    refused,
    find: (words, as) => finders[as](words),
    findWritten: (letters) => written.get(letters) ?? [],
    explain: (words, as, name) => {
      const held = parseHeld(name);
      const reading = readingsOf(words, as).find((each) => fits(each, held)) ?? parseName(words, as);
      return compareNames(reading, held).parts.map(({ reason }) => reason);
    },
    perMillion: (name) => nameFrequency(parseHeld(name)),
  };
}

const parseHeld = (name: HeldName): ParsedName => parseName(name.text, nameKindOf(name.kind));

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** Words as the names of those that they may name: what does not look like a firm may be a person or a firm. */
function readingsOf(words: string, as: NameKind): readonly ParsedName[] {
  const read = parseName(words, as);
  return as !== "unknown" || read.looksLikeCompany ? [read] : [read, parseName(words, "company")];
}

interface Held {
  readonly names: readonly HeldName[];
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  parsedOf(index: number): ParsedName;
}

function matchesOf(reading: ParsedName, { names, byKey, parsedOf }: Held): readonly NameMatch[] {
  const candidates = new Set(nameKeys(reading).flatMap((key) => byKey.get(key) ?? []));
  return [...candidates]
    .toSorted((left, right) => left - right)
    .flatMap((index) => {
      const name = at(names, index);
      const held = parsedOf(index);
      // A person's name is no firm's: "Kim Yong Ho" beside the firm "Kim Yong Ho Trading" is decided by the words.
      if ((name.kind === "person") === (reading.looksLikeCompany || reading.kind === "company")) return [];
      const tier = tierOfMatch(reading, held);
      return tier === undefined ? [] : [{ name, tier }];
    });
}

const fits = (reading: ParsedName, held: ParsedName): boolean => tierOfMatch(reading, held) !== undefined;

function tierOfMatch(reading: ParsedName, held: ParsedName): NameMatch["tier"] | undefined {
  const tier = tierOf(scoreNames(reading, held));
  if (tier === "same" || tier === "spelling") return tier;
  return tier === "partial" && lacksPatronymicAlone(reading, held) ? "patronymic" : undefined;
}

/** Whether the names agree but for the name of the father, which texts leave out. */
function lacksPatronymicAlone(reading: ParsedName, held: ParsedName): boolean {
  const { parts } = compareNames(reading, held);
  const agreeing = parts.filter(({ verdict }) => verdict === "same" || verdict === "spelling");
  return (
    agreeing.length > 1 &&
    parts.every(
      ({ verdict, role }) =>
        verdict === "same" || verdict === "spelling" || (verdict === "missing" && role === "patronymic"),
    )
  );
}

/** A function that keeps its answers, up to a number of them. */
function remember<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
