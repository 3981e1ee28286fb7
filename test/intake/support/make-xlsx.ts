import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeZip } from "./make-zip.ts";
import { makeFolder } from "./staged-rows.ts";

/** A sheet by the XML inside its root element; `isCut` leaves the root open. */
export interface MadeSheet {
  readonly name: string;
  readonly xml: string;
  readonly isCut?: boolean;
  readonly isHidden?: boolean;
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** Writes a workbook; style 1 has the first number format, style 2 the second, and so on. Its path is returned. */
export function makeXlsx(
  sheets: readonly MadeSheet[],
  of: { strings?: readonly string[]; formats?: readonly string[] } = {},
): string {
  const formats = (of.formats ?? []).map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
  );
  const styles = (of.formats ?? []).map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  const relations = sheets.map((_, index) => relation(`s${index}`, "worksheet", `worksheets/sheet${index}.xml`));
  const path = join(makeFolder(), "made.xlsx");
  writeFileSync(
    path,
    makeZip([
      ["[Content_Types].xml", "<Types/>"],
      ["_rels/.rels", `<Relationships>${relation("r", "officeDocument", "xl/workbook.xml")}</Relationships>`],
      [
        "xl/workbook.xml",
        `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, isHidden }, index) => `<sheet name="${name}"${isHidden ? ' state="hidden"' : ""} r:id="s${index}"/>`).join("")}</sheets></workbook>`,
      ],
      [
        "xl/_rels/workbook.xml.rels",
        `<Relationships>${relations.join("")}${relation("t", "sharedStrings", "texts.xml")}${relation("f", "styles", "styles.xml")}</Relationships>`,
      ],
      ["xl/texts.xml", `<sst>${(of.strings ?? []).map((text) => `<si>${text}</si>`).join("")}</sst>`],
      [
        "xl/styles.xml",
        `<styleSheet><numFmts>${formats.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`,
      ],
      ...sheets.map(
        ({ xml, isCut }, index) =>
          [`xl/worksheets/sheet${index}.xml`, `<worksheet>${xml}${isCut ? "" : "</worksheet>"}`] as const,
      ),
    ]),
  );
  return path;
}
