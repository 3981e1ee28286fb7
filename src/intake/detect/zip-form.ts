import type { FoundForm } from "./found-form.ts";
import { unreadForm } from "./binary-forms.ts";

const officeType = "application/vnd.openxmlformats-officedocument";

/** Tells by the names of its entries whether a zip file is a workbook, another document, or an archive of files. */
export function findZipForm(names: ReadonlySet<string>): FoundForm {
  const has = (name: string): boolean => names.has(name);
  const hasUnder = (folder: string): boolean => [...names].some((name) => name.startsWith(folder));
  if (has("[Content_Types].xml") || hasUnder("xl/")) {
    if (has("xl/workbook.bin"))
      return { form: "xlsb", mediaType: "application/vnd.ms-excel.sheet.binary.macroEnabled.12" };
    if (hasUnder("word/")) return { form: "docx", mediaType: `${officeType}.wordprocessingml.document` };
    if (hasUnder("ppt/"))
      return unreadForm(`${officeType}.presentationml.presentation`, "a PowerPoint presentation (.pptx)");
    if (hasUnder("visio/")) return unreadForm("application/vnd.ms-visio.drawing", "a Visio drawing (.vsdx)");
    return { form: "xlsx", mediaType: `${officeType}.spreadsheetml.sheet` };
  }
  if (has("content.xml") && has("META-INF/manifest.xml"))
    return { form: "ods", mediaType: "application/vnd.oasis.opendocument" };
  if (has("Index/Document.iwa") || has("Index.zip") || has("Index/CalculationEngine.iwa")) {
    return { form: "workbook", mediaType: "application/vnd.apple.numbers" };
  }
  if (has("META-INF/MANIFEST.MF")) return unreadForm("application/java-archive", "a program (.jar or .apk)");
  return { form: "zip", mediaType: "application/zip" };
}
