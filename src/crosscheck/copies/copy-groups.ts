import { groupBy } from "../../base/index.ts";
import { integer, makeTable, sql, type Database, type TableName } from "../../store/index.ts";
import { rareAgreementTable } from "./rare-agreement-table.ts";

/** Two sources that share so many of their rare values that one of them copies, or both copy a third. */
export interface CopyLink {
  readonly leftNo: number;
  readonly rightNo: number;
  /** In how many items one of the two gives a rare value, and in how many of these they give the same. */
  readonly compared: number;
  readonly agreed: number;
}

/** Sources of which all but one copy, by their numbers in ascending order; which is the original does not show. */
export interface CopyGroup {
  readonly members: readonly number[];
  readonly links: readonly CopyLink[];
}

const comparedMin = 8;
const agreedPercentMin = 95;

/**
 * Finds the sources that copy among many that say the same things, by shared accidents: what at most a third of an
 * item's sources give is seldom true, and two sources that nearly always share it have it from one place. It says
 * nothing where fewer than six sources give an item. `said` is (item, source_no, form); `isPossible` leaves pairs out.
 */
export async function findCopyGroups(
  database: Database,
  said: TableName,
  isPossible: (leftNo: number, rightNo: number) => boolean = () => true,
): Promise<CopyGroup[]> {
  const agreement = await makeTable(database, "crosscheck_rare_agreement", rareAgreementTable(said));
  const links = await database.rows(
    sql`select left_no as "leftNo", right_no as "rightNo", compared, agreed from ${agreement}
      where compared >= ${comparedMin} and agreed * 100 >= compared * ${agreedPercentMin} order by left_no, right_no`,
    { leftNo: integer, rightNo: integer, compared: integer, agreed: integer },
  );
  return groupLinks(links.filter(({ leftNo, rightNo }) => isPossible(leftNo, rightNo)));
}

function groupLinks(links: readonly CopyLink[]): CopyGroup[] {
  const firstOf = new Map<number, number>();
  const find = (no: number): number => {
    const first = firstOf.get(no) ?? no;
    return first === no ? no : find(first);
  };
  for (const { leftNo, rightNo } of links) {
    const [left, right] = [find(leftNo), find(rightNo)];
    firstOf.set(Math.max(left, right), Math.min(left, right));
  }
  return [...groupBy(links, ({ leftNo }) => find(leftNo)).values()].map((own) => ({
    members: [...new Set(own.flatMap(({ leftNo, rightNo }) => [leftNo, rightNo]))].toSorted(
      (one, other) => one - other,
    ),
    links: own,
  }));
}
