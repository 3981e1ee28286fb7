/** A payment of one book that is the sum of several of another; see `splitTable`. */
export interface Split {
  readonly wholeNo: number;
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
    const mentions = [split.wholeNo, ...split.partNos];
    const isFree = new Set(mentions).size === mentions.length && !mentions.some((no) => taken.has(no));
    if (!isFree || !split.partNos.every((no) => mayJoin(split.wholeNo, no))) return [];
    for (const no of mentions) taken.add(no);
    return split.isJoin ? joinedMentions(split) : splitMentions(mentions);
  });
}

const joinedMentions = ({ wholeNo, partNos }: Split): Membership[] =>
  partNos.map((paymentNo) => ({ no: wholeNo, paymentNo, joinedBy: `rule: join of ${partNos.length} payments` }));

function splitMentions(mentions: readonly number[]): Membership[] {
  const paymentNo = Math.min(...mentions);
  const joinedBy = `rule: split in ${mentions.length - 1} parts`;
  return mentions.filter((no) => no !== paymentNo).map((no) => ({ no, paymentNo, joinedBy }));
}
