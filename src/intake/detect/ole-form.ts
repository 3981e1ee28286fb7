import type { FoundForm } from "./found-form.ts";
import { unreadForm } from "./binary-forms.ts";

export const oleSignature = Buffer.from("d0cf11e0a1b11ae1", "hex");

const streams: readonly (readonly [string, string, string])[] = [
  ["WordDocument", "application/msword", "a Word document (.doc)"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint", "a PowerPoint presentation (.ppt)"],
  ["VisioDocument", "application/vnd.visio", "a Visio drawing"],
  ["__properties_version1.0", "application/vnd.ms-outlook", "an Outlook message (.msg)"],
  ["HwpSummaryInformation", "application/x-hwp", "a Hangul document (.hwp)"],
  ["FileHeader", "application/x-hwp", "a Hangul document (.hwp)"],
];

/** Tells what an OLE container holds by the names in its directory; the entries are 128 bytes each, wherever they lie. */
export function findOleForm(bytes: Buffer): FoundForm {
  const names = entryNames(bytes);
  if (names.has("EncryptedPackage")) {
    const text =
      "The workbook or document is encrypted with a password; it can be read after it was saved without one.";
    return { form: "unsupported", mediaType: "application/vnd.ms-office", fault: { kind: "encrypted", text } };
  }
  if (names.has("Workbook") || names.has("Book")) return { form: "xls", mediaType: "application/vnd.ms-excel" };
  if (names.has("NativeContent_MAIN") || names.has("PerfectOffice_MAIN")) {
    return { form: "workbook", mediaType: "application/x-quattropro" };
  }
  const found = streams.find(([name]) => names.has(name));
  return found
    ? unreadForm(found[1], found[2])
    : unreadForm("application/x-ole-storage", "an OLE container of another kind");
}

function entryNames(bytes: Buffer): Set<string> {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes.readUInt16LE(at + 64);
    const kind = bytes[at + 66] ?? 0;
    if (length < 4 || length > 64 || length % 2 === 1 || kind > 5 || kind === 0) continue;
    const name = bytes.subarray(at, at + length - 2).toString("utf16le");
    // oxlint-disable-next-line no-control-regex -- OLE puts control characters before the names of its own streams.
    if (/^[\u0000-\u007F]+$/u.test(name)) names.add(name.replace(/^[\u0000-\u001F]/u, ""));
  }
  return names;
}
