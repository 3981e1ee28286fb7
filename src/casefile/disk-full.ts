import { Refusal } from "../base/index.ts";

/** What is thrown on if a disk ran full: a refusal that says what to do; any other cause as it is. */
export const orDiskFull = (cause: unknown, dir: string): unknown =>
  cause instanceof Error && /ENOSPC|No space left on device/u.test(cause.message)
    ? new Refusal(`${dir}: the disk is full; make room and run again: nothing that was acknowledged is lost`, { cause })
    : cause;
