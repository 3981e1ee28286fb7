import { readFileSync } from "node:fs";
import { groupBy } from "../../src/base/index.ts";
import { readClaims, type DocumentClaims } from "../../src/ledger/index.ts";
import { givenClaims } from "../ledger/given-claims.ts";
import { readGoldClaims, readGoldEvents, type GoldFile } from "../ledger/gold.ts";
import { matchClaims } from "../ledger/match-claims.ts";
import { passageClaims, type PassageClaims } from "./passage-claims.ts";
import type { Passage } from "./read-passages.ts";

/** What was marked of two claims; `of`: which contradiction they cross. */
export interface PairMark {
  readonly is: "contradiction" | "near miss" | "nothing" | "unmarked";
  readonly of: string;
}

/** A text as it is read, or as its claims were marked, with what was marked of each two of its claims. */
export interface MarkedText {
  readonly from: "round-up" | "passage";
  readonly found: DocumentClaims;
  readonly markOf: (left: string, right: string) => PairMark;
}

/** An annotated round-up, as read and with its claims given; `base` is its path without ".txt". */
export function markedRoundUp(base: string): readonly MarkedText[] {
  const text = readFileSync(`${base}.txt`, "utf8");
  const gold = readGoldClaims(`${base}-claims.jsonl`);
  const file = readGoldEvents(`${base}-events.json`);
  const read = readClaims({ text, author: "the author" });
  const marks = marksOf(file);
  const asRead = { found: read, pairs: matchClaims(gold, read.claims) };
  return [asRead, givenClaims(text, gold, { file, read })].flatMap(({ found, pairs }) => {
    const goldOf = new Map(pairs.map((pair) => [pair.found.id, pair.gold.id]));
    const markOf = (left: string, right: string): PairMark => {
      const [one, other] = [goldOf.get(left), goldOf.get(right)];
      if (one === undefined || other === undefined) return { is: "unmarked", of: "" };
      return marks.get(`${one} ${other}`) ?? { is: "nothing", of: "" };
    };
    return [found, ...paragraphsOf(found)].map((part): MarkedText => ({ from: "round-up", found: part, markOf }));
  });
}

/** The claims of each paragraph as if it were a text: in most short texts nothing contradicts anything. */
const paragraphsOf = (found: DocumentClaims): readonly DocumentClaims[] =>
  [...groupBy(found.claims, ({ line }) => line).values()].map((claims) => ({ ...found, claims }));

/** By two marked claims, in either order, what was marked of them. */
function marksOf({ contradictions, not_contradictions: near }: GoldFile): ReadonlyMap<string, PairMark> {
  const marks = new Map<string, PairMark>();
  const mark = (left: string, right: string, as: PairMark): void => {
    marks.set(`${left} ${right}`, as).set(`${right} ${left}`, as);
  };
  for (const { claims } of near) mark(claims[0] ?? "", claims[1] ?? "", { is: "near miss", of: "" });
  for (const { id, kind, sides } of contradictions)
    for (const left of sides.a)
      for (const right of sides.b)
        mark(left, right, kind === "contradiction" ? { is: kind, of: id } : { is: "near miss", of: "" });
  return marks;
}

/** A passage, as read and with its two spans given. */
export function markedPassage(passage: Passage): readonly MarkedText[] {
  const { read, given } = passageClaims(passage);
  const as: PairMark =
    passage.kind === "contradiction" ? { is: "contradiction", of: passage.id } : { is: "near miss", of: "" };
  return [read, given].map((claims): MarkedText => ({
    from: "passage",
    found: claims.found,
    markOf: (left, right) => (crosses(claims, left, right) ? as : { is: "nothing", of: "" }),
  }));
}

/** Whether two claims stand for the two spans of a passage. */
export const crosses = ({ left, right }: PassageClaims, one: string, other: string): boolean =>
  (left.has(one) && right.has(other)) || (left.has(other) && right.has(one));
