import { groupBy } from "../../base/index.ts";
import {
  isPropertyName,
  propertyOf,
  type DocumentForm,
  type PropertyName,
  type SchemaName,
} from "../../model/index.ts";
import { valuesAt, type FormValue } from "../forms/form-value.ts";
import { rows as names } from "../generated/document-names.ts";
import { readHeadLines, type HeadLine } from "./head-lines.ts";

/** What is read of a document before its text: what it says of itself, and its first lines. */
export interface DocumentHead {
  readonly document: number;
  readonly entityId: string;
  readonly meta: readonly { readonly rowNo: number; readonly name: string; readonly text: string }[];
  readonly lines: readonly HeadLine[];
  /** The language of most of its text, and the first passage in it. */
  readonly language: { readonly code: string; readonly rowNo: number } | undefined;
}

const schemaByForm: Readonly<Record<DocumentForm, SchemaName>> = {
  text: "PlainText",
  html: "HyperText",
  email: "Email",
  mbox: "Email",
  docx: "Pages",
  pdf: "Pages",
  rtf: "Pages",
  feed: "Article",
  warc: "HyperText",
};

/** Properties that a document has once; of the others every value is kept. */
const single: ReadonlySet<string> = new Set([
  "title",
  "subject",
  "publishedAt",
  "date",
  "messageId",
  "sourceUrl",
  "publisher",
]);

/**
 * What a document says of itself as values of its entity: of each property by the first name in
 * `resources/intake/document-names.tsv` that it uses; what it does not say so is read off its first lines. The file's name
 * is said of every document in it.
 */
export function documentValues(form: DocumentForm, fileName: string, head: DocumentHead): FormValue[] {
  const schema = schemaByForm[form];
  const at = (rowNo: number) => valuesAt(head.entityId, schema, rowNo);
  const isMail = schema === "Email";
  const told = names.flatMap(([named = "", list = ""]): FormValue[] => {
    const prop = isMail ? (mailProps[named] ?? named) : named;
    if (!isOf(schema, prop)) return [];
    const name = list.split("|").find((each) => head.meta.some((meta) => isNamed(meta.name, each)));
    const found = head.meta.filter((meta) => name !== undefined && isNamed(meta.name, name));
    return (single.has(prop) ? found.slice(0, 1) : found).map(({ rowNo, text }) =>
      at(rowNo)(prop, plainDate(text), null, text),
    );
  });
  const has = new Set(told.map(({ prop }) => prop));
  // The first lines of a letter are no head of it.
  const read = readHeadLines(isMail ? [] : head.lines)
    .filter(({ prop }) => !has.has(prop) || prop === "title")
    .map(({ prop, value, line }) => at(line.rowNo)(prop, value, null, line.text));
  const outlet = has.has("publisher") || read.some(({ prop }) => prop === "publisher") ? [] : outletOfTitle(head, at);
  const own = head.meta.filter(({ name }) => name !== "channel");
  const first = Math.min(...[...own, ...head.lines].map(({ rowNo }) => rowNo));
  return [
    ...told,
    ...read,
    ...outlet,
    ...(head.language ? [at(head.language.rowNo)("language", head.language.code, null)] : []),
    ...(Number.isFinite(first) ? [at(first)("fileName", fileName, null)] : []),
  ];
}

/** A date as PDF documents write it (ISO 32000-1, 7.9.4: `D:20110710201728+01'00'`) as others do; any other text as it is. */
const plainDate = (text: string): string => {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/u.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second = "00", zulu, zone, zoneMinute = "00"] = match;
  const date = [year, month, day].filter((part) => part !== undefined).join("-");
  if (hour === undefined || minute === undefined) return date;
  return `${date}T${hour}:${minute}:${second}${zulu ?? (zone === undefined ? "" : `${zone}:${zoneMinute}`)}`;
};

/** What a message calls otherwise than other documents do. */
const mailProps: Readonly<Record<string, string>> = { title: "subject", publishedAt: "date" };

const isNamed = (name: string, wanted: string): boolean => name.toLowerCase() === wanted;

const isOf = (schema: SchemaName, prop: string): prop is PropertyName =>
  isPropertyName(prop) && propertyOf(schema, prop) !== undefined;

/** A page's title often ends with the outlet's name behind a bar or dash; that is told by its beginning, which is the headline. */
function outletOfTitle(head: DocumentHead, at: (rowNo: number) => ReturnType<typeof valuesAt>): FormValue[] {
  const headline = head.lines.find(({ kind }) => kind === "title")?.text.trim();
  const title = head.meta.find(({ name }) => isNamed(name, "title"));
  if (headline === undefined || title === undefined || !title.text.startsWith(headline)) return [];
  const outlet = /^\s+[|–—·-]\s+(.+)$/u.exec(title.text.slice(headline.length))?.[1];
  return outlet === undefined ? [] : [at(title.rowNo)("publisher", outlet, null, title.text)];
}

/** Rows of several documents by document. */
export const byDocument = <Row extends { readonly document: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> => groupBy(rows, (row) => row.document);
