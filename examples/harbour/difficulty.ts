import type { Case } from "./case.ts";
import { scoreClusters } from "./score/clusters.ts";
import { scorePayments } from "./score/payments.ts";
import type { Difficulty, Truth, TruthTable } from "./truth.ts";
import { homonymShare } from "./world/people.ts";

/** Measures what exact matching alone would score: one name, one entity; one amount, currency and date, one payment. */
export const measureDifficulty = (theCase: Case, truth: Pick<Truth, "entities" | "tables">): Difficulty => {
  const whole: Truth = { ...EMPTY, ...truth };
  const clusters = truth.tables.flatMap(({ file, part, mentions, cells }) => {
    const texts = new Map(cells.map(([row, ...own]) => [row, own]));
    return mentions.map(([row, column, role]) => ({
      file,
      part,
      row,
      role,
      cluster: texts.get(row)?.[column - 1] ?? "",
    }));
  });
  return {
    mentions: clusters.length,
    exactNamesPeople: scoreClusters(whole, { clusters }, ["Person"]).pairwise,
    exactNamesCompanies: scoreClusters(whole, { clusters }, ["Company"]).pairwise,
    exactPayments: scorePayments(whole, { payments: exactPayments(theCase, truth.tables) }).pairwise,
    homonymShare: homonymShare(theCase.world.people),
  };
};

const EMPTY: Truth = {
  format: "harbour-truth/1",
  seed: 0,
  size: 0,
  noise: 0,
  difficulty: {
    mentions: 0,
    exactNamesPeople: { precision: 0, recall: 0, f1: 0 },
    exactNamesCompanies: { precision: 0, recall: 0, f1: 0 },
    exactPayments: { precision: 0, recall: 0, f1: 0 },
    homonymShare: 0,
  },
  entities: [],
  payments: [],
  contradictions: [],
  traps: [],
  copies: [],
  secondTellings: [],
  blockSets: [],
  tables: [],
};

/** Rows whose amount, currency and date are all written and equal, as a reader who understands every cell sees them. */
const exactPayments = (
  theCase: Case,
  tables: readonly TruthTable[],
): { file: string; part: string; row: number; payment: string }[] => {
  const values = new Map<string, { amount?: string; date?: string }>();
  for (const { property, meaning, places } of theCase.book.said) {
    if (property !== "amount" && property !== "date") continue;
    for (const [table, row] of places) {
      const key = `${table} ${row}`;
      values.set(key, {
        ...values.get(key),
        [property]: property === "amount" ? meaning.split(" ").slice(0, 2).join(" ") : meaning,
      });
    }
  }
  return tables.flatMap(({ file, part, payments }, table) =>
    payments.map(([row]) => {
      const { amount, date } = values.get(`${table} ${row}`) ?? {};
      return {
        file,
        part,
        row,
        payment: amount === undefined || date === undefined ? `alone ${table} ${row}` : `${amount} ${date}`,
      };
    }),
  );
};
