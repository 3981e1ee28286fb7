import { readReport, type WordedClaim } from "../../../src/ledger/index.ts";

/** Each claim as "root < ... < author | modality, no | words", in the order of the text; "no" marks what is said not to be so. */
export function told(text: string): readonly string[] {
  const { claims, sources } = readReport({ text, author: "the author" });
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const chain = (claim: WordedClaim): string =>
    claim.chain.map(({ source }) => names.get(source) ?? source).join(" < ");
  return claims.map(
    (claim) => `${chain(claim)} | ${claim.modality}${claim.polarity === "negative" ? ", no" : ""} | ${claim.quote}`,
  );
}
