import { readFileSync, statSync } from "node:fs";

import { groupBy } from "../../../base/index.ts";
import { PassageWriter, type Box } from "../documents/passage-writer.ts";
import type { ReadContext } from "../read-context.ts";
import { loadPdfjs } from "./load-pdfjs.ts";
import { makeBlocks, nameBlocks, type PageBlock, type PageOf } from "./page-blocks.ts";
import { makeLines, type TextRun } from "./page-lines.ts";

type PdfDocument = Awaited<ReturnType<(typeof import("pdfjs-dist/legacy/build/pdf.mjs"))["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

const bytesMax = 256 * 1024 * 1024;
const pagesMax = 20_000;

/**
 * Reads the text of a PDF document page by page, in paragraphs with their boxes; its properties, comments, filled-in
 * fields and attached files. Nothing is drawn, run or fetched; text under a black bar is text. A page without text is a
 * fault: what a scanner made has to be read by eye.
 */
export async function readPdf(context: ReadContext): Promise<void> {
  const { size } = statSync(context.path);
  if (size > bytesMax) {
    const text = `The document has ${size} bytes; PDF documents of more than ${bytesMax} are not read.`;
    return context.report.fault({ kind: "too-large", text, rowsLost: 1 });
  }
  const { pdfjs, ...urls } = await loadPdfjs();
  const task = pdfjs.getDocument({
    ...urls,
    data: new Uint8Array(readFileSync(context.path)),
    cMapPacked: true,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  // A document that is locked asks for its password; nobody is there to give one.
  try {
    const document = await task.promise;
    await new PdfReader(context, document).read();
  } catch (error) {
    context.report.fault({ ...troubleOf(error), rowsLost: 1 });
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

function troubleOf(error: unknown): { kind: "encrypted" | "damaged"; text: string } {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === "PasswordException")
    return {
      kind: "encrypted",
      text: "The PDF document is encrypted with a password; it can be read after it was saved without one.",
    };
  return { kind: "damaged", text: `The PDF document cannot be read: ${message.replace(/\.$/u, "").slice(0, 200)}.` };
}

class PdfReader {
  private readonly context: ReadContext;
  private readonly document: PdfDocument;
  private readonly passages: PassageWriter;
  private readonly pages = new Map<number, PageOf>();
  private readonly blocks: PageBlock[] = [];
  private readonly notes: {
    page: number;
    kind: "comment" | "paragraph";
    text: string;
    name: string;
    box: Box;
    isHidden: boolean;
  }[] = [];

  constructor(context: ReadContext, document: PdfDocument) {
    this.context = context;
    this.document = document;
    this.passages = new PassageWriter(context, { name: "", hasPlaces: false });
    this.passages.beginDocument();
  }

  async read(): Promise<void> {
    const { document } = this;
    await this.attempt("properties", () => this.readProperties());
    const last = Math.min(document.numPages, pagesMax);
    for (let page = 1; page <= last; page++) {
      await this.attempt(`page ${page}`, () => this.readPage(page), 1);
      this.context.progress.tick(page, this.blocks.length);
    }
    if (last < document.numPages)
      this.fault(
        "too-large",
        `The document has ${document.numPages} pages; those after page ${pagesMax} are not read.`,
        document.numPages - last,
      );
    this.writeBlocks();
    await this.attempt("attached files", () => this.readAttachments());
    await this.attempt("scripts", () => this.reportScripts());
    this.passages.close();
  }

  private async attempt(what: string, work: () => Promise<void>, rowsLost = 0): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fault("damaged", `The document's ${what} cannot be read: ${messageOf(error)}.`, rowsLost);
    }
  }

  private fault(
    kind: "damaged" | "too-large" | "no-text" | "name" | "unsupported",
    text: string,
    rowsLost: number,
  ): void {
    this.passages.fault({ kind, text, rowsLost });
  }

  private async readProperties(): Promise<void> {
    const { info } = await this.document.getMetadata();
    const named = Object.entries(info).filter(
      (entry): entry is [string, string] =>
        wanted.has(entry[0]) && typeof entry[1] === "string" && entry[1].trim() !== "",
    );
    const kept = named.filter(([name]) => !(this.context.isSealed && naming.has(name)));
    for (const [name, value] of kept)
      this.passages.add({ kind: "meta", name: `pdf:${name.toLowerCase()}`, text: value.trim() });
    // Who made a file may be who gave it.
    if (kept.length < named.length)
      this.fault(
        "name",
        "The document's properties may name who made it; this is not kept, since its source is protected.",
        0,
      );
  }

  private async readPage(number: number): Promise<void> {
    const page = await this.document.getPage(number);
    try {
      const [, bottom = 0, , top = 0] = page.view;
      this.pages.set(number, { page: number, bottom, top });
      const { items } = await page.getTextContent();
      const lines = makeLines(items.flatMap((item) => ("str" in item ? [runOf(item)] : [])));
      if (lines.length === 0)
        this.fault("no-text", `Page ${number} has no text layer: it is empty or a picture, which is not read.`, 1);
      this.blocks.push(...makeBlocks(lines, { page: number, bottom, top }));
      await this.readNotes(page, number);
    } finally {
      page.cleanup();
    }
  }

  private async readNotes(page: PdfPage, number: number): Promise<void> {
    for (const annotation of await page.getAnnotations()) {
      const { subtype, contentsObj, titleObj, rect, fieldName, fieldValue } = annotation as Annotation;
      const isField = subtype === "Widget";
      const text = isField ? valueOf(fieldValue) : (contentsObj?.str ?? "").trim();
      const box = boxOfRect(rect);
      if (text === "" || subtype === "Link" || box === undefined) continue;
      const author = this.context.isSealed ? "" : (titleObj?.str ?? "");
      const isHidden = ((annotation as Annotation).annotationFlags & 2) !== 0;
      this.notes.push({
        page: number,
        kind: isField ? "paragraph" : "comment",
        text,
        name: isField ? (fieldName ?? "") : author,
        box,
        isHidden,
      });
    }
  }

  private writeBlocks(): void {
    const blocks = groupBy(nameBlocks(this.blocks, this.pages), ({ page }) => page);
    const notes = groupBy(this.notes, ({ page }) => page);
    for (const page of this.pages.keys()) {
      for (const { kind, text, box } of blocks.get(page) ?? []) this.passages.add({ kind, text, page, box });
      for (const { name, ...note } of notes.get(page) ?? [])
        this.passages.add({ ...note, ...(name !== "" && { name }) });
    }
  }

  private async readAttachments(): Promise<void> {
    const attachments: unknown = await this.document.getAttachments();
    if (attachments === null || typeof attachments !== "object") return;
    for (const attachment of Object.values(attachments) as { filename?: string; content?: Uint8Array | null }[]) {
      if (!(attachment.content instanceof Uint8Array)) continue;
      const shown = await this.context.stageMember(attachment.filename ?? "attachment.bin", attachment.content);
      if (shown !== undefined) this.passages.add({ kind: "meta", name: "attachment", text: shown });
    }
  }

  private async reportScripts(): Promise<void> {
    if (await this.document.hasJSActions())
      this.fault("unsupported", "The document holds scripts; none of them is run.", 0);
  }
}

interface Annotation {
  readonly subtype?: string;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly rect?: unknown;
  readonly fieldName?: string;
  readonly fieldValue?: unknown;
  readonly annotationFlags: number;
}

const wanted = new Set(["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"]);

/** Properties that may name who made the file: its author, and the program, which often names its owner. */
const naming = new Set(["Author", "Creator"]);

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/u, "").slice(0, 200);

const valueOf = (value: unknown): string =>
  (Array.isArray(value)
    ? value.filter((each) => typeof each === "string").join(", ")
    : typeof value === "string"
      ? value
      : ""
  ).trim();

function boxOfRect(rect: unknown): Box | undefined {
  if (!Array.isArray(rect)) return undefined;
  const [left, bottom, right, top] = rect.map(Number);
  return left === undefined || bottom === undefined || right === undefined || top === undefined
    ? undefined
    : [left, bottom, right, top];
}

function runOf(item: { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }): TextRun {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform;
  const size = Math.hypot(a, b) || Math.abs(d);
  return {
    text: item.str,
    x,
    y,
    width: item.width,
    height: item.height || size,
    isLevel: Math.abs(b) < Math.abs(a) * 0.05,
    endsLine: item.hasEOL,
  };
}
