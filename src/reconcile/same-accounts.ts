import { rawSql, type Sql } from "../store/index.ts";
import { ends } from "./weighed-table.ts";

// A digit and two neighbours, as in one careless row each.
const slipMax = 2;

/** Whether two payments run between the same accounts, as far as the books say and but for a slip of the pen. */
export const sameAccounts = (left: string, right: string): Sql =>
  rawSql(ends.map((end) => sameAccount(`${left}.${end}_number`, `${right}.${end}_number`)).join(" and "));

// A spreadsheet keeps fifteen digits of a number and rounds the last.
const exactDigits = 14;

/** A slip in the middle of a short number leaves neither its beginning nor its end; of a number that a spreadsheet rounded, what it kept counts. */
const sameAccount = (left: string, right: string): string =>
  `coalesce(length(${left}) = length(${right})
    and (left(${left}, 8) = left(${right}, 8) or right(${left}, 6) = right(${right}, 6)
      or damerau_levenshtein(${left}, ${right}) <= ${slipMax}
      or (${isRounded(left)} or ${isRounded(right)})
        and damerau_levenshtein(left(${left}, ${exactDigits}), left(${right}, ${exactDigits})) <= ${slipMax}), true)`;

const isRounded = (number: string): string =>
  `length(${number}) > ${exactDigits + 1} and ltrim(substr(${number}, ${exactDigits + 2}), '0') = ''`;
