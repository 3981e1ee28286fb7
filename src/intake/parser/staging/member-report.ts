import { assert } from "../../../base/index.ts";
import type { StagedForm, StagedMember, StagedPart } from "../staged.ts";
import { FaultList, type NewFault } from "./fault-list.ts";
import { PartWriter } from "./part-writer.ts";

/** What is known of a file before it is read. */
export interface MemberHead {
  readonly ordinal: number;
  readonly parentOrdinal: number | null;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a reader knows of a table; columns count from 0. */
export interface PartHead {
  readonly name: string;
  readonly visibility?: StagedPart["visibility"];
  readonly hasPlaces: boolean;
  /** Set where the rows are passages of documents. */
  readonly isText?: true;
}

/** What a reader learned of a table by the time it was through. */
export interface PartTail {
  readonly rowsPresent: number;
  readonly columnCount?: number;
  readonly columnNames?: string[];
  readonly hiddenColumns?: number[];
  readonly mergedRanges?: string[];
  readonly dateSystem?: "1900" | "1904";
}

/** A table while it is being read: where its rows go, and its faults. */
export interface OpenPart {
  readonly part: number;
  readonly writer: PartWriter;
  fault(fault: NewFault): void;
  close(tail: PartTail): void;
}

/** Collects what is staged of one file: its form, tables and faults. */
export class MemberReport {
  readonly head: MemberHead;
  private readonly outDir: string;
  private readonly faults = new FaultList();
  private readonly parts: StagedPart[] = [];
  private readonly unclosed = new Map<number, OpenPart>();
  private opened = 0;
  private form: StagedForm = "unsupported";
  private mediaType = "application/octet-stream";
  private encoding: string | undefined;
  private delimiter: string | undefined;
  private properties: { name: string; value: string }[] = [];

  constructor(outDir: string, head: MemberHead) {
    this.outDir = outDir;
    this.head = head;
  }

  setForm(form: StagedForm, mediaType: string): void {
    this.form = form;
    this.mediaType = mediaType;
  }

  setEncoding(encoding: string, delimiter?: string): void {
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  setProperties(properties: { name: string; value: string }[]): void {
    this.properties = properties.filter(({ value }) => value.trim() !== "");
  }

  fault(fault: NewFault): void {
    this.faults.add(fault);
  }

  /** Whether something of the file was reported so far. */
  get isFaulty(): boolean {
    return this.faults.all().length > 0;
  }

  openPart(head: PartHead): OpenPart {
    const part = this.opened++;
    const prefix = `m${String(this.head.ordinal).padStart(4, "0")}-p${String(part).padStart(3, "0")}`;
    const writer = new PartWriter(this.outDir, prefix, head.hasPlaces);
    const open: OpenPart = {
      part,
      writer,
      fault: (fault) => this.faults.add({ ...fault, part }),
      close: (tail) => {
        this.unclosed.delete(part);
        this.closePart(head, { part, writer }, tail);
      },
    };
    this.unclosed.set(part, open);
    return open;
  }

  /**
   * Ends the tables that a reader left open, with what was read of them. How much is lost is not known then: each counts
   * as one lost row, and so does the file if no table was open.
   */
  abandon(fault: NewFault): void {
    if (this.unclosed.size === 0) this.faults.add({ ...fault, rowsLost: 1 });
    for (const { writer, fault: add, close } of this.unclosed.values()) {
      writer.dropRow();
      add({ ...fault, rowNo: writer.lastRowNo + 1, rowsLost: 1 });
      close({ rowsPresent: writer.rowsRead + 1 });
    }
  }

  finish(): StagedMember {
    this.reportEmpty();
    const parts = this.parts.toSorted((left, right) => left.part - right.part);
    const rowsPresent = parts.reduce((sum, part) => sum + part.rowsPresent, 0);
    const rowsRead = parts.reduce((sum, part) => sum + part.rowsRead, 0);
    const lostOutside = this.faults.all().reduce((sum, fault) => sum + (fault.part === null ? fault.rowsLost : 0), 0);
    const rowsLost = parts.reduce((sum, part) => sum + part.rowsLost, 0) + lostOutside;
    return {
      ...this.head,
      mediaType: this.mediaType,
      form: this.form,
      ...(this.encoding === undefined ? {} : { encoding: this.encoding }),
      ...(this.delimiter === undefined ? {} : { delimiter: this.delimiter }),
      ...(this.properties.length === 0 ? {} : { properties: this.properties }),
      parts,
      faults: this.faults.all(),
      rowsPresent: rowsPresent + lostOutside,
      rowsRead,
      rowsLost,
    };
  }

  private closePart(head: PartHead, { part, writer }: { part: number; writer: PartWriter }, tail: PartTail): void {
    const { columnCount, rowsRead, chunks, extras } = writer.finish(tail.columnCount);
    this.reportMissing(part, tail.rowsPresent - rowsRead - this.faults.rowsLost(part));
    this.parts.push({
      part,
      name: head.name,
      visibility: head.visibility ?? "visible",
      ...(head.isText && { isText: head.isText }),
      columnCount,
      ...(tail.columnNames ? { columnNames: tail.columnNames } : {}),
      hiddenColumns: (tail.hiddenColumns ?? []).filter((column) => column < columnCount),
      mergedRanges: tail.mergedRanges ?? [],
      ...(tail.dateSystem ? { dateSystem: tail.dateSystem } : {}),
      rowsPresent: tail.rowsPresent,
      rowsRead,
      rowsLost: this.faults.rowsLost(part),
      chunks,
      ...(extras ? { extras } : {}),
    });
  }

  // The count of rows present is made apart from the rows written, so a gap between them is a loss that nobody reported.
  private reportMissing(part: number, missing: number): void {
    assert(missing >= 0, `rows read and lost at most the rows present; ${-missing} too many in part ${part}`);
    if (missing === 0) return;
    const text = `${missing} rows were counted but neither read nor reported one by one.`;
    this.faults.add({ kind: "damaged", part, rowsLost: missing, text });
  }

  // Nothing is silent: a file that holds tables without a single row says so.
  private reportEmpty(): void {
    if (this.form === "zip" || this.form === "gzip" || this.form === "unsupported" || this.faults.all().length > 0)
      return;
    if (this.parts.some((part) => part.rowsPresent > 0)) return;
    const count = this.parts.length;
    this.faults.add({
      kind: "empty",
      text: `The file has ${count === 1 ? "one table and not one row in it" : `${count} tables and not one row in them`}.`,
    });
  }
}
