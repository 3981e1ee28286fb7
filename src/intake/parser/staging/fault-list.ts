import type { StagedFault, StagedFaultKind } from "../staged.ts";

/** A fault as a reader says it; what is left out is null, or 0 lost rows. */
export type NewFault = Pick<StagedFault, "kind" | "text"> & Partial<StagedFault>;

// A person reads hundreds of places, not millions; short rows are ordinary in hand-made tables.
const listedMax: Partial<Record<StagedFaultKind, number>> = { "missing-cells": 20 };
const listedMaxOther = 1_000;

interface Rest {
  count: number;
  rowsLost: number;
  first: StagedFault;
}

/**
 * The faults of one file. Of each kind in each part the first thousand are listed one by one (of rows that are short of
 * cells, 20); the rest become one fault that says how many there are, so that the lost rows still add up.
 */
export class FaultList {
  private readonly listed: StagedFault[] = [];
  private readonly counts = new Map<string, number>();
  private readonly rests = new Map<string, Rest>();

  add(fault: NewFault): void {
    const full: StagedFault = { part: null, rowNo: null, colNo: null, byteFrom: null, rowsLost: 0, ...fault };
    const key = `${full.part} ${full.kind}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count <= (listedMax[full.kind] ?? listedMaxOther)) {
      this.listed.push({ ...full, text: shorten(full.text) });
      return;
    }
    const rest = this.rests.get(key);
    if (!rest) this.rests.set(key, { count: 1, rowsLost: full.rowsLost, first: full });
    else {
      rest.count++;
      rest.rowsLost += full.rowsLost;
    }
  }

  /** Rows lost in a part, or with no part given in the whole file. */
  rowsLost(part?: number): number {
    return this.all()
      .filter((fault) => part === undefined || fault.part === part)
      .reduce((sum, fault) => sum + fault.rowsLost, 0);
  }

  all(): StagedFault[] {
    return [...this.listed, ...[...this.rests.values()].map((rest) => restFault(rest))];
  }
}

function restFault({ count, rowsLost, first }: Rest): StagedFault {
  const text = `${count} more places with the same trouble, not listed one by one; the first of them: ${first.text}`;
  return { ...first, text: shorten(text), rowsLost };
}

const shorten = (text: string): string => (text.length <= 600 ? text : `${text.slice(0, 599)}…`);
