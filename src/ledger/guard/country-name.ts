/** A country by its name in English. */
export function countryName(code: string): string {
  regions ??= new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  return (/^[a-z]{2}$/iu.test(code) ? regions.of(code.toUpperCase()) : undefined) ?? code;
}
let regions: Intl.DisplayNames | undefined;
