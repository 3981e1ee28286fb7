import type { ReadingOptions } from "../mapping.ts";
import type { JudgedColumn } from "./judge-column.ts";
import type { TableContext } from "./table-context.ts";
import { definitionOf, type Attribute } from "./vocabulary.ts";
import { findDateOrder, type DateOrder } from "./date-order.ts";
import { findDecimalMark } from "./decimal-mark.ts";

/** Finds how the values of each column are to be read; what was found is added to the column's evidence. */
export function findReadingOptions(
  columns: readonly JudgedColumn[],
  context: TableContext,
): Map<number, ReadingOptions> {
  const dates = settleDateOrders(columns, context);
  const mark = tableMark(columns);
  return new Map(columns.map((each) => [each.column, optionsOf(each, { dates, mark, context })]));
}

interface Found {
  readonly dates: ReadonlyMap<number, DateOrder["order"]>;
  readonly mark: "." | "," | undefined;
  readonly context: TableContext;
}

const fitOf = (column: JudgedColumn) => (column.attribute === null ? null : definitionOf(column.attribute).fit);
const languageAttributes: ReadonlySet<Attribute> = new Set<Attribute>([
  "name",
  "firstName",
  "lastName",
  "middleName",
  "alias",
  "previousName",
  "address",
  "purpose",
  "position",
  "bankName",
  "birthPlace",
  "fatherName",
  "motherName",
  "role",
  "sector",
]);
const listAttributes: ReadonlySet<Attribute> = new Set<Attribute>([
  "alias",
  "phone",
  "email",
  "nationality",
  "previousName",
  "position",
  "country",
]);

function optionsOf(column: JudgedColumn, { dates, mark, context }: Found): ReadingOptions {
  const fit = fitOf(column);
  const dateOrder = dates.get(column.column);
  const decimalMark = fit === "number" ? decimalMarkOf(column, mark) : undefined;
  const factor = factorOf(column, context);
  const phoneCountry = fit === "phone" ? phoneCountryOf(column, context) : undefined;
  const lang = column.attribute !== null && languageAttributes.has(column.attribute) ? languageOf(column) : undefined;
  const separator =
    column.attribute !== null && (listAttributes.has(column.attribute) || isListOfPeople(column))
      ? separatorOf(column)
      : undefined;
  const prefix = prefixOf(column);
  return {
    ...(dateOrder !== undefined && { dateOrder }),
    ...(decimalMark !== undefined && { decimalMark }),
    ...(factor !== undefined && { factor }),
    ...(phoneCountry !== undefined && { phoneCountry }),
    ...(lang !== undefined && { lang }),
    ...(separator !== undefined && { separator }),
    ...(prefix !== undefined && { prefix }),
  };
}

/** A column whose values leave the order open follows the table's other dates, else the country of its writing. */
function settleDateOrders(columns: readonly JudgedColumn[], context: TableContext): Map<number, DateOrder["order"]> {
  const orders = new Map<number, DateOrder["order"]>();
  const open: JudgedColumn[] = [];
  for (const column of columns.filter((each) => fitOf(each) === "date")) {
    const found = findDateOrder(column.facts.values);
    if (found === undefined) continue;
    if (found === "open") {
      open.push(column);
      continue;
    }
    orders.set(column.column, found.order);
    column.evidence.push(found.evidence);
    if (!found.isSure) column.confidence = Math.min(column.confidence, 0.65);
  }
  const [known] = orders.values();
  for (const column of open) {
    const order = known ?? context.dateOrder ?? orderOfWriting(column, columns);
    orders.set(column.column, order);
    column.confidence = Math.min(column.confidence, known === undefined ? 0.6 : 0.75);
    const why =
      known === undefined && context.dateOrder === undefined
        ? "as is usual in the language of the sheet"
        : "as in the sheet's other dates";
    column.evidence.push(`no value says whether day or month stands first; ${order} is taken, ${why}`);
  }
  return orders;
}

function orderOfWriting(column: JudgedColumn, columns: readonly JudgedColumn[]): DateOrder["order"] {
  const isSlashed = column.facts.values.some((value) => /\d\/\d/u.test(value));
  const isEastern = columns.some(
    ({ facts, header }) =>
      facts.share.hangul + facts.share.han > 0.3 || /[\p{Script=Han}\p{Script=Hangul}]/u.test(header ?? ""),
  );
  const isDotted = column.facts.values.some((value) => /\d\.\d/u.test(value));
  return isEastern && isSlashed && !isDotted ? "mdy" : "dmy";
}

function tableMark(columns: readonly JudgedColumn[]): "." | "," | undefined {
  for (const each of columns) {
    if (fitOf(each) !== "number") continue;
    const found = findDecimalMark(each.facts.values);
    if (found && found.mark !== null) return found.mark;
  }
  return undefined;
}

