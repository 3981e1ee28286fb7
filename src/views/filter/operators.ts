import { bad, good, grouped, unreachable, type Result } from "../../base/index.ts";
import { minorUnits, moneyInShort } from "../../model/index.ts";
import { joinSql, rawSql, sql, type Sql } from "../../store/index.ts";
import type { Asked, Choice, FilterKey, Misread } from "./key.ts";
import { nearestWord } from "./nearest.ts";
import { readDays } from "./read-days.ts";
import { writeValue, type TermValue } from "./terms.ts";

type Read = Result<Asked, Misread>;
type OfKind<Kind extends FilterKey["kind"]> = FilterKey & { readonly kind: Kind };

/** What a key can be asked: its forms, and how a value becomes a condition and words. */
export interface Operator {
  readonly forms: readonly string[];
  read(value: TermValue): Read;
}

/** The one table of what the filter can ask, by the kind of a key; condition, chip, sentence and help page follow from it. */
export function operatorOf(key: FilterKey): Operator {
  switch (key.kind) {
    case "choice":
    case "member":
      return { forms: choiceForms(key), read: (value) => readChoice(key, value) };
    case "text":
      return {
        forms: [`${key.key}:letters`, `${key.key}:"words that stand together"`],
        read: (value) => readText(key, value),
      };
    case "count":
      return {
        forms: [`${key.key}:2`, `${key.key}:>=2`, `${key.key}:<3`, `${key.key}:1..3`],
        read: ({ text }) =>
          readRange(text, /^\d{1,9}$/u, {
            right: `a whole number such as ${key.key}:2, ${key.key}:>=2 or ${key.key}:1..3`,
            column: key.column,
            valueOf: Number,
            words: (number) => numberInWords(Number(number)),
            sayEach: (range) => `${range} ${/\bone$/u.test(range) && !range.includes(" to ") ? key.one : key.many}`,
          }),
      };
    case "money":
      return {
        forms: [`${key.key}:>1M`, `${key.key}:<=250k`, `${key.key}:1M..5M`, `${key.key}:none`],
        read: (value) => readMoney(key, value),
      };
    case "span":
      return {
        forms: [`${key.key}:2014`, `${key.key}:2014-03..2016`, `${key.key}:2014-03-04..`, `${key.key}:none`],
        read: (value) => readSpan(key, value),
      };
    default:
      return unreachable(key);
  }
}

/** Free words: each must stand somewhere in the row. */
export const readWords = (fold: Sql, { text }: TermValue): Asked => ({
  condition: sql`contains(${fold}, ${folded(sql`${text}`)})`,
  words: `with "${text}"`,
});

/** Letters without case and accents, as the folded columns hold them. */
export const folded = (text: Sql): Sql => sql`strip_accents(lower(nfc_normalize(${text})))`;

function choiceForms({ key, choices, isFixed }: OfKind<"choice" | "member">): string[] {
  const [first, second] = choices.map(({ value }) => writeValue(value));
  if (first === undefined) return [`${key}:value`];
  return [
    `${key}:${first}`,
    ...(second === undefined ? [] : [`${key}:${first},${second}`]),
    ...(isFixed ? [] : [`-${key}:${first}`]),
  ];
}

const readText = ({ column, words, key }: OfKind<"text">, { text }: TermValue): Read =>
  text.trim() === ""
    ? bad({ why: `${key}: holds nothing; write the letters after it, such as ${key}:bank`, nearest: null })
    : good({ condition: sql`contains(${column}, ${folded(sql`${text}`)})`, words: `${words} with "${text}"` });

const readMoney = (key: OfKind<"money">, { text }: TermValue): Read =>
  text.toLowerCase() === "none"
    ? good({ condition: sql`${key.column} is null`, words: `no known ${key.words}` })
    : readRange(text, /^\d{1,12}(?:\.\d{1,4})?(?:k|m|b|bn)?$/iu, {
        right: `an amount such as ${key.key}:>1M, ${key.key}:<=250k or ${key.key}:1M..5M`,
        column: key.column,
        valueOf: (amount) => minorOf(amount, key.currency),
        words: (amount) => moneyInWords(minorOf(amount, key.currency), key.currency),
        sayEach: (range) => `${key.words} ${range}`,
      });

