import type { PassageKind } from "../../../model/index.ts";
import { nameCode, type XmlHandler, type XmlTag, xmlText } from "../xlsx/xml-scanner.ts";

/** A block of a Word document. `name`: of a change or comment who made it and when, if that is said. */
export interface WordBlock {
  readonly kind: PassageKind;
  readonly text: string;
  readonly name?: string;
  readonly isHidden: boolean;
  /** The comment or note that it stands in; undefined in the text itself. */
  readonly note: string | undefined;
  /** The comments and notes to which it refers, in order. */
  readonly refersTo: readonly string[];
}

/** What a style makes of a paragraph. */
export type StyleKinds = ReadonlyMap<string, PassageKind>;

const codes = (names: string): Readonly<Record<string, number>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, nameCode(name)]));

const n = codes(
  "p pStyle outlineLvl numPr r rPr vanish specVanish sz t tab br cr noBreakHyphen softHyphen ins del moveFrom moveTo delText tbl tr tc comment footnote endnote commentReference footnoteReference endnoteReference Fallback rPrChange pPrChange val id author date instrText delInstrText type txbxContent altChunk",
);

interface Change {
  readonly kind: "inserted" | "deleted";
  readonly name: string;
  text: string;
}

interface Paragraph {
  text: string;
  hidden: string;
  kind: PassageKind | undefined;
  isList: boolean;
  changes: Change[];
  refersTo: string[];
}

/**
 * Finds the blocks of text in the main part, the comments or the notes of a Word document (ECMA-376 part 1, 17): a
 * paragraph as it stands with its changes accepted; after it what is hidden in it, and each tracked change. A row of a
 * table is one block, its cells apart by tabs.
 */
export class WordBlocks implements XmlHandler {
  private readonly take: (block: WordBlock) => void;
  private readonly styles: StyleKinds;
  private readonly paragraphs: Paragraph[] = [];
  private change: Change | undefined;
  private note: { readonly id: string; readonly name: string } | undefined;
  private cells: string[] = [];
  private afterRow: WordBlock[] = [];
  private rows = 0;
  private skipped = 0;
  private isText = false;
  private isInRun = false;
  private isHidden = false;

  constructor(styles: StyleKinds, take: (block: WordBlock) => void) {
    this.styles = styles;
    this.take = take;
  }

  open(name: number, tag: XmlTag): void {
    // A drawing is written twice, for new programs and for old ones; and what a format was before is no format.
    if (name === n["Fallback"] || name === n["rPrChange"] || name === n["pPrChange"]) this.skipped++;
    if (this.skipped > 0) return;
    this.openBlock(name, tag);
    this.openInline(name, tag);
  }

  text(bytes: Uint8Array, start: number, end: number, isLiteral: boolean): void {
    if (!this.isText || this.skipped > 0) return;
    this.add(isLiteral ? Buffer.from(bytes.subarray(start, end)).toString("utf8") : xmlText(bytes, start, end));
  }

  close(name: number): void {
    if (name === n["Fallback"] || name === n["rPrChange"] || name === n["pPrChange"]) this.skipped--;
    else if (this.skipped > 0) return;
    else if (name === n["p"]) this.closeParagraph();
    else if (name === n["t"] || name === n["delText"]) this.isText = false;
    else if (name === n["r"]) this.isInRun = this.isHidden = false;
    else if (name === n["tc"] && this.rows === 1) this.cells.push("");
    else if (name === n["tr"]) this.closeRow();
    else if (name === n["comment"] || name === n["footnote"] || name === n["endnote"]) this.note = undefined;
    else if (name === n["ins"] || name === n["del"] || name === n["moveFrom"] || name === n["moveTo"])
      this.change = undefined;
  }

  private openBlock(name: number, tag: XmlTag): void {
    if (name === n["p"])
      this.paragraphs.push({ text: "", hidden: "", kind: undefined, isList: false, changes: [], refersTo: [] });
    else if (name === n["tr"] && ++this.rows === 1) this.cells = [""];
    else if (name === n["comment"] || name === n["footnote"] || name === n["endnote"]) {
      const values = tag.all();
      const kind = name === n["comment"] ? "comment" : name === n["footnote"] ? "footnote" : "endnote";
      this.note = { id: `${kind} ${values.get(n["id"] ?? 0) ?? ""}`, name: whoOf(values) };
    }
  }

  private openInline(name: number, tag: XmlTag): void {
    const paragraph = this.paragraphs.at(-1);
    if (name === n["t"] || name === n["delText"]) this.isText = true;
    else if (name === n["r"]) this.isInRun = true;
    else if (name === n["tab"] && this.isInRun) this.add("\t");
    else if (name === n["br"] || name === n["cr"]) this.add("\n");
    else if (name === n["noBreakHyphen"]) this.add("\u2011");
    else if (name === n["ins"] || name === n["moveTo"]) this.openChange("inserted", tag);
    else if (name === n["del"] || name === n["moveFrom"]) this.openChange("deleted", tag);
    else if (paragraph) this.readFormat(name, tag, paragraph);
  }

