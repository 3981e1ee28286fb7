import type { StagedChunk } from "../staged.ts";
import { ParquetFile } from "./parquet-file.ts";
import { bigintPages, integerPages, textPages } from "./parquet-pages.ts";
import { TextColumn } from "./text-column.ts";

/** Collects what stands beside the cells of a part and writes it into one Parquet file, if there is anything. */
export class ExtrasWriter {
  private rowNos = new Float64Array(64);
  private colNos = new Float64Array(64);
  private readonly kinds = new TextColumn();
  private readonly texts = new TextColumn();
  private readonly place: { path: string; name: string };
  private count = 0;

  constructor(place: { path: string; name: string }) {
    this.place = place;
  }

  add(rowNo: number, colNo: number, kind: string, text: string): void {
    const row = this.count;
    if (row === this.rowNos.length) {
      this.rowNos = grown(this.rowNos);
      this.colNos = grown(this.colNos);
    }
    this.rowNos[row] = rowNo;
    this.colNos[row] = colNo;
    this.kinds.appendText(row, kind);
    this.texts.appendText(row, text);
    this.count = row + 1;
  }

  finish(): StagedChunk | undefined {
    if (this.count === 0) return undefined;
    const file = new ParquetFile(this.place, this.count);
    file.append({ name: "row_no", type: "bigint", isOptional: false }, bigintPages(this.rowNos, this.count, false));
    file.append({ name: "col_no", type: "integer", isOptional: false }, integerPages(this.colNos, this.count));
    file.append({ name: "kind", type: "text", isOptional: true }, textPages(this.kinds, this.count));
    file.append({ name: "text", type: "text", isOptional: true }, textPages(this.texts, this.count));
    return file.finish();
  }
}

function grown(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}
