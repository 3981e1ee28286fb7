import { lastOf } from "../../base/index.ts";
import { cleanValue, isEmptyText, parseCountry, parseCurrency } from "../../model/index.ts";
import { cellKind } from "./cell-kind.ts";
import { countDigits } from "./count-digits.ts";
import { hasCompanyWord, isPersonShaped } from "./party-shapes.ts";

/** What the values of a column look like; shares are of the values that are not empty, 0 to 1. */
export interface ColumnFacts {
  /** Values looked at that are not empty. */
  readonly count: number;
  /** Rows looked at. */
  readonly rows: number;
  readonly distinct: number;
  readonly share: Readonly<Record<ShapeName, number>>;
  /** The cell of each row looked at. */
  readonly cells: readonly string[];
  /** The column counts the rows. */
  readonly isSequence: boolean;
  readonly lengthMedian: number;
  /** Distinct values, those of most rows first. */
  readonly values: readonly string[];
}

const compact = lastOf((text) =>
  text
    .normalize("NFKC")
    .replaceAll(/[\s.\-‐-―_/·:]/gu, "")
    .toUpperCase(),
);
const digitsOf = lastOf(countDigits);
const kindOf = lastOf(cellKind);
const isIdentifier = (text: string, format: string): boolean => cleanValue("identifier", text, { format }).ok;

const shapes = {
  date: (text) => isDate(text),
  time: (text) => /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/iu.test(text),
  year: (text) => /^(?:1[89]|20)\d{2}(?:\s?[년年г]\.?)?$/u.test(text),
  number: (text) => isNumber(text),
  amount: (text) => isAmount(text),
  whole: (text) => /^\d+$/u.test(text),
  negative: (text) => /^\(.*\d.*\)$|^[^\d]*[-−–]\s*[\d.,]|\d\s*-$/u.test(text),
  account: (text) => isAccount(text),
  longAccount: (text) => isAccount(text) && digitsOf(text) >= 10,
  iban: (text) => text.length < 60 && /^(?:IBAN)?[A-Z]{2}\d{2}/u.test(compact(text)) && isIdentifier(text, "iban"),
  ibanLike: (text) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u.test(compact(text)),
  bic: (text) => /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/u.test(text.trim().toUpperCase()) && isIdentifier(text, "bic"),
  phone: (text) => isPhone(text),
  strongPhone: (text) =>
    isPhone(text) &&
    /^(?:\+|00\d|\(?0\d|1[3-9]\d{9}$|8\s?[(-]?9\d\d)|^\(?\d{2,4}\)?[-\s.]\d{3,4}[-\s.]\d{4}$/u.test(text.trim()),
  email: (text) => text.includes("@") && /^\S+@\S+\.\p{L}{2,}$/u.test(text),
  url: (text) => /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:\/\S*)?$/iu.test(text),
  country: (text) => digitsOf(text) === 0 && text.length < 60 && parseCountry(text) !== undefined,
  currency: (text) => digitsOf(text) === 0 && text.length < 30 && parseCurrency(text) !== undefined,
  gender: (text) => text.length < 12 && digitsOf(text) === 0 && cleanValue("gender", text, {}).ok,
  letters: (text) => kindOf(text) === "text" || (/\p{L}{2}/u.test(text) && digitsOf(text) * 2 < text.length),
  digits: (text) => digitsOf(text) > 0,
  inn: (text) => /(?<!\d)(?:\d{10}|\d{12})$/u.test(text) && isIdentifier(text, "inn"),
  ogrn: (text) => /(?<!\d)(?:\d{13}|\d{15})$/u.test(text) && isIdentifier(text, "ogrn"),
  uscc: (text) => /^[0-9A-Z]{18}$/u.test(compact(text)) && isIdentifier(text, "uscc"),
  lei: (text) => /^[0-9A-Z]{20}$/u.test(compact(text)) && isIdentifier(text, "lei"),
  ruAccount: (text) => /^(?:30[12]|40[1-8]|42[0-6]|45[4-7]|47[4-8])\d{17}$/u.test(compact(text)),
  bik: (text) => /^04\d{7}$/u.test(text.trim()),
  company: (text) => hasCompanyWord(text),
  person: (text) => isPersonShaped(text),
  hangul: (text) => /\p{Script=Hangul}/u.test(text),
  han: (text) => /\p{Script=Han}/u.test(text) && !/\p{Script=Hangul}/u.test(text),
  cyrillic: (text) => /\p{Script=Cyrillic}/u.test(text),
} as const satisfies Readonly<Record<string, (text: string) => boolean>>;

export type ShapeName = keyof typeof shapes;

/** Describes the values of a column; `rowNos` are the rows they stand in. */
export function columnFacts(cells: readonly string[], rowNos: readonly number[]): ColumnFacts {
  const counts = new Map<string, number>();
  let count = 0;
  for (const cell of cells) {
    if (isEmptyText(cell)) continue;
    count++;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const values = [...counts].toSorted(([left, many], [right, few]) => few - many || (left < right ? -1 : 1));
  const share = sharesOf(values, count);
  const lengths = values.map(([value]) => value.length).toSorted((left, right) => left - right);
  return {
    count,
    rows: cells.length,
    distinct: values.length,
    share,
    cells,
    isSequence: share.whole > 0.9 && values.length > count * 0.9 && countsRows(cells, rowNos),
    lengthMedian: lengths[Math.floor(lengths.length / 2)] ?? 0,
    values: values.map(([value]) => value),
  };
}

/** Of each shape, which share of the values has it; value by value, since shapes ask the same of a value. */
function sharesOf(
  values: readonly (readonly [value: string, times: number])[],
  count: number,
): Readonly<Record<ShapeName, number>> {
  const share = { ...zeroShares };
  for (const [value, times] of values)
    for (const name of shapesToTry(value)) if (shapes[name](value)) share[name] += times;
  for (const name of shapeNames) share[name] = count === 0 ? 0 : share[name] / count;
  return share;
}

/** Of words without a digit, and of digits without a letter, most shapes need not be asked. */
function shapesToTry(value: string): readonly ShapeName[] {
  if (digitsOf(value) === 0) return wordShapes;
  return /\p{L}/u.test(value) ? shapeNames : digitShapes;
}

const isShapeName = (name: string): name is ShapeName => Object.hasOwn(shapes, name);
const shapeNames = Object.keys(shapes).filter((name) => isShapeName(name));
const wordShapes: readonly ShapeName[] = [
  "bic",
  "email",
  "url",
  "country",
  "currency",
  "gender",
  "letters",
  "company",
  "person",
  "hangul",
  "han",
  "cyrillic",
];
const digitShapes = shapeNames.filter((name) => !wordShapes.includes(name));
const zeroShares: Record<ShapeName, number> = {
  date: 0,
  time: 0,
  year: 0,
  number: 0,
  amount: 0,
  whole: 0,
  negative: 0,
  account: 0,
  longAccount: 0,
  iban: 0,
  ibanLike: 0,
  bic: 0,
  phone: 0,
  strongPhone: 0,
  email: 0,
  url: 0,
  country: 0,
  currency: 0,
  gender: 0,
  letters: 0,
  digits: 0,
  inn: 0,
  ogrn: 0,
  uscc: 0,
  lei: 0,
  ruAccount: 0,
  bik: 0,
  company: 0,
  person: 0,
  hangul: 0,
  han: 0,
  cyrillic: 0,
};

function isDate(text: string): boolean {
  if (kindOf(text) === "date")
    return cleanValue("date", text, { dateOrder: "dmy" }).ok || cleanValue("date", text, { dateOrder: "ymd" }).ok;
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.test(text)) return true;
  if (/^(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])$|^(?:0?[1-9]|1[0-2])[-./](?:19|20)\d{2}$/u.test(text)) return true;
  return (
    text.length < 40 &&
    /\d/u.test(text) &&
    /[\p{L}]/u.test(text) &&
    kindOf(text) !== "number" &&
    cleanValue("date", text, { dateOrder: "dmy" }).ok
  );
}

