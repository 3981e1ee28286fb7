import { type Budget } from "../zip/budget.ts";
import { type ZipDirectory } from "../zip/zip-directory.ts";
import { ZipTrouble } from "../zip/zip-trouble.ts";
import { builtinFormat, type FormatKind, formatKind } from "./number-format.ts";
import { nameCode, XmlScanner, type XmlTag, XmlTrouble } from "./xml-scanner.ts";

/** A sheet as the workbook lists it; `path` is its part in the zip file, if the list leads to one. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very hidden";
  readonly path: string | undefined;
  readonly kind: string;
}

/** What a workbook says of itself, apart from its sheets' contents. */
export interface Workbook {
  readonly sheets: SheetEntry[];
  readonly dateSystem: "1900" | "1904";
  readonly sharedStringsPath: string | undefined;
  readonly stylesPath: string | undefined;
  readonly personsPath: string | undefined;
}

/** A relationship of a part: the end of its type's address, and the part or address that it leads to. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const partBytesMax = 32 * 1024 * 1024;
const c = Object.fromEntries(
  ["sheet", "name", "state", "id", "workbookPr", "date1904", "Relationship", "Id", "Type", "Target", "TargetMode"].map(
    (name) => [name, nameCode(name)],
  ),
);
const style = {
  numFmt: nameCode("numFmt"),
  numFmtId: nameCode("numFmtId"),
  formatCode: nameCode("formatCode"),
  cellXfs: nameCode("cellXfs"),
  xf: nameCode("xf"),
};

/** Reads which sheets a workbook has and where its parts lie; throws ZipTrouble or XmlTrouble when that cannot be read. */
export async function readWorkbook(zip: ZipDirectory, budget: Budget): Promise<Workbook> {
  const root = await readRelations(zip, "", budget);
  const path = root.find((relation) => relation.type === "officeDocument")?.target ?? "xl/workbook.xml";
  const relations = await readRelations(zip, path, budget);
  const pathOf = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target;
  const listed: { name: string; state: string; id: string }[] = [];
  let is1904 = false;
  await scanPart(zip, path, budget, (name, tag) => {
    if (name === c["workbookPr"]) is1904 = /^(?:1|true)$/u.test(tag.all().get(c["date1904"] ?? 0) ?? "");
    if (name !== c["sheet"]) return;
    const found = tag.all();
    const value = (key: string): string => found.get(c[key] ?? 0) ?? "";
    listed.push({ name: value("name"), state: value("state"), id: value("id") });
  });
  return {
    sheets: listed.map((sheet) => sheetEntry(sheet, relations)),
    dateSystem: is1904 ? "1904" : "1900",
    sharedStringsPath: pathOf("sharedStrings") ?? zip.find("xl/sharedStrings.xml")?.name,
    stylesPath: pathOf("styles") ?? zip.find("xl/styles.xml")?.name,
    personsPath: pathOf("person"),
  };
}

function sheetEntry(sheet: { name: string; state: string; id: string }, relations: readonly Relation[]): SheetEntry {
  const relation = relations.find(({ id }) => id === sheet.id);
  const visibility = sheet.state === "veryHidden" ? "very hidden" : sheet.state === "hidden" ? "hidden" : "visible";
  return { name: sheet.name, visibility, path: relation?.target, kind: relation?.type ?? "" };
}

/** The relationships of a part ("" for those of the whole file); none if it has none. */
export async function readRelations(zip: ZipDirectory, path: string, budget: Budget): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relsPath = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const found: Relation[] = [];
  if (!zip.find(relsPath)) return found;
  await scanPart(zip, relsPath, budget, (name, tag) => {
    if (name !== c["Relationship"]) return;
    const values = tag.all();
    const value = (key: string): string => values.get(c[key] ?? 0) ?? "";
    const isExternal = value("TargetMode") === "External";
    const target = isExternal ? value("Target") : resolvePart(folder, value("Target"));
    found.push({ id: value("Id"), type: value("Type").replace(/^.*\//u, ""), target, isExternal });
  });
  return found;
}

/** Reads the number format of each cell style; a workbook without styles has none. */
export async function readFormats(zip: ZipDirectory, path: string | undefined, budget: Budget): Promise<FormatKind[]> {
  const kinds = new Map<number, FormatKind>();
  const formats: FormatKind[] = [];
  let isInCells = false;
  if (path === undefined || !zip.find(path)) return formats;
  await scanPart(
    zip,
    path,
    budget,
    (name, tag) => {
      if (name === style.cellXfs) isInCells = true;
      else if (name === style.numFmt) {
        const values = tag.all();
        kinds.set(Number(values.get(style.numFmtId)), formatKind(values.get(style.formatCode) ?? ""));
      } else if (name === style.xf && isInCells) {
        const id = Number(tag.all().get(style.numFmtId) ?? 0);
        formats.push(kinds.get(id) ?? builtinFormat(id));
      }
    },
    (name) => {
      if (name === style.cellXfs) isInCells = false;
    },
  );
  return formats;
}

/** Scans a small part of a workbook from beginning to end. */
export async function scanPart(
  zip: ZipDirectory,
  path: string,
  budget: Budget,
  ...[open, close, text]: [
    open: (name: number, tag: XmlTag) => void,
    close?: (name: number) => void,
    text?: (bytes: Uint8Array, start: number, end: number) => void,
  ]
): Promise<void> {
  const entry = zip.find(path);
  if (!entry) throw new XmlTrouble(`the part ${path} is missing`);
  const scanner = new XmlScanner({ open, close: close ?? ignore, text: text ?? ignore });
  try {
    scanner.push(await zip.read(entry, budget, partBytesMax));
    scanner.end();
  } catch (error) {
    if (error instanceof XmlTrouble || error instanceof ZipTrouble)
      throw new XmlTrouble(`the part ${path} cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
}

const ignore = (): void => undefined;

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  const parts: string[] = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
