import { packScore, scoreOf, tierOf } from "./name-tier.ts";
import type { ParsedName } from "./parse-name.ts";
import { scoreCompanies } from "./score-companies.ts";
import { scorePeople } from "./score-people.ts";

/** How two names agree as one integer, larger for better: read it with `tierOf` and `scoreOf`. The order of the names does not matter. */
export function scoreNames(left: ParsedName, right: ParsedName): number {
  if (left.tokens.length === 0 || right.tokens.length === 0) return packScore("different", 0);
  const [first, second] = isBefore(left, right) ? [left, right] : [right, left];
  if (first.looksLikeCompany && second.looksLikeCompany) return scoreCompanies(first, second);
  if (first.looksLikeCompany || second.looksLikeCompany) return scoreMixed(first, second);
  if (first.keyHash === second.keyHash && first.key === second.key) return packScore("same", 1000);
  return scorePeople(first, second);
}

// EMMA LLC and emma daniels: a firm of one word, and a name that has it and shows no sign of a firm.
function scoreMixed(left: ParsedName, right: ParsedName): number {
  const packed = scoreCompanies(left, right);
  const firm = left.looksLikeCompany ? left : right;
  const isPart = tierOf(packed) === "partial" && firm.tokens.filter(({ role }) => role === "word").length === 1;
  return isPart ? packScore("weak", scoreOf(packed)) : packed;
}

// One order for every pair, so that ties between parts are broken alike whichever name is given first.
function isBefore(left: ParsedName, right: ParsedName): boolean {
  if (left.keyHash !== right.keyHash) return left.keyHash < right.keyHash;
  return left.text <= right.text;
}
