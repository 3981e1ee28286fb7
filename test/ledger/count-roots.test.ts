import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../src/base/index.ts";
import type { SourceKind, SpeakerSource } from "../../src/ledger/claims/claim.ts";
import { readClaims } from "../../src/ledger/index.ts";
import type { LedgerClaim } from "../../src/ledger/likeness/ledger-claim.ts";
import { countRoots } from "../../src/ledger/roots/count-roots.ts";

const read = readClaims({ text: "A pilot said that nine barges had left Mirren.", author: "the author" });

/** A claim on the word of the first of a chain. */
const claimOf = (chain: readonly string[]): LedgerClaim => ({
  ...at(read.claims, 0),
  document: "d1",
  at: 0,
  chain: chain.map((source) => ({ source, isInferred: false })),
});

const sourceOf = (id: string, kind: SourceKind, name: string, isUnnamed: boolean): SpeakerSource => ({
  id,
  kind,
  name,
  mentions: [name],
  isUnnamed,
  most: 1,
});

const people = ["the resident", "the officer", "an official", "Olen Varga", "таможня"].map((name) =>
  sourceOf(name, "person", name, /^(?:an|the) /u.test(name)),
);
const others = [
  sourceOf("Mirren Post", "outlet", "Mirren Post", false),
  sourceOf("Radio Venlia", "outlet", "Radio Venlia", false),
  sourceOf("the ministry", "body", "the ministry", false),
];
const sources = new Map([...people, ...others].map((source) => [source.id, source]));

const lowOf = (claims: readonly LedgerClaim[]): number => countRoots(claims, sources).low;

describe("the fewest sources behind claims", () => {
  it("a resident and an officer may each be an official, but not one", () =>
    expect(lowOf([claimOf(["the resident"]), claimOf(["an official"]), claimOf(["the officer"])])).toBe(2));
  it("what an outlet says of itself may rest on the one whom it quotes without a name", () =>
    expect(lowOf([claimOf(["the resident", "Mirren Post"]), claimOf(["Mirren Post"])])).toBe(1));

  const chains = fc.uniqueArray(fc.uniqueArray(fc.constantFrom(...sources.keys()), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 7,
    selector: ([root]) => root,
  });
  it("are as many as the groups in which each may be each, whatever is asked of the index", () =>
    fc.assert(
      fc.property(chains, (made) => {
        const claims = made.map(claimOf);
        const low = lowOf(claims);
        const mayBeOne = (left: LedgerClaim, right: LedgerClaim): boolean => lowOf([left, right]) === 1;
        const isOutlet = ({ chain }: LedgerClaim): boolean => sources.get(at(chain, 0).source)?.kind === "outlet";
        const rootOf = ({ chain }: LedgerClaim): string => at(chain, 0).source;
        const groups: LedgerClaim[][] = [];
        for (const claim of claims.toSorted(
          (left, right) => Number(isOutlet(left)) - Number(isOutlet(right)) || (rootOf(left) < rootOf(right) ? -1 : 1),
        )) {
          const joined = groups.filter((group) => group.every((other) => mayBeOne(other, claim)));
          if (joined.length === 0) groups.push([claim]);
          // Which of several it joins is left to the count; the test looks at those alone that leave no choice.
          else if (joined.length > 1) return;
          else at(joined, 0).push(claim);
        }
        expect(low).toBe(groups.length);
      }),
      { seed: 5, numRuns: 500 },
    ));
  it("are never more than the most, and never fewer for a claim more", () =>
    fc.assert(
      fc.property(chains, (made) => {
        const { low, high } = countRoots(made.map(claimOf), sources);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(1);
        expect(lowOf(made.map(claimOf).toReversed())).toBe(low);
      }),
      { seed: 7, numRuns: 300 },
    ));
});

describe("what an author witnessed", () => {
  const roots = (text: string): number => {
    const claims = readClaims({ text, author: "the author" });
    const known = new Map(claims.sources.map((source) => [source.id, source]));
    return countRoots(
      claims.claims.map((claim, index) => ({ ...claim, document: "d1", at: index })),
      known,
    ).high;
  };
  it("counts: an answer that did not come", () =>
    expect(roots("The copper house did not reply to our question about the barges.")).toBe(1));
  it("counts: a report that speaks of its author as the Mission", () =>
    expect(roots("The Mission saw one dead cow at the copper house.")).toBe(1));
  it("counts not: a question that another put", () =>
    expect(roots("The copper house did not answer the questions of the Mirren Post.")).toBe(0));
});
