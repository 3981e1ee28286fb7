import { packScore } from "./name-tier.ts";
import type { ParsedName } from "./parse-name.ts";
import { scoreCompanies } from "./score-companies.ts";
import { scorePeople } from "./score-people.ts";

/** How two names agree as one integer, larger for better: read it with `tierOf` and `scoreOf`. The order of the names does not matter. */
export function scoreNames(left: ParsedName, right: ParsedName): number {
  if (left.tokens.length === 0 || right.tokens.length === 0) return packScore("different", 0);
  const [first, second] = isBefore(left, right) ? [left, right] : [right, left];
  const isCompany = first.looksLikeCompany || second.looksLikeCompany;
  if (isCompany) return scoreCompanies(first, second);
  if (first.keyHash === second.keyHash && first.key === second.key) return packScore("same", 1000);
  return scorePeople(first, second);
}

// One order for every pair, so that ties between parts are broken alike whichever name is given first.
function isBefore(left: ParsedName, right: ParsedName): boolean {
  if (left.keyHash !== right.keyHash) return left.keyHash < right.keyHash;
  return left.text <= right.text;
}
