import type { ParserLimits } from "../../parser/limits.ts";

/** What archives may still unpack to: counted over one file with everything inside it. */
export class Budget {
  readonly limits: ParserLimits;
  private entries = 0;
  private bytes = 0;

  constructor(limits: ParserLimits) {
    this.limits = limits;
  }

  /** Counts one more archive entry; false once there are too many. */
  takeEntry(): boolean {
    this.entries++;
    return this.entries <= this.limits.entries;
  }

  /** Counts unpacked bytes; false once there are too many. */
  takeBytes(bytes: number): boolean {
    this.bytes += bytes;
    return this.bytes <= this.limits.unpackedBytes;
  }
}