function readChoice(key: OfKind<"choice" | "member">, { text }: TermValue): Read {
  const wanted = text.toLowerCase();
  const choice =
    key.choices.find((each) => each.value.toLowerCase() === wanted) ??
    key.choices.find((each) => each.words.toLowerCase() === wanted);
  if (choice) return good({ condition: choice.condition ?? conditionOf(key, choice), words: choice.words });
  const nearest =
    nearestWord(
      text,
      key.choices.map(({ value }) => value),
    ) ??
    byWords(key.choices, text) ??
    null;
  const some = key.choices.slice(0, 6).map(({ value }) => value);
  const list = key.choices.length > some.length ? `one such as ${some.join(", ")}` : `one of ${some.join(", ")}`;
  return bad({
    why: text === "" ? `${key.key}: holds nothing; use ${list}` : `${key.key} has no value "${text}"; use ${list}`,
    nearest: nearest === null ? null : writeValue(nearest),
  });
}

function conditionOf(key: OfKind<"choice" | "member">, { value, stored = value }: Choice): Sql {
  if (key.kind === "choice") return sql`${key.column} = ${stored}`;
  const holding = [...key.sets].flatMap(([set, members]) => (members.includes(stored) ? [set] : []));
  return sql`${key.column} in (select unnest(${holding}::bigint[]))`;
}

const byWords = (choices: readonly Choice[], text: string): string | undefined => {
  const words = nearestWord(
    text,
    choices.map((each) => each.words),
  );
  return choices.find((each) => each.words === words)?.value;
};

interface RangeOf {
  readonly right: string;
  readonly column: Sql;
  valueOf(text: string): number | bigint;
  words(text: string): string;
  sayEach(range: string): string;
}

const comparisons: readonly (readonly [sign: string, sqlSign: string, words: (amount: string) => string])[] = [
  [">=", ">=", (amount) => `${amount} or more`],
  ["<=", "<=", (amount) => `at most ${amount}`],
  [">", ">", (amount) => `over ${amount}`],
  ["<", "<", (amount) => `under ${amount}`],
  ["=", "=", (amount) => amount],
  ["", "=", (amount) => amount],
];

function readRange(text: string, number: RegExp, of: RangeOf): Read {
  const plain = text
    .replaceAll(/[\s_,]/gu, "")
    .replace("≥", ">=")
    .replace("≤", "<=");
  const [low = "", high, ...rest] = plain.split("..");
  if (high !== undefined && rest.length === 0 && number.test(low) && number.test(high)) {
    const [from, to] = [of.valueOf(low), of.valueOf(high)];
    if (from > to) return bad({ why: `"${text}" ends before it begins; use ${of.right}`, nearest: `${high}..${low}` });
    return good({
      condition: sql`${of.column} between ${from} and ${to}`,
      words: of.sayEach(`${of.words(low)} to ${of.words(high)}`),
    });
  }
  const [sign, sqlSign, say] = comparisons.find(([each]) => plain.startsWith(each)) ?? ["", "=", String];
  const amount = plain.slice(sign.length);
  if (high !== undefined || !number.test(amount)) {
    const found = /\d[\d.]*\s*(?:k|m|bn?)?/iu.exec(plain)?.[0].replace(/\.+$/u, "");
    const near = found !== undefined && number.test(found) ? `${sign}${found}` : null;
    return bad({ why: `"${text}" is not ${of.right}`, nearest: near });
  }
  return good({
    condition: sql`${of.column} ${rawSql(sqlSign)} ${of.valueOf(amount)}`,
    words: of.sayEach(say(of.words(amount))),
  });
}

const smallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const numberInWords = (number: number): string => smallNumbers[number] ?? grouped(number);

const scales: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, bn: 9 };

function minorOf(text: string, currency: string): bigint {
  const [, digits = "0", fraction = "", scale = ""] = /^(\d+)(?:\.(\d+))?(\D*)$/u.exec(text) ?? [];
  const places = (scales[scale.toLowerCase()] ?? 0) + minorUnits(currency);
  return BigInt(digits + fraction.slice(0, places).padEnd(places, "0"));
}

const moneyInWords = (minor: bigint, currency: string): string =>
  moneyInShort(minor, currency).replace(".0 M ", " M ").replace(/\.00 /u, " ");

function readSpan({ key, from, to, words }: OfKind<"span">, { text }: TermValue): Read {
  if (text.toLowerCase() === "none") return good({ condition: sql`${from} is null`, words: `no known ${words}` });
  const days = readDays(text);
  if (!days.ok)
    return bad({
      why: `"${text}" is no time; use a year, month, day or span such as ${key}:2014-03..2016`,
      nearest: days.fault,
    });
  const { first, last } = days.value;
  const conditions = [
    ...(last === null ? [] : [sql`${from} <= ${last}::date`]),
    ...(first === null ? [] : [sql`${to} >= ${first}::date`]),
  ];
  return good({ condition: joinSql(conditions, " and "), words: `${words} ${days.value.words}` });
}
