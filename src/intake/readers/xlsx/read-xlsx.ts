import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";
import { openZip, type ZipDirectory } from "../zip/zip-directory.ts";
import { ZipTrouble } from "../zip/zip-trouble.ts";
import type { FormatKind } from "./number-format.ts";
import { readProperties } from "./document-properties.ts";
import { SharedStrings } from "./shared-strings.ts";
import { readComments } from "./sheet-extras.ts";
import { type SheetContext, SheetScanner } from "./sheet-scanner.ts";
import { readFormats, readRelations, readWorkbook, type Relation, type SheetEntry, type Workbook } from "./workbook.ts";
import { XmlScanner, XmlTrouble } from "./xml-scanner.ts";

/** Reads an Office Open XML workbook, sheet after sheet, hidden ones too; a part that cannot be read is a fault, the others are read. */
export async function readXlsx(context: ReadContext): Promise<void> {
  const { report, budget } = context;
  let zip: ZipDirectory | undefined;
  try {
    zip = await openZip(context.path, budget);
    const workbook = await readWorkbook(zip, budget);
    await new XlsxReader(context, zip, workbook).read();
  } catch (error) {
    if (!isTrouble(error)) throw error;
    const text = `The workbook cannot be read: ${error.message}.`;
    report.fault({ kind: kindOf(error), text, rowsLost: 1 });
  } finally {
    zip?.close();
  }
}

class XlsxReader {
  private readonly context: ReadContext;
  private readonly zip: ZipDirectory;
  private readonly workbook: Workbook;
  private work = 0;

  constructor(context: ReadContext, zip: ZipDirectory, workbook: Workbook) {
    this.context = context;
    this.zip = zip;
    this.workbook = workbook;
  }

  async read(): Promise<void> {
    const { sheets } = this.workbook;
    await this.readProperties();
    const strings = await this.readStrings();
    const formats = await this.readStyles();
    if (sheets.length === 0)
      this.context.report.fault({ kind: "damaged", text: "The workbook lists no sheets.", rowsLost: 1 });
    for (const sheet of sheets) await this.readSheet(sheet, { strings, formats });
  }

  private async readProperties(): Promise<void> {
    try {
      this.context.report.setProperties(await readProperties(this.zip, this.context.budget));
    } catch (error) {
      if (!isTrouble(error)) throw error;
      const text = `The workbook's author and dates cannot be read: ${error.message}.`;
      this.context.report.fault({ kind: kindOf(error), text });
    }
  }

  private async readStrings(): Promise<SharedStrings | undefined> {
    const path = this.workbook.sharedStringsPath;
    const entry = path === undefined ? undefined : this.zip.find(path);
    if (!entry) return undefined;
    const strings = new SharedStrings();
    try {
      for await (const piece of this.zip.pieces(entry, this.context.budget)) {
        strings.push(piece);
        this.tick(piece.length, 0);
      }
      strings.end();
    } catch (error) {
      if (!isTrouble(error)) throw error;
      const text = `The workbook's list of texts cannot be read beyond text ${strings.count}: ${error.message}.`;
      this.context.report.fault({ kind: kindOf(error), text });
    }
    return strings;
  }

  private async readStyles(): Promise<FormatKind[]> {
    try {
      return await readFormats(this.zip, this.workbook.stylesPath, this.context.budget);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      const text = `The workbook's cell formats cannot be read, so dates stand as plain numbers: ${error.message}.`;
      this.context.report.fault({ kind: kindOf(error), text });
      return [];
    }
  }

  private async readSheet(sheet: SheetEntry, of: Pick<SheetContext, "strings" | "formats">): Promise<void> {
    const { report } = this.context;
    if (sheet.kind !== "" && sheet.kind !== "worksheet") {
      const kind = sheet.kind === "chartsheet" ? "a chart" : `of the kind "${sheet.kind}"`;
      report.fault({
        kind: "unsupported",
        text: `The sheet "${sheet.name}" is ${kind} and holds no table; it is not read.`,
      });
      return;
    }
    const entry = sheet.path === undefined ? undefined : this.zip.find(sheet.path);
    const part = report.openPart({ name: sheet.name, visibility: sheet.visibility, hasPlaces: false });
    if (!entry) {
      part.fault({ kind: "damaged", text: `The sheet "${sheet.name}" is listed but not in the file.`, rowsLost: 1 });
      part.close({ rowsPresent: 1 });
      return;
    }
    const relations = await this.relationsOf(part, entry.name);
    const linkTargets = new Map(
      relations.filter(({ type }) => type === "hyperlink").map(({ id, target }) => [id, target]),
    );
    const scanner = new SheetScanner(part, { ...of, dateSystem: this.workbook.dateSystem, linkTargets });
    const rowsLost = await this.scan(part, scanner, entry.name);
    await this.addComments(part, scanner, relations);
    if (scanner.unresolved > 0) {
      const text = `${scanner.unresolved} cells of the sheet "${sheet.name}" point at texts that are not in the workbook; they stand empty.`;
      part.fault({ kind: "damaged", text });
    }
    const { hiddenColumns, mergedRanges, present } = scanner;
    part.close({ rowsPresent: present + rowsLost, hiddenColumns, mergedRanges, dateSystem: this.workbook.dateSystem });
  }

  /** Stages the rows; how many are lost if the sheet ends too soon. */
  private async scan(part: OpenPart, scanner: SheetScanner, path: string): Promise<number> {
    const entry = this.zip.find(path);
    const xml = new XmlScanner(scanner);
    try {
      if (!entry) throw new XmlTrouble("it is missing");
      for await (const piece of this.zip.pieces(entry, this.context.budget)) {
        xml.push(piece);
        this.tick(piece.length, scanner.present);
      }
      xml.end();
      return 0;
    } catch (error) {
      if (!isTrouble(error)) throw error;
      part.writer.dropRow();
      const rowsLost = Math.max(1, scanner.declaredRows - part.writer.lastRowNo);
      const text = `The sheet cannot be read after row ${part.writer.lastRowNo}: ${error.message}.`;
      part.fault({ kind: kindOf(error), rowNo: part.writer.lastRowNo + 1, text, rowsLost });
      return rowsLost;
    }
  }

  private async relationsOf(part: OpenPart, path: string): Promise<Relation[]> {
    try {
      return await readRelations(this.zip, path, this.context.budget);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      part.fault({ kind: kindOf(error), text: `The sheet's links and comments cannot be found: ${error.message}.` });
      return [];
    }
  }

  private async addComments(part: OpenPart, scanner: SheetScanner, relations: readonly Relation[]): Promise<void> {
    const { budget } = this.context;
    try {
      scanner.addComments(await readComments(this.zip, relations, { budget, personsPath: this.workbook.personsPath }));
    } catch (error) {
      if (!isTrouble(error)) throw error;
      part.fault({ kind: kindOf(error), text: `The sheet's comments cannot be read: ${error.message}.` });
    }
  }

  private tick(bytes: number, rows: number): void {
    this.work += bytes;
    this.context.progress.tick(this.work, rows);
  }
}

const isTrouble = (error: unknown): error is XmlTrouble | ZipTrouble =>
  error instanceof XmlTrouble || error instanceof ZipTrouble;

const kindOf = (error: XmlTrouble | ZipTrouble): ZipTrouble["kind"] =>
  error instanceof ZipTrouble ? error.kind : "damaged";
