import { cleanRules, type CleanFault, type CleanOptions, type PropertyTypeName } from "../../model/index.ts";
import { rawSql, sql, text, type TableName } from "../../store/index.ts";
import { cleanMany } from "./clean-many.ts";
import { cell } from "./sql-text.ts";
import type { IntakeTarget } from "./target.ts";

/** How the values of one column come out of the database clean. */
export interface CleanedColumn {
  /** SQL over the column: the clean value where the database can tell, else null. */
  readonly rule: string;
  /** The values that went through `cleanValue`: raw, value, currency; null where none had to. */
  readonly odd: TableName | null;
  /** The raw values that cannot be cleaned: raw, kind, text; null where there is none. */
  readonly faults: TableName | null;
  readonly hasCurrency: boolean;
}

/** A column to be cleaned: where it stands, a name for its temporary tables, its type and how it is read. */
export interface ColumnToClean {
  readonly rows: TableName;
  readonly column: number;
  readonly name: string;
  readonly type: PropertyTypeName;
  readonly options: CleanOptions;
}

/** Cleans columns of a row table: what the database's rules do not prove clean is read once per distinct value. */
export async function cleanColumns(
  target: IntakeTarget,
  columns: readonly ColumnToClean[],
): Promise<readonly CleanedColumn[]> {
  const [first] = columns;
  if (!first) return [];
  // One scan counts the odd values of all columns: most columns have none, and a distinct of each took four times as long.
  const counts = columns.map((each) => `count(*) filter (where ${isOdd(each)})`).join(", ");
  const { odd } = await target.database.row(sql`select [${rawSql(counts)}] as odd from ${first.rows}`, {
    odd: bigIntegers,
  });
  const cleaned: CleanedColumn[] = [];
  for (const [index, column] of columns.entries())
    cleaned.push(await cleanColumn(target, column, (odd[index] ?? 0n) > 0n));
  return cleaned;
}

const bigIntegers = (value: unknown): bigint[] =>
  Array.isArray(value) ? value.map((each) => BigInt(String(each))) : [];

const isOdd = ({ column, type, options }: ColumnToClean): string => {
  const conditions = cleanRules(type, options).map((rule) => rule.when(cell(column)));
  return [`${cell(column)} is not null`, ...(conditions.length === 0 ? [] : [`not (${conditions.join(" or ")})`])].join(
    " and ",
  );
};

async function cleanColumn(target: IntakeTarget, from: ColumnToClean, hasOdd: boolean): Promise<CleanedColumn> {
  const { database } = target;
  const { type, options } = from;
  const rules = cleanRules(type, options);
  const column = cell(from.column);
  const rule =
    rules.length === 0
      ? "null::varchar"
      : `case ${rules.map((each) => `when ${each.when(column)} then ${each.value(column)}`).join(" ")} end`;
  if (!hasOdd) return { rule, odd: null, faults: null, hasCurrency: false };
  const distinct = await database.rows(
    sql`select distinct ${rawSql(column)} as raw from ${from.rows} where ${rawSql(isOdd(from))}`,
    { raw: text },
  );
  const raws = distinct.map((row) => row.raw);
  const cleaned = await cleanMany(raws, { type, options });
  const values = cleaned.flatMap(({ raw, result }) =>
    result.ok ? result.value.values.map((value) => ({ raw, value, currency: result.value.currency ?? null })) : [],
  );
  const faults = cleaned.flatMap(({ raw, result }) =>
    (result.ok ? (result.value.faults ?? []) : [result.fault]).map((fault) => ({ raw, fault })),
  );
  return {
    rule,
    odd: values.length === 0 ? null : await valueTable(target, `${from.name}_odd`, values),
    faults: faults.length === 0 ? null : await faultTable(target, `${from.name}_faults`, faults),
    hasCurrency: values.some((each) => each.currency !== null),
  };
}

async function valueTable(
  { database }: IntakeTarget,
  name: string,
  values: readonly { raw: string; value: string; currency: string | null }[],
): Promise<TableName> {
  const table = await database.temporary(name, "raw varchar not null, value varchar not null, currency varchar");
  await database.append(table, {
    raw: values.map((each) => each.raw),
    value: values.map((each) => each.value),
    currency: values.map((each) => each.currency),
  });
  return table;
}

async function faultTable(
  { database }: IntakeTarget,
  name: string,
  faults: readonly { raw: string; fault: CleanFault }[],
): Promise<TableName> {
  const table = await database.temporary(name, "raw varchar not null, kind varchar not null, text varchar not null");
  await database.append(table, {
    raw: faults.map((each) => each.raw),
    kind: faults.map((each) => each.fault.kind),
    text: faults.map((each) => each.fault.text),
  });
  return table;
}
