import type { FindingSaid } from "../brief/index.ts";
import type { FindingLine, Reader } from "../views/index.ts";

/** Puts findings into the brief's words, which are loaded when they are asked for. */
export async function sayFindings(reader: Reader, findings: readonly FindingLine[]): Promise<FindingSaid[]> {
  const brief = await import("../brief/index.ts");
  return brief.sayFindings(reader, findings);
}
