/** A payment of one book that is the sum of several of another, each by its first mention; see `splitTable`. */
export interface Split {
  readonly wholeNo: number;
  /** Parts that are grouped already have one first mention. */
  readonly partNos: readonly number[];
  readonly isJoin: boolean;
}

/** One mention that is (also) of the payment that another mention names. */
export interface Membership {
  readonly no: number;
  readonly paymentNo: number;
  readonly joinedBy: string;
}

/**
 * Takes splits best first, each mention once. A payment told in parts is one payment, named by its first mention; two
 * payments told as one stay two, and the mention that joins them belongs to both.
 */
export function settleSplits(
  splits: readonly Split[],
  mayJoin: (left: number, right: number) => boolean,
): Membership[] {
  const taken = new Set<number>();
  return splits.flatMap((split) => {
    const mentions = [...new Set([split.wholeNo, ...split.partNos])];
    const isFree = !split.partNos.includes(split.wholeNo) && !mentions.some((no) => taken.has(no));
    if (!isFree || !split.partNos.every((no) => mayJoin(split.wholeNo, no))) return [];
    for (const no of mentions) taken.add(no);
    return split.isJoin && mentions.length > 2 ? joinedMentions(split) : splitMentions(mentions, split.partNos.length);
  });
}

const joinedMentions = ({ wholeNo, partNos }: Split): Membership[] =>
  partNos.map((paymentNo) => ({ no: wholeNo, paymentNo, joinedBy: `rule: join of ${partNos.length} payments` }));

function splitMentions(mentions: readonly number[], parts: number): Membership[] {
  const paymentNo = Math.min(...mentions);
  const joinedBy = `rule: split in ${parts} parts`;
  return mentions.filter((no) => no !== paymentNo).map((no) => ({ no, paymentNo, joinedBy }));
}
