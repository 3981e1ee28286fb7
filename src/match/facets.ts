import { comparisons, type ComparisonLevel } from "../compare/index.ts";

/** What of two entities is held against each other, and what may not be counted twice beside it. */
export interface Facet {
  readonly name: string;
  /** The comparison of `compare`, or of this room, that the reasons name; names have one for people and one for others. */
  readonly comparison: string;
  /** Of facets of one group only the one that weighs most counts: they are wont to agree together. */
  readonly group: string;
  /** The level of almost all pairs, which is not stored. */
  readonly usualLevel: number;
  /** The values are numbers of what was joined before: only equal ones say something, at this level. */
  readonly equalLevel?: number;
}

/** The facets that are compared, in the order in which they are weighed. */
export const facets: readonly Facet[] = [
  { name: "name", comparison: "name-company", group: "name", usualLevel: 1 },
  { name: "birthDate", comparison: "birth-date", group: "birth", usualLevel: 1 },
  { name: "deathDate", comparison: "date", group: "death", usualLevel: 1 },
  { name: "incorporationDate", comparison: "date", group: "founding", usualLevel: 1 },
  { name: "document", comparison: "identifier", group: "number", usualLevel: 2 },
  { name: "registration", comparison: "identifier", group: "number", usualLevel: 2 },
  { name: "vesselNumber", comparison: "identifier", group: "number", usualLevel: 2 },
  { name: "reference", comparison: "identifier", group: "number", usualLevel: 2 },
  { name: "account", comparison: "account-number", group: "account", usualLevel: 2 },
  { name: "bank", comparison: "identifier", group: "bank", usualLevel: 2 },
  { name: "phone", comparison: "phone", group: "contact", usualLevel: 2 },
  { name: "email", comparison: "email", group: "contact", usualLevel: 2 },
  { name: "url", comparison: "url", group: "contact", usualLevel: 2 },
  { name: "address", comparison: "address", group: "place", usualLevel: 2 },
  { name: "birthPlace", comparison: "text", group: "birthPlace", usualLevel: 2 },
  { name: "position", comparison: "text", group: "position", usualLevel: 2 },
  { name: "gender", comparison: "gender", group: "gender", usualLevel: 3 },
  { name: "country", comparison: "country", group: "country", usualLevel: 2 },
  { name: "organization", comparison: "same-organization", group: "relation", usualLevel: 2, equalLevel: 3 },
  { name: "counterparty", comparison: "same-counterparty", group: "relation", usualLevel: 2, equalLevel: 3 },
  { name: "holder", comparison: "same-holder", group: "relation", usualLevel: 2, equalLevel: 3 },
  { name: "handOver", comparison: "one-hand-over", group: "handOver", usualLevel: 0 },
];

/** The comparisons of this room: what `compare` cannot know because it rests on other entities. */
const ownLevels: ReadonlyMap<string, readonly ComparisonLevel[]> = new Map([
  ["same-organization", [{ level: 3, label: "same", sentence: "Both own, direct or serve the same organisation." }]],
  ["same-counterparty", [{ level: 3, label: "same", sentence: "Both have paid the same firm or were paid by it." }]],
  ["same-holder", [{ level: 3, label: "same", sentence: "Both accounts have the same holder." }]],
  [
    "one-hand-over",
    [{ level: 1, label: "same", sentence: "Both stand in one hand-over, whose author may have kept them apart." }],
  ],
]);

/** The sentence that a user sees for a level of a comparison that a reason names; undefined for one that is not known. */
export function sentenceOf(comparison: string, level: number): string | undefined {
  const levels = comparisons.get(comparison)?.levels ?? ownLevels.get(comparison);
  return levels?.find((known) => known.level === level)?.sentence;
}

/** The sentence of a level of a facet among people or organisations. */
export const sentenceOfLevel = (facet: string, among: "people" | "organizations", level: number): string => {
  const comparison = facets.find(({ name }) => name === facet)?.comparison ?? "";
  return sentenceOf(among === "people" && facet === "name" ? "name-person" : comparison, level) ?? "";
};
