import { useSyncExternalStore } from "react";
import { callApi } from "../api/call.ts";

/** One decision that was taken in these pages since they were opened. */
export interface Decided {
  readonly judgementNo: number;
  readonly page: "review" | "entity" | "ledger";
  /** What the page knows it by: a claim's id, the ids of two. */
  readonly about: string;
  readonly decision: string;
}

interface Sitting {
  /** In the order in which they were taken. */
  readonly standing: readonly Decided[];
  /** In the order in which they were taken back. */
  readonly takenBack: readonly Decided[];
}

let sitting: Sitting = { standing: [], takenBack: [] };
const listeners = new Set<() => void>();
let turn: Promise<unknown> = Promise.resolve();

/** The decisions of this sitting, whichever page they were taken on. */
export const useDecided = (): Sitting => useSyncExternalStore(subscribe, () => sitting);

/** Keeps in mind a decision that was written; one on the same thing that was taken back is answered by it. */
export function keepDecided(decided: Decided): void {
  change({
    standing: [...sitting.standing, decided],
    takenBack: sitting.takenBack.filter(({ about }) => about !== decided.about),
  });
}

/** Takes the last decision that stands back, or that of a number; says what was done. */
export const takeBack = (which?: number): Promise<string> =>
  inTurn(async () => {
    const wanted = which ?? sitting.standing.at(-1)?.judgementNo;
    if (wanted === undefined) return "No decision of this sitting stands that could be taken back";
    const { judgementNo } = await callApi("POST /api/decisions/undo", { body: { judgementNo: wanted } });
    const decided = sitting.standing.filter((each) => each.judgementNo === wanted);
    change({
      standing: sitting.standing.filter((each) => !decided.includes(each)),
      takenBack: [...sitting.takenBack, ...decided],
    });
    return `Decision ${wanted} is taken back by decision ${judgementNo}`;
  });

/** Takes the decision again that was taken back last; says what was done. */
export const takeAgain = (): Promise<string> =>
  inTurn(async () => {
    const decided = sitting.takenBack.at(-1);
    if (!decided) return "No decision of this sitting was taken back that could be taken again";
    const { judgementNo } = await callApi("POST /api/decisions/redo", { body: { judgementNo: decided.judgementNo } });
    change({
      standing: [...sitting.standing, { ...decided, judgementNo }],
      takenBack: sitting.takenBack.filter((each) => each !== decided),
    });
    return `Decision ${decided.judgementNo} is taken again as decision ${judgementNo}`;
  });

/** A key that is pressed twice asks about the decision that the first press left. */
function inTurn(work: () => Promise<string>): Promise<string> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

function change(next: Sitting): void {
  sitting = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