const isNumber = lastOf(
  (text) => digitsOf(text) > 0 && digitsOf(text) <= 18 && text.length < 40 && cleanValue("number", text, {}).ok,
);

function isAmount(text: string): boolean {
  if (!isNumber(text)) return false;
  return /\d[.,]\d{1,2}(?!\d)|\d[.,' ’]\d{3}(?!\d)/u.test(text) || /[$€£¥₩₽元원]|\p{L}{2,3}/u.test(text);
}

const isAccount = lastOf((text) => {
  if (/^[-−]?\d+[.,]\d+$/u.test(text)) return false;
  const plain = compact(text);
  if (/^\d+(?:\d+)?E\+?\d+$/u.test(plain)) return true;
  if (/^[*X….尾号끝자리]*\d{4}$/u.test(plain)) return plain.length > 4;
  const digits = countDigits(plain);
  return /^[A-Z]{0,6}\d[\dA-Z]{4,33}$/u.test(plain) && digits >= 5 && digits * 2 > plain.length;
});

const isPhone = lastOf((text) => {
  const first = text.split(/[;,/\n]/u)[0]?.trim() ?? "";
  const plain = first.replace(/^[\p{L}.]{1,10}\s*[:.]?\s*/u, "");
  const digits = countDigits(plain);
  return (
    digits >= 6 &&
    digits <= 15 &&
    /^[+(]{0,2}[\d\s().\-–]+(?:\s?(?:ext|x|доб)\.?\s?\d+)?$/iu.test(plain) &&
    cellKind(plain) !== "date" &&
    !/^\d{1,3}(?:[., ]\d{3})+(?:[.,]\d+)?$/u.test(plain)
  );
});

/** Each value is its row's number plus one same number. */
function countsRows(cells: readonly string[], rowNos: readonly number[]): boolean {
  const steps = cells.flatMap((cell, index) => (/^\d{1,15}$/u.test(cell) ? [Number(cell) - (rowNos[index] ?? 0)] : []));
  if (steps.length < 3) return steps.length > 0 && steps.every((step) => step === steps[0]) && (steps[0] ?? 0) <= 0;
  const rising = steps.filter((step, index) => index > 0 && Math.abs(step - (steps[index - 1] ?? 0)) <= 1).length;
  return rising >= (steps.length - 1) * 0.9;
}
