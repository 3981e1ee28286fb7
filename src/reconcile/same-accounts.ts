import { rawSql, type Sql } from "../store/index.ts";
import { ends } from "./weighed-table.ts";

/** Whether two payments run between the same accounts, as far as the books say and but for a slip of the pen. */
export const sameAccounts = (left: string, right: string): Sql =>
  rawSql(ends.map((end) => sameAccount(`${left}.${end}_number`, `${right}.${end}_number`)).join(" and "));

const sameAccount = (left: string, right: string): string =>
  `coalesce(length(${left}) = length(${right})
    and (left(${left}, 8) = left(${right}, 8) or right(${left}, 6) = right(${right}, 6)), true)`;
