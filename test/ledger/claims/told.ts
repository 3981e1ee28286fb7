import { expect, it } from "vitest";
import { readClaims, type WordedClaim } from "../../../src/ledger/index.ts";

/** Each claim as "root < ... < author | modality | words", in the order of the text. */
export function told(text: string): readonly string[] {
  const { claims, sources } = readClaims({ text, author: "the author" });
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const chain = (claim: WordedClaim): string =>
    claim.chain.map(({ source, isInferred }) => `${names.get(source) ?? source}${isInferred ? "?" : ""}`).join(" < ");
  return claims.map((claim) => `${chain(claim)} | ${claim.modality} | ${claim.quote}`);
}

/** A test of the claims of a paragraph below a headline. */
export const checkClaims = (what: string, text: string, expected: readonly string[]): void =>
  it(what, () =>
    expect(told(`A headline of some words for the day\n${text}`).filter((line) => !line.includes("headline"))).toEqual(
      expected,
    ),
  );
