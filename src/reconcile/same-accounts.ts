import { rawSql, type Sql } from "../store/index.ts";
import { ends } from "./weighed-table.ts";

// A digit and two neighbours, as in one careless row each.
const slipMax = 2;

/** Whether two payments run between the same accounts, as far as the books say and but for a slip of the pen. */
export const sameAccounts = (left: string, right: string): Sql =>
  rawSql(ends.map((end) => sameAccount(`${left}.${end}_number`, `${right}.${end}_number`)).join(" and "));

/** A slip in the middle of a short number leaves neither its beginning nor its end. */
const sameAccount = (left: string, right: string): string =>
  `coalesce(length(${left}) = length(${right})
    and (left(${left}, 8) = left(${right}, 8) or right(${left}, 6) = right(${right}, 6)
      or damerau_levenshtein(${left}, ${right}) <= ${slipMax}), true)`;
