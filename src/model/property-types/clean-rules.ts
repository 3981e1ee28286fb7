import { types, type PropertyTypeName } from "../ftm.ts";
import { e164Pattern } from "./clean-phone.ts";
import type { CleanOptions } from "./clean.ts";

/**
 * Cleaning that the database does by itself: where `when(column)` holds for a raw value that is not empty, then
 * `value(column)` is what `cleanValue` gives for it. Both are SQL over a column's name.
 */
export interface CleanRule {
  readonly when: (column: string) => string;
  readonly value: (column: string) => string;
}

/** The rules for a type under its options, in order; a raw value that none fits goes through `cleanValue`. */
export function cleanRules(type: PropertyTypeName, options: CleanOptions): readonly CleanRule[] {
  if (options.separator !== undefined || options.prefix !== undefined) return [];
  return rulesOf(type, options).map((rule) => withinLength(rule, options.maxLength ?? types[type].maxLength));
}

const same = (column: string): string => column;
const matches = (pattern: string) => (column: string) => `regexp_full_match(${column}, '${pattern}')`;
const keep = (pattern: string): CleanRule => ({ when: matches(pattern), value: same });

// Characters that NFC leaves alone wherever they stand: ASCII, precomposed Latin and Cyrillic letters, Hangul syllables, unified Han.
const stable = String.raw`!-~\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{FF}\x{400}-\x{45F}\x{4E00}-\x{9FFF}\x{AC00}-\x{D7A3}`;
const lineOf = (first: string): string => `[${first}][${stable}]*( [${stable}]+)*`;
const wordStart = String.raw`0-9A-Za-z\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{FF}\x{400}-\x{45F}\x{4E00}-\x{9FFF}\x{AC00}-\x{D7A3}`;
const line = keep(lineOf(stable));

function rulesOf(type: PropertyTypeName, options: CleanOptions): readonly CleanRule[] {
  switch (type) {
    case "name":
      return [keep(lineOf(wordStart))];
    case "string":
      return options.format === undefined ? [line] : [];
    case "text":
      return [line];
    case "date":
      return dateRules(options);
    case "number":
      return numberRules(options);
    case "identifier":
      return identifierRules(options);
    case "phone":
      return [keep(e164Pattern())];
    case "email":
      return [keep(String.raw`[a-z0-9_%+-]+(\.[a-z0-9_%+-]+)*@([a-z0-9]+\.)+[a-z]{2,}`)];
    default:
      return [];
  }
}

const year = "(1[0-9]{3}|2[01][0-9]{2})";
const month = "(0[1-9]|1[0-2])";
const day = "(0[1-9]|[12][0-9]|3[01])";
const hour = "([01][0-9]|2[0-3])";
const sixty = "[0-5][0-9]";
const isDay = (text: string): string => `try_cast(${text} as date) is not null`;

const toIso = (parts: string) => (raw: string) => `regexp_replace(${raw}, '^${parts}$', '\\3-\\2-\\1')`;

function dateRules(options: CleanOptions): readonly CleanRule[] {
  if (options.dateSystem) return [];
  const iso: readonly CleanRule[] = [
    { when: (raw) => `${matches(`${year}-${month}-${day}`)(raw)} and ${isDay(raw)}`, value: same },
    {
      when: (raw) =>
        `${matches(`${year}-${month}-${day}[ T]${hour}:${sixty}(:${sixty})?`)(raw)} and ${isDay(`left(${raw}, 10)`)}`,
      value: (raw) =>
        `case when substr(${raw}, 12) in ('00:00', '00:00:00') then left(${raw}, 10) else left(${raw}, 10) || 'T' || substr(${raw}, 12) end`,
    },
    keep(`${year}(-${month})?`),
  ];
  const dotted = `${day}[./-]${month}[./-]${year}`;
  const dmy: CleanRule = {
    when: (raw) => `${matches(dotted)(raw)} and ${isDay(toIso(dotted)(raw))}`,
    value: toIso(dotted),
  };
  return options.dateOrder === "dmy" ? [...iso, dmy] : iso;
}

const grouped = (thousands: string, mark: string): string =>
  `-?[1-9][0-9]{0,2}([${thousands}][0-9]{3})+([${mark}][0-9]+)?`;

function numberRules(options: CleanOptions): readonly CleanRule[] {
  if (options.factor !== undefined && options.factor !== 1) return [];
  if (options.decimalMark === ",") {
    return [
      keep("0|-?[1-9][0-9]*"),
      { when: matches("(0|-?[1-9][0-9]*),[0-9]+"), value: (raw) => `replace(${raw}, ',', '.')` },
      {
        when: matches(grouped(" .", ",")),
        value: (raw) => `replace(replace(replace(${raw}, '.', ''), ' ', ''), ',', '.')`,
      },
    ];
  }
  const plain = keep("(0|-?[1-9][0-9]*)([.][0-9]+)?");
  const commas: CleanRule = { when: matches(grouped(",", ".")), value: (raw) => `replace(${raw}, ',', '')` };
  // Without a stated mark a group of commas alone could hold decimals only if it were one group of other than three digits.
  return [plain, commas];
}

function identifierRules(options: CleanOptions): readonly CleanRule[] {
  if (options.format === "account") {
    return [
      keep("[0-9]+"),
      { when: matches("[0-9][0-9 -]*[0-9]"), value: (raw) => `replace(replace(${raw}, ' ', ''), '-', '')` },
      {
        when: (raw) => `${matches("[A-Z]{2}[0-9A-Z -]*")(raw)} and ${raw} similar to '.*[0-9].*'`,
        value: (raw) => `replace(replace(${raw}, ' ', ''), '-', '')`,
      },
    ];
  }
  return options.format === undefined ? [keep("[!-~]+( [!-~]+)*")] : [];
}

const withinLength = (rule: CleanRule, max: number): CleanRule => ({
  when: (column) => `(${rule.when(column)} and length(${column}) <= ${max})`,
  value: rule.value,
});
