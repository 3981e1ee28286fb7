import { push } from "../kit/at.ts";
import type { Truth } from "../truth.ts";
import { type Answer, tableFinder } from "./answer.ts";

export interface RootScore {
  readonly copiedRows: number;
  /** Share of copied rows that do not count as a second root: same root as the original, or "cannot tell". */
  readonly copiesCaught: number;
  readonly honestRows: number;
  /** Share of rows honestly told by two hand-overs whose root is known and differs from the other's. */
  readonly honestKept: number;
}

/** Scores roots row by row. */
export const scoreRoots = (truth: Truth, answer: Pick<Answer, "roots">): RootScore => {
  const rootOf = rootFinder(truth, answer);
  const copied = truth.copies.flatMap(({ file, part, rows }) => {
    const own = truth.tables.findIndex((table) => table.file === file && table.part === part);
    return rows.map(([row, table, original]) => ({ root: rootOf(own, row), originalRoot: rootOf(table, original) }));
  });
  const caught = copied.filter(({ root, originalRoot }) => root === undefined || root === originalRoot).length;
  const honest = honestRows(truth);
  const kept = honest.filter(({ table, row, others }) => {
    const root = rootOf(table, row);
    return root !== undefined && others.every((other) => rootOf(other.table, other.row) !== root);
  }).length;
  return {
    copiedRows: copied.length,
    copiesCaught: share(caught, copied.length),
    honestRows: honest.length,
    honestKept: share(kept, honest.length),
  };
};

type RootOf = (table: number, row: number) => string | undefined;

const rootFinder = (truth: Truth, answer: Pick<Answer, "roots">): RootOf => {
  const tableOf = tableFinder(truth);
  const runs = new Map<number, { from: number; to: number; root: string | undefined }[]>();
  for (const { file, part, rowFrom, rowTo, root } of answer.roots) {
    const table = tableOf({ file, part });
    if (table !== undefined) push(runs, table, { from: rowFrom, to: rowTo, root: root ?? undefined });
  }
  for (const list of runs.values()) list.sort((left, right) => left.to - left.from - (right.to - right.from));
  return (table, row) => runs.get(table)?.find(({ from, to }) => from <= row && row <= to)?.root;
};

interface Honest {
  readonly table: number;
  readonly row: number;
  readonly others: readonly { readonly table: number; readonly row: number }[];
}

/** Rows of honest tellings, each with the honest rows of other hand-overs that tell the same payment. */
const honestRows = (truth: Truth): Honest[] => {
  const byPayment = new Map<string, { table: number; row: number; dataset: string }[]>();
  const rows: { table: number; row: number; dataset: string; ids: readonly string[] }[] = [];
  for (const [table, { file, part, payments }] of truth.tables.entries()) {
    const runs = truth.secondTellings.filter((run) => run.file === file && run.part === part);
    for (const [row, ...ids] of payments) {
      const run = runs.find(({ from, to }) => from <= row && row <= to);
      if (run === undefined) continue;
      rows.push({ table, row, dataset: run.dataset, ids });
      for (const id of ids) push(byPayment, id, { table, row, dataset: run.dataset });
    }
  }
  return rows
    .map(({ table, row, dataset, ids }) => ({
      table,
      row,
      others: ids.flatMap((id) => byPayment.get(id) ?? []).filter((other) => other.dataset !== dataset),
    }))
    .filter(({ others }) => others.length > 0);
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
