import { at } from "../base/index.ts";
import { rawSql, type Sql } from "../store/index.ts";

/** Something that a person shares with many: a part of the name, a day, a word of the address. Two of a kind bring nobody together. */
export interface Trait {
  /** The number that `blocking_key` holds. */
  readonly rule: number;
  readonly name: string;
  /** In a sentence: "Both share a part of the name and the day of birth." */
  readonly words: string;
  /** The facet of whose values it is made. */
  readonly facet: string;
  /** One value's keys, a list; absent where the keys are made outside SQL. */
  readonly keys?: Sql;
  /** Of a node's keys only this many are taken, those that fewest share. */
  readonly rarest?: number;
}

const words = String.raw`list_distinct(list_filter(regexp_split_to_array(lower(strip_accents(value)), '[^\p{L}\p{N}]+'), lambda word: word <> ''))`;

/** The traits of people, by number. */
export const traits: readonly Trait[] = [
  { rule: 21, name: "part", words: "a part of the name", facet: "name" },
  {
    rule: 22,
    name: "day",
    words: "the day of birth",
    facet: "birthDate",
    keys: rawSql("case when length(value) = 10 then [value] else [] end"),
  },
  { rule: 23, name: "year", words: "the year of birth", facet: "birthDate", keys: rawSql("[left(value, 4)]") },
  {
    rule: 24,
    name: "place",
    words: "a word of the place of birth",
    facet: "birthPlace",
    keys: rawSql(words),
    rarest: 2,
  },
  {
    rule: 25,
    name: "address",
    words: "a word or number of the address",
    facet: "address",
    keys: rawSql(words),
    rarest: 3,
  },
  {
    rule: 26,
    name: "position",
    words: "the position",
    facet: "position",
    keys: rawSql("[lower(strip_accents(value))]"),
  },
];

/** Two traits that together bring two people to be compared; the pair carries the number. */
export interface TraitPair {
  readonly rule: number;
  readonly one: Trait;
  readonly other: Trait;
  /** How many pairs it may bring together for each entity: those of the rarest keys. */
  readonly pairsPerNode: number;
}

/** Two that share no part of the name are rarely one, so that fewer of them are worth a comparison. */
const pairsWithName = 6;
const pairsWithoutName = 0.5;

/** The number of the first pair of traits; those of single keys lie below. */
export const traitPairRule = 30;

/** Every two traits that do not follow from one another: two parts of a name, but not the day and the year of birth. */
export const traitPairs: readonly TraitPair[] = traits
  .flatMap((one, index) => traits.slice(index).map((other) => ({ one, other })))
  .filter(({ one, other }) => (one === other ? one.name === "part" : one.facet !== other.facet))
  .map(({ one, other }, index) => ({
    rule: traitPairRule + index,
    one,
    other,
    pairsPerNode: one.facet === "name" ? pairsWithName : pairsWithoutName,
  }));

/** One day of birth and one address: two who share both are compared whatever they are called. */
export const dayAndAddressRule = at(
  traitPairs.filter(({ one, other }) => one.name === "day" && other.name === "address"),
  0,
).rule;
