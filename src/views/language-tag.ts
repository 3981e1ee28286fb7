/** A language as FollowTheMoney writes it ("kor") as a page does ("ko"); null where it is none. */
export function languageTag(language: string | null): string | null {
  if (language === null || !/^[a-z]{2,3}$/u.test(language)) return null;
  return Intl.getCanonicalLocales(language)[0] ?? null;
}
