/** A language by its name in English, of its ISO 639 code; undefined where the code says none, or one whose letters the rules read. */
export function languageName(code: string | null): string | undefined {
  if (code === null || isRead.test(code)) return undefined;
  names ??= new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  return names.of(code);
}
let names: Intl.DisplayNames | undefined;

const isRead = /^(?:eng|kor|zho|rus)$/u;
