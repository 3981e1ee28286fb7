import { describe, expect, it } from "vitest";
import { sourcesBelow, sqlTextsOf } from "./sources.ts";

/** What a query does whose result may differ between runs: one line for each. */
function faultsOf(query: string): string[] {
  const text = query.replaceAll(/'(?:[^']|'')*'/gu, "''").toLowerCase();
  return [...refusedCalls(text), ...bareAggregates(text), ...bareRowNumbers(text), ...bareLimits(text)];
}

const refusedCalls = (text: string): string[] =>
  [
    "any_value",
    "fsum",
    "favg",
    "kahan_sum",
    "arg_max",
    "arg_min",
    "max_by",
    "min_by",
    "random",
    "uuid",
    "now",
    "current_timestamp",
  ].filter((name) => new RegExp(`\\b${name}\\s*\\(`, "u").test(text));

/** List and string aggregates without an order of their own, or of the list that is sorted afterwards; functions over lists are no aggregates. */
const bareAggregates = (text: string): string[] =>
  ["list", "array_agg", "string_agg", "group_concat", "first", "last", "json_group_array", "json_group_object"].flatMap(
    (name) =>
      argumentsOf(text, name)
        .filter((inside) => !/\border by\b/u.test(inside))
        .map(() => `${name} without an order`),
  );

const bareRowNumbers = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:row_number|rank|lag|lead|first_value|last_value|nth_value)\s*\([^()]*\)\s*over\s*(\([^()]*(?:\([^()]*\)[^()]*)*\)|\w+)/gu,
    ),
  ]
    .filter((match) => (match[1] ?? "").startsWith("(") && !/\border by\b/u.test(match[1] ?? ""))
    .map(() => "a window without an order");

const bareLimits = (text: string): string[] =>
  [...text.matchAll(/\blimit\b/gu)]
    .filter((match) => !/\border by\b/u.test(text.slice(0, match.index)))
    .map(() => "limit without an order");

/** The texts between the brackets of each call of a function. */
function argumentsOf(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`(?<![\\w.]|list_sort\\()${name}\\s*\\(`, "gu"))].map((match) => {
    const from = match.index + match[0].length;
    let depth = 1;
    let to = from;
    while (to < text.length && depth > 0) {
      depth += text[to] === "(" ? 1 : text[to] === ")" ? -1 : 0;
      to += 1;
    }
    return text.slice(from, to - 1);
  });
}

describe("every query", () => {
  const queries = sourcesBelow("src").flatMap((source) =>
    sqlTextsOf(source).map((query) => ({ ...query, path: source.path })),
  );
  it("is looked at", () => expect(queries.length).toBeGreaterThan(100));
  it("gives the same rows in the same order on every run", () =>
    expect(
      queries.flatMap(({ path, line, text }) => faultsOf(text).map((fault) => `${path}:${line}: ${fault}`)),
    ).toEqual([]));

  const canary = (text: string, fault: string): void =>
    it(`would be refused: ${text}`, () => expect(faultsOf(text)).toEqual([fault]));
  canary("select any_value(name) from t", "any_value");
  canary("select arg_max(name, weight) from t", "arg_max");
  canary("select string_agg(name, ' ') from t", "string_agg without an order");
  canary("select list(distinct name) from t", "list without an order");
  canary("select row_number() over (partition by a) from t", "a window without an order");
  canary("select * from t limit 5", "limit without an order");
  it("would be accepted: an aggregate with an order", () =>
    expect(faultsOf("select list(name order by name, id) from t order by id limit 5")).toEqual([]));
  it("would be accepted: a list that is sorted afterwards", () =>
    expect(faultsOf("select list_sort(list(name)) from t")).toEqual([]));
});