  private readFormat(name: number, tag: XmlTag, paragraph: Paragraph): void {
    const value = (attribute: string): string => tag.all().get(n[attribute] ?? 0) ?? "";
    if (name === n["pStyle"]) paragraph.kind = this.styles.get(value("val"));
    else if (name === n["outlineLvl"] && /^[0-8]$/u.test(value("val"))) paragraph.kind ??= "heading";
    else if (name === n["numPr"]) paragraph.isList = true;
    else if ((name === n["vanish"] || name === n["specVanish"]) && this.isInRun)
      this.isHidden = !/^(?:0|false|off)$/u.test(value("val"));
    // Text of one point or less is hidden from readers and not from programs.
    else if (name === n["sz"] && this.isInRun && Number(value("val")) <= 2) this.isHidden = true;
    else if (name === n["commentReference"]) paragraph.refersTo.push(`comment ${value("id")}`);
    else if (name === n["footnoteReference"]) paragraph.refersTo.push(`footnote ${value("id")}`);
    else if (name === n["endnoteReference"]) paragraph.refersTo.push(`endnote ${value("id")}`);
  }

  private openChange(kind: Change["kind"], tag: XmlTag): void {
    const paragraph = this.paragraphs.at(-1);
    // A change of a paragraph's mark or of a table's row holds no text.
    if (!paragraph || this.change) return;
    this.change = { kind, name: whoOf(tag.all()), text: "" };
    paragraph.changes.push(this.change);
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (this.change) this.change.text += text;
    if (this.change?.kind === "deleted") return;
    if (this.isHidden) paragraph.hidden += text;
    else paragraph.text += text;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { text, hidden, refersTo } = paragraph;
    const kind = paragraph.kind ?? (paragraph.isList ? "list" : "paragraph");
    const note = this.note?.id;
    const own = note === undefined ? {} : { name: this.note?.name ?? "" };
    const block = { kind, text, ...own, isHidden: false, note, refersTo };
    const after: WordBlock[] = [
      ...(hidden.trim() === "" ? [] : [{ ...block, text: hidden, isHidden: true, refersTo: [] }]),
      ...paragraph.changes
        .filter((change) => change.text.trim() !== "")
        .map((change) => ({ ...change, isHidden: false, note, refersTo: [] })),
    ];
    if (this.rows > 0) {
      const last = this.cells.length - 1;
      const before = this.cells[last] ?? "";
      this.cells[last] = before === "" ? text : `${before}\n${text}`;
      this.afterRow.push(...(refersTo.length > 0 ? [{ ...block, text: "" }] : []), ...after);
      return;
    }
    if (text.trim() !== "" || refersTo.length > 0) this.take(block);
    for (const each of after) this.take(each);
  }

  private closeRow(): void {
    this.rows--;
    if (this.rows > 0) return;
    const text = this.cells.slice(0, -1).join("\t");
    if (text.trim() !== "") this.take({ kind: "table", text, isHidden: false, note: this.note?.id, refersTo: [] });
    for (const each of this.afterRow.splice(0)) this.take(each);
    this.cells = [];
  }
}

const whoOf = (values: ReadonlyMap<number, string>): string =>
  [values.get(n["author"] ?? 0) ?? "", values.get(n["date"] ?? 0) ?? ""].filter((part) => part !== "").join(", ");

/** The kinds that the styles of a document give: titles, headings and quotations, by the names that every program knows. */
export class WordStyles implements XmlHandler {
  readonly kinds = new Map<string, PassageKind>();
  private readonly style = nameCode("style");
  private readonly name = nameCode("name");
  private readonly styleId = nameCode("styleId");
  private readonly val = nameCode("val");
  private id: string | undefined;

  open(name: number, tag: XmlTag): void {
    if (name === this.style) this.id = tag.all().get(this.styleId);
    if (name !== this.name || this.id === undefined) return;
    const kind = kindOfStyle(tag.all().get(this.val) ?? "");
    if (kind) this.kinds.set(this.id, kind);
  }

  text(): void {
    // Styles hold no text.
  }

  close(name: number): void {
    if (name === this.style) this.id = undefined;
  }
}

function kindOfStyle(name: string): PassageKind | undefined {
  if (/^title$/iu.test(name)) return "title";
  if (/^(?:heading \d|subtitle)$/iu.test(name)) return "heading";
  if (/^(?:intense )?quote$/iu.test(name)) return "quote";
  return /^caption$/iu.test(name) ? "caption" : /^list/iu.test(name) ? "list" : undefined;
}