function decimalMarkOf(column: JudgedColumn, other: "." | "," | undefined): "." | "," | undefined {
  const found = findDecimalMark(column.facts.values);
  if (found) column.evidence.push(found.evidence);
  return found ? (found.mark ?? undefined) : other;
}

function factorOf(column: JudgedColumn, { facts }: TableContext): number | undefined {
  const isMoney =
    column.attribute === "amount" ||
    column.attribute === "debit" ||
    column.attribute === "credit" ||
    column.attribute === "balance";
  if (!isMoney) return undefined;
  const own = column.words?.factor ?? null;
  if (own !== null) {
    column.evidence.push(`its header says that amounts are in units of ${own}`);
    return own;
  }
  if (facts.factor === null) return undefined;
  column.evidence.push(
    `row ${facts.factor.row} says that amounts are in units of ${facts.factor.value}: "${facts.factor.text.slice(0, 60)}"`,
  );
  return facts.factor.value;
}

const nationalPhones: readonly (readonly [country: string, shape: RegExp])[] = [
  ["kr", /^0(?:1[016789]-?\d{3,4}|2-?\d{3,4}|[3-6]\d-?\d{3,4})-?\d{4}$/u],
  ["cn", /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/u],
  ["ru", /^(?:8\s?-?\(?[3489]\d{2}\)?|\(?9\d{2}\)?)[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}$/u],
  ["us", /^(?:1[-. ])?\(?[2-8]\d{2}\)?[-. ]\d{3}[-. ]\d{4}$/u],
  ["jp", /^0[789]0-?\d{4}-?\d{4}$/u],
];

/** The country in whose form most of the numbers without a country code are written; undefined where none stands out. */
function phoneCountryOf(column: JudgedColumn, { settings }: TableContext): string | undefined {
  const national = column.facts.values.map((value) => value.trim()).filter((value) => !/^(?:\+|00)/u.test(value));
  if (national.length === 0) return undefined;
  const counted = nationalPhones
    .map(([country, shape]) => ({ country, count: national.filter((value) => shape.test(value)).length }))
    .toSorted((left, right) => right.count - left.count || (left.country < right.country ? -1 : 1));
  const best = counted[0];
  if (best && best.count >= Math.max(2, national.length * 0.6)) {
    column.evidence.push(
      `${best.count} of ${national.length} numbers without a country code have the form of ${best.country.toUpperCase()}`,
    );
    return best.country;
  }
  const usual = settings.phoneCountries[0];
  if (usual !== undefined)
    column.evidence.push("numbers without a country code follow the case's own order of countries");
  return undefined;
}

function languageOf({ facts }: JudgedColumn): string | undefined {
  if (facts.count < 3) return undefined;
  if (facts.share.hangul >= 0.95) return "kor";
  if (facts.share.han >= 0.95) return "zho";
  return facts.share.cyrillic >= 0.95 ? "rus" : undefined;
}

const isListOfPeople = (column: JudgedColumn): boolean =>
  column.attribute === "name" && (column.side === "director" || column.side === "owner");

/** A mark that stands in a twentieth of the values and parts them into pieces that are values themselves. */
function separatorOf(column: JudgedColumn): string | undefined {
  const { values } = column.facts;
  const marks =
    column.attribute === "alias" || column.attribute === "previousName" || column.attribute === "nationality"
      ? [";", "|", "、", "\n", " / ", "/", ","]
      : [";", "|", "、", "\n", " / "];
  const found = marks.find(
    (mark) =>
      values.filter((value) => value.split(mark).filter((piece) => piece.trim().length > 1).length > 1).length >=
      Math.max(1, values.length * 0.05),
  );
  if (found !== undefined) column.evidence.push(`several values in one cell, parted by ${JSON.stringify(found)}`);
  return found;
}

/** Words before the value that most cells share ("р/с 40702..."), where the rest is a number. */
function prefixOf(column: JudgedColumn): string | undefined {
  const fit = fitOf(column);
  if (fit !== "account" && fit !== "iban" && fit !== "phone" && fit !== "digits" && fit !== "number") return undefined;
  const { values } = column.facts;
  const heads = values.map((value) => /^(\p{L}[\p{L}./\s№]*?)[\s.:№]+(?=[\d+(]|[A-Z]{2}\d)/u.exec(value)?.[1]);
  const first = heads.find((head) => head !== undefined);
  if (first === undefined || first.length > 20 || values.length < 3) return undefined;
  if (heads.filter((head) => head === first).length < values.length * 0.5) return undefined;
  column.evidence.push(`most values begin with "${first}"`);
  return first;
}
