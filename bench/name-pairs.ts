import { readFileSync } from "node:fs";
import { sha256 } from "../src/base/index.ts";
import {
  isPossibleMatch,
  parseName,
  scoreNames,
  scoreOf,
  tierOf,
  type NameKind,
  type ParsedName,
} from "../src/names/index.ts";
import { comparisonTimes } from "./comparison-times.ts";
import { round, share } from "./figures.ts";
import { readTable } from "./read-table.ts";

/** Labelled pairs of names, and what the comparison says of each. */
interface JudgedPair {
  readonly left: ParsedName;
  readonly right: ParsedName;
  readonly isMatch: boolean;
  readonly packed: number;
}

/**
 * Compares labelled pairs of names (CSV: name1, name2, is_match, optional schema). A pair is taken for a match where it is
 * a possible match by default; `auc` is the chance that a match outranks a pair that is none, ties half.
 */
export async function namePairsBench([file = ""]: readonly string[]) {
  const rows = await readTable(file);
  const pairs = rows.map((row): JudgedPair => {
    const kind = kindOf(row["schema"]);
    const left = parseName(row["name1"] ?? "", kind);
    const right = parseName(row["name2"] ?? "", kind);
    return {
      left,
      right,
      isMatch: /^(?:true|1|yes|t)$/iu.test(row["is_match"] ?? ""),
      packed: scoreNames(left, right),
    };
  });
  const said = pairs.filter(({ packed }) => isPossibleMatch(packed));
  const right = said.filter(({ isMatch }) => isMatch).length;
  const precision = share(right, said.length);
  const recall = share(right, pairs.filter(({ isMatch }) => isMatch).length);
  return {
    input: sha256(readFileSync(file, "utf8")).slice(0, 12),
    pairs: pairs.length,
    f1: round((2 * precision * recall) / (precision + recall || 1)),
    precision: round(precision),
    recall: round(recall),
    auc: round(aucOf(pairs)),
    ...comparisonTimes(pairs),
    wrong: pairs
      .filter(({ isMatch, packed }) => isPossibleMatch(packed) !== isMatch)
      .map(({ left, right: other, isMatch, packed }) => [
        left.text,
        other.text,
        isMatch,
        tierOf(packed),
        scoreOf(packed),
      ]),
  };
}

/** The kind of name that a FollowTheMoney schema bears. */
export function kindOf(schema: string | undefined): NameKind {
  if (schema === undefined || schema === "" || schema === "LegalEntity") return "unknown";
  return schema === "Person" ? "person" : "company";
}

/** Ranks by the packed score: the area under the curve by the rank sum (Mann and Whitney 1947). */
function aucOf(pairs: readonly JudgedPair[]): number {
  const sorted = pairs.toSorted((left, right) => left.packed - right.packed);
  let [below, wins] = [0, 0];
  for (let from = 0; from < sorted.length;) {
    const to = sorted.findIndex(({ packed }, index) => index > from && packed !== sorted[from]?.packed);
    const tied = sorted.slice(from, to < 0 ? sorted.length : to);
    const matches = tied.filter(({ isMatch }) => isMatch).length;
    wins += matches * (below + (tied.length - matches) / 2);
    below += tied.length - matches;
    from += tied.length;
  }
  return share(wins, below * (sorted.length - below));
}
