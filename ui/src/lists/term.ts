/** A stretch of a filter's text: first character, and the one after the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A chip as the server understood it. */
interface ReadTerm extends Stretch {
  readonly text: string;
  readonly isNegated: boolean;
}

/** The filter without one term. */
export const withoutTerm = (filter: string, { from, to }: Stretch): string =>
  `${filter.slice(0, from).trimEnd()} ${filter.slice(to).trimStart()}`.trim();

/** The filter with another text in the place of a term. */
export const withTermAt = (filter: string, { from, to }: Stretch, text: string): string =>
  `${filter.slice(0, from)}${text}${filter.slice(to)}`;

/**
 * The filter with a facet's value chosen, or no longer: values of one key stand in one term, parted by commas, since two
 * terms would both have to hold.
 */
export function withValue(filter: string, chips: readonly ReadTerm[], term: string): string {
  const [key, value] = cutOnce(term, ":");
  const own = chips.find((chip) => !chip.isNegated && chip.text.startsWith(`${key}:`));
  if (!own) return `${filter.trim()} ${term}`.trim();
  const values = valuesOf(cutOnce(own.text, ":")[1]);
  const left = values.filter((each) => unquoted(each) !== unquoted(value));
  if (left.length === 0) return withoutTerm(filter, own);
  return withTermAt(filter, own, `${key}:${(left.length < values.length ? left : [...values, value]).join(",")}`);
}

function cutOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return [text.slice(0, at), text.slice(at + sign.length)];
}

/** Values cut at commas that stand outside quotation marks. */
const valuesOf = (text: string): string[] => text.match(/(?:[^,"]|"[^"]*"?)+/gu) ?? [];

const unquoted = (text: string): string => text.replaceAll('"', "").toLowerCase();
