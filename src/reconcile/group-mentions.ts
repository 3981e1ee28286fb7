import { at } from "../base/index.ts";
import { mayBeOneAmount, type BookAmounts } from "./book-amounts.ts";

/** One reason to take two mentions of payments for one; in the order in which they are to be followed. */
export interface PaymentLink {
  readonly left: number;
  readonly right: number;
  readonly joinedBy: string;
  /** Whether the two may be of one book: a decision of a person, or one row told twice. */
  readonly isWithinBook: boolean;
  /** Whether one of the two tells no amount. */
  readonly isAmountUnsaid: boolean;
}

/** Mentions by number: the first mention of each one's payment, and the rule that joined it (null: it stands first or alone). */
export interface MentionGroups {
  readonly first: Int32Array;
  readonly joinedBy: ReadonlyMap<number, string>;
  /** Whether two mentions may still become one payment under the decisions of persons. */
  readonly mayJoin: (left: number, right: number) => boolean;
}

/**
 * Groups mentions one to one between books: links are followed in order, and a link is dropped where both sides already
 * hold a mention of one book, or where a person said that two of them differ; a link that knows no amount joins no two
 * payments of which other books tell amounts that differ.
 */
export function groupMentions(
  books: BookAmounts,
  links: Iterable<PaymentLink>,
  different: readonly (readonly [number, number])[],
): MentionGroups {
  const { datasets } = books;
  const first = Int32Array.from(datasets, (_, index) => index);
  const members = new Map<number, readonly number[]>();
  const joinedBy = new Map<number, string>();
  const forbidden = new Set(different.flatMap(([left, right]) => [pairKey(left, right), pairKey(right, left)]));
  const membersOf = (no: number): readonly number[] => members.get(at(first, no)) ?? [no];
  const mayJoin = (left: number, right: number): boolean =>
    forbidden.size === 0 ||
    membersOf(left).every((one) => membersOf(right).every((other) => !forbidden.has(pairKey(one, other))));
  for (const link of links) {
    const [left, right] = [membersOf(link.left), membersOf(link.right)];
    if (at(first, link.left) === at(first, link.right) || !mayJoin(link.left, link.right)) continue;
    if (!link.isWithinBook && sharesBook(datasets, left, right)) continue;
    if (link.isAmountUnsaid && !mayBeOneAmount(books, left, right)) continue;
    const [keep, give] = at(first, link.left) < at(first, link.right) ? [left, right] : [right, left];
    const keepFirst = at(first, at(keep, 0));
    const giveFirst = at(first, at(give, 0));
    joinedBy.set(giveFirst, link.joinedBy);
    members.delete(giveFirst);
    members.set(keepFirst, [...keep, ...give]);
    for (const no of give) first[no] = keepFirst;
  }
  return { first, joinedBy, mayJoin };
}

const pairKey = (left: number, right: number): string => `${left} ${right}`;

const sharesBook = (datasets: Int32Array, left: readonly number[], right: readonly number[]): boolean =>
  left.some((one) => right.some((other) => at(datasets, one) === at(datasets, other)));
