import type { PassageKind } from "../../../model/index.ts";
import { PassageWriter } from "../documents/passage-writer.ts";
import type { ReadContext } from "../read-context.ts";
import { readProperties } from "../xlsx/document-properties.ts";
import { readRelations, type Relation } from "../xlsx/workbook.ts";
import { XmlScanner, XmlTrouble, type XmlHandler } from "../xlsx/xml-scanner.ts";
import { openZip, type ZipDirectory } from "../zip/zip-directory.ts";
import { ZipTrouble } from "../zip/zip-trouble.ts";
import { WordBlocks, WordStyles, type WordBlock } from "./word-blocks.ts";

const innerBytesMax = 256 * 1024 * 1024;

/**
 * Reads a Word document (.docx): its properties, its text with tracked changes, hidden text, comments and notes after the
 * paragraph that they belong to, headers and footers at the end; documents embedded in it as files of their own.
 */
export async function readDocx(context: ReadContext): Promise<void> {
  let zip: ZipDirectory | undefined;
  try {
    zip = await openZip(context.path, context.budget);
    await new DocxReader(context, zip).read();
  } catch (error) {
    if (!isTrouble(error)) throw error;
    const text = `The document cannot be read: ${error.message}.`;
    context.report.fault({ kind: kindOf(error), text, rowsLost: 1 });
  } finally {
    zip?.close();
  }
}

const isTrouble = (error: unknown): error is XmlTrouble | ZipTrouble =>
  error instanceof XmlTrouble || error instanceof ZipTrouble;
const kindOf = (error: XmlTrouble | ZipTrouble): ZipTrouble["kind"] =>
  error instanceof ZipTrouble ? error.kind : "damaged";

/** Properties of a file that may name who made it. */
const naming = new Set(["creator", "lastModifiedBy", "Company", "Manager"]);
const metaNames: Readonly<Record<string, string>> = {
  title: "dc:title",
  creator: "dc:creator",
  created: "dcterms:created",
  modified: "dcterms:modified",
};

class DocxReader {
  private readonly context: ReadContext;
  private readonly zip: ZipDirectory;
  private readonly passages: PassageWriter;
  /** The blocks of comments and notes by their ids; what the text refers to is written there, the rest at the end. */
  private readonly notes = new Map<string, WordBlock[]>();
  private work = 0;

  constructor(context: ReadContext, zip: ZipDirectory) {
    this.context = context;
    this.zip = zip;
    this.passages = new PassageWriter(context, { name: "", hasPlaces: false });
    this.passages.beginDocument();
  }

  async read(): Promise<void> {
    const { zip } = this;
    const { budget } = this.context;
    const root = await this.attempt("list of parts", () => readRelations(zip, "", budget));
    const main = root?.find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
    const relations = (await this.attempt("list of parts", () => readRelations(zip, main, budget))) ?? [];
    await this.readProperties();
    const styles = new WordStyles();
    await this.scanAll(relations, "styles", styles);
    for (const type of ["comments", "footnotes", "endnotes"])
      await this.scanAll(relations, type, new WordBlocks(styles.kinds, (block) => this.keepNote(block)));
    await this.scan(main, new WordBlocks(styles.kinds, (block) => this.write(block)));
    for (const left of this.notes.values()) for (const block of left) this.add(block);
    for (const kind of ["header", "footer"] as const)
      await this.scanAll(relations, kind, new WordBlocks(styles.kinds, (block) => this.add({ ...block, kind })));
    for (const relation of relations.filter(({ type }) => ["package", "oleObject", "aFChunk"].includes(type)))
      await this.stageInner(relation);
    this.reportPictures();
    this.passages.close();
  }

  private async readProperties(): Promise<void> {
    const properties = await this.attempt("properties", () => readProperties(this.zip, this.context.budget));
    const said = (properties ?? []).filter(({ value }) => value.trim() !== "");
    // Who made a file may be who gave it.
    const kept = this.context.isSealed ? said.filter(({ name }) => !naming.has(name)) : said;
    for (const { name, value } of kept)
      this.passages.add({ kind: "meta", name: metaNames[name] ?? name, text: value.trim() });
    if (kept.length === said.length) return;
    const text = "The document's properties name who made it; this is not kept, since its source is protected.";
    this.passages.fault({ kind: "name", text });
  }

  private async scanAll(relations: readonly Relation[], type: string, handler: XmlHandler): Promise<void> {
    for (const { target, isExternal } of relations.filter((relation) => relation.type === type))
      if (!isExternal && this.zip.find(target)) await this.scan(target, handler);
  }

  private async scan(path: string, handler: XmlHandler): Promise<void> {
    await this.attempt(`part ${path.replace(/^.*\//u, "")}`, async () => {
      const entry = this.zip.find(path);
      if (!entry) throw new XmlTrouble("it is missing");
      const scanner = new XmlScanner(handler);
      for await (const piece of this.zip.pieces(entry, this.context.budget)) {
        scanner.push(piece);
        this.work += piece.length;
        this.context.progress.tick(this.work, 0);
      }
      scanner.end();
    });
  }

  /** Does what may meet damage; that is a fault then, and what follows in the part is one lost row. */
  private async attempt<Value>(what: string, work: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!isTrouble(error)) throw error;
      const text = `The document's ${what} cannot be read to its end: ${error.message}.`;
      this.passages.fault({ kind: kindOf(error), rowNo: this.passages.nextRow, text, rowsLost: 1 });
      return undefined;
    }
  }

  private keepNote(block: WordBlock): void {
    if (block.note === undefined || (block.text.trim() === "" && block.refersTo.length === 0)) return;
    const isComment = block.note.startsWith("comment ");
    const kind: PassageKind = isComment && block.kind === "paragraph" ? "comment" : block.kind;
    const name = isComment ? block.name : block.note;
    this.notes.set(block.note, [
      ...(this.notes.get(block.note) ?? []),
      { ...block, kind, ...(name !== undefined && { name }) },
    ]);
  }

  private write(block: WordBlock): void {
    this.add(block);
    for (const id of block.refersTo) {
      for (const note of this.notes.get(id) ?? []) this.add(note);
      this.notes.delete(id);
    }
  }

  private add({ kind, text, name, isHidden }: WordBlock): void {
    if (text.trim() === "") return;
    const who = this.context.isSealed && (kind === "comment" || kind === "inserted" || kind === "deleted");
    this.passages.add({ kind, text, isHidden, ...(name !== undefined && name !== "" && !who && { name }) });
  }

  private async stageInner({ target, isExternal }: Relation): Promise<void> {
    const entry = isExternal ? undefined : this.zip.find(target);
    if (!entry) return;
    const name = target.replace(/^.*\//u, "");
    await this.attempt("embedded file", async () => {
      const shown = await this.context.stageMember(
        name,
        await this.zip.read(entry, this.context.budget, innerBytesMax),
      );
      if (shown !== undefined) this.passages.add({ kind: "meta", name: "attachment", text: shown });
    });
  }

  private reportPictures(): void {
    const pictures = this.zip.entries.filter(({ name }) =>
      /^word\/media\/.*\.(?:png|jpe?g|gif|tiff?|bmp|emf|wmf)$/iu.test(name),
    );
    if (pictures.length === 0) return;
    const text = `The document holds ${pictures.length === 1 ? "a picture" : `${pictures.length} pictures`}; text in pictures is not read.`;
    this.passages.fault({ kind: "unsupported", text });
  }
}
