import { push } from "../kit/at.ts";
import type { Score, Truth } from "../truth.ts";
import { type Answer, keyOf, tableFinder } from "./answer.ts";
import { scoreOf } from "./score-of.ts";

export interface ContradictionScore {
  readonly all: Score;
  /** Share of the planted ones that were found. */
  readonly plantedRecall: number;
  readonly missedByKind: Readonly<Record<string, number>>;
  /** False contradictions that stand wholly inside a trap, by the trap's kind. */
  readonly trapsByKind: Readonly<Record<string, number>>;
}

/** Scores contradictions: one is found when an answer holds a place of each of its two sides; an answer is right when it finds one. */
export const scoreContradictions = (truth: Truth, answer: Pick<Answer, "contradictions">): ContradictionScore => {
  const tableOf = tableFinder(truth);
  const bySide = new Map<string, (readonly [contradiction: number, side: number])[]>();
  for (const [index, { sides }] of truth.contradictions.entries()) {
    for (const [side, { places }] of sides.entries())
      for (const place of places) push(bySide, keyOf(place), [index, side]);
  }
  const inTraps = truth.traps.map(({ places }) => new Set(places.map(keyOf)));
  const found = new Set<number>();
  const trapsByKind: Record<string, number> = {};
  let right = 0;
  for (const { places } of answer.contradictions) {
    const keys = places.map((place) => keyOf([tableOf(place) ?? -1, place.row, place.column]));
    const hits = bothSides(keys.flatMap((key) => bySide.get(key) ?? []));
    for (const hit of hits) found.add(hit);
    if (hits.length > 0) right++;
    else
      countTrap(
        trapsByKind,
        truth,
        inTraps.findIndex((trap) => keys.length > 0 && keys.every((key) => trap.has(key))),
      );
  }
  const missedByKind: Record<string, number> = {};
  for (const [index, { kind }] of truth.contradictions.entries())
    if (!found.has(index)) missedByKind[kind] = (missedByKind[kind] ?? 0) + 1;
  const planted = truth.contradictions.flatMap((one, index) => (one.planted ? [index] : []));
  return {
    all: scoreOf(
      answer.contradictions.length === 0 ? 1 : right / answer.contradictions.length,
      share(found.size, truth.contradictions.length),
    ),
    plantedRecall: share(planted.filter((index) => found.has(index)).length, planted.length),
    missedByKind,
    trapsByKind,
  };
};

const bothSides = (hits: readonly (readonly [number, number])[]): number[] => {
  const sides = new Map<number, Set<number>>();
  for (const [index, side] of hits) sides.set(index, (sides.get(index) ?? new Set<number>()).add(side));
  return [...sides].filter(([, own]) => own.size === 2).map(([index]) => index);
};

const countTrap = (counts: Record<string, number>, truth: Truth, index: number): void => {
  const kind = truth.traps[index]?.kind;
  if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
