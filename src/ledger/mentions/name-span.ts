import type { NameKind } from "../../names/index.ts";

/** Words as they may stand in a list; `to` is where they end in the passage, before what was taken off their end. */
export interface NameForm {
  readonly text: string;
  readonly to: number;
}

/** Words of a passage that may be a name; offsets are those of the passage, the end left out. */
export interface NameSpan {
  readonly from: number;
  /** As written first, then without endings. */
  readonly forms: readonly NameForm[];
  /** Whether the writing shows a name: capital letters, a post beside it, marks on both sides. Without them Hangul and Han only hold what may be a name. */
  readonly isShown: boolean;
  /** Whose name it may be, as far as its writing shows. */
  readonly as: NameKind;
}
