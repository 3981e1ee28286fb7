import { at, atKey, groupBy } from "../../base/index.ts";
import { cleanRules, type CleanFault, type CleanOptions, type PropertyTypeName } from "../../model/index.ts";
import { integer, integerList, joinSql, rawSql, sql, text, type Sql, type TableName } from "../../store/index.ts";
import { cleanMany } from "./clean-many.ts";
import { cell } from "./sql-text.ts";
import type { IntakeSource } from "./target.ts";

/** How the values of one column come out of the database clean. */
export interface CleanedColumn {
  /** SQL over the column: the clean value where the database can tell, else null. */
  readonly rule: string;
  /** The values that went through `cleanValue`: raw, value, currency; null where none had to. */
  readonly odd: Sql | null;
  /** The raw values that cannot be cleaned: raw, kind, text; null where there is none. */
  readonly faults: Sql | null;
  readonly hasCurrency: boolean;
}

/** A column to be cleaned: where it stands, its type and how it is read. */
export interface ColumnToClean {
  readonly rows: TableName;
  readonly column: number;
  readonly type: PropertyTypeName;
  readonly options: CleanOptions;
}

/**
 * Cleans columns: what the database's rules do not prove clean is read once per distinct value, and stands in temporary
 * tables whose names begin with `name`.
 */
export async function cleanColumns(
  target: IntakeSource,
  name: string,
  columns: readonly ColumnToClean[],
): Promise<readonly CleanedColumn[]> {
  const needs = new Map<ColumnToClean, Need>();
  for (const rows of new Set(columns.map((column) => column.rows))) {
    const own = columns.filter((column) => column.rows === rows);
    for (const [index, need] of (await findNeeds(target, rows, own)).entries()) needs.set(at(own, index), need);
  }
  const cleaned = await cleanOdd(
    target,
    columns.map((column) => (atKey(needs, column) === "odd" ? column : undefined)),
  );
  const odd = await valueTable(target, `${name}_odd`, cleaned);
  const faults = await faultTable(target, `${name}_faults`, cleaned);
  return columns.map((column, index) => {
    const { values = [], faults: own = [] } = cleaned[index] ?? {};
    return {
      rule: ruleSql(column, atKey(needs, column)),
      odd: odd && values.length > 0 ? sql`(select raw, value, currency from ${odd} where column_no = ${index})` : null,
      faults: faults && own.length > 0 ? sql`(select raw, kind, text from ${faults} where column_no = ${index})` : null,
      hasCurrency: values.some((each) => each.currency !== null),
    };
  });
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

/** What became of the values of one column that are read one by one. */
interface CleanedValues {
  readonly values: readonly { readonly raw: string; readonly value: string; readonly currency: string | null }[];
  readonly faults: readonly { readonly raw: string; readonly fault: CleanFault }[];
}

/** Reads the odd values of columns, each distinct one once; columns that have none are undefined. */
async function cleanOdd(
  { database }: IntakeSource,
  columns: readonly (ColumnToClean | undefined)[],
): Promise<readonly (CleanedValues | undefined)[]> {
  const distinct = columns.flatMap((each, index) =>
    each
      ? [
          sql`select distinct ${rawSql(`${index} as column_no, ${cell(each.column)} as raw`)} from ${each.rows}
            where ${rawSql(isOdd(each))}`,
        ]
      : [],
  );
  if (distinct.length === 0) return [];
  const rows = await database.rows(joinSql(distinct, " union all "), { column_no: integer, raw: text });
  const byColumn = groupBy(rows, (row) => row.column_no);
  const cleaned: (CleanedValues | undefined)[] = [];
  for (const [index, each] of columns.entries())
    cleaned.push(
      each &&
        (await cleanValues(
          (byColumn.get(index) ?? []).map(({ raw }) => raw),
          each,
        )),
    );
  return cleaned;
}

async function cleanValues(raws: readonly string[], { type, options }: ColumnToClean): Promise<CleanedValues> {
  const cleaned = await cleanMany(raws, { type, options });
  return {
    values: cleaned.flatMap(({ raw, result }) =>
      result.ok ? result.value.values.map((value) => ({ raw, value, currency: result.value.currency ?? null })) : [],
    ),
    faults: cleaned.flatMap(({ raw, result }) =>
      (result.ok ? (result.value.faults ?? []) : [result.fault]).map((fault) => ({ raw, fault })),
    ),
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
  cleaned: readonly (CleanedValues | undefined)[],
): Promise<TableName | undefined> {
  const rows = cleaned.flatMap((each, column) => (each?.values ?? []).map((value) => ({ column, ...value })));
  if (rows.length === 0) return undefined;
  const columns = "column_no integer not null, raw varchar not null, value varchar not null, currency varchar";
  const table = await database.temporary(name, columns);
  await database.append(table, {
    column_no: rows.map((each) => each.column),
    raw: rows.map((each) => each.raw),
    value: rows.map((each) => each.value),
    currency: rows.map((each) => each.currency),
  });
  return table;
}

async function faultTable(
  { database }: IntakeSource,
  name: string,
  cleaned: readonly (CleanedValues | undefined)[],
): Promise<TableName | undefined> {
  const rows = cleaned.flatMap((each, column) => (each?.faults ?? []).map((fault) => ({ column, ...fault })));
  if (rows.length === 0) return undefined;
  const columns = "column_no integer not null, raw varchar not null, kind varchar not null, text varchar not null";
  const table = await database.temporary(name, columns);
  await database.append(table, {
    column_no: rows.map((each) => each.column),
    raw: rows.map((each) => each.raw),
    kind: rows.map((each) => each.fault.kind),
    text: rows.map((each) => each.fault.text),
  });
  return table;
}
