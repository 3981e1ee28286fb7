import type { views } from "../casefile/index.ts";
import { shown } from "./show.ts";

/** "note 3 by lee, 2020-01-02, about h1/list.csv#B2: the two share a back yard". */
export function noteLine({ noteNo, actor, notedAt, about, text, withdrawnBy }: views.NoteLine): string {
  const what =
    about === null
      ? ""
      : `, about ${about.kind === "event" ? `the event of claim ${about.id.slice(0, 8)}` : shown(about.id)}`;
  const gone = withdrawnBy === null ? "" : `  [taken back by ${shown(withdrawnBy)}]`;
  return `note ${noteNo} by ${shown(actor)}, ${notedAt.slice(0, 10)}${what}: ${shown(text)}${gone}`;
}
