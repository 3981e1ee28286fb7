import { Refusal } from "../base/index.ts";

const right = "make room and run again: nothing that was acknowledged is lost";

/** What is thrown on if a disk ran full: a refusal that says what to do; any other cause as it is. */
export function orDiskFull(cause: unknown, dir: string): unknown {
  if (!(cause instanceof Error) || cause instanceof Refusal) return cause;
  if (/ENOSPC|No space left on device/u.test(cause.message))
    return new Refusal(`${dir}: the disk is full; ${right}`, { cause });
  return /EDQUOT|EFBIG/u.test(cause.message)
    ? new Refusal(`${dir}: this user may write no more there (a quota, or "ulimit -f"); ${right}`, { cause })
    : cause;
}
