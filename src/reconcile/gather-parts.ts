/** Two payments of one book that may be parts of one; see `partLinkTable`. */
export interface PartLink {
  readonly left: number;
  readonly right: number;
  readonly isWeak: boolean;
}

const partsMax = 3;

/**
 * Gathers parts into payments of two or three, by the number of each part: strong links first; a longer run of them is
 * regular business and stays apart. A weak link adds a part where the payment still has no more than three.
 */
export function gatherParts(links: readonly PartLink[]): ReadonlyMap<number, readonly number[]> {
  const units = new Map<number, readonly number[]>();
  const unitOf = (no: number): readonly number[] => units.get(no) ?? [no];
  const join = ({ left, right }: PartLink, max: number): void => {
    const members = [...new Set([...unitOf(left), ...unitOf(right)])].toSorted((one, other) => one - other);
    if (members.length <= max) for (const no of members) units.set(no, members);
  };
  for (const link of links) if (!link.isWeak) join(link, Number.POSITIVE_INFINITY);
  for (const link of links) if (link.isWeak) join(link, partsMax);
  return new Map([...units].filter(([, members]) => members.length <= partsMax));
}
