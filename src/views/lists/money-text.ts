import { minorUnits } from "../../model/index.ts";
import { sql, text, type Sql } from "../../store/index.ts";
import type { Reader } from "../reader.ts";

/** How an amount of minor units of a currency is written; in SQL, for captions. */
export async function moneyText(reader: Reader, m: Sql, c: Sql): Promise<Sql> {
  const rows = await reader.database.rows(
    sql`select distinct currency as value from ${reader.table("flow")} order by value`,
    { value: text },
  );
  const whole = rows.filter(({ value }) => minorUnits(value) === 0).map(({ value }) => value);
  const three = rows.filter(({ value }) => minorUnits(value) === 3).map(({ value }) => value);
  return sql`case
    when ${c} in (select unnest(${whole}::varchar[])) then format('{:,}', ${m})
    when ${c} in (select unnest(${three}::varchar[])) then format('{:,}', ${m} // 1000) || '.' || lpad((${m} % 1000)::varchar, 3, '0')
    else format('{:,}', ${m} // 100) || '.' || lpad((${m} % 100)::varchar, 2, '0') end || ' ' || ${c}`;
}
