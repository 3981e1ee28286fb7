import type { Case } from "./case.ts";
import type { TrueContradiction } from "./truth.ts";
export const findContradictions = (_: Case): TrueContradiction[] => [];
