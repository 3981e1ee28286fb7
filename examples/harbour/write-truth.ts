import { closeSync, openSync, writeSync } from "node:fs";
import type { Truth } from "./truth.ts";

/** Writes the truth as JSON, one entry of its lists a line, without ever holding the whole text. */
export const writeTruth = (path: string, truth: Truth): void => {
  const file = openSync(path, "w");
  for (const piece of truthLines(truth)) writeSync(file, piece);
  closeSync(file);
};

/** The text of a truth file in pieces. */
export function* truthLines(truth: Truth): Generator<string> {
  const entries = Object.entries(truth);
  for (const [index, [key, value]] of entries.entries()) {
    yield `${index === 0 ? "{\n" : ""}${JSON.stringify(key)}: `;
    if (Array.isArray(value)) yield* listLines(value);
    else yield JSON.stringify(value);
    yield index === entries.length - 1 ? "\n}\n" : ",\n";
  }
}

function* listLines(values: readonly unknown[]): Generator<string> {
  yield "[";
  for (const [index, value] of values.entries()) yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(value)}`;
  yield "\n]";
}
