import type { Result } from "../../base/index.ts";
import { joinSql, sql, type Sql } from "../../store/index.ts";
import type { Asked, FilterKey, Misread } from "./key.ts";
import { nearestWord } from "./nearest.ts";
import { operatorOf, readWords } from "./operators.ts";
import { termsOf, writeValue, type Term, type TermValue } from "./terms.ts";

/** A term that was understood. */
export interface FilterChip {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly key: string | null;
  /** Its values, small letters; the facets show which of theirs are chosen. */
  readonly values: readonly string[];
  readonly words: string;
  readonly isNegated: boolean;
  readonly condition: Sql;
}

/** A term that was not. */
export interface FaultyTerm {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly why: string;
  /** The nearest right term, to stand in its place; null: none is near. */
  readonly nearest: string | null;
}

/** A filter as it was read. With a faulty term it must not be used: it would show a wrong list. */
export interface ReadFilter {
  readonly chips: readonly FilterChip[];
  readonly faultyTerms: readonly FaultyTerm[];
  /** All of it in words: "contradicted or new, money over 1 M USD". */
  readonly sentence: string;
}

/** What a list can be asked: its keys, and the folded column that free words are looked for in. */
export interface Filterable {
  readonly keys: readonly FilterKey[];
  readonly fold: Sql;
  /** "findings". */
  readonly plural: string;
}

/** Reads a filter for a list: each term becomes a condition and words, or a fault with the nearest right term. */
export function readFilter(filter: string, list: Filterable): ReadFilter {
  const read = termsOf(filter).map((term) => readTerm(term, list));
  const chips = read.flatMap((each) => ("condition" in each ? [each] : []));
  return {
    chips,
    faultyTerms: read.flatMap((each) => ("condition" in each ? [] : [each])),
    sentence: chips.length === 0 ? `all ${list.plural}` : chips.map(({ words }) => words).join(", "),
  };
}

/** The condition of some chips together. */
export const conditionOf = (chips: readonly Pick<FilterChip, "condition">[]): Sql =>
  chips.length === 0
    ? sql`true`
    : joinSql(
        chips.map(({ condition }) => sql`(${condition})`),
        " and ",
      );

function readTerm(term: Term, list: Filterable): FilterChip | FaultyTerm {
  const { text, from, to } = term;
  const at = { text, from, to };
  if (term.isUnclosed) return { ...at, why: `${text}: a quotation mark has no second; close it`, nearest: `${text}"` };
  const key = list.keys.find((each) => each.key === term.key?.toLowerCase());
  if (term.key !== null && !key) return { ...at, ...unknownKey(term, list) };
  const values = term.values.map((value) => ({
    value,
    read: key ? operatorOf(key).read(value) : readFree(list, value),
  }));
  const wrong = values.flatMap(({ read, value }) => (read.ok ? [] : [{ value, ...read.fault }]))[0];
  if (wrong) return { ...at, why: wrong.why, nearest: wrong.nearest === null ? null : replaced(term, wrong) };
  return {
    ...at,
    ...chipOf(
      term,
      values.flatMap(({ read }) => (read.ok ? [read.value] : [])),
    ),
  };
}

function chipOf(term: Term, asked: readonly Asked[]): Omit<FilterChip, "text" | "from" | "to"> {
  const either = joinSql(
    asked.map(({ condition }) => sql`(${condition})`),
    " or ",
  );
  const words = asked.map((each) => each.words).join(" or ");
  return {
    key: term.key?.toLowerCase() ?? null,
    values: term.values.map(({ text }) => text.toLowerCase()),
    isNegated: term.isNegated,
    // What is not known is not what was asked: it stays, where the rest is left out.
    condition: term.isNegated ? sql`not coalesce(${either}, false)` : either,
    words: term.isNegated ? (words.startsWith("with ") ? words.replace("with ", "without ") : `not ${words}`) : words,
  };
}

function readFree({ fold }: Filterable, value: TermValue): Result<Asked, Misread> {
  return value.text.trim() === ""
    ? { ok: false, fault: { why: "a term holds nothing; write a word, or leave it out", nearest: null } }
    : { ok: true, value: readWords(fold, value) };
}

function unknownKey(term: Term, { keys }: Filterable): Misread {
  const names = keys.map(({ key }) => key);
  const near = nearestWord(term.key ?? "", names);
  const sign = term.isNegated ? "-" : "";
  const rest = term.text.slice(sign.length + (term.key ?? "").length);
  return {
    why: `there is no key "${term.key ?? ""}"; the keys are ${names.join(", ")}; for words with a colon write them in quotation marks`,
    nearest: near === undefined ? writeValue(term.text) : `${sign}${near}${rest}`,
  };
}

/** The term with one value put right. */
function replaced(
  term: Term,
  { value, nearest }: { readonly value: TermValue; readonly nearest: string | null },
): string {
  const values = term.values.map((each) => (each === value ? (nearest ?? "") : writeValue(each.text)));
  return `${term.isNegated ? "-" : ""}${term.key === null ? "" : `${term.key.toLowerCase()}:`}${values.join(",")}`;
}
