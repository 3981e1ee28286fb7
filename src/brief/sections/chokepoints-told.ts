import type { BlockSetLine, Reader } from "../../views/index.ts";
import type { Citation } from "../outline.ts";

/** What the sentences about chokepoints share. */
export interface Told {
  readonly reader: Reader;
  readonly currency: string;
  readonly advised: BlockSetLine;
  readonly nameOf: (id: string) => string;
  /** The first of its names, where the others stand nearby. */
  readonly shortOf: (id: string) => string;
  readonly cite: Citation;
}
