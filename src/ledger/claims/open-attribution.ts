import type { Manner } from "./statement.ts";
import type { Voice } from "./voice.ts";

/** An attribution whose content goes on; `isTrailing`: its content came before it. */
export interface Open {
  readonly voice: Voice;
  readonly manner: Manner;
  readonly cues: readonly string[];
  readonly isTrailing: boolean;
  /** The verb itself doubts: "suggests", "supposes". */
  readonly isHedged: boolean;
  /** Told "at first": it did not last. */
  readonly isRetracted?: boolean;
}
