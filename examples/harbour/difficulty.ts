import type { Case } from "./case.ts";
import type { Difficulty, TruthTable } from "./truth.ts";
const zero = { precision: 0, recall: 0, f1: 0 };
export const measureDifficulty = (_: Case, tables: readonly TruthTable[]): Difficulty => ({ mentions: tables.length, exactNamesPeople: zero, exactNamesCompanies: zero, exactPayments: zero, homonymShare: 0 });
