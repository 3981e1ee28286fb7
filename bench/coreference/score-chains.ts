import { at } from "../../src/base/index.ts";
import { round, share } from "../figures.ts";
import { bestAssignment } from "./assign.ts";

/** Recall, precision and their harmonic mean. */
export interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
}

/** The three scores of coreference that CoNLL-2012 averages, and their average `conll`; all 0 to 1. */
export interface ChainScores {
  readonly muc: Score;
  readonly bCubed: Score;
  readonly ceafE: Score;
  readonly conll: number;
}

/**
 * Scores chains of the same mentions, given as one label per mention: MUC (Vilain et al. 1995), B-cubed (Bagga and
 * Baldwin 1998), CEAF with phi 4 (Luo 2005). Chains of one mention count.
 */
export function scoreChains(gold: readonly string[], found: readonly string[]): ChainScores {
  const overlap = overlapOf(gold, found);
  const turned = overlapOf(found, gold);
  const muc = scoreOf(mucPart(overlap), mucPart(turned));
  const bCubed = scoreOf(bCubedPart(overlap, gold.length), bCubedPart(turned, gold.length));
  const aligned = alignedSum(overlap, turned);
  const ceafE = scoreOf(share(aligned, overlap.size), share(aligned, turned.size));
  return { muc, bCubed, ceafE, conll: round((muc.f1 + bCubed.f1 + ceafE.f1) / 3) };
}

/** The mentions of each chain by the other side's chain. */
type Overlap = ReadonlyMap<string, ReadonlyMap<string, number>>;

function overlapOf(own: readonly string[], other: readonly string[]): Overlap {
  const counts = new Map<string, Map<string, number>>();
  for (const [index, label] of own.entries()) {
    const parts = counts.get(label) ?? new Map<string, number>();
    const part = at(other, index);
    parts.set(part, (parts.get(part) ?? 0) + 1);
    counts.set(label, parts);
  }
  return counts;
}

const sizeOf = (parts: ReadonlyMap<string, number>): number => {
  let size = 0;
  for (const count of parts.values()) size += count;
  return size;
};

function mucPart(overlap: Overlap): number {
  let kept = 0;
  let links = 0;
  for (const parts of overlap.values()) {
    kept += sizeOf(parts) - parts.size;
    links += sizeOf(parts) - 1;
  }
  return share(kept, links);
}

function bCubedPart(overlap: Overlap, mentions: number): number {
  let sum = 0;
  for (const parts of overlap.values()) for (const count of parts.values()) sum += (count * count) / sizeOf(parts);
  return share(sum, mentions);
}

/** The best one-to-one alignment of chains, weighed by phi 4, group by group of chains that touch. */
function alignedSum(overlap: Overlap, turned: Overlap): number {
  const done = new Set<string>();
  let sum = 0;
  for (const label of overlap.keys()) {
    if (done.has(label)) continue;
    const rows: string[] = [];
    const columns = new Set<string>();
    const open = [label];
    done.add(label);
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      rows.push(row);
      for (const column of overlap.get(row)?.keys() ?? []) {
        if (columns.has(column)) continue;
        columns.add(column);
        for (const next of turned.get(column)?.keys() ?? []) {
          if (done.has(next)) continue;
          done.add(next);
          open.push(next);
        }
      }
    }
    const likeness = rows.map((row) => {
      const parts = overlap.get(row) ?? new Map<string, number>();
      return [...columns].map(
        (column) => (2 * (parts.get(column) ?? 0)) / (sizeOf(parts) + sizeOf(turned.get(column) ?? new Map())),
      );
    });
    sum += bestAssignment(likeness);
  }
  return sum;
}

function scoreOf(recall: number, precision: number): Score {
  return {
    recall: round(recall),
    precision: round(precision),
    f1: round(share(2 * recall * precision, recall + precision)),
  };
}
