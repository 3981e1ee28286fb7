import { entityList } from "./entities.ts";
import { faultList } from "./faults.ts";
import { findingList } from "./findings.ts";
import type { ListDefinition } from "./list.ts";
import { paymentList } from "./payments.ts";
import { statementList } from "./statements.ts";

/** Every list that can be filtered, sorted and frozen. */
export const lists = {
  findings: findingList,
  entities: entityList,
  payments: paymentList,
  faults: faultList,
  statements: statementList,
} as const;

export type ListName = keyof typeof lists;

/** The row of a list. */
export type RowOf<Name extends ListName> = (typeof lists)[Name] extends ListDefinition<infer ListRow> ? ListRow : never;
