import type { EntityDraft, EntityDrafts } from "./entity-drafts.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { withAttribute } from "./build-parties.ts";

/** The two ends of each kind of tie between parties. */
const ends = {
  Ownership: ["owner", "asset"],
  Directorship: ["director", "organization"],
  Employment: ["employee", "employer"],
  UnknownLink: ["subject", "object"],
} as const;

/** A tie between two entities of a row; of `requires` one column must be filled. */
export interface Tie {
  readonly name: string;
  readonly schema: keyof typeof ends;
  readonly from: string;
  readonly to: string;
  readonly keys?: readonly JudgedColumn[];
  readonly requires: readonly JudgedColumn[];
}

/** Ties two entities of a row. */
export function buildTie(drafts: EntityDrafts, { name, schema, from, to, keys = [], requires }: Tie): EntityDraft {
  const draft = drafts.add(name, schema, { keys, requires });
  const [first, second] = ends[schema];
  draft.link(first, from);
  draft.link(second, to);
  return draft;
}

/** A date that is nobody's own dates the tie: the day of a signature, "as at". */
export function putTieDate(tie: EntityDraft, columns: readonly JudgedColumn[]): void {
  for (const each of withAttribute(columns, "date", "balanceDate").slice(0, 1)) {
    tie.put("date", [each]);
    each.evidence.push("it is taken as the date of the tie between the two");
  }
}
