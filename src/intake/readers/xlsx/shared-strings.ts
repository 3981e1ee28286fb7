import { writeUtf8 } from "../../parser/staging/index.ts";
import { nameCode, XmlScanner, XmlTrouble, xmlText } from "./xml-scanner.ts";

const codes = { si: nameCode("si"), t: nameCode("t"), rPh: nameCode("rPh") };
const bytesMax = 200 * 1024 * 1024;

/** The texts of a workbook, by number, as UTF-8 ranges of one buffer: text i is `[starts[i], starts[i + 1])` of `bytes`. */
export class SharedStrings {
  bytes = new Uint8Array(64 * 1024);
  starts = new Uint32Array(1024);
  count = 0;
  private used = 0;
  private isInText = false;
  private phonetic = 0;
  private readonly scanner = new XmlScanner({
    open: (name) => this.open(name),
    text: (bytes, start, end, isLiteral) => this.text(bytes, start, end, isLiteral),
    close: (name) => this.close(name),
  });

  push(piece: Uint8Array): void {
    this.scanner.push(piece);
  }

  end(): void {
    this.scanner.end();
  }

  private open(name: number): void {
    if (name === codes.rPh) this.phonetic++;
    else if (name === codes.t) this.isInText = this.phonetic === 0;
  }

  private close(name: number): void {
    if (name === codes.t) this.isInText = false;
    else if (name === codes.rPh) this.phonetic--;
    else if (name === codes.si) this.closeString();
  }

  private closeString(): void {
    this.count++;
    if (this.count + 1 >= this.starts.length) {
      const larger = new Uint32Array(this.starts.length * 2);
      larger.set(this.starts);
      this.starts = larger;
    }
    this.starts[this.count] = this.used;
  }

  private text(bytes: Uint8Array, start: number, end: number, isLiteral: boolean): void {
    if (!this.isInText) return;
    this.reserve((end - start) * 3);
    if (isLiteral || !needsDecoding(bytes, start, end)) {
      this.bytes.set(bytes.subarray(start, end), this.used);
      this.used += end - start;
    } else this.used = writeUtf8(cellText(bytes, start, end), this.bytes, this.used);
  }

  private reserve(length: number): void {
    const need = this.used + length;
    if (need <= this.bytes.length) return;
    if (need > bytesMax) throw new XmlTrouble("its texts are longer than 200 MB together");
    const larger = new Uint8Array(Math.max(need, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }
}

const [ampersand, underscore, smallX] = [38, 95, 120];

/** Whether a text holds character references, or Excel's own escapes such as _x000D_. */
export function needsDecoding(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const byte = bytes[index];
    if (byte === ampersand || (byte === underscore && bytes[index + 1] === smallX)) return true;
  }
  return false;
}

/** The text of a cell: character references and Excel's escapes (_x000D_, _x005F_) replaced. */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  const text = xmlText(bytes, start, end);
  return text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
