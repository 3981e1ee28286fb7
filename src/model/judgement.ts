import type { ClaimEdits } from "./claims.ts";

/** What a judgement is about. */
export type JudgementSubject =
  | "entity"
  | "payment"
  | "root"
  | "claim"
  | "mention"
  | "event"
  | "hit"
  | "bystander"
  | "note";

/** What a person decided of two things, or of one that was proposed (accept, reject); `none` takes an earlier decision back. */
export type Decision = "same" | "different" | "unsure" | "accept" | "reject" | "none";

/** One decision by one person, kept for ever: undoing it is a later judgement. */
export interface Judgement {
  readonly subject: JudgementSubject;
  readonly leftId: string;
  readonly rightId: string;
  readonly decision: Decision;
  readonly reasons: readonly string[];
  /** Of an accepted claim the fields that the person put right. */
  readonly edits?: ClaimEdits;
  readonly actor: string;
}
