import type { Sql } from "../../store/index.ts";

/** One value that a choice takes. */
export interface Choice {
  readonly value: string;
  readonly words: string;
  /** What the column holds, if not the value itself. */
  readonly stored?: string;
  /** What is asked, if not that the column holds it. */
  readonly condition?: Sql;
}

interface Common {
  readonly key: string;
  /** For the help page: what is asked. */
  readonly meaning: string;
}

interface Chosen {
  readonly column: Sql;
  readonly choices: readonly Choice[];
  /** The choices are words of the program, not of the material. */
  readonly isFixed: boolean;
}

/**
 * A key of a list's filter. `choice`: one of known values; `member`: one of known values of a set; `text`: letters
 * that a folded column holds; `count`, `money` (minor units) and `span` (two day columns): a number, an amount, a time.
 */
export type FilterKey =
  | (Common & Chosen & { readonly kind: "choice" })
  | (Common &
      Chosen & {
        readonly kind: "member";
        /** `column` numbers a set; what each set holds. */
        readonly sets: ReadonlyMap<number, readonly string[]>;
      })
  | (Common & { readonly kind: "text"; readonly column: Sql; readonly words: string })
  | (Common & { readonly kind: "count"; readonly column: Sql; readonly one: string; readonly many: string })
  | (Common & { readonly kind: "money"; readonly column: Sql; readonly words: string; readonly currency: string })
  | (Common & { readonly kind: "span"; readonly from: Sql; readonly to: Sql; readonly words: string });

/** What a term asks: its condition, and the same in words. */
export interface Asked {
  readonly condition: Sql;
  readonly words: string;
}

/** What is wrong with a value, what would be right, and the nearest right value. */
export interface Misread {
  readonly why: string;
  readonly nearest: string | null;
}
