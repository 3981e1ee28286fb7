import { readFileSync } from "node:fs";
import { assert } from "../../src/base/index.ts";

/** A passage in which two spans contradict each other or only seem to; the fields are those of `examples/contradictions/README.md`. */
export interface Passage {
  readonly id: string;
  readonly set: "a" | "b";
  readonly text: string;
  readonly left: string;
  readonly right: string;
  readonly kind: "contradiction" | "none";
  readonly type: string;
}

/** The passages of a file, one a line; each of its spans must stand in the text word for word. */
export const readPassages = (path: string): readonly Passage[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const passage = JSON.parse(line) as Passage;
      for (const span of [passage.left, passage.right])
        assert(passage.text.includes(span), `${passage.id}: a span is not words of its text`);
      return passage;
    });
