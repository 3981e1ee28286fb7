/** What a number format says of the numbers under it. */
export type FormatKind =
  | { readonly kind: "plain" }
  | { readonly kind: "date"; readonly hasDate: boolean; readonly hasTime: boolean }
  /** The format shows a currency or a unit; `code` is kept beside the cell. */
  | { readonly kind: "unit"; readonly code: string };

const plain: FormatKind = { kind: "plain" };
const dateOnly: FormatKind = { kind: "date", hasDate: true, hasTime: false };
const timeOnly: FormatKind = { kind: "date", hasDate: false, hasTime: true };
const dateAndTime: FormatKind = { kind: "date", hasDate: true, hasTime: true };

/** The kind of a format that a workbook names by number alone (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are East Asian dates). */
export function builtinFormat(id: number): FormatKind {
  if (id === 22) return dateAndTime;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 33) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return timeOnly;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return dateOnly;
  if ((id >= 5 && id <= 8) || id === 42 || id === 44)
    return { kind: "unit", code: `currency of the computer that wrote it (built-in format ${id})` };
  return plain;
}

/** The kind of a format by its code, such as `yyyy-mm-dd` or `#,##0.00 [$€-407]`. */
export function formatKind(code: string): FormatKind {
  const [section = ""] = code.split(";", 1);
  const bare = section.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/giu, "");
  const letters = bare.toLowerCase().replaceAll(/am\/pm|a\/p|general|e[+-]/gu, "");
  const hasTime = /[hs]|\[m+\]/u.test(letters);
  const hasDate = /[ydg]|e/u.test(letters) || (letters.includes("m") && !hasTime);
  if (/[#?]/u.test(letters) || !(hasDate || hasTime)) return unitKind(code);
  return hasDate && hasTime ? dateAndTime : hasDate ? dateOnly : timeOnly;
}

function unitKind(code: string): FormatKind {
  const literals = [...code.matchAll(/"([^"]*)"|\[\$([^\]-]*)/gu)].map((match) => match[1] ?? match[2] ?? "");
  const hasLetters = literals.some((literal) => /[\p{L}\p{Sc}%‰]/u.test(literal));
  const hasSign = /[\p{Sc}]/u.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]/gu, ""));
  return hasLetters || hasSign ? { kind: "unit", code } : plain;
}
