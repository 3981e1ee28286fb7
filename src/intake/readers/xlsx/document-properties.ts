import { type Budget } from "../zip/budget.ts";
import { type ZipDirectory } from "../zip/zip-directory.ts";
import { scanPart } from "./workbook.ts";
import { nameCode, xmlText } from "./xml-scanner.ts";

// ECMA-376 part 2, 11.1 (core properties) and part 1, 22.2 (extended properties).
const names = [
  "title",
  "subject",
  "creator",
  "keywords",
  "description",
  "lastModifiedBy",
  "lastPrinted",
  "created",
  "modified",
  "category",
  "Application",
  "Company",
  "Manager",
];
const nameByCode = new Map(names.map((name) => [nameCode(name), name]));

/** Reads what an Office document says of itself: author, last saver, dates, company, program. */
export async function readProperties(zip: ZipDirectory, budget: Budget): Promise<{ name: string; value: string }[]> {
  const found: { name: string; value: string }[] = [];
  for (const path of ["docProps/core.xml", "docProps/app.xml"]) {
    if (!zip.find(path)) continue;
    let inHand: { name: string; value: string } | undefined;
    await scanPart(
      zip,
      path,
      budget,
      (code) => {
        const name = nameByCode.get(code);
        inHand = name === undefined ? undefined : { name, value: "" };
      },
      () => {
        if (inHand) found.push(inHand);
        inHand = undefined;
      },
      (bytes, start, end) => {
        if (inHand) inHand.value += xmlText(bytes, start, end);
      },
    );
  }
  return found;
}
