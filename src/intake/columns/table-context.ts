import type { Settings } from "../../model/index.ts";
import type { TitleLine } from "./find-tables.ts";
import type { JudgedColumn } from "./judge-column.ts";
import type { TitleFacts } from "./title-facts.ts";

/** A currency and the sentence that says whence. */
export interface CurrencyFound {
  readonly value: string;
  readonly evidence: string;
}

/** What surrounds the columns of a table. */
export interface TableContext {
  readonly partName: string;
  readonly titles: readonly TitleLine[];
  readonly facts: TitleFacts;
  readonly settings: Settings;
  /** The order of the dates in the part's other tables, if they tell it. */
  readonly dateOrder: "dmy" | "mdy" | "ymd" | undefined;
  /** The currency of amounts in these columns where no column names it. */
  currencyOf(amounts: readonly JudgedColumn[]): CurrencyFound | null;
}
