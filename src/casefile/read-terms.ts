import { Refusal } from "../base/index.ts";
import { fileToRead } from "./file-refusal.ts";

/** The terms of a file, one a line, in whatever encoding it was written; refuses a file that is no text. */
export async function readTerms(path: string): Promise<string[]> {
  const { readText } = await import("../intake/index.ts");
  const text = readText(fileToRead(path));
  if (text === undefined)
    throw new Refusal(`${path}: this is no text; give a text file with one term a line, such as one saved as .txt`);
  return text.split(/\r\n|[\r\n]/u);
}
