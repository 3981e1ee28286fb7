import type { Token } from "../text/tag-tokens.ts";
import type { Voice } from "./voice.ts";

/**
 * How the text comes by a statement: flat; said by someone; denied, refused or confirmed by someone; an act of the one named;
 * given to nobody ("is said to"); an observer's word that someone kept silent; background in passing.
 */
export type Manner =
  | "flat"
  | "said"
  | "denied"
  | "refused"
  | "confirmed"
  | "act"
  | "evidential"
  | "silent"
  | "background";

/** One clause or fragment with who says it, before it is judged. */
export interface Statement {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
  /** The words by which it is judged: those of the clause itself, without inserted clauses. */
  readonly core: readonly Token[];
  readonly manner: Manner;
  readonly voice: Voice;
  readonly cues: readonly string[];
  readonly isQuoted: boolean;
  readonly isRetracted: boolean;
  /** Told with a verb that doubts. */
  readonly isHedged: boolean;
  /** The condition that it stands under: "If the sum holds". */
  readonly condition: string;
  readonly sentence: { readonly from: number; readonly to: number };
  readonly block: number;
}
