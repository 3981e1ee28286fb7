import { identifier, integer, joinSql, nullable, sql, text, type Sql } from "../../store/index.ts";
import { conditionOf, writeValue, type Choice, type FilterChip, type FilterKey } from "../filter/index.ts";
import type { Reader } from "../reader.ts";
import { keysForFacets, type ListTable } from "./list-table.ts";
import type { ListContext } from "./list.ts";

/** One value of a facet with the rows that it would leave. */
export interface FacetValue {
  readonly value: string;
  readonly words: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly term: string;
}

/** The values of one key, most rows first, counted as if the filter did not ask by this key. */
export interface Facet {
  readonly key: string;
  readonly words: string;
  readonly values: FacetValue[];
  /** Values that are not told. */
  readonly more: number;
}

type FacetKey = FilterKey & { readonly kind: "choice" | "member" | "count" };

/** So many values of a key are told, and those that are chosen. */
const mostValues = 12;

/** Counts the facets of a list under a filter, by a reader's own connection. Keys that it does not ask by are counted together in one walk; each other in its own. */
export async function facetsOf(list: ListTable, chips: readonly FilterChip[], reader: Reader): Promise<Facet[]> {
  const { table } = list.context;
  const keys = keysForFacets(list);
  const own = keys.filter((key) => chips.some((chip) => chip.key === key.key));
  const shared = keys.filter((key) => !own.includes(key));
  const counted = new Map<FacetKey, ReadonlyMap<string, number>>();
  for (const [key, counts] of await countTogether({ reader, table }, shared, chips)) counted.set(key, counts);
  for (const key of own) {
    const others = chips.filter((chip) => chip.key !== key.key);
    for (const [each, counts] of await countTogether({ reader, table }, [key], others)) counted.set(each, counts);
  }
  return keys.map((key) => facetOf(key, counted.get(key) ?? new Map(), chips));
}

/** For each key the rows of each of its values, from one walk: rows that agree in all that is counted come as one. */
async function countTogether(
  { reader, table }: Pick<ListContext, "reader" | "table">,
  keys: readonly FacetKey[],
  chips: readonly FilterChip[],
): Promise<(readonly [FacetKey, ReadonlyMap<string, number>])[]> {
  if (keys.length === 0) return [];
  const counted = keys.flatMap(countedOf);
  const names = counted.map((_, index) => `c${index}`);
  const columns = counted.map(({ column }, index) => sql`${column} as ${identifier(`c${index}`)}`);
  const texts = names.map((name) => sql`${identifier(name)}::varchar as ${identifier(name)}`);
  const rows = await reader.database.rows(
    sql`select ${joinSql(texts, ", ")}, count from (
        select ${joinSql(columns, ", ")}, count(*) as count from ${table} where ${conditionOf(chips)} group by all)
      order by all`,
    { ...Object.fromEntries(names.map((name) => [name, nullable(text)])), count: integer },
  );
  const maps = new Map(keys.map((key) => [key, new Map<string, number>()]));
  for (const row of rows) {
    const values: Readonly<Record<string, string | number | null>> = row;
    counted.forEach(({ key, valuesOf }, index) => {
      const held = maps.get(key);
      for (const value of valuesOf(values[`c${index}`] ?? null)) held?.set(value, (held.get(value) ?? 0) + row.count);
    });
  }
  return [...maps];
}

/** A column that is counted for a key, and the values of the key that one of its own stands for. */
interface Counted {
  readonly key: FacetKey;
  readonly column: Sql;
  valuesOf(held: string | number | null): readonly string[];
}

/** Each key's column, and a flag for each choice that has a condition of its own. */
function countedOf(key: FacetKey): Counted[] {
  const own: Counted = {
    key,
    column: key.column,
    valuesOf: (held) =>
      held === null ? [] : key.kind === "member" ? (key.sets.get(Number(held)) ?? []) : [String(held)],
  };
  const choices = key.kind === "count" ? [] : key.choices;
  const flags = choices.flatMap(({ condition, value }): Counted[] =>
    condition ? [{ key, column: condition, valuesOf: (held) => (held === "true" ? [value] : []) }] : [],
  );
  return [own, ...flags];
}

function facetOf(key: FacetKey, counts: ReadonlyMap<string, number>, chips: readonly FilterChip[]): Facet {
  const chosen = new Set(chips.flatMap((chip) => (chip.key === key.key ? chip.values : [])));
  const choices = key.kind === "count" ? numbersOf(key, counts) : key.choices;
  const values = choices
    .map((choice) => ({
      value: choice.value,
      words: choice.words,
      count: counts.get(choice.condition ? choice.value : (choice.stored ?? choice.value)) ?? 0,
      isChosen: chosen.has(choice.value.toLowerCase()),
      term: `${key.key}:${writeValue(choice.value)}`,
    }))
    .filter(({ count, isChosen }) => count > 0 || isChosen);
  const ordered =
    key.kind === "count" || (key.kind === "choice" && key.isFixed)
      ? values
      : values.toSorted((left, right) => right.count - left.count);
  const told = ordered.filter(({ isChosen }, index) => index < mostValues || isChosen);
  return { key: key.key, words: key.meaning, values: told, more: ordered.length - told.length };
}

/** The numbers that stand in a count's column, the least first. */
const numbersOf = (key: FacetKey & { readonly kind: "count" }, counts: ReadonlyMap<string, number>): Choice[] =>
  [...counts.keys()]
    .map(Number)
    .toSorted((left, right) => left - right)
    .map((number) => ({ value: String(number), words: `${number} ${number === 1 ? key.one : key.many}` }));
