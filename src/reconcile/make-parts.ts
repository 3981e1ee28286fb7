import { at, groupBy } from "../base/index.ts";
import { boolean, integer, makeTable, sql, type Database, type TableName } from "../store/index.ts";
import { scoredTable } from "./scored-table.ts";
import { candidateTable } from "./candidate-table.ts";
import { gatherParts } from "./gather-parts.ts";
import type { MentionGroups, PaymentLink } from "./group-mentions.ts";
import { channelTable, nearBookTable, partLinkTable } from "./part-table.ts";
import { readLinks } from "./read-links.ts";
import { metUnitTable, poolTable, unitTable } from "./unit-table.ts";

/** The payments that a book tells in parts. */
interface Parts {
  /** Each part and the smallest number of its payment's. */
  readonly part: TableName;
  /** Pairs of which one is a payment in parts. */
  readonly candidate: TableName;
  /** The payments in parts as one each, and the others as they are. */
  readonly pool: TableName;
}

/** Finds the payments that a book tells in parts, and what of other books may be each as a whole. */
export async function makeParts(
  database: Database,
  tables: { readonly weighed: TableName; readonly topicLink: TableName; readonly alikeParty: TableName },
  confirmed: readonly number[],
): Promise<Parts> {
  const { weighed, topicLink, alikeParty } = tables;
  const known = await database.temporary("reconcile_confirmed", "no integer");
  await database.append(known, { no: confirmed });
  const channel = await makeTable(database, "reconcile_channel", channelTable(weighed));
  const nearBook = await makeTable(database, "reconcile_near_book", nearBookTable(channel));
  const link = await makeTable(database, "reconcile_part_link", partLinkTable({ channel, nearBook, confirmed: known }));
  const part = await makePart(database, link);
  const unit = await makeTable(database, "reconcile_unit", unitTable({ weighed, part }));
  const pool = await makeTable(database, "reconcile_pool", poolTable({ weighed, part, unit }));
  const met = await makeTable(database, "reconcile_met_unit", metUnitTable({ unit, pool }));
  const scored = await makeTable(database, "reconcile_unit_scored", scoredTable({ weighed: pool, met, alikeParty }));
  const candidate = await makeTable(database, "reconcile_unit_candidate", candidateTable({ scored, topicLink }));
  return { part, candidate, pool };
}

/** part(no, unit_no): the parts of payments; `unit_no` is the smallest number of one payment's. */
async function makePart(database: Database, link: TableName): Promise<TableName> {
  const links = await database.rows(
    sql`select left_no as "left", right_no as "right", is_weak as "isWeak" from ${link} order by left_no, right_no`,
    { left: integer, right: integer, isWeak: boolean },
  );
  const parts = [...gatherParts(links)];
  const part = await database.temporary("reconcile_part", "no integer, unit_no integer");
  await database.append(part, { no: parts.map(([no]) => no), unit_no: parts.map(([, members]) => at(members, 0)) });
  return part;
}

/** The links from the first part of a payment to the others. */
export const partLinks = (database: Database, part: TableName): Promise<PaymentLink[]> =>
  readLinks(
    database,
    sql`select unit_no as "left", no as "right", true as "isWithinBook", false as "isAmountUnsaid",
        'rule: split in ' || count(*) over (partition by unit_no) || ' parts, same ends and purpose within days' as "joinedBy"
      from ${part} qualify no <> unit_no order by unit_no, no`,
  );

/** The payments that a book shows by themselves which tells more than the other's own rows again. */
export async function confirmedNos(
  database: Database,
  candidate: TableName,
  { datasets, first }: Pick<MentionGroups, "first"> & { readonly datasets: Int32Array },
): Promise<number[]> {
  const pairs = (
    await database.rows(
      sql`select earlier_no as "left", later_no as "right", is_sure as "isSure", is_alike as "isAlike"
        from ${candidate} order by earlier_no, later_no`,
      { left: integer, right: integer, isSure: boolean, isAlike: boolean },
    )
  ).filter(({ left, right, isSure }) => isSure && at(first, left) === at(first, right));
  const byBooks = groupBy(pairs, ({ left, right }) => `${at(datasets, left)} ${at(datasets, right)}`);
  return [...byBooks.values()].flatMap((joined) =>
    isRepeated(joined) ? [] : joined.flatMap(({ left, right }) => [left, right]),
  );
}

/** Whether nine of ten joined rows of two books are written alike: one was made from the other. */
const isRepeated = (joined: readonly { readonly isAlike: boolean }[]): boolean =>
  joined.filter(({ isAlike }) => isAlike).length * 10 >= joined.length * 9;
