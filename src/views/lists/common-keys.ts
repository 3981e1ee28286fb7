import { identifier, sql, text, type Sql } from "../../store/index.ts";
import { folded, type FilterKey } from "../filter/index.ts";
import type { ListContext } from "./list.ts";
import { setsOf } from "./sets.ts";
import { sourceChoices } from "./source-choices.ts";

interface Named {
  readonly key: string;
  readonly meaning: string;
}

/** A key whose values are those that a column of the table holds, all of them. */
export async function columnKey(
  { reader, table }: ListContext,
  { column, wordsOf = String, ...named }: Named & { readonly column: string; wordsOf?(value: string): string },
): Promise<FilterKey> {
  const rows = await reader.database.rows(
    sql`select distinct ${identifier(column)} as value from ${table} order by value`,
    { value: text },
  );
  const choices = rows.map(({ value }) => ({ value, words: wordsOf(value) }));
  return { ...named, kind: "choice", column: sql`${identifier(column)}`, choices, isFixed: false };
}

/** A key whose values are those of the table's numbered sets. */
export async function setKey(
  context: ListContext,
  {
    numbers,
    members,
    wordsOf = String,
    ...named
  }: Named & { readonly numbers: string; readonly members: string; wordsOf?(value: string): string },
): Promise<FilterKey> {
  const sets = await setsOf(context, { numbers, members });
  const choices = [...new Set([...sets.values()].flat())].toSorted().map((value) => ({ value, words: wordsOf(value) }));
  return { ...named, kind: "member", column: sql`${identifier(numbers)}`, sets, choices, isFixed: false };
}

/** `source`: the hand-overs and lists of the column `datasets`, whose sets `dataset_set` numbers. */
export async function sourceKey(context: ListContext, meaning: string): Promise<FilterKey> {
  const sets = await setsOf(context, { numbers: "dataset_set", members: "datasets" });
  const choices = await sourceChoices(context.reader);
  return { kind: "member", key: "source", meaning, column: sql`dataset_set`, sets, choices, isFixed: false };
}

/** `sources`: how many independent sources there are at least. */
export const sourcesKey: FilterKey = {
  kind: "count",
  key: "sources",
  meaning: "independent sources, at least",
  column: sql`least`,
  one: "independent source",
  many: "independent sources",
};

/** `money`: an amount of the case currency. */
export const moneyKey = ({ currency }: ListContext, column: Sql, meaning: string): FilterKey => ({
  kind: "money",
  key: "money",
  meaning: `${meaning}, in ${currency}`,
  column,
  words: "money",
  currency,
});

/** `seen`: days of payments. */
export const seenKey = (meaning: string, words: string): FilterKey => ({
  kind: "span",
  key: "seen",
  meaning,
  from: sql`seen_from`,
  to: sql`seen_to`,
  words,
});

/** A key of letters that stand in some columns. */
export const lettersKey = (key: string, meaning: string, columns: Sql, words = key): FilterKey => ({
  kind: "text",
  key,
  meaning,
  column: folded(columns),
  words,
});
