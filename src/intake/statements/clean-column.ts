import { at, atKey } from "../../base/index.ts";
import { cleanRules, type CleanFault, type CleanOptions, type PropertyTypeName } from "../../model/index.ts";
import { integerList, rawSql, sql, text, type TableName } from "../../store/index.ts";
import { cleanMany } from "./clean-many.ts";
import { cell } from "./sql-text.ts";
import type { IntakeSource } from "./target.ts";

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

/** Cleans columns: what the database's rules do not prove clean is read once per distinct value. */
export async function cleanColumns(
  target: IntakeSource,
  columns: readonly ColumnToClean[],
): Promise<readonly CleanedColumn[]> {
  const needs = new Map<ColumnToClean, Need>();
  for (const rows of new Set(columns.map((column) => column.rows))) {
    const own = columns.filter((column) => column.rows === rows);
    for (const [index, need] of (await findNeeds(target, rows, own)).entries()) needs.set(at(own, index), need);
  }
  const cleaned: CleanedColumn[] = [];
  for (const column of columns) cleaned.push(await cleanColumn(target, column, atKey(needs, column)));
  return cleaned;
}

/** What the values of a column need: the first rule alone, one of its rules, or for some to be read one by one. */
const needs = ["first", "rules", "odd"] as const;
type Need = (typeof needs)[number];

/** One scan tells it of all columns of a table: most are all of one form, and a distinct of each took four times as long. */
async function findNeeds(
  { database }: IntakeSource,
  rows: TableName,
  columns: readonly ColumnToClean[],
): Promise<readonly Need[]> {
  const most = columns.map((column) => `coalesce(max(${needSql(column)}), 0)`).join(", ");
  const found = await database.row(sql`select [${rawSql(most)}] as needs from ${rows}`, { needs: integerList });
  return found.needs.map((need) => at(needs, need));
}

const needSql = ({ column, type, options }: ColumnToClean): string => {
  const rules = cleanRules(type, options).map(
    (rule, index) => `when ${rule.when(cell(column))} then ${index === 0 ? 0 : 1}`,
  );
  return `case when ${cell(column)} is null then 0 ${rules.join(" ")} else 2 end`;
};

const isOdd = ({ column, type, options }: ColumnToClean): string => {
  const conditions = cleanRules(type, options).map((rule) => rule.when(cell(column)));
  return [`${cell(column)} is not null`, ...(conditions.length === 0 ? [] : [`not (${conditions.join(" or ")})`])].join(
    " and ",
  );
};

async function cleanColumn(target: IntakeSource, from: ColumnToClean, need: Need): Promise<CleanedColumn> {
  const { database } = target;
  const { type, options } = from;
  const column = cell(from.column);
  const rule = ruleSql(from, need);
  if (need !== "odd") return { rule, odd: null, faults: null, hasCurrency: false };
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

/** The clean value where a rule gives one; no rule is asked for what all values are known to have. */
function ruleSql({ column, type, options }: ColumnToClean, need: Need): string {
  const rules = cleanRules(type, options);
  const [first] = rules;
  if (!first) return "null::varchar";
  if (need === "first") return first.value(cell(column));
  return `case ${rules.map((each) => `when ${each.when(cell(column))} then ${each.value(cell(column))}`).join(" ")} end`;
}

async function valueTable(
  { database }: IntakeSource,
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
  { database }: IntakeSource,
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
