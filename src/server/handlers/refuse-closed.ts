import { views, type OpenCase } from "../../casefile/index.ts";
import { HttpRefusal } from "../http-refusal.ts";

/** Refuses what is asked by the id of a contact that nobody opened: an id alone opens nobody. */
export async function refuseClosed(open: OpenCase, ids: readonly string[]): Promise<void> {
  if ((await views.closedAmong(open, ids)).length > 0)
    throw new HttpRefusal(
      403,
      'a contact of a phone or mailbox, closed: "windfall open PLACE --reason WORDS" opens one and keeps who and why',
    );
}
