import type { PassageKind } from "../../../model/index.ts";
import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";
import { findLanguage } from "./find-language.ts";

/** Left, bottom, right, top in points, from the lower left corner of a page. */
export type Box = readonly [number, number, number, number];

/** A block of text as a reader found it. */
export interface Passage {
  readonly kind: PassageKind;
  readonly text: string;
  /** Of a `meta` passage: which property it is; of a change or a comment: who made it and when. */
  readonly name?: string;
  readonly page?: number;
  readonly box?: Box;
  /** Where it stands in the file; not given where its bytes are packed or encoded there. */
  readonly byteFrom?: number;
  readonly byteTo?: number;
  readonly isHidden?: boolean;
}

/** The columns of a part that holds passages. */
export const passageColumns = ["text", "kind", "lang", "page", "box", "document", "name"] as const;

const textBytesMax = 1024 * 1024;

/** Writes the passages of one part, those of one document after those of another; a passage is a row. */
export class PassageWriter {
  private readonly part: OpenPart;
  private readonly context: ReadContext;
  private present = 0;
  private document = 0;
  private rowNo = 0;
  private hasText = false;

  constructor(context: ReadContext, head: { readonly name: string; readonly hasPlaces: boolean }) {
    this.context = context;
    this.part = context.report.openPart({ ...head, isText: true });
  }

  /** Begins the next document of the part; returns its number, from 1. */
  beginDocument(): number {
    return ++this.document;
  }

  /** The row that the next passage will have. */
  get nextRow(): number {
    return this.rowNo + 1;
  }

  add(passage: Passage): void {
    const pieces = passage.text.length > textBytesMax ? cut(passage.text) : [passage.text];
    if (pieces.length > 1) {
      const text = `A text of ${passage.text.length} characters without a break is kept in ${pieces.length} pieces.`;
      this.part.fault({ kind: "too-large", rowNo: this.nextRow, text });
    }
    for (const text of pieces) this.addRow({ ...passage, text });
  }

  /** A place of the document that cannot be read; `rowsLost` passages are lost with it. */
  fault(fault: Parameters<OpenPart["fault"]>[0]): void {
    this.present += fault.rowsLost ?? 0;
    this.part.fault(fault);
  }

  /** Ends the part; that it holds no text is said, unless a fault says why. */
  close(): void {
    if (!this.hasText && !this.context.report.isFaulty && this.rowNo > 0)
      this.part.fault({ kind: "empty", text: "There is no text beside what the file says of itself." });
    this.part.close({
      rowsPresent: this.present,
      columnNames: [...passageColumns],
      columnCount: passageColumns.length,
    });
  }

  private addRow({ kind, text, name, page, box, byteFrom, byteTo, isHidden }: Passage): void {
    const { writer } = this.part;
    const language = kind === "meta" ? undefined : findLanguage(text);
    writer.text(0, text);
    writer.text(1, kind);
    if (language !== undefined) writer.text(2, language);
    if (page !== undefined) writer.text(3, String(page));
    if (box !== undefined) writer.text(4, box.map((side) => side.toFixed(1)).join(","));
    writer.text(5, String(this.document));
    if (name !== undefined) writer.text(6, name);
    this.hasText ||= (kind !== "meta" || name === "attachment") && text.trim() !== "";
    this.present++;
    this.rowNo++;
    const place = { byteFrom: byteFrom ?? -1, byteTo: byteTo ?? -1 };
    writer.endRow({ rowNo: this.rowNo, ...place, isHidden: isHidden ?? false });
    this.context.progress.tick(byteTo ?? this.rowNo, this.present);
  }
}

const cut = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / textBytesMax) }, (_, index) =>
    text.slice(index * textBytesMax, (index + 1) * textBytesMax),
  );
