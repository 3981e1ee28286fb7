import { integer, sql, text } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** How much of what is one was compared, as far as the joined pairs tell. */
export interface BlockingReach {
  readonly among: string;
  readonly joined: number;
  /** Of the joined pairs, how many share one kind of key alone, and how many two. */
  readonly byOne: number;
  readonly byTwo: number;
  /** At most this share of the pairs that are one was compared, in per cent; null where too few are joined to say. */
  readonly percentMost: number | null;
}

/** With fewer joined pairs an estimate would be a guess. */
const joinedMin = 50;

/**
 * Estimates for people how many of the pairs that are one were brought together. From the pairs
 * that were caught by one kind of key and by two follows how many at least were caught by none, whatever makes some
 * easier to catch than others (Chao 1987, "Estimating the population size for capture-recapture data with unequal
 * catchability", in its form without bias); so the share is at most this.
 */
export async function blockingReach(reader: Reader): Promise<BlockingReach[]> {
  const rows = await reader.database.rows(
    sql`select among, joined, by_one as "byOne", by_two as "byTwo"
      from ${reader.table("blocking_reach")} order by among desc`,
    { among: text, joined: integer, byOne: integer, byTwo: integer },
  );
  return rows.map((row) => ({ ...row, percentMost: percentOf(row) }));
}

function percentOf({ joined, byOne, byTwo }: Omit<BlockingReach, "percentMost">): number | null {
  if (joined < joinedMin) return null;
  const missed = (byOne * (byOne - 1)) / (2 * (byTwo + 1));
  return Math.round((1000 * joined) / (joined + missed)) / 10;
}
