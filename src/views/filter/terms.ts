/** One value of a term; quoted ones are taken as they stand. */
export interface TermValue {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** One term of a filter as it is written, not yet understood. */
export interface Term {
  /** The term as it stands in the filter, and where: first character, and the one after the last. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
  /** Null for free words. */
  readonly key: string | null;
  readonly values: readonly TermValue[];
  /** A quotation mark without its second. */
  readonly isUnclosed: boolean;
}

/** Cuts a filter into its terms: `key:value`, `key:a,b`, `-key:value`, words and "words that stand together". */
export function termsOf(filter: string): Term[] {
  return [...filter.matchAll(/(?:[^\s"“”]|["“”][^"“”]*(?:["“”]|$))+/gu)].map((match) => termOf(match[0], match.index));
}

const quotes = /["“”]/gu;

function termOf(text: string, from: number): Term {
  const isNegated = text.length > 1 && text.startsWith("-");
  const plain = isNegated ? text.slice(1) : text;
  const key = /^([A-Za-z]+):/u.exec(plain)?.[1] ?? null;
  const said = key === null ? plain : plain.slice(key.length + 1);
  return {
    text,
    from,
    to: from + text.length,
    isNegated,
    key,
    values: key === null ? [valueOf(said)] : partsOf(said).map(valueOf),
    isUnclosed: (text.match(quotes) ?? []).length % 2 === 1,
  };
}

/** Cuts values at commas that stand outside quotation marks. */
const partsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|,)((?:[^,"“”]|["“”][^"“”]*(?:["“”]|$))*)/gu)].map((match) => match[1] ?? "");

const valueOf = (text: string): TermValue => ({ text: text.replaceAll(quotes, ""), isQuoted: /["“”]/u.test(text) });

/** A value as a filter writes it: in quotation marks where it holds what the grammar reads. */
export const writeValue = (text: string): string =>
  /[\s,:"“”]|^-|^$/u.test(text) ? `"${text.replaceAll(quotes, "")}"` : text;
