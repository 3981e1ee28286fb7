/** What a judgement is about. */
export type JudgementSubject = "entity" | "payment" | "root" | "claim" | "event" | "hit" | "bystander" | "note";

/** What a person decided of two things; `none` takes an earlier decision back. */
export type Decision = "same" | "different" | "unsure" | "none";

/** One decision by one person, kept for ever: undoing it is a later judgement. */
export interface Judgement {
  readonly subject: JudgementSubject;
  readonly leftId: string;
  readonly rightId: string;
  readonly decision: Decision;
  readonly reasons: readonly string[];
  readonly actor: string;
}
